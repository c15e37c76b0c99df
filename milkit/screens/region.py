"""Region: lessons by country and month as cloth, and what students learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.ground.errors import Mishap
from milkit.ground.hub_errors import HubMissing
from milkit.hub import countries, place, region, region_words
from milkit.screens import report_parts
from milkit.screens.region_chart import CELLS, Group, IntervalChart, Legend, Months
from milkit.screens.saving import Saving
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.filters import Filter
from milkit.widgets.labels import Label
from milkit.widgets.month_chart import per_cell
from milkit.widgets.notice import Empty
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.hub.learning import Learnt
    from milkit.hub.region import Country, Region
    from milkit.reports.report import Report
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

_APART = 860  # px: below it learning stands under the lessons
_WIDE = 172  # px of a country's card
_SIDE = 3


class RegionScreen(report_parts.ReportPage):
    """
    What a coordinator sees of all schools. *data* knows where the hub is.

    *print_chosen* and *file_chosen* (csv, xlsx) ask for the `report`; *back_asked*
    and *received_asked* are the ways back.
    """

    print_chosen = Signal()
    file_chosen = Signal(str)
    received_asked = Signal()
    back_asked = Signal()
    troubled = Signal(object)

    def __init__(self, look: Look, data: Path, background: Background) -> None:
        super().__init__(look)
        self._data, self._background = data, background
        self.report: Report | None = None
        self._make_buttons()
        filters = QHBoxLayout()
        filters.addWidget(self.year)
        filters.addStretch()
        self.body.addLayout(filters)
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self._middle = QVBoxLayout()
        self.body.addLayout(self._middle)
        self.body.addStretch()

    def refresh(self) -> None:
        """Read the hub anew, in a thread: it may hold years of many schools."""
        self.saving.clear()
        try:
            hub = place.here(self._data)
        except HubMissing:
            self._show_empty()
            return
        year = next(iter(self.year.chosen()), "")
        self._background.run(
            lambda _step: region.region(hub, year),
            owner=self,
            done=self.show_region,
            failed=self._failed,
        )

    def show_region(self, found: Region) -> None:
        """Show what the hub holds."""
        look, w = self._look, self._look.words
        self.report = region_words.report(found, w)
        self._title(self.report.title)
        self.year.set_options([(one, one) for one in found.years])
        if not found.countries:
            self._show_empty()
            return
        for button in (self.print, self.csv, self.xlsx, self.year):
            button.show()
        _clear(self._middle)
        holder = QWidget()
        columns = Columns((52, 48), look.px(_APART), look.px(12), holder, look.px(20))
        for part in self._lessons(found, self.report):
            columns.add(part, 0)
        for part in self._learning(found, self.report):
            columns.add(part, 1)
        self._middle.addWidget(holder)
        for table in self.report.tables:
            self._middle.addWidget(Label(look, table.title, "card"))
            self._middle.addWidget(report_parts.Long(look, table))
            if table.note:
                self._middle.addWidget(Label(look, table.note, "small", colour="ink2"))

    def print_now(self) -> None:
        """Print, by Ctrl P."""
        if self.report is not None and self.report.tables:
            self.print_chosen.emit()

    def focus_first(self) -> None:
        """Begin with the filter of the year."""
        self.year.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside ----------------------------------------------------------------

    def _make_buttons(self) -> None:
        look, w = self._look, self._look.words
        self.year = Filter(look, w.t("Newest months"), (), many=False)
        self.print = Button(look, w.t("Print"), "printer")
        self.csv = Button(look, w.t("Save as CSV"), "file-csv")
        self.xlsx = Button(look, w.t("Save as XLSX"), "file-text")
        self.year.changed.connect(lambda _ids: self.refresh())
        self.print.clicked.connect(self.print_chosen.emit)
        self.csv.clicked.connect(lambda: self.file_chosen.emit("csv"))
        self.xlsx.clicked.connect(lambda: self.file_chosen.emit("xlsx"))
        self.add_buttons(self.print, self.csv, self.xlsx)
        self._title(w.t("Region"))

    def _title(self, title: str) -> None:
        w = self._look.words
        crumbs = w.t("{place} › {page}", place=w.t("Reports"), page=w.t("Region"))
        self.set_bar(title, crumbs)

    def _show_empty(self) -> None:
        look, w = self._look, self._look.words
        for button in (self.print, self.csv, self.xlsx, self.year):
            button.hide()
        _clear(self._middle)
        go = Button(look, w.t("Results received"), kind="primary")
        go.clicked.connect(self.received_asked.emit)
        title = w.t("No results yet")
        text = w.t("When schools have sent results, you see here what they did.")
        self._middle.addWidget(Empty(look, title, text, (go,)))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Mishap):
            self.saving.tell(error)
        else:
            self.troubled.emit(error)

    def _lessons(self, found: Region, report: Report) -> list[QWidget]:
        look, w = self._look, self._look.words
        most = max(many or 0 for one in found.countries for many in one.lessons)
        cell = per_cell(most, CELLS)
        title = w.t("Lessons taught, by country and month")
        holder = QWidget()
        row = report_parts.titled(look, title, report.facts)
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        cards = QWidget()
        shares = (1,) * _SIDE
        grid = Columns(shares, look.px(_SIDE * _WIDE), look.px(8), cards)
        names = [region_words.said(month, w) for month in found.months]
        for number, one in enumerate(found.countries):
            grid.add(self._country(one, names, cell), number % _SIDE)
        text = w.n(
            "One cell is {count} lesson. All countries have the same scale. A month "
            "with no cell is a line: no results were received.",
            "One cell is {count} lessons. All countries have the same scale. A month "
            "with no cell is a line: no results were received.",
            cell,
        )
        return [holder, cards, Label(look, text, "small", colour="ink2")]

    def _country(self, one: Country, names: list[str], cell: int) -> QWidget:
        look, w = self._look, self._look.words
        panel = Panel(look)
        name = countries.name(one.code, w)
        row = QHBoxLayout()
        row.addWidget(Label(look, name, "strong"), 1)
        many = w.number(one.total)
        row.addWidget(Label(look, many, colour="ink2", wrap=False))
        panel.box.addLayout(row)
        months = list(zip(names, one.lessons, strict=True))
        panel.box.addWidget(Months(look, months, cell, name))
        return panel

    def _learning(self, found: Region, report: Report) -> list[QWidget]:
        look, w = self._look, self._look.words
        parts: list[QWidget] = [report_parts.sentence(look, report)]
        if found.together is not None:
            panel = Panel(look)
            row = QHBoxLayout()
            title = w.t("Discernment (d′), before to after")
            row.addWidget(Label(look, title, "card"), 1)
            row.addWidget(Legend(look))
            panel.box.addLayout(row)
            groups = [
                self._group(one, countries.name(one.group, w)) for one in found.groups
            ]
            groups.append(self._group(found.together, w.t("All together")))
            panel.box.addWidget(IntervalChart(look, groups, title))
            parts.append(panel)
        if report.hidden:
            parts.append(report_parts.hidden(look, report.hidden))
        parts.append(report_parts.sure(look, report.sure))
        return parts

    def _group(self, one: Learnt, name: str) -> Group:
        w = self._look.words
        facts = (
            w.n("{count} student", "{count} students", one.students),
            w.n("{count} class", "{count} classes", one.classes),
        )
        said = w.t(
            "{name}: d′ {before} before, {after} after, c {leaning}",
            name=name,
            before=region_words.interval(one.before, w),
            after=region_words.interval(one.after, w),
            leaning=region_words.leaning(one, w),
        )
        leaning = region_words.leaning(one, w)
        return Group(name, facts, one.before, one.after, leaning, said)


def _clear(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
