"""What is shown when the program cannot start, or something unforeseen happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.ground.mishap_words import explain
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.ground.errors import Mishap
    from milkit.widgets.look import Look


class Trouble(QWidget):
    """
    A visible window for a start that failed: what happened, what is safe, what to do.

    *details* go to the clipboard on demand; *log* is where they were written.
    """

    def __init__(self, look: Look, mishap: Mishap, details: str, log: Path) -> None:
        super().__init__()
        self._look, self._details = look, details
        w = look.words
        said = explain(mishap, w)
        self.setWindowTitle("MIL Kit")
        self.setObjectName("body")
        self.resize(look.px(620), look.px(360))
        column = QVBoxLayout(self)
        side = look.px(24)
        column.setContentsMargins(side, side, side, side)
        card = Panel(look, left="bad")
        card.set_tones("bad_soft", "bad", "bad")
        card.box.addWidget(Label(look, said.title, "section", colour="bad"))
        for words in (said.happened, said.safe, said.now):
            if words:
                card.box.addWidget(Label(look, words))
        place = w.t("What happened is written in {file}", file=str(log))
        card.box.addWidget(Label(look, place, "small", colour="ink2"))
        column.addWidget(card)
        column.addStretch()
        row = QHBoxLayout()
        self.copy = Button(look, w.t("Copy details"), "copy")
        self.copy.clicked.connect(self._copy)
        close = Button(look, w.t("Close"), kind="primary")
        close.clicked.connect(self.close)
        row.addWidget(self.copy)
        row.addStretch()
        row.addWidget(close)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy.set_text(self._look.words.t("Copied"), "check")
