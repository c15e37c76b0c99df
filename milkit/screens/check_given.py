"""The checks that a class took, newest first, each with the way back into it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.records import checks
from milkit.screens import check_words
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label, Tag
from milkit.widgets.lines import plain
from milkit.widgets.panel import Divider, Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from milkit.records.checks import GivenRow
    from milkit.widgets.look import Look


class GivenPanel(Panel):
    """*opened* and *put_away* tell the id of a check; the page wires *results*."""

    opened = Signal(str)
    put_away = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.box.addWidget(Label(look, look.words.t("Given so far"), "section"))
        self.results = Button(look, look.words.t("Results"), "chart-bar", height=40)
        self.box.addWidget(self.results, 0, Qt.AlignmentFlag.AlignLeft)
        self._list: QWidget | None = None

    def show_given(self, rows: Sequence[GivenRow]) -> None:
        """Show the checks of a class."""
        look, w = self._look, self._look.words
        if self._list is not None:
            self.box.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        if not rows:
            none = w.t("No check yet. A check before and one after show what changed.")
            column.addWidget(Label(look, none, colour="ink2"))
        for number, row in enumerate(rows):
            if number:
                column.addWidget(Divider(look))
            column.addWidget(self._row(row))
        self.box.addWidget(self._list)

    def _row(self, row: GivenRow) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        title = check_words.title(row, w)
        column.addWidget(Label(look, title, "strong"))
        column.addWidget(Label(look, check_words.facts(row, w), "small", colour="ink2"))
        column.addWidget(Label(look, check_words.far(row, w), "small"))
        if row.sample:
            column.addWidget(Tag(look, w.t("Made up, to try out")))
        buttons = QWidget()
        flow = Flow(buttons, look.px(8))
        whole = row.way == checks.PAPER and row.done >= max(1, row.students)
        text = w.t("Look at it") if whole else w.t("Go on")
        go_on = Button(look, text, trailing="arrow-right", height=40)
        go_on.setAccessibleName(plain(f"{text}: {title}"))
        go_on.clicked.connect(partial(self._tell, self.opened, row.id))
        away = Button(look, w.t("Put away"), kind="quiet", height=40)
        away.setAccessibleName(plain(f"{w.t('Put away')}: {title}"))
        away.clicked.connect(partial(self._tell, self.put_away, row.id))
        flow.addWidget(go_on)
        flow.addWidget(away)
        column.addWidget(buttons)
        return holder

    def _tell(self, signal: SignalInstance, about: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's news
        signal.emit(about)
