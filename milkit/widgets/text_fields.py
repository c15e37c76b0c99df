"""One line of text to fill in or to search with; Home needs no other field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from milkit.widgets.lines import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look


class TextField(QLineEdit):
    """One line of text. *changed* comes when typing pauses into another field."""

    changed = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        text: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(plain(name))
        self.setPlaceholderText(look.type.ready(placeholder))
        self.setText(look.type.ready(text))
        self.editingFinished.connect(lambda: self.changed.emit(self.text()))

    def set_missing(self, missing: bool) -> None:  # noqa: FBT001 - a state
        """Mark the field as still to be filled; nothing stops the user."""
        self.setProperty("missing", missing)
        self.style().unpolish(self)
        self.style().polish(self)


class SearchField(TextField):
    """A line to search with: a lens at its left, Esc empties it."""

    def __init__(
        self, look: Look, name: str, placeholder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, "", placeholder, parent)
        self.setProperty("role", "search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(look.px(520))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its lens."""
        super().paintEvent(event)
        painter = QPainter(self)
        lens = self._look.icon("magnifying-glass", "ink2", 18, self.devicePixelRatioF())
        side = self._look.px(18)
        painter.drawPixmap(self._look.px(9), (self.height() - side) // 2, lens)
