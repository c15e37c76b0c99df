"""The parts of a lesson to tick for printing, each with its sheets of paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from milkit.content import plan_page, whole
from milkit.press.parts import KEY, LOCAL, PAPER_SET, PLAN
from milkit.screens.print_wishes import ALWAYS, OPTIONAL
from milkit.widgets.choices import Tick
from milkit.widgets.fields import Choice
from milkit.widgets.labels import Label
from milkit.widgets.panel import Divider, Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.content.lesson import Handout, Lesson
    from milkit.content.plan_forms import PlanFormat
    from milkit.ground.words import Words
    from milkit.widgets.look import Look


LARGE = 150  # percent


class PartRow(QWidget):
    """One part: a box to tick, what it is, and its sheets at the right."""

    def __init__(self, look: Look, title: str, hint: str) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        side = look.px(16 if look.type.size < LARGE else 4)
        row.setContentsMargins(side, look.px(2), side, look.px(2))
        row.setSpacing(look.px(12))
        self.tick = Tick(look, title, hint, bold=True)
        self.count = Label(look, "", "strong", wrap=False)
        row.addWidget(self.tick, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_sheets(self, sheets: int | None) -> None:
        """Say how many sheets of paper it takes; None = still being counted."""
        w = self._look.words
        if sheets is None:
            self.count.set_text("…")
        else:
            self.count.set_text(w.n("{count} sheet", "{count} sheets", sheets))
        self.count.set_colour("ink" if self.tick.isChecked() else "ink2")


class Parts(Panel):
    """
    All parts of a lesson. *turned* tells a part that was ticked or not any more.

    *form_chosen* tells the form of the lesson plan.
    """

    turned = Signal(str, bool)
    form_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.box.setContentsMargins(0, look.px(6), 0, look.px(6))
        self.box.setSpacing(look.px(2))
        self.rows: dict[str, PartRow] = {}
        self.form: Choice | None = None
        self._holder: QWidget | None = None

    def set_lesson(
        self, lesson: Lesson, ids: Sequence[str], forms: Sequence[PlanFormat], form: str
    ) -> None:
        """Show the parts of another lesson."""
        if self._holder is not None:
            self.box.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(2))
        self.rows = {}
        for number, part in enumerate(ids):
            if number:
                column.addWidget(Divider(self._look))
            title, hint = self._said(lesson, part)
            row = PartRow(self._look, title, hint)
            row.tick.clicked.connect(partial(self._turned, part))
            self.rows[part] = row
            column.addWidget(row)
            if part == PLAN:
                column.addWidget(self._forms(forms, form))
        self.box.addWidget(self._holder)

    def tick(self, parts: Sequence[str]) -> None:
        """Tick these parts and no others, without telling."""
        for part, row in self.rows.items():
            row.tick.setChecked(part in parts)

    def ticked(self) -> tuple[str, ...]:
        """Give the parts that are ticked, in order."""
        return tuple(p for p, row in self.rows.items() if row.tick.isChecked())

    def _turned(self, part: str) -> None:
        self.turned.emit(part, self.rows[part].tick.isChecked())

    def _forms(self, forms: Sequence[PlanFormat], form: str) -> QWidget:
        look, w = self._look, self._look.words
        options = [
            (plan_page.ID, w.t("One page")),
            (whole.ID, w.t("The whole lesson, every word")),
            *_named(forms, w),
        ]
        self.form = Choice(look, w.t("Form of the lesson plan"), options, form)
        self.form.chosen.connect(self.form_chosen)
        fixed = QSizePolicy.Policy.Fixed
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, fixed)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(look.px(16 + 30), 0, look.px(16), look.px(8))
        row.addWidget(self.form)
        row.addStretch()
        return holder

    def _said(self, lesson: Lesson, part: str) -> tuple[str, str]:
        w = self._look.words
        fixed = {
            PLAN: (
                w.t("Lesson plan"),
                w.t("For you. Choose the form your school asks for."),
            ),
            PAPER_SET: (
                w.t("Paper set, if there is no projector"),
                w.t("To hold up and to cut. One set, cards for groups of 4."),
            ),
            LOCAL: (
                w.t("Form for your own example"),
                w.t("To collect an example from your place."),
            ),
            KEY: (
                w.t("Answer key"),
                w.t("Printed last, on its own sheet, marked “Teacher only”"),
            ),
        }
        if part in fixed:
            return fixed[part]
        handout = next(h for h in lesson.handouts if h.id == part)
        return handout.title, _per(handout, w)


def kind_of(lesson: Lesson, part: str) -> str:
    """Give the kind of a part: that is what is remembered from lesson to lesson."""
    for handout in lesson.handouts:
        if handout.id == part:
            return OPTIONAL if handout.when == OPTIONAL else ALWAYS
    return part


def _named(forms: Sequence[PlanFormat], w: Words) -> list[tuple[str, str]]:
    named = []
    for form in forms:
        own = form.own_name
        text = form.name if w.lang == "en" or own == form.name else own
        named.append((form.id, text))
    return named


def _per(handout: Handout, w: Words) -> str:
    """Say for whom a handout is, and how it stands on the paper."""
    if handout.per == "class":
        text = w.t("One for the class.")
    elif handout.per == "1":
        text = w.t("One for each student.")
    else:
        text = w.n(
            "One for {count} student.", "One for {count} students.", int(handout.per)
        )
    if handout.up > 1:
        cut = w.n(
            "{count} on a page, cut along the line.",
            "{count} on a page, cut along the lines.",
            handout.up,
        )
        text = f"{text} {cut}"
    if handout.when == OPTIONAL:
        optional = w.t("If you like.")
        text = f"{text} {optional}"
    return text
