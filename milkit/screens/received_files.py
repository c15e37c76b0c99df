"""The left side of the results received: where to drop, counts, and the schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens import received_words
from milkit.screens.received_drop import Drop
from milkit.screens.received_list import Head, Schools
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from milkit.hub.desk import Desk
    from milkit.widgets.look import Look


class Files(QWidget):
    """
    What is on the desk. *places* were looked at ("" none); *added* = just taken in.

    *dropped* tells a list of paths, *school_chosen* the key of a row.
    """

    dropped = Signal(list)
    school_chosen = Signal(str)

    def __init__(
        self, look: Look, found: Desk, places: Sequence[Path], *, added: bool
    ) -> None:
        super().__init__()
        self._look, self._looked = look, bool(places)
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        title = self._title(found, places)
        drop = Drop(look, title, w.t("Files are copied, never moved or deleted."))
        drop.dropped.connect(self.dropped)
        column.addWidget(drop)
        if added:
            good = w.t("The new results are in. The receipts can be printed.")
            column.addWidget(Note(look, "good", w.t("Added"), good))
        elif places:
            column.addWidget(self._counts(found))
        column.addWidget(self._table(found))

    def show_lines(self, found: Desk, chosen: str) -> None:
        """Show the rows, with one chosen."""
        w = self._look.words
        lines = [received_words.line(row, w, looked=self._looked) for row in found.rows]
        self.schools.set_lines(lines, chosen)

    def _title(self, found: Desk, places: Sequence[Path]) -> str:
        w = self._look.words
        if not places:
            return w.t("Drop a folder or a stick here")
        return w.n(
            "{name}, {count} file",
            "{name}, {count} files",
            sum(row.files for row in found.rows),
            name=places[0].name or str(places[0]),
        )

    def _counts(self, found: Desk) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, self._look.px(20))
        for text, colour in received_words.counts(found, self._look.words):
            flow.addWidget(Label(self._look, text, colour=colour, wrap=False))
        return holder

    def _table(self, found: Desk) -> Panel:
        look, w = self._look, self._look.words
        table = Panel(look)
        table.box.setContentsMargins(1, 1, 1, 1)
        table.box.setSpacing(0)
        names = (
            w.t("School"), w.t("Lessons, classes"), w.t("Students"), w.t("State"),
        )  # fmt: skip
        table.box.addWidget(Head(look, names))
        self.schools = Schools(look, w.t("Schools"))
        self.schools.school_chosen.connect(self.school_chosen)
        table.box.addWidget(self.schools)
        if not found.rows:
            text = w.t("No results yet. They come on sticks or through a drop box.")
            row = QHBoxLayout()
            row.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(12))
            row.addWidget(Label(look, text, colour="ink2"))
            table.box.addLayout(row)
        return table
