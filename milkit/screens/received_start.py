"""Before there is a hub: what it is, and the three things it needs to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from milkit.screens.saving import Saving
from milkit.widgets.buttons import Button
from milkit.widgets.fields import Field, TextField
from milkit.widgets.labels import Label
from milkit.widgets.notice import Patch
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from milkit.widgets.look import Look

_SHORTEST = 8  # letters of a pass phrase


class Start(Panel):
    """*made_asked* tells the hub's name, its country and the pass phrase."""

    made_asked = Signal(str, str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        w = look.words
        self._look = look
        self.setMaximumWidth(look.px(720))
        self.box.addWidget(Patch(look, "sources"))
        title = w.t("Collect the results of many schools")
        self.box.addWidget(Label(look, title, "big"))
        text = w.t(
            "Teachers bring sticks with sealed results files. Only this computer can "
            "open them. You see what was taught and learnt, and each school gets a "
            "receipt. No student names are in the files."
        )
        self.box.addWidget(Label(look, text, colour="ink2"))
        self.saving = Saving(look)
        self.box.addWidget(self.saving)
        self.name = TextField(look, w.t("Name that teachers will read"))
        self.country = TextField(look, w.t("Country, two letters"))
        self.country.setMaxLength(2)
        self.country.setMaximumWidth(look.px(96))
        self.phrase = TextField(look, w.t("Pass phrase for the recovery sheet"))
        self.phrase.setEchoMode(QLineEdit.EchoMode.Password)
        hint = w.t("Eight letters or more. You need it if this computer is lost.")
        for label, field, below in (
            (w.t("Name that teachers will read"), self.name, ""),
            (w.t("Country, two letters"), self.country, w.t("Like KH, PH or TL.")),
            (w.t("Pass phrase for the recovery sheet"), self.phrase, hint),
        ):
            self.box.addWidget(Field(look, label, field, below))
        self.make = Button(look, w.t("Set up this computer"), kind="primary")
        self.box.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.missing = Label(look, "", "small", colour="tur_ink")
        self.box.addWidget(self.missing)
        self.make.clicked.connect(self._ask)

    def _ask(self) -> None:
        w = self._look.words
        name, country = self.name.text().strip(), self.country.text().strip().upper()
        country_good = len(country) == 2 and country.isascii() and country.isalpha()  # noqa: PLR2004 - two letters
        for good, field, text in (
            (bool(name), self.name, w.t("Write a name first.")),
            (country_good, self.country, w.t("Write the two letters of the country.")),
            (
                len(self.phrase.text()) >= _SHORTEST,
                self.phrase,
                w.t("The pass phrase needs eight letters or more."),
            ),
        ):
            field.set_missing(not good)
            if not good:
                self.missing.set_text(text)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.missing.set_text("")
        self.make.setEnabled(False)
        self.made_asked.emit(name, country, self.phrase.text())
