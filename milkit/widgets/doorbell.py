"""The bell that a second start rings, so that the first one shows its window."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path


class Doorbell(QObject):
    """
    Watches the folder that `lock.knock` leaves a file in; *rung* tells of one.

    The file is taken away: that is the answer. What is written in it is the path of a
    file to open, told by *handed*. A local socket would do the same,
    and QtNetwork, with the cryptography it brings, is a tenth of the window's start.
    """

    rung = Signal()
    handed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watch = QFileSystemWatcher(self)
        self._watch.directoryChanged.connect(self._answer)
        with contextlib.suppress(OSError):  # a second start then says what it sees
            folder.mkdir(exist_ok=True)
            self._watch.addPath(str(folder))
            self._answer()  # who knocked before we listened, or what a crash left

    def _answer(self, _folder: str = "") -> None:
        knocks, files = 0, []
        with contextlib.suppress(OSError, ValueError):
            for knock in self._folder.iterdir():
                files.append(knock.read_text("utf-8"))
                knock.unlink(missing_ok=True)
                knocks += 1
        if knocks:
            self.rung.emit()
        for file in filter(None, files):
            self.handed.emit(file)
