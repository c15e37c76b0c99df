"""Languages to print in, and what stands on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.ground.languages import language
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Tick
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.widgets.look import Look

BOTH = 2


class Options(QWidget):
    """*changed* tells that something was chosen; at least one language always is."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        self._row = QWidget()
        self._flow = Flow(self._row, look.px(8))
        self._flow.addWidget(Label(look, w.t("Languages"), "strong", wrap=False))
        self.languages: dict[str, Button] = {}
        self.together = Tick(look, w.t("Both languages on one sheet, side by side"))
        self.stamped = Tick(look, w.t("Write the class and the date on each page"))
        for widget in (self._row, self.together, self.stamped):
            column.addWidget(widget)
        for tick in (self.together, self.stamped):
            tick.clicked.connect(self.changed)

    def set_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Offer the languages of another lesson."""
        for button in self.languages.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.languages = {}
        for code in codes:
            button = Button(self._look, language(code).own, height=40)
            button.setCheckable(True)
            button.setChecked(code == chosen)
            button.clicked.connect(self._turned)
            self.languages[code] = button
            self._flow.addWidget(button)
        self._row.setVisible(len(codes) > 1)
        self._fit()

    def chosen(self) -> tuple[str, ...]:
        """Give the languages to print in, in the order they are offered."""
        return tuple(c for c, button in self.languages.items() if button.isChecked())

    def is_together(self) -> bool:
        """Tell whether two languages stand on one sheet."""
        return self.together.isChecked() and len(self.chosen()) == BOTH

    def _turned(self) -> None:
        if not self.chosen():
            button = self.sender()
            if isinstance(button, Button):
                button.setChecked(True)
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self.together.setVisible(len(self.chosen()) == BOTH)
