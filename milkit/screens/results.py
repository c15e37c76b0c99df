"""What changed in a class: the sentence first, the gap, each item, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.ground.errors import CheckMissing
from milkit.library import checks as library_checks
from milkit.reports import advice, results_words, waiting
from milkit.reports.hiding import USUAL
from milkit.reports.results import listed, results
from milkit.screens import report_parts as parts
from milkit.teaching.next_lesson import ideas
from milkit.widgets import lesson_words
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.filters import Filter
from milkit.widgets.gap_chart import GapChart, Side
from milkit.widgets.labels import Label
from milkit.widgets.notice import Empty, Note
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.table import Track

if TYPE_CHECKING:
    from milkit.library.library import Library
    from milkit.records.store import Records
    from milkit.reports.report import Report
    from milkit.reports.results import Gap, Results
    from milkit.reports.waiting import Compared
    from milkit.teaching.next_lesson import Idea
    from milkit.widgets.look import Look

_LEAST = 820  # px: below it the two columns stand under each other
_FIRST = 6  # items that show at once


class ResultsScreen(parts.ReportPage):
    """
    The results of one class in one check.

    *print_chosen* and *file_chosen* (csv, xlsx) ask for the report on the screen,
    *lesson_chosen* tells a lesson and its language.
    """

    print_chosen = Signal()
    file_chosen = Signal(str)
    lesson_chosen = Signal(str, str)

    def __init__(
        self, look: Look, library: Library, records: Records, least: int = USUAL
    ) -> None:
        super().__init__(look)
        self._library, self._records, self._least = library, records, least
        self._about = ("", "")
        self._idea: Idea | None = None
        self._parts: QWidget | None = None
        self.report: Report | None = None
        self._make_buttons()
        self.beside = Filter(
            look, look.words.t("A class that waited"), (), many=False, parent=self
        )
        self.beside.changed.connect(lambda _ids: self.refresh())
        self.beside.hide()
        self._offers = False

    def _make_buttons(self) -> None:
        look, w = self._look, self._look.words
        self.print = Button(look, w.t("Print"), "printer")
        self.csv = Button(look, w.t("Save as CSV"), "file-csv")
        self.xlsx = Button(look, w.t("Save as XLSX"), "file-text")
        self.next = Button(
            look, w.t("Plan the next lesson"), kind="primary", trailing="arrow-right"
        )
        self.print.clicked.connect(self.print_chosen.emit)
        self.csv.clicked.connect(lambda: self.file_chosen.emit("csv"))
        self.xlsx.clicked.connect(lambda: self.file_chosen.emit("xlsx"))
        self.next.clicked.connect(self._plan)
        self.add_buttons(self.print, self.csv, self.xlsx, self.next)

    def show_about(self, class_id: str, check: str = "") -> None:
        """Choose the class, and the check: the newest it had, when not named."""
        if class_id != self._about[0]:
            self.beside.set_chosen(())
            self.middle.verticalScrollBar().setValue(
                0
            )  # the plain sentence comes first
        had = (one.check for one in listed(self._records) if one.class_id == class_id)
        self._about = (class_id, check or next(had, ""))

    def refresh(self) -> None:
        """Read the answers anew."""
        class_id, check = self._about
        texts = self._texts(check)
        found = results(self._records, class_id, check, texts, self._least)
        if found is None:
            self._show_none()
            return
        self.report = results_words.report(
            found, self._look.words, self._compared(found)
        )
        self._idea = advice.lesson(found, self._ideas(class_id))
        self._show(found, self.report)

    def print_now(self) -> None:
        """Print, by Ctrl P."""
        if self.report is not None and self.report.tables:
            self.print_chosen.emit()

    def focus_first(self) -> None:
        """Begin with what comes next."""
        self.next.setFocus()

    # --- inside ----------------------------------------------------------------

    def _texts(self, check: str) -> dict[str, str]:
        """Give the words of the items in the first form."""
        try:
            found = library_checks.opened(self._library, check, self._look.words.lang)
        except CheckMissing:
            return {}
        first = found.forms[0]
        return {
            item.id: item.forms[first].text
            for item in found.items
            if first in item.forms
        }

    def _ideas(self, class_id: str) -> list[Idea]:
        group = self._records.school_class(class_id)
        if group is None:
            return []
        rows = self._library.rows(group.lang or self._look.words.lang)
        return ideas(rows, self._records.runs(class_id), group)

    def _compared(self, found: Results) -> Compared | None:
        """Offer the classes that had the check too, and compare with the chosen."""
        class_id, check = self._about
        others = waiting.candidates(self._records, class_id, check)
        self.beside.set_options([(one.class_id, one.class_name) for one in others])
        self._offers = bool(others) and found.reading is not None
        chosen = next(iter(self.beside.chosen()), "")
        if not chosen or found.reading is None:
            return None
        return waiting.compared(self._records, found, chosen, self._least)

    def _plan(self) -> None:
        if self._idea is not None:
            row = self._idea.row
            self.lesson_chosen.emit(row.id, row.lang)

    def _show_none(self) -> None:
        """Say that there is nothing yet."""
        look, w = self._look, self._look.words
        self.report = self._idea = None
        self.beside.setParent(self)
        self.beside.hide()
        for button in (self.print, self.csv, self.xlsx, self.next):
            button.hide()
        self.set_bar(w.t("Results"), w.t("Reports"))
        text = w.t("A check before and after lessons shows what changed.")
        self._put(Empty(look, w.t("No results yet"), text))

    def _put(self, new: QWidget) -> None:
        if self._parts is not None:
            self._parts.hide()
            self.body.removeWidget(self._parts)
            self._parts.deleteLater()
        self._parts = new
        self.body.addWidget(new)

    def _show(self, found: Results, report: Report) -> None:
        look = self._look
        for button in (self.print, self.csv, self.xlsx):
            button.setVisible(bool(report.tables))
        self.next.setVisible(self._idea is not None)
        self.beside.setParent(self)  # it stays, with what was chosen
        self.beside.hide()
        crumbs = f"{look.words.t('Reports')} › {found.class_name}"
        self.set_bar(report.title, crumbs)
        self._put(self._body(found, report))

    def _body(self, found: Results, report: Report) -> QWidget:
        look = self._look
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(Label(look, report.facts, "small", colour="ink2"))
        if not report.tables:
            column.addWidget(parts.sentence(look, report))
            column.addStretch()
            return holder
        sides = QWidget()
        row = Columns((5, 6), look.px(_LEAST), look.px(12), sides, look.px(20))
        row.add(parts.sentence(look, report), 0)
        row.add(self._chart(found), 0)
        row.add(parts.view(look, report.tables[0]), 0)
        row.add(parts.sure(look, report.sure), 0)
        if self._offers:
            row.add(self._beside(), 0)
        row.add(self._items(found, report), 1)
        if report.hidden:
            row.add(parts.hidden(look, report.hidden), 1)
        row.add(self._next(found), 1)
        column.addWidget(sides)
        column.addStretch()
        return holder

    def _beside(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder)
        flow.addWidget(self.beside)
        self.beside.show()
        return holder

    def _chart(self, found: Results) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addLayout(
            parts.titled(
                look,
                w.t("The gap between the lines is discernment"),
                w.t("a wider gap is better"),
            )
        )
        said = self.report.text if self.report else ""
        sides = (_side(found.before), _side(found.after))
        self.chart = GapChart(look, *sides, said)
        panel.box.addWidget(self.chart)
        return panel

    def _items(self, found: Results, report: Report) -> QWidget:
        look = self._look
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        table = report.tables[1]
        ring = look.words.t("ring: before, dot: after")
        column.addLayout(parts.titled(look, table.title, ring))
        tracks = [Track(one.before, one.after) for one in found.items]
        self.items = parts.Long(look, table, tracks, _FIRST)
        column.addWidget(self.items)
        if table.note:
            column.addWidget(Label(look, table.note, "least", colour="ink2"))
        return holder

    def _next(self, found: Results) -> Note:
        look, w = self._look, self._look.words
        lines = [advice.said(found, w)]
        if self._idea is not None:
            row = self._idea.row
            lines.append(
                w.t(
                    "Try “{title}” ({minutes}, {need}).",
                    title=row.title,
                    minutes=lesson_words.minutes(row.minutes, w),
                    need=lesson_words.need_name(lesson_words.main_need(row.needs), w),
                )
            )
        text = " ".join(line for line in lines if line)
        return Note(look, "tip", w.t("Teach next"), text)


def _side(gap: Gap | None) -> Side | None:
    return Side(gap.hits, gap.alarms) if gap is not None else None
