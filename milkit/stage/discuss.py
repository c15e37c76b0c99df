"""A question to talk about on the class screen, with the time that is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import READ
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.parts import has_picture, page_tag, picture
from milkit.stage.time_ring import time_ring
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

RING, SMALL_RING = 44.0, 28.0
GAP = 1.8


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the question, the picture, the ring and the sentence starters go."""

    words: QRectF
    image: QRectF
    ring: QRectF
    text: Fitted
    low: QRectF
    columns: int


def _plan(c: Canvas, scene: Scene) -> Plan:
    body = c.body()
    columns, high = _boxes(c, scene, body.width())
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    top = QRectF(body)
    if high:
        top.setBottom(low.top() - c.px(3))
    image, ring, words = _sides(c, scene, top)
    head = c.high(scene.title, READ, words.width(), bold=True)
    rest = words.adjusted(0, head + c.px(0.6), 0, 0)
    text = fit(c, scene.data.question, rest.width(), rest.height())
    return Plan(words, image, ring, text, low, columns)


def _sides(c: Canvas, scene: Scene, top: QRectF) -> tuple[QRectF, QRectF, QRectF]:
    """Give the picture's, the ring's and the words' places."""
    image, ring, words = QRectF(), QRectF(), QRectF(top)
    if has_picture(c, scene.data.picture):
        wide = top.width() * 0.46
        image = QRectF(top.right() - wide, top.top(), wide, top.height())
        if scene.total:
            size = min(c.px(SMALL_RING), top.height() * 0.42)
            image.setBottom(top.bottom() - size - c.px(1.6))
            ring = QRectF(
                image.center().x() - size / 2, top.bottom() - size, size, size
            )
    elif scene.total:
        size = min(c.px(RING), top.height())
        ring = QRectF(top.right() - size, top.top() + c.px(1), size, size)
    side = image if not image.isEmpty() else ring
    if not side.isEmpty():
        words.setRight(side.left() - c.px(3))
    return image, ring, words


def _said(scene: Scene) -> tuple[str, ...]:
    """Give what stands in the boxes: sentence starters, else the rules of the talk."""
    return tuple(scene.data.starters or scene.data.norms)


def _boxes(c: Canvas, scene: Scene, width: float) -> tuple[int, float]:
    """Take the number of columns for which the boxes are lowest."""
    said = _said(scene)
    if not said:
        return 1, 0.0
    found = []
    for columns in range(min(len(said), 4), 0, -1):
        inner = (width - c.px(GAP) * (columns - 1)) / columns - c.px(4.5)
        if any(c.longest(t, READ, bold=True) > inner for t in said) and columns > 1:
            continue
        rows = -(-len(said) // columns)
        most = max(len(c.lines(t, READ, inner, bold=True)) for t in said)
        found.append(
            (rows * (c.step(READ) * most + c.px(2.6)) + c.px(GAP) * (rows - 1), columns)
        )
    high, columns = min(found, key=lambda pair: (round(pair[0]), -pair[1]))
    return columns, high


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the question, its picture, the sentence starters and the ring of time."""
    made = _plan(c, scene)
    if not made.image.isEmpty():
        picture(c, scene.data.picture, made.image, edge=True)
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    used = c.text(scene.title, made.words, READ, bold=True, colour=topic)
    rest = made.words.adjusted(0, used + c.px(0.6), 0, 0)
    write(c, made.text, scene.page, rest, high=0.12)
    page_tag(c, scene.page, len(made.text.screens), made.words)
    if not made.ring.isEmpty():
        time_ring(c, made.ring, scene.left, scene.total)
    _draw_boxes(c, made, _said(scene))


def _draw_boxes(c: Canvas, made: Plan, said: tuple[str, ...]) -> None:
    gap = c.px(GAP)
    rows = max(1, -(-len(said) // made.columns))
    wide = (made.low.width() - gap * (made.columns - 1)) / made.columns
    high = (made.low.height() - gap * (rows - 1)) / rows
    for i, text in enumerate(said):
        row, column = divmod(i, made.columns)
        corner = QPointF(
            made.low.left() + column * (wide + gap), made.low.top() + row * (high + gap)
        )
        at = QRectF(corner.x(), corner.y(), wide, high)
        c.box(at, dyes.EDGE, width=0.3)
        lines = c.lines(text, READ, wide - c.px(4.5), bold=True)
        down = (high - c.step(READ) * len(lines)) / 2
        c.write(lines, at.adjusted(c.px(2.4), down, 0, 0), READ, bold=True)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the question needs."""
    return len(_plan(c, scene).text.screens)


def console(scene: Scene, words: Words) -> Console:
    """Nothing is counted: the class talks."""
    return Console()
