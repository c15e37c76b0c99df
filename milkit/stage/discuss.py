"""A question to talk about on the class screen, with the time that is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import READ
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.listing import Listing, draw_listing, listing
from milkit.stage.parts import has_picture, page_note, picture
from milkit.stage.time_ring import time_ring
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

RING, SMALL_RING = 44.0, 28.0
GAP = 1.8
LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """
    Where the question, the picture, the ring and the sentence starters go.

    *after* are the screens that follow: starters that leave the question no room, and
    the rules of the talk.
    """

    words: QRectF
    image: QRectF
    ring: QRectF
    text: Fitted
    low: QRectF
    columns: int
    after: Listing

    @property
    def own(self) -> int:
        """How many screens the question has."""
        return max(1, len(self.text.screens))

    @property
    def count(self) -> int:
        """How many screens there are."""
        return self.own + sum(1 for entries in self.after.screens if entries)


def _plan(c: Canvas, scene: Scene) -> Plan:
    columns, high = _boxes(c, scene, c.body().width())
    rules = scene.data.norms if scene.data.starters else ()
    made = _laid_out(c, scene, columns, high, rules)
    if high and made.words.height() < c.step(READ) * LEAST_LINES:
        return _laid_out(c, scene, columns, 0, (*_said(scene), *rules))
    return made


def _laid_out(
    c: Canvas, scene: Scene, columns: int, high: float, after: tuple[str, ...]
) -> Plan:
    body = c.body()
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    top = QRectF(body)
    if high:
        top.setBottom(low.top() - c.px(3))
    image, ring, words = _sides(c, scene, top)
    head = c.high(scene.title, READ, words.width(), bold=True)
    rest = words.adjusted(0, head + c.px(0.6), 0, 0)
    text = fit(c, scene.data.question, rest.width(), max(0.0, rest.height()))
    side = body.adjusted(0, c.high(scene.title, READ, body.width()) + c.px(2), 0, 0)
    side.setRight(ring.left() - c.px(3) if not ring.isEmpty() else body.right())
    made = listing(c, after, side.width(), side.height())
    return Plan(rest, image, ring, text, low, columns, made)


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
    said = scene.data.starters or scene.data.norms
    return tuple(text.replace(" …", "\u00a0…") for text in said)


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
    page = scene.page % made.count
    page_note(c, page, made.count)
    if not made.ring.isEmpty():
        time_ring(c, made.ring, scene.left, scene.total)
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    if page >= made.own:
        body = c.body()
        used = c.text(scene.title, body, READ, bold=True, colour=topic) + c.px(2)
        draw_listing(c, made.after, page - made.own, body.adjusted(0, used, 0, 0))
        return
    if not made.image.isEmpty():
        picture(c, scene.data.picture, made.image, edge=True)
    title = QRectF(made.words.left(), c.body().top(), made.words.width(), 0)
    c.text(scene.title, title, READ, bold=True, colour=topic)
    write(c, made.text, page, made.words, high=0.12)
    if not made.low.isEmpty():
        _draw_boxes(c, made.low, made.columns, _said(scene))


def _draw_boxes(c: Canvas, low: QRectF, columns: int, said: tuple[str, ...]) -> None:
    gap = c.px(GAP)
    rows = max(1, -(-len(said) // columns))
    wide = (low.width() - gap * (columns - 1)) / columns
    high = (low.height() - gap * (rows - 1)) / rows
    for i, text in enumerate(said):
        row, column = divmod(i, columns)
        corner = QPointF(
            low.left() + column * (wide + gap), low.top() + row * (high + gap)
        )
        at = QRectF(corner.x(), corner.y(), wide, high)
        c.box(at, dyes.EDGE, width=0.3)
        lines = c.lines(text, READ, wide - c.px(4.5), bold=True)
        down = (high - c.step(READ) * len(lines)) / 2
        c.write(lines, at.adjusted(c.px(2.4), down, 0, 0), READ, bold=True)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the question needs."""
    return _plan(c, scene).count


def console(scene: Scene, words: Words) -> Console:
    """Nothing is counted: the class talks."""
    return Console()
