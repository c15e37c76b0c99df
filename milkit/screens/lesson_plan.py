"""How a lesson fits the period: class, minutes, parts, rail, and what to mend."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.teaching import planning
from milkit.teaching.pace import Shorten
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Pills
from milkit.widgets.fields import Choice
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.lesson_words import minutes
from milkit.widgets.notice import Note
from milkit.widgets.panel import Flow
from milkit.widgets.rail import Span, TimeRail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.records.classes import SchoolClass
    from milkit.teaching.pace import Offer
    from milkit.teaching.planning import Planning
    from milkit.widgets.columns import Columns
    from milkit.widgets.look import Look

PERIODS = (30, 35, 40, 45, 50, 60, 70, 80, 90)


class PlanPart(QObject):
    """
    The plan above the steps, kept from lesson to lesson.

    *changed* tells a new plan, *class_chosen* a class.
    """

    changed = Signal(object)
    class_chosen = Signal(str)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._classes: tuple[SchoolClass, ...] = ()
        self._plan: Planning | None = None
        self._halves = False
        w = look.words
        self.fits = IconLabel(look, "check-circle", "", colour="good", bold=True)
        self.period = Choice(look, w.t("Your period"), [])
        self.period.chosen.connect(lambda text: self._take_period(int(text)))
        self.group = Choice(look, w.t("Class"), [])
        self.group.chosen.connect(self._take_class)
        self.choosers = self._made_choosers()
        self.extra = QWidget()
        self._extra = QVBoxLayout(self.extra)
        self._extra.setContentsMargins(0, 0, 0, 0)
        self._extra.setSpacing(look.px(10))
        self.rail = TimeRail(look)

    def stand_in(self, columns: Columns, column: int) -> None:
        """Put the widgets into a column of the page."""
        for widget in (self.choosers, self.extra, self.rail):
            columns.add(widget, column)

    def set_lesson(
        self, plan: Planning, classes: Sequence[SchoolClass], class_id: str
    ) -> None:
        """Show the plan of another lesson."""
        if tuple(classes) != self._classes or not self.group.count():
            self._classes = tuple(classes)
            self._fill_choices(plan)
        if self.period.findData(str(plan.period)) < 0:
            self._fill_choices(plan)
        self.group.set_value(class_id)
        self._halves = bool(plan.over)
        self._show(plan)

    def set_plan(self, plan: Planning) -> None:
        """Show another plan of the same lesson, and tell of it."""
        self._halves = self._halves or bool(plan.over)
        self._show(plan)
        self.changed.emit(plan)

    def offer_halves(self) -> None:
        """Show the choice of the lesson's halves, also when the whole fits."""
        self._halves = True
        if self._plan is not None:
            self._show(self._plan)

    # --- choosers ------------------------------------------------------------------

    def _made_choosers(self) -> QWidget:
        look, w = self._look, self._look.words
        holder, pair = QWidget(), QWidget()
        flow = Flow(holder, look.px(12))
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        text = w.t("Your period")
        row.addWidget(Label(look, text, "small", colour="ink2", wrap=False))
        row.addWidget(self.period)
        flow.addWidget(Label(look, w.t("Plan"), "section", wrap=False))
        for widget in (self.fits, pair, self.group):
            flow.addWidget(widget)
        return holder

    def _fill_choices(self, plan: Planning) -> None:
        w = self._look.words
        own = {c.minutes for c in self._classes} | {plan.period}
        lengths = sorted({*PERIODS, *(m for m in own if m)})
        self.period.set_options([(str(m), minutes(m, w)) for m in lengths])
        named = [(c.id, self._class_text(c)) for c in self._classes]
        self.group.set_options([("", w.t("No class")), *named])
        self.group.setVisible(bool(self._classes))
        wide = min(self.group.sizeHint().width(), self._look.px(200))
        self.group.setFixedWidth(wide)

    def _class_text(self, group: SchoolClass) -> str:
        w = self._look.words
        many = w.n("{count} student", "{count} students", group.students)
        return f"{group.name}  ·  {many}"

    def _take_class(self, class_id: str) -> None:
        group = next((c for c in self._classes if c.id == class_id), None)
        self.class_chosen.emit(class_id)
        if group is not None and group.minutes:
            self._take_period(group.minutes)

    def _take_period(self, period: int) -> None:
        if self._plan is not None:
            self.set_plan(planning.begin(self._plan.lesson, period))

    def _take_part(self, part: str) -> None:
        if self._plan is not None:
            period = self._plan.period
            self.set_plan(planning.begin(self._plan.lesson, period, part))

    # --- how it fits ---------------------------------------------------------------

    def _show(self, plan: Planning) -> None:
        self._plan = plan
        self.period.set_value(str(plan.period))
        spans = [Span(step.minutes, step.title) for step in plan.steps]
        self.rail.set_steps(spans, plan.period)
        self.fits.setVisible(not plan.over)
        self.fits.set_text(self._fitting(plan))
        while (item := self._extra.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for made in (self._made_parts(plan), self._made_mend(plan)):
            if made is not None:
                self._extra.addWidget(made)
        self.extra.setVisible(self._extra.count() > 0)

    def _fitting(self, plan: Planning) -> str:
        w, spare = self._look.words, plan.spare
        if not plan.period or not spare:
            return w.t("Fits your period exactly")
        return w.n(
            "Fits, {count} minute to spare", "Fits, {count} minutes to spare", spare
        )

    def _made_parts(self, plan: Planning) -> QWidget | None:
        """Offer the lesson's halves, once they are asked for or needed."""
        wanted = self._halves or plan.part != planning.WHOLE
        if not wanted or not planning.has_parts(plan.lesson):
            return None
        w = self._look.words

        def said(name: str, part: str) -> tuple[str, str]:
            return part, f"{name}  ·  {minutes(plan.minutes_of(part), w)}"

        options = (
            said(w.t("Whole"), planning.WHOLE),
            said(w.t("First half"), planning.FIRST),
            said(w.t("Second half"), planning.SECOND),
        )
        made = Pills(self._look, w.t("Part of the lesson"), options, plan.part)
        made.chosen.connect(self._take_part)
        return made

    def _made_mend(self, plan: Planning) -> QWidget | None:
        """Say what could go when time is short, and how to take changes back."""
        look, w = self._look, self._look.words
        buttons: list[Button] = []
        for offer in plan.offers:
            button = Button(look, self._offered(offer), height=40)
            button.clicked.connect(partial(self._take, offer))
            buttons.append(button)
        if plan.changed:
            icon, text = "arrow-counter-clockwise", w.t("Put the plan back")
            back = Button(look, text, icon, kind="quiet", height=40)
            back.clicked.connect(self._put_back)
            if not plan.over:
                return _left(back)
            buttons.append(back)
        if not plan.over:
            return None
        text = w.n(
            "{count} minute over your period",
            "{count} minutes over your period",
            plan.over,
        )
        return Note(look, "tip", text, icon="clock", buttons=buttons)

    def _offered(self, offer: Offer) -> str:
        w = self._look.words
        number = w.number(offer.number)
        if isinstance(offer, Shorten):
            to = minutes(offer.to, w)
            return w.t("Shorten step {number} to {minutes}", number=number, minutes=to)
        return w.t("Leave out step {number}", number=number)

    def _take(self, offer: Offer, _on: object = None) -> None:
        if self._plan is not None:
            self.set_plan(self._plan.taking(offer))

    def _put_back(self) -> None:
        if self._plan is not None:
            plan = self._plan
            self.set_plan(planning.begin(plan.lesson, plan.period, plan.part))


def _left(widget: QWidget) -> QWidget:
    """Keep a widget at the left of its row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch()
    return holder
