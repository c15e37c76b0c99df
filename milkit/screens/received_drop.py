"""A place to drop folders, sticks and files on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.lines import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from milkit.widgets.look import Look


class Drop(QWidget):
    """*dropped* tells a list of paths."""

    dropped = Signal(list)

    def __init__(self, look: Look, title: str, text: str) -> None:
        super().__init__()
        self._look = look
        self.setAcceptDrops(True)
        self.setAccessibleName(plain(title))
        row = QHBoxLayout(self)
        side = look.px(16)
        row.setContentsMargins(side, look.px(10), side, look.px(10))
        row.setSpacing(look.px(12))
        row.addWidget(IconLabel(look, "folder-open", "", colour="soft_ink"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, title, "strong"))
        words.addWidget(Label(look, text, "small", colour="ink2"))
        row.addLayout(words, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what lies on a disk."""
        if _paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        found = _paths(event)
        if found:
            event.acceptProposedAction()
            self.dropped.emit(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed edge."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour("pri"), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(look.colour("soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


def _paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
