"""The specimen frame: whatever was invented for class stands in it, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.widgets.lines import Ink, advance, paint_line

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

STITCH = 3  # px wide; 4 long, 2.5 apart, in its own widths


def paint_stitches(painter: QPainter, box: QRectF, look: Look) -> None:
    """Paint the stitched edge; corners are square."""
    pen = QPen(look.colour("ink"), STITCH)
    pen.setDashPattern([4, 2.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(look.colour("surface"))
    half = STITCH / 2
    painter.drawRect(box.adjusted(half, half, -half, -half))


class Specimen(QWidget):
    """A stitched frame with its label, which can't be left out; add to *box*."""

    def __init__(
        self, look: Look, label: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._label = look.type.ready(label or look.words.t("Made up for class"))
        self.setAccessibleName(self._label)
        self.box = QVBoxLayout(self)
        side = look.px(16)
        top = self._label_height() + look.px(10)
        self.box.setContentsMargins(side, top, side, look.px(14))
        self.box.setSpacing(look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stitches and the label."""
        look, painter = self._look, QPainter(self)
        paint_stitches(painter, QRectF(self.rect()), look)
        ink = Ink("tag", "surface")
        width = advance(self._label, ink.font(look)) + look.px(28)
        box = QRectF(look.px(16), 2, width, self._label_height())
        painter.fillRect(box, look.colour("ink"))
        paint_line(painter, look, self._label, box, ink, Qt.AlignmentFlag.AlignHCenter)

    def _label_height(self) -> int:
        return self._look.type.line("tag") + 6
