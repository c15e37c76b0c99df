"""A QR code painted from its modules: black on white in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

MARGIN = 4  # modules of white that a reader needs around it (ISO/IEC 18004)


class QrCode(QWidget):
    """Rows of *modules*, True is dark, as large as whole pixels a module allow."""

    def __init__(
        self, look: Look, modules: Sequence[Sequence[bool]], name: str, side: int = 150
    ) -> None:
        super().__init__()
        self._modules = modules
        count = len(modules) + 2 * MARGIN
        self._step = max(2, look.px(side) // count)
        self._side = self._step * count
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Give the size of whole modules."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        """Give the same: a part of a code cannot be read."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the white ground and each dark module."""
        painter, step = QPainter(self), self._step
        painter.fillRect(QRectF(0, 0, self._side, self._side), Qt.GlobalColor.white)
        for down, row in enumerate(self._modules, MARGIN):
            for across, dark in enumerate(row, MARGIN):
                if dark:
                    box = QRectF(across * step, down * step, step, step)
                    painter.fillRect(box, Qt.GlobalColor.black)
