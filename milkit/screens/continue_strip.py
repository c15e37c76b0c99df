"""The lesson that was begun and not ended: how far it is, and the way back into it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from milkit.screens.woven_panel import WovenPanel
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.rail import Span, Strip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from milkit.ground.words import Words
    from milkit.records.reading import Pulse
    from milkit.records.run_state import RunState
    from milkit.widgets.look import Look

_EDGE = 96  # px of weave: two repeats
_SIDE_BY_SIDE = 540  # px of width that words and buttons need beside each other
_HEAD = 340  # px that the name and the class need beside each other
_MINUTE = 60


class Far(NamedTuple):
    """How far a run is: step *number* of *steps*, and minutes *left* of *minutes*."""

    number: int
    steps: int
    title: str
    left: int
    minutes: int
    spans: tuple[Span, ...]


def how_far(run: RunState, pulse: Pulse | None) -> Far:
    """Say how far a run is; *pulse* is the last note of its time."""
    steps = [one for one in run.steps if not one.left_out or one.id == run.step]
    place = next((n for n, one in enumerate(steps) if one.id == run.step), 0)
    now = steps[place]
    seconds = now.seconds
    if pulse is not None and pulse.step == now.id:
        seconds = max(seconds, pulse.seconds)
    here = -(-max(0, now.minutes * _MINUTE - seconds) // _MINUTE)
    rest = sum(step.minutes for step in steps[place + 1 :])
    spans = tuple(
        Span(
            step.minutes,
            step.title,
            "now" if step is now else "done" if step.reached else "planned",
        )
        for step in steps
    )
    total = sum(step.minutes for step in steps)
    return Far(place + 1, len(steps), now.title, here + rest, total, spans)


class ContinueStrip(WovenPanel):
    """
    Offers to go on with a run.

    *continue_chosen* and *begin_again_chosen* tell the run.
    """

    continue_chosen = Signal(str)
    begin_again_chosen = Signal(str)

    def __init__(self, look: Look, run: RunState, far: Far) -> None:
        super().__init__(look, run.topic, _EDGE)
        w = look.words
        self._number = w.number(far.number)
        self._short = False
        self.go = Button(look, "", "play-fill", kind="primary")
        self.again = Button(look, "", kind="quiet")
        self._name_buttons()
        self.go.clicked.connect(lambda: self.continue_chosen.emit(run.id))
        self.again.clicked.connect(lambda: self.begin_again_chosen.emit(run.id))
        columns = QWidget()
        layout = Columns((1, OWN), look.px(_SIDE_BY_SIDE), look.px(8), columns)
        layout.add(self._words(run, far), 0)
        layout.add(self._buttons(), 1)
        self.box.addWidget(columns)
        self.setAccessibleName(w.t("Continue teaching"))
        self.setAccessibleDescription(f"{plain(run.title)}, {_how_far_said(far, w)}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """Give a narrow card's room: the buttons have shorter words for it."""
        return QSize(self._look.px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take shorter words for the buttons where the long ones find no room."""
        super().resizeEvent(event)
        self._short = False
        self._name_buttons()
        margins = self.box.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if max(self.go.sizeHint().width(), self.again.sizeHint().width()) > room:
            self._short = True
            self._name_buttons()

    def _name_buttons(self) -> None:
        w = self._look.words
        go = w.t("Continue from step {number}", number=self._number)
        again = w.t("Start from the beginning")
        self.go.set_text(w.t("Continue") if self._short else go)
        self.again.set_text(w.t("Begin again") if self._short else again)
        self.go.setAccessibleName(plain(go))
        self.again.setAccessibleName(plain(again))

    def _words(self, run: RunState, far: Far) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(4))
        head = QWidget()
        about = Columns((OWN, 1), look.px(_HEAD), 2, head, look.px(12))
        name = Label(look, w.t("Continue teaching"), "tag", colour="pri", wrap=False)
        about.add(name, 0)
        about.add(Label(look, _about(run, w), "small", colour="ink2"), 1)
        column.addWidget(head)
        column.addWidget(Label(look, run.title, "section", lang=run.lang, most=2))
        strip = Strip(look)
        strip.set_steps(far.spans)
        column.addWidget(strip)
        column.addWidget(
            Label(look, _how_far_said(far, w), "small", colour="ink2", most=2)
        )
        return holder

    def _buttons(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        column.addWidget(self.go)
        column.addWidget(self.again)
        return holder


def _about(run: RunState, w: Words) -> str:
    """Say which class it was, and on what day."""
    parts = [run.class_name] if run.class_name else []
    if run.students:
        parts.append(w.n("{count} student", "{count} students", run.students))
    parts.append(w.day(datetime.fromisoformat(run.started).date()))
    return " · ".join(parts)


def _how_far_said(far: Far, w: Words) -> str:
    step = w.t(
        "Step {number} of {steps}: {title}",
        number=w.number(far.number),
        steps=w.number(far.steps),
        title=far.title,
    )
    left = w.n(
        "{left} of {count} minute left",
        "{left} of {count} minutes left",
        far.minutes,
        left=w.number(far.left),
    )
    return f"{step} · {left}"
