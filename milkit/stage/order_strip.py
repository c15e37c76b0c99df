"""The places of an order, filled with letters one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import TOLD
from milkit.stage.marks import draw_mark

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas

STRIP = 10.5  # % of the height
MARK = 7.0


def draw_strip(c: Canvas, strip: QRectF, count: int, letters: list[int]) -> None:
    """Draw *count* places; the first ones hold the *letters* chosen so far."""
    n = max(1, count)
    gap = c.px(2.4)
    wide = min(c.px(20), (strip.width() - gap * (n - 1)) / n)
    for k in range(count):
        at = QRectF(strip.left() + k * (wide + gap), strip.top(), wide, strip.height())
        full = k < len(letters)
        c.box(at, dyes.INK if full else dyes.EDGE, dashed=not full, width=0.35)
        number = c.stage.words.number(k + 1)
        down = (at.height() - c.step(TOLD)) / 2
        place = at.adjusted(c.px(1.2), down, 0, 0)
        c.write([number], place, TOLD, colour=dyes.INK2)
        if full:
            size = min(c.px(MARK), wide * 0.55)
            mark = QRectF(0, 0, size, size)
            mark.moveCenter(QPointF(at.right() - size / 2 - c.px(1.6), at.center().y()))
            draw_mark(c, mark, "", letters[k])
