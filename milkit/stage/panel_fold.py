"""The answer and why, for the teacher alone, behind a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.stage.panel_counts import emptied
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label

if TYPE_CHECKING:
    from milkit.stage.view import Console
    from milkit.widgets.look import Look


class Folded(QWidget):
    """Folds again by itself when the question is another one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        row = QHBoxLayout()
        words = look.words.t("Show me the answer, only here")
        self.button = Button(look, words, "caret-right", kind="quiet", height=40)
        self.button.clicked.connect(self._toggle)
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)
        self.inside = QWidget()
        self._lines = QVBoxLayout(self.inside)
        self._lines.setContentsMargins(look.px(14), 0, 0, look.px(4))
        self._lines.setSpacing(look.px(4))
        column.addWidget(self.inside)
        self._shown: tuple[str, str, str] | None = None

    def show_words(self, console: Console, lang: str) -> None:
        """Take the words of the question of now."""
        said = (console.answer, console.note, lang)
        self.setVisible(any(said[:2]))
        if said == self._shown:
            return
        self._shown = said
        emptied(self._lines)
        for text, role in ((console.answer, "strong"), (console.note, "body")):
            if text:
                self._lines.addWidget(Label(self._look, text, role, lang=lang))
        self._fold()

    def _fold(self, *, opened: bool = False) -> None:
        self.inside.setVisible(opened)
        w = self._look.words
        words = (
            w.t("Hide the answer") if opened else w.t("Show me the answer, only here")
        )
        self.button.set_text(words, "caret-down" if opened else "caret-right")

    def _toggle(self) -> None:
        self._fold(opened=self.inside.isHidden())
