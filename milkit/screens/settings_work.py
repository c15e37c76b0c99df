"""How a teacher works: her period and paper, keys while teaching, the projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens.settings_parts import Section
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Pills, Segments, Tick
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from milkit.ground.settings import Settings
    from milkit.stage.projector import Projector
    from milkit.widgets.look import Look

_PERIODS = (30, 35, 40, 45, 50, 60, 80, 90)


class WorkSection(Section):
    """Minutes of a period, paper size, and the keys while teaching."""

    changed = Signal(str, object)

    def __init__(self, look: Look, settings: Settings) -> None:
        w = look.words
        super().__init__(look, w.t("Your period, in minutes"))
        periods = sorted({*_PERIODS, settings.period})
        self.period = Pills(
            look,
            w.t("Your period, in minutes"),
            [(str(count), w.number(count)) for count in periods],
            str(settings.period),
        )
        self.period.chosen.connect(
            lambda count: self.changed.emit("period", int(count))
        )
        self.box.addWidget(self.period)
        self.box.addWidget(Label(look, w.t("Paper size"), "card"))
        self.paper = Segments(
            look,
            w.t("Paper size"),
            [("a4", w.t("A4")), ("letter", w.t("Letter"))],
            settings.paper,
        )
        self.paper.chosen.connect(lambda size: self.changed.emit("paper", size))
        self.box.addWidget(self.paper)
        self.keys = Tick(
            look,
            w.t("Letter and number keys in Teach"),
            w.t("Like B for blank and 1 to count a hand. Arrow keys always work."),
        )
        self.keys.setChecked(settings.letter_keys)
        self.keys.toggled.connect(lambda on: self.changed.emit("letter_keys", on))
        self.box.addWidget(self.keys)


class ProjectorSection(Section):
    """Which screen the class sees, and a picture to set the projector by."""

    test_picture_asked = Signal(bool)

    def __init__(self, look: Look, projector: Projector) -> None:
        w = look.words
        super().__init__(look, w.t("Projector"))
        self._projector = projector
        panel = Panel(look)
        holder = QWidget()
        row = Columns((1, OWN), look.px(420), look.px(8), holder, look.px(12))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._title = Label(look, "", "strong")
        self._text = Label(look, "", "small", colour="ink2")
        column.addWidget(self._title)
        column.addWidget(self._text)
        self.test = Button(look, w.t("Test picture"), "grid-four")
        self.test.setCheckable(True)
        self.test.toggled.connect(self.test_picture_asked)
        button = QWidget()
        Flow(button).addWidget(self.test)
        row.add(words, 0)
        row.add(button, 1)
        panel.box.addWidget(holder)
        self.box.addWidget(panel)
        projector.found.connect(self.show_state)
        projector.lost.connect(self.show_state)
        self.show_state()

    def show_state(self, _screen: object = None) -> None:
        """Say which screen there is."""
        w, screen = self.look.words, self._projector.screen
        if screen is not None:
            size = screen.geometry().size()
            name = screen.name() or w.t("Second screen")
            self._title.set_text(
                w.t(
                    "{name}, {width} × {height}",
                    name=name,
                    width=w.number(round(size.width() * screen.devicePixelRatio())),
                    height=w.number(round(size.height() * screen.devicePixelRatio())),
                )
            )
            self._text.set_text(w.t("What the class sees opens here by itself."))
        elif self._projector.is_mirrored:
            self._title.set_text(w.t("It shows the same as this screen"))
            self._text.set_text(
                w.t("To keep your notes to yourself, extend this computer’s screens.")
            )
        else:
            self._title.set_text(w.t("No projector found"))
            self._text.set_text(
                w.t("Connect it and switch it on. Without one, teach from paper.")
            )

    def set_test(self, *, shown: bool) -> None:
        """Say whether the test picture is shown, without asking for it."""
        self.test.blockSignals(True)
        self.test.setChecked(shown)
        self.test.blockSignals(False)
        self.test.update()
