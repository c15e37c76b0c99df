"""The head of the keying page: which check, that all is saved, the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.marks import Logo

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from milkit.widgets.look import Look

_SAVED = 700  # px at 100 %: below it, that all is saved stands aside


class Head(QWidget):
    """Indigo, 60 px high; *stop_asked* comes from its button."""

    stop_asked = Signal()

    def __init__(self, look: Look, title: str, facts: str) -> None:
        super().__init__()
        self._look = look
        w = look.words
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        row.setSpacing(look.px(12))
        row.addWidget(Logo(look, 32))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(look, title, "strong", colour="side_ink", most=1))
        names.addWidget(Label(look, facts, "small", colour="side_ink2", most=1))
        row.addLayout(names, 1)
        saved = w.t("All saved on this laptop")
        self._saved = IconLabel(look, "check-circle", saved, colour="side_ink")
        row.addWidget(self._saved)
        self.stop = Button(look, w.t("Stop for now"), "pause")
        self.stop.clicked.connect(self.stop_asked)
        row.addWidget(self.stop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the page can do without, before the title is squeezed."""
        super().resizeEvent(event)
        self._saved.setVisible(self.width() > self._look.px(_SAVED))

    def sizeHint(self) -> QSize:
        """Give the bar's height."""
        return QSize(self._look.px(900), self._look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the indigo ground."""
        QPainter(self).fillRect(self.rect(), self._look.colour("side"))
