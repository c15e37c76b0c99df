"""The checks of a class in its overview: one sentence, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from milkit.screens import check_words
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.records.checks import GivenRow
    from milkit.widgets.look import Look


class ChecksCard(Panel):
    """Where the class stands before and after; *opened* leads to its checks."""

    opened = Signal()

    def __init__(self, look: Look, rows: Sequence[GivenRow]) -> None:
        super().__init__(look)
        w = look.words
        title = rows[0].title if rows else w.t("Checks")
        self.box.addWidget(Label(look, title, "card"))
        self.box.addWidget(Label(look, check_words.in_a_sentence(rows, w)))
        text = w.t("Checks of this class") if rows else w.t("Give a check")
        open_ = Button(look, text, trailing="arrow-right")
        open_.clicked.connect(self.opened)
        self.box.addWidget(open_, 0, Qt.AlignmentFlag.AlignLeft)
