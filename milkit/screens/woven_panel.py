"""A card with its topic's weave along the left edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from milkit.widgets.panel import Panel
from milkit.widgets.weave import paint_topic

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look


class WovenPanel(Panel):
    """Put things into *box*; the weave is *edge* px wide."""

    def __init__(self, look: Look, topic: str, edge: int) -> None:
        super().__init__(look)
        self._topic, self._woven = topic, edge
        down = look.px(12)
        self.box.setContentsMargins(edge + 16, down, 16, down)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the weave within its round corners."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._look.theme.edge
        inner = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        corners = QPainterPath()
        corners.addRoundedRect(inner, 5, 5)
        painter.setClipPath(corners)
        strip = QRectF(inner.left(), inner.top(), self._woven, inner.height())
        paint_topic(painter, strip, self._topic, self._look.theme)
