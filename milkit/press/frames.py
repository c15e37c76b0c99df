"""Blocks that hold others: the stitched frame, cards to cut, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from milkit.press.ink import BODY, MM, NOTE
from milkit.press.item import BASE, Face, Item, gap, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from PySide6.QtGui import QPainter

    from milkit.activities import paper
    from milkit.press.ink import Ink
    from milkit.press.item import Draw

    Lay: TypeAlias = Callable[[Sequence[paper.Block], float, Ink], list[Item]]

TALLEST = 225 * MM  # no frame is higher than this: it must fit a page


def stack(items: Sequence[Item]) -> tuple[float, Draw]:
    """Put items under each other: their height, and a function that draws them."""
    kept = list(items)

    def draw(p: QPainter, x: float, y: float) -> None:
        for item in kept:
            item.draw(p, x, y)
            y += item.height

    return sum(i.height for i in kept), draw


def parted(items: Sequence[Item], most: float) -> list[list[Item]]:
    """Cut a column of items into columns not higher than *most*."""
    parts: list[list[Item]] = [[]]
    high = 0.0
    for item in items:
        if high + item.height > most and parts[-1]:
            parts.append([])
            high = 0.0
        parts[-1].append(item)
        high += item.height
    return parts


def specimen(block: paper.Specimen, width: float, ink: Ink, lay: Lay) -> list[Item]:
    """Frame material under study; each part of a long one says it is made up."""
    pad = 5 * MM
    inside = lay(block.blocks, width - 2 * pad, ink)
    frames: list[Item] = []
    for part in parted(inside, TALLEST):
        high, draw_inside = stack(part)
        frames.append(_frame(high + 2 * pad, width, pad, draw_inside, ink))
    return [_room(3 * MM), *frames, gap(3 * MM)]


def _room(height: float) -> Item:
    return Item(height, lambda _p, _x, _y: None, stay=True)


def _frame(high: float, width: float, pad: float, inside: Draw, ink: Ink) -> Item:
    label = ink.words.t("Made up for class")

    def draw(p: QPainter, x: float, y: float) -> None:
        pen = QPen(QColor("black"), 0.5 * MM)
        pen.setDashPattern([5, 2.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRect(QRectF(x, y + 1.5 * MM, width, high - 1.5 * MM))
        tag(p, label, x + pad, y - 1.2 * MM, ink)
        inside(p, x + pad, y + pad + 0.8 * MM)

    return Item(high, draw)


def tag(p: QPainter, words: str, x: float, y: float, ink: Ink) -> None:
    """Draw white words on black, for labels that must survive a copier."""
    font = ink.font(NOTE, bold=True, serif=False)
    wide = QFontMetricsF(font).horizontalAdvance(words) + 6 * MM
    high = ink.step(NOTE) + 0.8 * MM
    box = QRectF(x, y, wide, high)
    p.fillRect(box, QColor("black"))
    p.setFont(font)
    p.setPen(QColor("white"))
    p.drawText(QPointF(x + 3 * MM, y + 0.4 * MM + ink.step(NOTE) * BASE), words)


def side(block: paper.Side, width: float, ink: Ink, lay: Lay) -> list[Item]:
    """Set two columns side by side; they stay together on one page."""
    between = 5 * MM
    left_width = (width - between) * block.share
    left = stack(lay(block.left, left_width, ink))
    right = stack(lay(block.right, width - between - left_width, ink))

    def draw(p: QPainter, x: float, y: float) -> None:
        left[1](p, x, y)
        right[1](p, x + left_width + between, y)

    return [Item(max(left[0], right[0]), draw)]


def cards(block: paper.Cards, width: float, ink: Ink, lay: Lay) -> list[Item]:
    """Set cards in rows with dashed lines to cut along."""
    columns = max(1, block.columns)
    wide, pad = width / columns, 4 * MM
    laid = [stack(lay(card, wide - 2 * pad, ink)) for card in block.cards]
    rows: list[Item] = []
    for start in range(0, len(laid), columns):
        row = laid[start : start + columns]
        high = max(h for h, _ in row) + 2 * pad
        rows.append(_card_row(row, wide, min(high, TALLEST + 2 * pad), pad))
    return [*rows, gap(3 * MM)]


def _card_row(
    row: list[tuple[float, Draw]], wide: float, high: float, pad: float
) -> Item:
    def draw(p: QPainter, x: float, y: float) -> None:
        for i, (_, inside) in enumerate(row):
            pen = QPen(QColor("black"), 0.3 * MM)
            pen.setDashPattern([6, 4])
            p.setPen(pen)
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRect(QRectF(x + i * wide, y, wide, high))
            inside(p, x + i * wide + pad, y + pad)

    return Item(high, draw)


def table(block: paper.Table, width: float, ink: Ink) -> list[Item]:
    """Set a table: a strong line under the head, thin ones between rows."""
    n = max(len(block.header), max((len(r) for r in block.rows), default=0), 1)
    shares = block.widths if len(block.widths) == n else tuple(1 / n for _ in range(n))
    wide = [share * width for share in shares]
    head = Face(BODY, bold=True, serif=False)
    items: list[Item] = []
    if any(block.header):
        items += _rows(block.header, wide, ink, head, strong=True)
    for row in block.rows:
        items += _rows(row, wide, ink, Face(BODY), strong=False)
    return [*items, gap(3 * MM)]


def _rows(
    cells: tuple[str, ...], wide: list[float], ink: Ink, face: Face, *, strong: bool
) -> list[Item]:
    """Set one row; a row higher than half a page is cut between lines."""
    pad = 1.8 * MM
    columns = [
        parted(text(cell, w - 2 * pad, ink, face), TALLEST / 2)
        for cell, w in zip(cells, wide, strict=False)
    ]
    items: list[Item] = []
    parts = max((len(column) for column in columns), default=0)
    for part in range(parts):
        inside = [stack(col[part] if part < len(col) else []) for col in columns]
        last = part == parts - 1
        items.append(_table_row(inside, wide, pad, strong=strong, rule=last))
    return items


def _table_row(
    inside: list[tuple[float, Draw]],
    wide: list[float],
    pad: float,
    *,
    strong: bool,
    rule: bool,
) -> Item:
    high = max((h for h, _ in inside), default=0) + 2 * pad

    def draw(p: QPainter, x: float, y: float) -> None:
        at = x
        for (_, draw_cell), w in zip(inside, wide, strict=False):
            draw_cell(p, at + (0 if at == x else pad), y + pad)
            at += w
        if rule:
            p.setPen(QPen(QColor("black"), (0.6 if strong else 0.2) * MM))
            p.drawLine(QPointF(x, y + high), QPointF(x + sum(wide), y + high))

    return Item(high, draw, stay=strong)
