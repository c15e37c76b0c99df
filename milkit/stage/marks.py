"""Marks of choices on the class window: shapes for votes, letters for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from milkit.activities.marks import letter
from milkit.stage import look as dyes
from milkit.stage.lines import Face, font

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas

_DYES = {"yes": dyes.TEAL, "no": dyes.PLUM, "unsure": dyes.SLATE}


def mark_colour(mark: str, index: int) -> str:
    """Give the dye of a choice: by its mark, else by its letter."""
    return _DYES.get(mark, dyes.LETTERS[index % len(dyes.LETTERS)])


def draw_mark(c: Canvas, at: QRectF, mark: str, index: int) -> None:
    """Draw a circle with tick, a square with cross, a diamond with ?, or a letter."""
    p = c.p
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor(mark_colour(mark, index)))
    w = at.width()
    white = QPen(QColor(dyes.PAPER), w * 0.11)
    white.setCapStyle(Qt.PenCapStyle.RoundCap)
    if mark == "yes":
        p.drawEllipse(at)
        p.setPen(white)
        p.drawPolyline(_spots(at, (0.28, 0.52), (0.44, 0.68), (0.74, 0.34)))
    elif mark == "no":
        p.drawRect(at.adjusted(w * 0.05, w * 0.05, -w * 0.05, -w * 0.05))
        p.setPen(white)
        p.drawLine(*_spots(at, (0.32, 0.32), (0.68, 0.68)))
        p.drawLine(*_spots(at, (0.68, 0.32), (0.32, 0.68)))
    elif mark == "unsure":
        corners = _spots(at, (0.5, -0.07), (1.07, 0.5), (0.5, 1.07), (-0.07, 0.5))
        p.drawPolygon(QPolygonF(corners))
        draw_sign(c, at, "?")
    else:
        p.drawRoundedRect(at, w * 0.16, w * 0.16)
        draw_sign(c, at, letter(index))


def _spots(at: QRectF, *shares: tuple[float, float]) -> list[QPointF]:
    wide, high = at.width(), at.height()
    return [QPointF(at.left() + wide * x, at.top() + high * y) for x, y in shares]


def draw_sign(c: Canvas, at: QRectF, sign: str, size: float = 0.64) -> None:
    """Write a light sign into the middle of *at*, *size* of its height tall."""
    families = tuple(c.stage.families(c.lang, False))
    face = Face(families, max(1, round(at.height() * size)), bold=True)
    c.p.setFont(font(face))
    c.p.setPen(QColor(dyes.PAPER))
    c.p.drawText(at, Qt.AlignmentFlag.AlignCenter, sign)
