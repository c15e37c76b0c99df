"""The right of the console: the step's time, and what the class sees now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from milkit.stage.preview import Preview
from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.page import Scroll
from milkit.widgets.panel import Panel
from milkit.widgets.timer import Timer

if TYPE_CHECKING:
    from milkit.stage.look import StageLook
    from milkit.teaching.scene import Scene
    from milkit.teaching.views import RunView
    from milkit.widgets.look import Look


class Side(Scroll):
    """Timer, Pause, a minute more; preview, Blank, Freeze, the reveal; what is next."""

    pause_toggled = Signal()
    minute_added = Signal()
    blank_toggled = Signal()
    freeze_toggled = Signal()
    reveal_asked = Signal()
    class_view_asked = Signal()

    def __init__(self, look: Look, stage: StageLook) -> None:
        super().__init__(look)
        self._look = look
        w = look.words
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = self.box
        column.setContentsMargins(0, 0, look.px(10), 0)
        column.setSpacing(look.px(8))
        self._make(stage)
        self._wire()
        heading = QHBoxLayout()
        heading.addWidget(Label(look, w.t("The class sees"), "strong"), 1)
        heading.addWidget(self._state)
        frame = Panel(look, edge="ink")
        frame.box.setContentsMargins(2, 2, 2, 2)
        frame.box.addWidget(self.preview)
        first = QHBoxLayout()
        first.addWidget(self.timer, 1)
        first.addWidget(self._of, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        column.addLayout(self._row(self.pause, self._more))
        column.addLayout(heading)
        column.addWidget(frame)
        column.addLayout(self._row(self.blank, self.freeze))
        for widget in (self.reveal, self.full, self._next, self._next_title):
            column.addWidget(widget)
        column.addStretch()

    def _make(self, stage: StageLook) -> None:
        look, w = self._look, self._look.words
        self.timer = Timer(look)
        right = Qt.AlignmentFlag.AlignRight
        self._of = Label(look, "", "small", colour="ink2", align=right)
        self.pause = Button(look, w.t("Pause"), "pause-fill")
        self._more = Button(look, w.t("Add 1 min"), "plus")
        self._state = IconLabel(look, "circle-fill", w.t("live"), colour="good")
        self.preview = Preview(look, stage)
        self.blank = Button(look, w.t("Blank"), "eye-slash")
        self.freeze = Button(look, w.t("Freeze"), "snowflake")
        self.reveal = Button(look, w.t("Show counts"), "eye")
        self.full = Button(look, w.t("Class view full screen"), "corners-out")
        self._next = Label(look, "", "small", colour="ink2")
        self._next_title = Label(look, "", "strong", most=2)

    def _wire(self) -> None:
        self.pause.clicked.connect(self.pause_toggled)
        self._more.clicked.connect(self.minute_added)
        self.blank.clicked.connect(self.blank_toggled)
        self.freeze.clicked.connect(self.freeze_toggled)
        self.reveal.clicked.connect(self.reveal_asked)
        self.full.clicked.connect(self.class_view_asked)

    def show_view(self, view: RunView, scene: Scene) -> None:
        """Show the run as it is now."""
        self.show_time(view)
        w = self._look.words
        self.pause.set_text(
            w.t("Go on") if view.paused else w.t("Pause"),
            "play-fill" if view.paused else "pause-fill",
        )
        self.blank.set_text(
            w.t("Show again") if view.blank else w.t("Blank"),
            "eye" if view.blank else "eye-slash",
        )
        self.freeze.set_text(w.t("Let go") if view.frozen else w.t("Freeze"))
        self._say_state(view)
        self._say_reveal(view)
        self.preview.show_scene(scene)
        self._say_next(view)

    def show_time(self, view: RunView) -> None:
        """Show the seconds."""
        w = self._look.words
        self.timer.set_time(view.left, view.total)
        taken = [s for s in view.steps if not s.left_out]
        here = w.t(
            "step {n} of {all}", n=w.number(view.step.number), all=w.number(len(taken))
        )
        minutes = w.t("{n} min", n=w.number(view.step.minutes))
        self._of.set_text(f"{here}\n{minutes}")

    def _say_state(self, view: RunView) -> None:
        w = self._look.words
        if view.blank:
            self._state.set_text(w.t("blank"), "eye-slash")
        elif view.frozen:
            self._state.set_text(w.t("frozen"), "snowflake")
        else:
            self._state.set_text(w.t("live"), "circle-fill")

    def _say_reveal(self, view: RunView) -> None:
        w = self._look.words
        words = {
            "counts": w.t("Show counts"),
            "answer": w.t("Show answer"),
            "": w.t("Hide again") if view.reveal else "",
        }[view.next_reveal]
        self.reveal.setVisible(bool(words))
        if words:
            self.reveal.set_text(words, "eye" if view.next_reveal else "eye-slash")

    def _say_next(self, view: RunView) -> None:
        w = self._look.words
        following = view.next_step
        if following is None:
            self._next.set_text(w.t("This is the last step."))
            self._next_title.set_text("")
            return
        self._next.set_text(
            w.t(
                "Next: step {n}, {minutes} min",
                n=w.number(following.number),
                minutes=w.number(following.minutes),
            )
        )
        self._next_title.set_text(following.title)

    def _row(self, *buttons: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        for button in buttons:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
        return row
