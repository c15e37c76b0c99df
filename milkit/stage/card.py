"""The answer and its reason, once the teacher shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen, QPolygonF

from milkit.stage import look as dyes
from milkit.stage.canvas import READ
from milkit.stage.fitting import TOLD_SIZES, fit, write
from milkit.stage.parts import page_note

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas
    from milkit.stage.fitting import Fitted

LEFT, RIGHT, TOP, FOOT = 9.5, 2.5, 1.6, 1.6  # the card's own margins, % of the height


def reason(c: Canvas, at: QRectF, title: str, why: str) -> tuple[QRectF, Fitted]:
    """Fit the reason under its title into the card *at*: its room, and its screens."""
    room = at.adjusted(c.px(LEFT), c.px(TOP), -c.px(RIGHT), -c.px(FOOT))
    rest = room.adjusted(0, c.high(title, READ, room.width(), bold=True), 0, 0)
    fitted = fit(c, why, rest.width(), rest.height(), sizes=TOLD_SIZES, bold=False)
    return rest, fitted


def least_high(
    c: Canvas, width: float, title: str, why: str, share: float = READ
) -> float:
    """Give the height of a card whose reason is *share* % of the window's height."""
    inner = width - c.px(LEFT + RIGHT)
    lines = c.high(title, READ, inner, bold=True) + c.high(why, share, inner)
    return lines + c.px(TOP + FOOT)


def pages(c: Canvas, at: QRectF, title: str, why: str) -> int:
    """Say how many screens the reason needs in the card *at*."""
    return max(1, len(reason(c, at, title, why)[1].screens))


def draw(c: Canvas, at: QRectF, title: str, why: str, page: int = 0) -> None:
    """Draw the card: a tick, the answer, and one screen of the reason."""
    c.box(at, dyes.GOOD, fill_with=dyes.GOOD_SOFT, width=0.5)
    inner = at.adjusted(c.px(LEFT), c.px(TOP), -c.px(RIGHT), 0)
    _tick(c, QPointF(at.left() + c.px(2.6), inner.top() + c.step(READ) * 0.5))
    c.text(title, inner, READ, bold=True, colour=dyes.GOOD)
    rest, fitted = reason(c, at, title, why)
    write(c, fitted, page, rest, high=0.0)
    page_note(c, page, len(fitted.screens))


def _tick(c: Canvas, middle: QPointF) -> None:
    size = c.px(4.6)
    x, y = middle.x(), middle.y() - size / 2
    pen = QPen(QColor(dyes.GOOD), c.px(1.1))
    c.p.setPen(pen)
    corners = ((0, 0.5), (0.36, 0.86), (1, 0.1))
    c.p.drawPolyline(
        QPolygonF([QPointF(x + size * a, y + size * b) for a, b in corners])
    )
