"""The end of a lesson: what was done and counted, and what could come next."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens.class_next import NextCard
from milkit.screens.class_run import RunPage
from milkit.screens.finish_votes import VotesCard
from milkit.teaching.next_lesson import ideas, topics_taught
from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.panel import Panel
from milkit.widgets.rail import Span, Strip

if TYPE_CHECKING:
    from milkit.library.library import Library
    from milkit.records.run_state import RunState
    from milkit.records.store import Records
    from milkit.widgets.columns import Columns
    from milkit.widgets.look import Look

_MINUTE = 60


class FinishScreen(RunPage):
    """
    The notes of the run that has just ended; all are optional, Finish works at once.

    *finished* leaves, *back_asked* opens the lesson again at its last step, and
    *lesson_chosen* (from RunPage) prepares the next one.
    """

    finished = Signal()
    back_asked = Signal()

    def __init__(
        self, look: Look, library: Library, records: Records, run: str
    ) -> None:
        self._library = library
        super().__init__(look, library, records, run)

    def focus_first(self) -> None:
        """Begin at Finish: nothing here must be filled in."""
        self.finish.setFocus()

    def _make_bars(self) -> None:
        look, w = self._look, self._look.words
        state = self._after.state
        plan = [step.id for step in state.plan]
        at = plan.index(state.step) + 1 if state.step in plan else len(plan)
        number = w.number(at)
        back = Button(look, w.t("Back to step {n}", n=number), "arrow-left")
        back.clicked.connect(self.back_asked)
        self._undo_button = Button(look, w.t("Undo"), "arrow-u-up-left", kind="quiet")
        self._undo_button.clicked.connect(self.undo)
        self.finish = Button(look, w.t("Finish"), "check", kind="primary", tall=True)
        self.finish.clicked.connect(self.finished)
        later = w.t("You can change all of this later in My classes.")
        saved = IconLabel(
            look, "check-circle", w.t("All saved on this laptop"), colour="good"
        )
        self.header.row.addWidget(saved)
        self.footer.row.addWidget(back)
        self.footer.row.addWidget(self._undo_button)
        self.footer.row.addWidget(
            Label(look, later, "small", colour="ink2"), 1, Qt.AlignmentFlag.AlignVCenter
        )
        self.footer.row.addWidget(self.finish)

    def _lay_out(self, state: RunState) -> None:
        super()._lay_out(state)
        title = Label(self._look, self._look.words.t("Lesson finished"), "title")
        self.body.insertWidget(0, title)

    def _add_own(self, columns: Columns, state: RunState) -> None:
        if self._told is not None and self._told.votes:
            columns.add(VotesCard(self._look, self._told, state.lang), 0)
        card = self._next(state)
        if card is not None:
            columns.add(card, 1)

    def _steps(self, state: RunState) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        minutes = round(state.taught / _MINUTE)
        taught = sum(step.reached for step in state.plan)
        all_ = w.number(len(state.plan))
        head = QHBoxLayout()
        title = w.t("{n} of {all} steps", n=w.number(taught), all=all_)
        head.addWidget(Label(look, title, "section", wrap=False))
        spent = w.n("{count} minute", "{count} minutes", minutes)
        head.addWidget(Label(look, spent, "body", colour="ink2"), 1)
        head.addWidget(self._in_time())
        panel.box.addLayout(head)
        planned = [Span(step.planned, step.title, "planned") for step in state.plan]
        done = [
            Span(max(1, round(step.seconds / _MINUTE)), step.title, "done")
            for step in state.plan
            if step.reached
        ]
        longest = max(sum(s.minutes for s in planned), sum(s.minutes for s in done), 1)
        for name, spans in ((w.t("Planned"), planned), (w.t("Taught"), done)):
            panel.box.addLayout(self._strip(name, spans, longest))
        began = datetime.fromisoformat(state.started)
        panel.setAccessibleDescription(w.day(began.date()))
        return panel

    def _in_time(self) -> IconLabel:
        look, w = self._look, self._look.words
        spare = self._told.spare if self._told else 0
        if spare >= 0:
            words = w.n("{count} minute to spare", "{count} minutes to spare", spare)
            return IconLabel(
                look, "check-circle-fill", words, role="strong", colour="good"
            )
        words = w.n("{count} minute over", "{count} minutes over", -spare)
        return IconLabel(look, "clock", words, role="strong", colour="tur_ink")

    def _strip(self, name: str, spans: list[Span], total: int) -> QVBoxLayout:
        look, w = self._look, self._look.words
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        minutes = " · ".join(w.number(span.minutes) for span in spans)
        row = QHBoxLayout()
        row.addWidget(Label(look, name, "small", wrap=False), 1)
        row.addWidget(Label(look, minutes, "small", colour="ink2", wrap=False))
        column.addLayout(row)
        strip = Strip(look, 20)
        strip.set_steps(spans, total)
        column.addWidget(strip)
        return column

    def _next(self, state: RunState) -> QWidget | None:
        group = self._records.school_class(state.class_id) if state.class_id else None
        if group is None:
            return None
        runs = self._records.runs(group.id)
        rows = self._library.rows(group.lang or state.lang)
        found = ideas(rows, runs, group)
        card = NextCard(self._look, found, group.minutes, topics_taught(runs))
        card.lesson_chosen.connect(self.lesson_chosen)
        return card
