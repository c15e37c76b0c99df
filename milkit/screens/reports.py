"""Reports: what was taught in a span of time, and the checks with their results."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.reports import taught_words
from milkit.reports.hiding import USUAL
from milkit.reports.results import listed, results
from milkit.reports.taught import Span, halves, taught
from milkit.screens import report_parts as parts
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.filters import Filter
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.month_chart import MonthChart
from milkit.widgets.notice import Empty
from milkit.widgets.panel import Divider, Flow, Panel

if TYPE_CHECKING:
    from milkit.records.store import Records
    from milkit.reports.report import Report
    from milkit.reports.results import Listed, Results
    from milkit.reports.taught import Taught
    from milkit.widgets.look import Look

_LEAST = 820  # px: below it the two columns stand under each other
_FIRST = 8  # lessons that show at once
_GROUPS = ("5", "10", "15", "20", "30")


class ReportsScreen(parts.ReportPage):
    """
    The report of a term over the list of checks; the filters are for the report.

    *results_chosen* tells a class and a check, *least_chosen* the smallest group that
    is to be shown, *print_chosen* and *file_chosen* (csv, xlsx) ask for the report,
    *received_asked* for the results of other teachers.
    """

    results_chosen = Signal(str, str)
    least_chosen = Signal(int)
    print_chosen = Signal()
    file_chosen = Signal(str)
    lessons_asked = Signal()
    received_asked = Signal()

    def __init__(self, look: Look, records: Records, least: int = USUAL) -> None:
        super().__init__(look)
        self._records = records
        self.report: Report | None = None
        self._parts: QWidget | None = None
        self._made: dict[tuple[str, str, int, int], Results | None] = {}
        self._make_head()
        self._make_filters(least)

    def _make_head(self) -> None:
        look, w = self._look, self._look.words
        self.print = Button(look, w.t("Print"), "printer")
        self.csv = Button(look, w.t("Save as CSV"), "file-csv")
        self.xlsx = Button(look, w.t("Save as XLSX"), "file-text")
        self.print.clicked.connect(self.print_chosen.emit)
        self.csv.clicked.connect(lambda: self.file_chosen.emit("csv"))
        self.xlsx.clicked.connect(lambda: self.file_chosen.emit("xlsx"))
        self._buttons = (self.print, self.csv, self.xlsx)
        self.set_bar(w.t("Reports"))
        self.add_buttons(*self._buttons)

    def _make_filters(self, least: int) -> None:
        look, w = self._look, self._look.words
        self.filters = QWidget()
        flow = Flow(self.filters, look.px(8))
        self.when = Filter(look, w.t("Any time"), (), many=False)
        self.whose = Filter(look, w.t("All classes"), (), many=False)
        groups = [
            (many, w.t("From {count} students", count=w.number(int(many))))
            for many in _GROUPS
        ]
        self.least = Filter(look, w.t("Smallest group"), groups, many=False)
        self.least.set_chosen((str(least),))
        for pill in (self.when, self.whose, self.least):
            flow.addWidget(pill)
        self.when.changed.connect(lambda _ids: self.refresh())
        self.whose.changed.connect(lambda _ids: self.refresh())
        self.least.changed.connect(self._group_chosen)
        self.body.addWidget(self.filters)

    def refresh(self) -> None:
        """Read everything anew."""
        w = self._look.words
        spans = {taught_words.span_said(s, w): s for s in halves(self._records)}
        self.when.set_options([(name, name) for name in spans])
        groups = {group.id: group.name for group in self._records.classes()}
        self.whose.set_options(list(groups.items()))
        chosen = next(iter(self.whose.chosen()), "")
        span = spans.get(next(iter(self.when.chosen()), ""), Span())
        found = taught(self._records, span, chosen, self._smallest)
        self.report = taught_words.report(found, w, groups.get(chosen, ""))
        known = [one for one in listed(self._records) if chosen in ("", one.class_id)]
        self._show(found, known)

    def print_now(self) -> None:
        """Print, by Ctrl P."""
        if self.report is not None and self.report.tables:
            self.print_chosen.emit()

    def focus_first(self) -> None:
        """Begin with the filters."""
        self.when.setFocus()

    # --- inside ----------------------------------------------------------------

    def _results(self, one: Listed) -> Results | None:
        """Give the results of a check; made once for each state of the records."""
        key = (one.class_id, one.check, self._smallest, self._records.highest())
        if key not in self._made:
            self._made[key] = results(
                self._records, one.class_id, one.check, least=self._smallest
            )
        return self._made[key]

    @property
    def _smallest(self) -> int:
        return int(next(iter(self.least.chosen()), USUAL))

    def _group_chosen(self, _ids: object) -> None:
        self.least_chosen.emit(self._smallest)
        self.least.set_chosen((str(self._smallest),))
        self.refresh()

    def _show(self, found: Taught, known: list[Listed]) -> None:
        if self._parts is not None:
            self._parts.hide()
            self.body.removeWidget(self._parts)
            self._parts.deleteLater()
        report = self.report
        any_ = bool(report and report.tables)
        for button in self._buttons:
            button.setVisible(any_)
        nothing = not any_ and not known
        filtered = bool(self.when.chosen() or self.whose.chosen())
        self.filters.setVisible(not nothing or filtered)
        empty = nothing and not filtered
        self._parts = self._empty() if empty else self._body(found, known)
        self.body.addWidget(self._parts)

    def _empty(self) -> Empty:
        look, w = self._look, self._look.words
        first = Button(look, w.t("Choose a lesson"), "books", kind="primary")
        first.clicked.connect(self.lessons_asked.emit)
        text = w.t(
            "Teach a lesson to a class, or give it a check. "
            "What was taught and what changed is shown here."
        )
        # An educator who collects the results of others may never have taught a lesson.
        buttons = [first, self._received()]
        empty = Empty(look, w.t("No reports yet"), text, buttons)
        empty.setMinimumHeight(look.px(320))
        return empty

    def _body(self, found: Taught, known: list[Listed]) -> QWidget:
        look, w, report = self._look, self._look.words, self.report
        holder = QWidget()
        row = Columns((6, 5), look.px(_LEAST), look.px(12), holder, look.px(20))
        if report is None:
            return holder
        row.add(Label(look, report.facts, "small", colour="ink2"), 0)
        row.add(parts.sentence(look, report), 0)
        row.add(self._checks(known), 1)
        row.add(self._others(), 1)
        if not report.tables:
            return holder
        classes, _months, topics, lessons, *checked = report.tables
        if found.months:
            row.add(self._months(found), 0)
        row.add(self._titled(classes.title, parts.view(look, classes)), 0)
        if report.hidden:
            row.add(parts.hidden(look, report.hidden), 0)
        for table in checked:
            row.add(self._titled(w.t("What changed"), parts.view(look, table)), 0)
        if report.sure:
            row.add(parts.sure(look, report.sure), 0)
        if topics.rows:
            row.add(self._titled(topics.title, parts.view(look, topics)), 1)
            self.lessons = parts.Long(look, lessons, most=_FIRST)
            row.add(self._titled(lessons.title, self.lessons), 1)
        return holder

    def _titled(self, title: str, widget: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        column.addLayout(parts.titled(self._look, title))
        column.addWidget(widget)
        return holder

    def _months(self, found: Taught) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        months = [(w.month(month), many) for month, many in found.months]
        chart = MonthChart(look, months, w.t("Lessons by month"))
        cell = w.n(
            "one cell = {count} lesson", "one cell = {count} lessons", chart.cell
        )
        panel.box.addLayout(parts.titled(look, w.t("Lessons by month"), cell))
        panel.box.addWidget(chart)
        line = w.t("A line with no cell is a month with no lesson.")
        panel.box.addWidget(Label(look, line, "least", colour="ink2"))
        return panel

    def _checks(self, known: list[Listed]) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("Checks before and after"), "card"))
        if not known:
            none = w.t("A check before and after lessons shows what changed.")
            panel.box.addWidget(Label(look, none, "small", colour="ink2"))
        for number, one in enumerate(known):
            if number:
                panel.box.addWidget(Divider(look))
            panel.box.addLayout(self._check(one))
        return panel

    def _others(self) -> QWidget:
        """Offer the way to the results of other teachers."""
        holder = QWidget()
        Flow(holder).addWidget(self._received())
        return holder

    def _received(self) -> Button:
        look, w = self._look, self._look.words
        button = Button(
            look, w.t("Results received"), kind="quiet", trailing="arrow-right"
        )
        button.clicked.connect(self.received_asked.emit)
        return button

    def _check(self, one: Listed) -> QHBoxLayout:
        look, w = self._look, self._look.words
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, one.class_name, "strong"))
        days = [one.title]
        if one.before_on:
            days.append(w.t("before: {day}", day=w.date(one.before_on)))
        if one.after_on:
            days.append(w.t("after: {day}", day=w.date(one.after_on)))
        words.addWidget(Label(look, " · ".join(days), "small", colour="ink2"))
        row.addLayout(words, 1)
        button = Button(look, w.t("Results"), kind="quiet", trailing="arrow-right")
        named = w.t("Results of {name}", name=one.class_name)
        button.setAccessibleName(plain(named))
        button.clicked.connect(
            partial(self.results_chosen.emit, one.class_id, one.check)
        )
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
