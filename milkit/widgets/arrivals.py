"""Files that arrive at the window: dropped on it, or opened from the desktop."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QFileOpenEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget


class Arrivals(QObject):
    """*arrived* tells the path of each file or folder; macOS opens files this way."""

    arrived = Signal(object)

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        if sys.platform == "darwin":  # elsewhere no such event comes
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drops of files on the window, and the system's request to open one."""
        kind = event.type()
        if isinstance(event, QFileOpenEvent):
            self.arrived.emit(Path(event.file()))
            return True
        if watched is not self._window:
            return False
        if kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            assert isinstance(event, QDropEvent)  # noqa: S101 - for the type only
            return self._take(event, dropped=kind == QEvent.Type.Drop)
        return False

    def _take(self, event: QDropEvent, *, dropped: bool) -> bool:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if not urls:
            return False
        event.acceptProposedAction()
        if dropped:
            for url in urls:
                self.arrived.emit(Path(url.toLocalFile()))
        return True
