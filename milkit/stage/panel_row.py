"""One answer to count: its key, mark and name, Take 1, the number, Add 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.fields import NumberField
from milkit.widgets.labels import KeyCap, Label
from milkit.widgets.lines import plain
from milkit.widgets.marks import Mark
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from milkit.activities.kind import Option
    from milkit.widgets.look import Look

MOST = 999
HIGH = 48  # px of a counter's buttons
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Row(QWidget):
    """
    Counts one answer. *key* is the number key that adds a hand, 0 for none.

    *rest_taken* comes when all hands that are still missing belong to this answer.
    """

    added = Signal(int)
    typed = Signal()
    rest_taken = Signal()

    def __init__(
        self, look: Look, option: Option, index: int, key: int, lang: str
    ) -> None:
        super().__init__()
        self._look, self._compact = look, False
        self._name = plain(option.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(3), 0, look.px(3))
        row.setSpacing(look.px(8))
        self._key = KeyCap(look, look.words.number(key)) if key else None
        if self._key is not None:
            row.addWidget(self._key, 0, MIDDLE)
        row.addWidget(Mark(look, option.mark, index), 0, MIDDLE)
        name = Label(look, option.text, "card", lang=lang, most=2)
        row.addWidget(name, 1, MIDDLE)
        self._make()
        for part in (self.rest, self.take, self.number, self.field, self.add):
            row.addWidget(part, 0, MIDDLE)

    def _make(self) -> None:
        look, w = self._look, self._look.words
        self.rest = Button(look, "", kind="quiet", height=HIGH)
        self.take = Button(look, w.t("Take 1"), "minus", height=HIGH)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.number = Label(look, w.number(0), "count", wrap=False, align=centre)
        self.number.setMinimumWidth(look.px(56))
        self.field = NumberField(look, self._name, 0, (0, MOST))
        self.field.setKeyboardTracking(False)
        self.add = Button(look, w.t("Add 1"), "plus", kind="primary", height=HIGH)
        self._name_buttons()
        self.rest.clicked.connect(self.rest_taken)
        self.take.clicked.connect(lambda: self.added.emit(-1))
        self.add.clicked.connect(lambda: self.added.emit(1))
        self.field.valueChanged.connect(self.typed)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state
        """Say −1 and +1 where there is no room for words."""
        self._compact = compact
        w = self._look.words
        less = f"−{w.number(1)}" if compact else w.t("Take 1")
        more = f"+{w.number(1)}" if compact else w.t("Add 1")
        self.take.set_text(less, "" if compact else "minus")
        self.add.set_text(more, "" if compact else "plus")
        self._name_buttons()
        if self._key is not None:
            self._key.setVisible(not compact)

    def _name_buttons(self) -> None:
        w = self._look.words
        self.take.setAccessibleName(w.t("Take 1 from {answer}", answer=self._name))
        self.add.setAccessibleName(w.t("Add 1 to {answer}", answer=self._name))

    def show_hands(self, hands: int, rest: int, *, typing: bool) -> None:
        """Show the count, as a field while *typing*; *rest* hands may be taken."""
        w = self._look.words
        if self.number.text() != w.number(hands):
            self.number.set_text(w.number(hands))
            announce(self.number, f"{self._name}: {w.number(hands)}")
        for part in (self.take, self.number, self.add):
            part.setVisible(not typing)
        self.field.setVisible(typing)
        self.take.setEnabled(hands > 0)
        if not self.field.hasFocus():
            self.field.setValue(hands)
        self.rest.setVisible(rest > 0 and not typing)
        if rest > 0:
            n = w.number(rest)
            self.rest.set_text(f"+{n}" if self._compact else w.t("The rest: {n}", n=n))
            said = w.t("Give the rest to {answer}", answer=self._name)
            self.rest.setAccessibleName(said)
