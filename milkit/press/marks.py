"""Marks on paper that survive a copier: to tick, to number, to point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen, QPolygonF

from milkit.press.ink import BODY, MM, NOTE
from milkit.press.item import BASE, Face, Item, escaped, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from PySide6.QtGui import QPainter

    from milkit.press.ink import Ink

    Tick: TypeAlias = tuple[float, str, str]  # left, mark, words


def ticks(row: Sequence[Tick], size: float, width: float, ink: Ink) -> Item:
    """Set a row of answers, each beside its mark; a long one alone is broken."""
    face = Face(ink.body, serif=False)
    held = [
        (at, mark, text(escaped(words), width - at - size - 2 * MM, ink, face))
        for at, mark, words in row
    ]
    step = ink.step(ink.body)
    lines = max(len(words) for _, _, words in held)
    high = max(ink.air(8.5 * MM), step) + (lines - 1) * step

    def draw(p: QPainter, x: float, y: float) -> None:
        first = high - (lines - 1) * step
        for at, mark, words in held:
            outline(p, QRectF(x + at, y + (first - size) / 2, size, size), mark, ink)
            for i, line in enumerate(words):
                top = y + (first - step) / 2 + i * step
                line.draw(p, x + at + size + 2 * MM, top)

    return Item(high, draw)


def outline(p: QPainter, box: QRectF, mark: str, ink: Ink) -> None:
    """Draw an empty circle, square or diamond to tick, or a letter in a box."""
    p.setPen(QPen(QColor("black"), 0.4 * MM))
    p.setBrush(Qt.BrushStyle.NoBrush)
    if mark == "yes":
        p.drawEllipse(box)
    elif mark == "unsure":
        p.drawPolygon(_corners(box.center(), box.width() * 0.56))
    else:
        p.drawRect(box)
        if mark not in ("no", ""):
            p.setFont(ink.font(NOTE, bold=True, serif=False))
            p.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)


def diamond(p: QPainter, middle: QPointF, r: float) -> None:
    """Draw the small diamond of a list."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor("black"))
    p.drawPolygon(_corners(middle, r))


def number(p: QPainter, sign: str, box: QRectF, ink: Ink) -> None:
    """Draw a number or letter, white in a black box."""
    p.fillRect(box, QColor("black"))
    p.setFont(ink.font(BODY, bold=True, serif=False))
    p.setPen(QColor("white"))
    p.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def tag_width(words: str, ink: Ink) -> float:
    """Give the width of a tag."""
    font = ink.font(NOTE, bold=True, serif=False)
    return QFontMetricsF(font).horizontalAdvance(words) + 6 * MM


def tag(p: QPainter, words: str, x: float, y: float, ink: Ink) -> None:
    """Draw white words on black, for labels that must survive a copier."""
    p.fillRect(
        QRectF(x, y, tag_width(words, ink), ink.step(NOTE) + 0.8 * MM), QColor("black")
    )
    p.setFont(ink.font(NOTE, bold=True, serif=False))
    p.setPen(QColor("white"))
    p.drawText(QPointF(x + 3 * MM, y + 0.4 * MM + ink.step(NOTE) * BASE), words)


def _corners(middle: QPointF, r: float) -> QPolygonF:
    x, y = middle.x(), middle.y()
    points = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
    return QPolygonF([QPointF(*point) for point in points])
