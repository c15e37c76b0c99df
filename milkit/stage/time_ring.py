"""The time that is left, as a ring of cells with minutes and seconds in it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from milkit.stage import look as dyes
from milkit.stage.canvas import TOLD

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas

CELLS = 30


def time_ring(c: Canvas, at: QRectF, left: int, total: int) -> None:
    """Draw *left* of *total* seconds; below zero it says how much it is over."""
    c.p.setPen(Qt.PenStyle.NoPen)
    c.p.setBrush(QColor(dyes.PAPER))
    c.p.drawEllipse(at)
    spent = CELLS * (total - max(0, left)) / total if total > 0 else 0
    gone = max(0, min(CELLS, round(spent)))
    edge = QPen(QColor(dyes.EDGE), max(1.0, c.px(0.2)))
    for i in range(CELLS):
        c.p.setPen(edge if i < gone else Qt.PenStyle.NoPen)
        c.p.setBrush(QColor(dyes.PAPER if i < gone else dyes.INDIGO))
        c.p.drawPolygon(_cell(at, i))
    _inside(c, at, left, total)


def _cell(at: QRectF, number: int) -> QPolygonF:
    centre, outer = at.center(), at.width() / 2 * 0.985
    start = math.tau * (number / CELLS) - math.tau / 4
    end = start + math.tau / CELLS * 0.72
    corners = ((start, 0.81), (start, 1.0), (end, 1.0), (end, 0.81))
    return QPolygonF(
        [
            QPointF(
                centre.x() + math.cos(turn) * outer * far,
                centre.y() + math.sin(turn) * outer * far,
            )
            for turn, far in corners
        ]
    )


def clock(c: Canvas, seconds: int) -> str:
    """Write minutes and seconds in the digits of the language."""
    w = c.stage.words
    minutes, rest = divmod(abs(seconds), 60)
    return f"{w.number(minutes)}:{w.number(rest // 10)}{w.number(rest % 10)}"


def _inside(c: Canvas, at: QRectF, left: int, total: int) -> None:
    w = c.stage.words
    room = at.width() * 0.62
    text = clock(c, left)
    share = at.width() / c.unit * 0.36
    share *= min(1.0, room / max(1.0, c.wide(text, share, bold=True)))
    up, down = c.reach(text, share)
    whole = w.number(max(1, round(total / 60)))
    note = w.t("left of {n} min", n=whole) if left >= 0 else w.t("over")
    shown = c.wide(note, TOLD) < at.width() * 0.72
    base = at.center().y() + (up - down) / 2 - (c.step(TOLD) * 0.36 if shown else 0)
    x = at.center().x() - c.wide(text, share, bold=True) / 2
    c.number(text, QPointF(x, base), share)
    if shown:
        below = QRectF(at.left(), base + down + c.px(0.4), at.width(), c.step(TOLD))
        c.text(note, below, TOLD, colour=dyes.INK2, centre=True)
