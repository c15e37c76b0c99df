"""A question to talk about on the class screen, with the time that is left."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen, QPolygonF

from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

CELLS = 30


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the question, its picture, the sentence starters and the ring of time."""
    data = scene.data
    body = c.body()
    starters = _starters_high(c, scene, body.width())
    low = QRectF(body.left(), body.bottom() - starters, body.width(), starters)
    top = QRectF(
        body.left(), body.top(), body.width(), body.height() - starters - c.px(2)
    )
    ring = c.px(44) if not data.picture else c.px(26)
    side = _side(c, top, ring if scene.total else 0, data.picture)
    words = QRectF(
        top.left(), top.top(), side.left() - top.left() - c.px(3), top.height()
    )
    if data.picture and c.stage.picture(data.picture) is not None:
        picture = side.adjusted(0, 0, 0, -(ring + c.px(2)) if scene.total else 0)
        c.box(picture, dyes.INK, width=0.35)
        c.picture(data.picture, picture.adjusted(2, 2, -2, -2))
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    used = c.text(scene.title, words, READ, bold=True, colour=topic)
    question = words.adjusted(0, used + c.px(1), 0, 0)
    lines = c.lines(data.question, CLAIM, question.width(), bold=True)
    fits = max(1, int(question.height() / c.step(CLAIM)))
    first = (scene.page * fits) % max(1, len(lines))
    c.write(lines[first : first + fits], question, CLAIM, bold=True)
    if scene.total:
        at = QRectF(0, 0, ring, ring)
        at.moveTopRight(
            QPointF(side.right(), side.bottom() - ring if data.picture else side.top())
        )
        time_ring(c, at, scene.left, scene.total)
    _starters(c, low, scene)


def _side(c: Canvas, top: QRectF, ring: float, picture: str) -> QRectF:
    """Give the column at the right: a picture, the ring, both or (narrow) nothing."""
    wide = max(ring, top.width() * 0.44) if picture else ring
    return QRectF(top.right() - wide, top.top(), wide, top.height())


def _starters_high(c: Canvas, scene: Scene, width: float) -> float:
    data = scene.data
    shown = list(data.starters[:3]) or list(data.norms[:3])
    if not shown:
        return 0
    gap = c.px(1.6)
    wide = (width - gap * (len(shown) - 1)) / len(shown)
    most = max(len(c.lines(t, TOLD + 0.6, wide - c.px(5), bold=True)) for t in shown)
    return c.step(TOLD + 0.6) * most + c.px(4)


def _starters(c: Canvas, low: QRectF, scene: Scene) -> None:
    data = scene.data
    shown = list(data.starters[:3]) or list(data.norms[:3])
    gap = c.px(1.6)
    wide = (low.width() - gap * (len(shown) - 1)) / max(1, len(shown))
    for i, text in enumerate(shown):
        at = QRectF(low.left() + i * (wide + gap), low.top(), wide, low.height())
        c.box(at, dyes.EDGE, width=0.3)
        inner = at.adjusted(c.px(2.5), c.px(1.6), -c.px(2), 0)
        c.text(text, inner, TOLD + 0.6, bold=True)


def time_ring(c: Canvas, at: QRectF, left: int, total: int) -> None:
    """Draw what is left of the time as a ring of cells, with minutes and seconds."""
    centre, outer = at.center(), at.width() / 2
    gone = (
        0 if total <= 0 else min(CELLS, round(CELLS * (total - max(0, left)) / total))
    )
    edge = QPen(QColor(dyes.EDGE), max(1.0, c.px(0.2)))
    for i in range(CELLS):
        a = math.tau * (i / CELLS) - math.tau / 4
        b = a + math.tau / CELLS * 0.72
        cell = QPolygonF(
            [
                QPointF(centre.x() + math.cos(t) * r, centre.y() + math.sin(t) * r)
                for t, r in (
                    (a, outer * 0.80),
                    (a, outer),
                    (b, outer),
                    (b, outer * 0.80),
                )
            ]
        )
        c.p.setPen(edge)
        c.p.setBrush(QColor(dyes.PAPER if i < gone else dyes.INDIGO))
        c.p.drawPolygon(cell)
    w = c.stage.words
    seconds = abs(left)
    text = (
        w.number(seconds // 60)
        + ":"
        + w.number(seconds % 60 // 10)
        + w.number(seconds % 10)
    )
    share = at.width() / c.unit * (0.27 if left >= 0 else 0.2)
    high = c.step(share)
    middle = QRectF(at.left(), centre.y() - high * 0.62, at.width(), high)
    c.text(text, middle, share, bold=True, centre=True)
    note = (
        w.t("left of {n} min", n=w.number(round(total / 60)))
        if left >= 0
        else w.t("over")
    )
    if c.wide(note, TOLD) < at.width() * 0.78:
        below = QRectF(at.left(), centre.y() + high * 0.30, at.width(), c.step(TOLD))
        c.text(note, below, TOLD, colour=dyes.INK2, centre=True)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the question needs."""
    data = scene.data
    body = c.body()
    room = (
        body.height() - _starters_high(c, scene, body.width()) - c.px(3) - c.step(READ)
    )
    ring = c.px(44) if not data.picture else max(c.px(26), body.width() * 0.44)
    width = body.width() - (ring + c.px(3) if scene.total or data.picture else 0)
    lines = c.lines(data.question, CLAIM, width, bold=True)
    return -(-len(lines) // max(1, int(room / c.step(CLAIM))))


def console(scene: Scene, words: Words) -> Console:
    """Nothing is counted: the class talks."""
    return Console()
