"""The steps of a lesson before class: each opens in place, and can be left out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens.lesson_fold import Fold, Folds, RowWords, inset
from milkit.screens.lesson_notes import Notes
from milkit.widgets.buttons import Button
from milkit.widgets.lesson_words import grouping_name, minutes
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from milkit.content.lesson import Step
    from milkit.screens.lesson_seen import Pictures
    from milkit.teaching.planning import Planning
    from milkit.widgets.look import Look


class Steps(Folds):
    """
    All steps of a lesson, those that are not taught in grey.

    *teach_asked* tells the step to begin with, *turned* one that is put in or left
    out.
    """

    teach_asked = Signal(str)
    turned = Signal(str, bool)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look)
        self._pictures = pictures
        self._plan: Planning | None = None
        self.doubled.connect(self._teach_number)

    def set_lesson(self, plan: Planning) -> None:
        """Show the steps of another lesson."""
        self._plan = plan
        steps = plan.lesson.steps
        self.set_rows([(self._words(s, plan), partial(self._body, s)) for s in steps])

    def fold(self, step: str) -> Fold:
        """Give the row of a step by its id."""
        ids = [one.id for one in self._plan.lesson.steps] if self._plan else []
        return self.folds[ids.index(step)]

    def set_plan(self, plan: Planning) -> None:
        """Show which steps are taught now, and how long."""
        self._plan = plan
        for step, fold in zip(plan.lesson.steps, self.folds, strict=True):
            words = self._words(step, plan)
            if fold.row.words != words:
                fold.row.set_words(words)
                self.renew(fold)

    def open_all(self, on: bool) -> None:  # noqa: FBT001 - a state
        """Open every step to read the lesson through, or shut them."""
        for fold in self.folds:
            fold.set_open(on)

    def _words(self, step: Step, plan: Planning) -> RowWords:
        w = self._look.words
        taught = {one.id: one.minutes for one in plan.steps}
        time = minutes(taught.get(step.id, step.minutes), w)
        note = grouping_name(step.grouping, w)
        if step.id not in taught:
            note = w.t("if there is time") if step.optional else w.t("left out")
        return RowWords(
            step.title,
            step.lead,
            number=w.number(plan.lesson.steps.index(step) + 1),
            right=time,
            note=note,
            out=step.id not in taught,
            changed=taught.get(step.id, step.minutes) != step.minutes,
            lang=plan.lesson.lang,
        )

    def _body(self, step: Step) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(inset(look), look.px(4), look.px(16), look.px(16))
        column.setSpacing(look.px(10))
        buttons = QWidget()
        flow = Flow(buttons, look.px(8))
        plan = self._plan
        assert plan is not None  # noqa: S101 - for the type: its row is there
        taught = any(one.id == step.id for one in plan.steps)
        text = w.t("Teach from here") if taught else w.t("Put this step in")
        first = Button(look, text, "play" if taught else "plus", height=40)
        if taught:
            first.clicked.connect(partial(self._teach, step.id))
        else:
            first.clicked.connect(partial(self._turn, step.id, True))
        flow.addWidget(first)
        if taught and len(plan.steps) > 1:
            out = Button(look, w.t("Leave this step out"), "x", kind="quiet", height=40)
            out.clicked.connect(partial(self._turn, step.id, False))
            flow.addWidget(out)
        column.addWidget(Notes(look, plan.lesson, step.blocks, self._pictures))
        column.addWidget(buttons)
        return holder

    def _teach_number(self, number: int) -> None:
        if self._plan is not None:
            self.teach_asked.emit(self._plan.lesson.steps[number].id)

    def _teach(self, step: str, _on: object = None) -> None:
        self.teach_asked.emit(step)

    def _turn(self, step: str, taught: bool, _on: object = None) -> None:  # noqa: FBT001 - a signal's news
        self.turned.emit(step, taught)
