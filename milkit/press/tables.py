"""Tables: rows that break over pages under a head that stands again on each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPen

from milkit.press.frames import parted, stack
from milkit.press.ink import BODY, MM
from milkit.press.item import Face, Item, gap, text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from milkit.activities import paper
    from milkit.press.ink import Ink
    from milkit.press.item import Draw

BETWEEN = 3.6 * MM
HEAD = Face(BODY, bold=True, serif=False)


def table(block: paper.Table, width: float, ink: Ink) -> list[Item]:
    """Set a table: a strong line under the head, thin ones between rows."""
    count = max(len(block.header), *(len(row) for row in block.rows), 1)
    shares = block.widths
    if len(shares) != count:
        shares = tuple(1 / count for _ in range(count))
    wide = [share * width for share in shares]
    head: list[Item] = []
    if any(block.header):
        head = _rows(block.header, wide, ink, HEAD, strong=True)
    items = list(head)
    for row in block.rows:
        laid = _rows(row, wide, ink, Face(ink.body), strong=False)
        items += [replace(item, head=tuple(head)) for item in laid]
    return [*items, gap(3 * MM)]


def _rows(
    cells: tuple[str, ...], wide: list[float], ink: Ink, face: Face, *, strong: bool
) -> list[Item]:
    """Set one row; a row higher than half a page is cut between lines."""
    columns = [
        parted(text(cell, w - BETWEEN, ink, face), ink.room / 2)
        for cell, w in zip(cells, wide, strict=False)
    ]
    items: list[Item] = []
    parts = max((len(column) for column in columns), default=0)
    for part in range(parts):
        inside = [stack(col[part] if part < len(col) else []) for col in columns]
        last = part == parts - 1
        items.append(_row(inside, wide, ink, strong=strong, rule=last))
    return items


def _row(
    inside: list[tuple[float, Draw]],
    wide: list[float],
    ink: Ink,
    *,
    strong: bool,
    rule: bool,
) -> Item:
    pad = padding(ink)
    high = max([ink.step(ink.body), *(h for h, _ in inside)]) + 2 * pad

    def draw(p: QPainter, x: float, y: float) -> None:
        at = x
        for (_, draw_cell), w in zip(inside, wide, strict=False):
            draw_cell(p, at, y + pad)
            at += w
        if rule:
            line(p, x, y + high, sum(wide), 0.6 if strong else 0.2)

    return Item(high, draw, stay=strong)


def padding(ink: Ink) -> float:
    """Give the room above and below the words of a row."""
    return ink.air(1.8 * MM)


def line(p: QPainter, x: float, y: float, width: float, mm: float) -> None:
    """Draw a line of a table, *mm* thick."""
    p.setPen(QPen(QColor("black"), mm * MM))
    p.drawLine(QPointF(x, y), QPointF(x + width, y))
