"""What the pages of reports are made of: the sentence, tables, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow
from milkit.widgets.table import Head, TableView, Track

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from milkit.reports.report import Report, Table
    from milkit.widgets.look import Look
    from milkit.widgets.notice import Tone

_SIDE_BY_SIDE = 860  # px that a title and its buttons need


def heads(table: Table) -> list[Head]:
    """Give the heads of a table as it is painted."""
    return [Head(one.title, one.share, one.number) for one in table.columns]


def view(
    look: Look, table: Table, tracks: Sequence[Track] = (), most: int = 0
) -> TableView:
    """Show a table, or its first *most* rows."""
    rows = [[cell.shown for cell in row] for row in table.rows]
    shown = rows[:most] if most else rows
    return TableView(look, table.title, heads(table), shown, tracks[: len(shown)])


def sentence(look: Look, report: Report) -> Note:
    """Show the plain sentence that comes first."""
    tones: dict[str, Tone] = {"good": "good", "tip": "tip"}
    tone: Tone = tones.get(report.tone, "info")
    return Note(look, tone, report.head, report.text)


def sure(look: Look, lines: Sequence[str]) -> QWidget:
    """Show how sure it is, line by line, behind a sign."""
    from milkit.widgets.labels import IconLabel

    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(6))
    title = look.words.t("How sure is this?")
    column.addWidget(IconLabel(look, "info", title, "strong"))
    for line in lines:
        column.addWidget(Label(look, line, "small", colour="ink2"))
    return holder


def hidden(look: Look, text: str) -> Note:
    """Say what is hidden."""
    return Note(look, "info", "", text, icon="eye-slash")


class Long(QWidget):
    """A table that shows its first rows, and all of them when asked."""

    def __init__(
        self, look: Look, table: Table, tracks: Sequence[Track] = (), most: int = 8
    ) -> None:
        super().__init__()
        self._look, self._table, self._tracks = look, table, tracks
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        more = len(table.rows) > most + 1
        self.view = view(look, table, tracks, most if more else 0)
        self._column.addWidget(self.view)
        if more:
            w = look.words
            text = w.t("Show all {count}", count=w.number(len(table.rows)))
            self.all = Button(look, text, kind="quiet", trailing="caret-down")
            self.all.clicked.connect(self._show_all)
            left = Qt.AlignmentFlag.AlignLeft
            self._column.addWidget(self.all, 0, left)

    def _show_all(self) -> None:
        self._column.removeWidget(self.view)
        self.view.deleteLater()
        self.view = view(self._look, self._table, self._tracks)
        self._column.insertWidget(0, self.view)
        self.view.show()
        self.all.hide()


class ReportPage(Page):
    """A page whose title has its buttons beside it, or under it in the body."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._named: QWidget | None = None
        self._held = QWidget()
        self._flow = Flow(self._held, look.px(10))
        self.body.addWidget(self._held)

    def set_bar(self, title: str, crumbs: str = "") -> None:
        """Put the title, and the way to it above, into the header."""
        look = self._look
        if self._named is not None:
            self._named.hide()
            self._named.deleteLater()
        self._named = QWidget()
        column = QVBoxLayout(self._named)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if crumbs:
            column.addWidget(Label(look, crumbs, "small", colour="ink2", most=1))
        column.addWidget(Label(look, title, "title", most=2))
        self.header.row.insertWidget(0, self._named, 1)
        self.setAccessibleName(title)

    def add_buttons(self, *buttons: Button) -> None:
        """Take the buttons of the page, in order."""
        for button in buttons:
            self._flow.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room for them."""
        super().resizeEvent(event)
        wide = self.width() >= self._look.px(_SIDE_BY_SIDE)
        inside = self.header.row.indexOf(self._held) >= 0
        if wide and not inside:
            self.header.row.addWidget(self._held)
        elif not wide and inside:
            self.header.row.removeWidget(self._held)
            self.body.insertWidget(0, self._held)


def titled(look: Look, title: str, right: str = "") -> QHBoxLayout:
    """Give a line with a card's title, and a small word at its right."""
    row = QHBoxLayout()
    row.addWidget(Label(look, title, "card"), 1)
    if right:
        edge = Qt.AlignmentFlag.AlignRight
        row.addWidget(Label(look, right, "small", colour="ink2", align=edge))
    return row
