"""Blocks that hold others: the stitched frame, the bar, columns, cards to cut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from milkit.press.ink import MM
from milkit.press.item import Item, gap
from milkit.press.marks import tag

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from PySide6.QtGui import QPainter

    from milkit.activities import paper
    from milkit.press.ink import Ink
    from milkit.press.item import Draw

    Lay: TypeAlias = Callable[[Sequence[paper.Block], float, Ink], list[Item]]


def trimmed(items: Sequence[Item]) -> list[Item]:
    """Take the empty room off both ends."""
    kept = list(items)
    while kept and kept[-1].empty:
        kept.pop()
    while kept and kept[0].empty:
        kept.pop(0)
    return kept


def stack(items: Sequence[Item]) -> tuple[float, Draw]:
    """Put items under each other: their height, and a function that draws them."""
    kept = trimmed(items)

    def draw(p: QPainter, x: float, y: float) -> None:
        for item in kept:
            item.draw(p, x, y)
            y += item.height

    return sum(i.height for i in kept), draw


def fitted(held: tuple[float, Draw], most: float) -> tuple[float, Draw]:
    """Make smaller what is higher than *most*: it cannot be parted, nor be cut."""
    high, inside = held
    if high <= most:
        return held
    share = most / high

    def draw(p: QPainter, x: float, y: float) -> None:
        p.save()
        p.translate(x, y)
        p.scale(share, share)
        inside(p, 0, 0)
        p.restore()

    return most, draw


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
    inside = trimmed(lay(block.blocks, width - 2 * pad, ink))
    most = ink.room - 2 * pad - 3 * MM
    frames: list[Item] = []
    for part in parted(inside, most):
        high, draw_inside = fitted(stack(part), most)
        frames.append(_frame(high + 2 * pad, width, pad, draw_inside, ink))
    return [gap(2.5 * MM, stay=True), *frames, gap(ink.air(3 * MM))]


def _frame(high: float, width: float, pad: float, inside: Draw, ink: Ink) -> Item:
    label = ink.words.t("Made up for class")
    above = 2.8 * MM  # where the label stands over the stitches

    def draw(p: QPainter, x: float, y: float) -> None:
        pen = QPen(QColor("black"), 0.5 * MM)
        pen.setDashPattern([5, 2.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRect(QRectF(x, y + above, width, high))
        tag(p, label, x + pad, y, ink)
        inside(p, x + pad, y + above + pad)

    return Item(high + above, draw)


def bar(block: paper.Bar, width: float, ink: Ink, lay: Lay) -> list[Item]:
    """Draw a thick line beside what must be heeded; it may go on over pages."""
    indent = 4.5 * MM

    def barred(item: Item) -> Item:
        def draw(p: QPainter, x: float, y: float) -> None:
            p.fillRect(QRectF(x, y, 1.2 * MM, item.height + 2), QColor("black"))
            item.draw(p, x + indent, y)

        return replace(item, draw=draw)

    inside = trimmed(lay(block.blocks, width - indent, ink))
    return [*(barred(item) for item in inside), gap(ink.air(3 * MM))]


def side(block: paper.Side, width: float, ink: Ink, lay: Lay) -> list[Item]:
    """Set two columns side by side; they stay together on one page."""
    between = 7 * MM
    left_width = (width - between) * block.share
    left = fitted(stack(lay(block.left, left_width, ink)), ink.room)
    right_width = width - between - left_width
    right = fitted(stack(lay(block.right, right_width, ink)), ink.room)

    def draw(p: QPainter, x: float, y: float) -> None:
        left[1](p, x, y)
        right[1](p, x + left_width + between, y)

    return [Item(max(left[0], right[0]), draw), gap(ink.air(1.6 * MM))]


def cards(block: paper.Cards, width: float, ink: Ink, lay: Lay) -> list[Item]:
    """Set cards in rows with dashed lines to cut along."""
    columns = max(1, block.columns)
    wide, pad = width / columns, 4 * MM
    most = ink.room - 2 * pad
    laid = [fitted(stack(lay(card, wide - 2 * pad, ink)), most) for card in block.cards]
    rows: list[Item] = []
    for start in range(0, len(laid), columns):
        row = laid[start : start + columns]
        high = max(h for h, _ in row) + 2 * pad
        rows.append(_card_row(row, wide, high, pad))
    return [*rows, gap(ink.air(3 * MM))]


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


def tongue(block: paper.Tongue, width: float, ink: Ink, lay: Lay) -> list[Item]:
    """Set what is in another language with its own letters."""
    return lay(block.blocks, width, ink.speaking(block.lang))
