"""The left of the console: the steps, and whether the lesson is on time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.teaching.pace import LeaveOut, Shorten
from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.page import Scroll
from milkit.widgets.panel import Panel
from milkit.widgets.steps import StepLine, StepList

if TYPE_CHECKING:
    from milkit.teaching.pace import Offer, Pace
    from milkit.teaching.views import RunView
    from milkit.widgets.look import Look


class Steps(QWidget):
    """The list of steps; below it "On time", or what could be shorter, as buttons."""

    step_chosen = Signal(str)
    offer_taken = Signal(object)
    step_taken_in = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self._shown: tuple[object, ...] = ()
        self._lines: list[StepLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.addWidget(Label(look, w.t("Steps"), "strong"), 1)
        head.addWidget(Label(look, w.t("minutes"), "small", colour="ink2", wrap=False))
        column.addLayout(head)
        scroll = Scroll(look)
        scroll.box.setContentsMargins(0, 0, 0, 0)
        self.list = StepList(look, w.t("Steps"), compact=True)
        self.list.step_chosen.connect(self.step_chosen)
        scroll.box.addWidget(self.list)
        scroll.box.addStretch()
        column.addWidget(scroll, 1)
        self._pace = QVBoxLayout()
        column.addLayout(self._pace)

    def show_view(self, view: RunView, lang: str) -> None:
        """Show the steps as they are now."""
        w = self._look.words
        lines = [
            StepLine(
                step.id,
                step.title,
                minutes=w.number(step.minutes),
                state="now"
                if step.current
                else "out"
                if step.left_out
                else "done"
                if step.done
                else "planned",
                changed=step.minutes != step.planned,
                lang=lang,
            )
            for step in view.steps
        ]
        if lines != self._lines:
            self._lines = lines
            self.list.set_steps(lines)
        self.show_pace(view.pace)

    def show_pace(self, pace: Pace) -> None:
        """Say on time or late; the note is made anew only when it says more."""
        shown = (pace.on_time, pace.late, pace.free, pace.offers)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._pace.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._pace.addWidget(self._on_time(pace) if pace.on_time else self._late(pace))

    def _on_time(self, pace: Pace) -> Panel:
        look, w = self._look, self._look.words
        note = Panel(look, "good_soft", left="good")
        note.box.addWidget(
            IconLabel(
                look, "clock-clockwise", w.t("On time"), role="strong", colour="good"
            )
        )
        if pace.free > 0:
            words = w.n(
                "If you finish this step now, {count} minute is free.",
                "If you finish this step now, {count} minutes are free.",
                pace.free,
            )
            note.box.addWidget(Label(look, words, "small"))
        return note

    def _late(self, pace: Pace) -> Panel:
        look, w = self._look, self._look.words
        note = Panel(look, "tur_soft", left="tur")
        words = w.n("{count} minute over", "{count} minutes over", pace.late)
        note.box.addWidget(
            IconLabel(look, "clock", words, role="strong", colour="tur_ink")
        )
        for offer in pace.offers:
            button = Button(look, self._offer(offer), kind="normal", height=40)
            button.clicked.connect(lambda _on=False, o=offer: self.offer_taken.emit(o))
            note.box.addWidget(button)
        return note

    def _offer(self, offer: Offer) -> str:
        w = self._look.words
        if isinstance(offer, Shorten):
            return w.t("Shorten step {number}", number=w.number(offer.number))
        assert isinstance(offer, LeaveOut)  # noqa: S101 - the other of two
        return w.t("Leave out step {n}", n=w.number(offer.number))
