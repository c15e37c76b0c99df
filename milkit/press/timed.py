"""The steps of a lesson down the minutes, as a table with a woven edge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from milkit.ground.weaves import BANDS, PLAIT
from milkit.press.frames import stack
from milkit.press.ink import GREY, MM, NOTE
from milkit.press.item import Face, Item, gap, text
from milkit.press.tables import HEAD, line, padding

if TYPE_CHECKING:
    from milkit.activities import paper
    from milkit.press.ink import Ink
    from milkit.press.item import Draw

    Columns = tuple[float, float, float, float]  # edge, you, students, end

MINUTES = Face(16, bold=True, serif=False, display=True)
CELL = 0.62 * MM


def timed(block: paper.Timed, width: float, ink: Ink) -> list[Item]:
    """Set one row a step: minutes with from and to, the weave, you, students."""
    edge = 20 * MM
    you = edge + 7 * MM
    students = you + (width - you) * 0.535
    at = (edge, you, students, width)
    head = _head(block.header, at, ink)
    items = [head]
    start = 0
    for number, moment in enumerate(block.moments, 1):
        row = _row(number, moment, start, at, ink)
        last = number == len(block.moments)
        items.append(_ruled(replace(row, head=(head,)), width, 0.6 if last else 0.2))
        start += moment.minutes
    return [*items, gap(ink.air(4 * MM))]


def _head(words: tuple[str, str, str], at: Columns, ink: Ink) -> Item:
    _, you, students, end = at
    places = ((0.0, at[1]), (you, students), (students, end))
    cells = [
        (x, stack(text(said, until - x - 2 * MM, ink, HEAD)))
        for said, (x, until) in zip(words, places, strict=True)
    ]
    pad = padding(ink)
    high = max(h for _, (h, _) in cells) + 2 * pad

    def draw(p: QPainter, x: float, y: float) -> None:
        line(p, x, y, end, 0.6)
        for left, (_, inside) in cells:
            inside(p, x + left, y + pad)
        line(p, x, y + high, end, 0.2)

    return Item(high, draw, stay=True)


def _row(number: int, moment: paper.Moment, start: int, at: Columns, ink: Ink) -> Item:
    w = ink.words
    edge, you, students, end = at
    label = Face(ink.body + 0.5, bold=True, serif=False)
    until = w.t(
        "{start} to {end}",
        start=w.number(start),
        end=w.number(start + moment.minutes),
    )
    small = Face(NOTE, serif=False, colour=GREY)
    title = f"{w.number(number)}&nbsp; {moment.title}"
    left = [*text(w.number(moment.minutes), edge - 4 * MM, ink, MINUTES)]
    left += text(until, edge - 4 * MM, ink, small)
    middle = text(title, students - you - 4 * MM, ink, label)
    middle += text(moment.you, students - you - 4 * MM, ink, Face(ink.body))
    right = text(moment.grouping, end - students, ink, replace(small, bold=True))
    right += text(moment.students, end - students, ink, Face(ink.body))
    columns = [(0.0, stack(left)), (you, stack(middle)), (students, stack(right))]
    pad = padding(ink)
    high = max(h for _, (h, _) in columns) + 2 * pad

    def draw(p: QPainter, x: float, y: float) -> None:
        for place, (_, inside) in columns:
            inside(p, x + place, y + pad)
        weave(
            p, QRectF(x + edge - 2 * MM, y + 0.8 * MM, 3 * MM, high - 1.6 * MM), number
        )

    return Item(high, draw)


def _ruled(item: Item, width: float, mm: float) -> Item:
    inside: Draw = item.draw

    def draw(p: QPainter, x: float, y: float) -> None:
        inside(p, x, y)
        line(p, x, y + item.height, width, mm)

    return replace(item, draw=draw)


def weave(p: QPainter, box: QRectF, number: int) -> None:
    """Draw the edge of a step, in black; neighbours differ without colour."""
    pattern = PLAIT if number % 2 else BANDS
    p.setPen(QPen(QColor("black"), 0.18 * MM))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawRect(box)
    across = round(box.width() / CELL)
    cell = box.width() / across
    dots = [
        QRectF(box.left() + column * cell, box.top() + row * cell, cell, cell)
        for row in range(int(box.height() / cell))
        for column in range(across)
        if pattern[row % len(pattern)][column % 2] == "#"
    ]
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor("black"))
    p.drawRects(dots)
