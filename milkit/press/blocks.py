"""Turn the plain blocks of a sheet into items of a page, one function a block."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from milkit.press import marks
from milkit.press.ink import BODY, GREY, MM, NOTE, PART, RULE, SMALL_PART, TITLE
from milkit.press.item import BASE, Face, Item, escaped, gap, text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from milkit.activities import paper
    from milkit.press.ink import Ink
    from milkit.press.item import Draw

STUDY = Face(12, bold=True)
LARGE, LONG = Face(28, bold=True), Face(18, bold=True)
LABEL = Face(BODY, bold=True, serif=False)
MANY = 200  # letters: more would not fit a page in the largest type
SHORT = 0.55  # of the width: a label that leaves room to write on its own line
_NUMBERED = re.compile(r"<b>(\w{1,3})\.</b>\s+(.*)", re.DOTALL)


def heading(block: paper.Heading, width: float, ink: Ink) -> list[Item]:
    """Set a heading; it stays with what follows."""
    points, above, below = {
        1: (TITLE, 0.0, 2.0),
        2: (PART, 4.0, 1.2),
    }.get(block.level, (SMALL_PART, 2.2, 0.6))
    face = Face(points, bold=True, serif=False, stay=True, display=block.level == 1)
    lines = text(escaped(block.text), width, ink, face)
    return [gap(ink.air(above * MM), stay=True), *lines, gap(below * MM, stay=True)]


def paragraph(block: paper.Text, width: float, ink: Ink) -> list[Item]:
    """Set a paragraph; what is under study is bold, a question has its number."""
    numbered = _NUMBERED.fullmatch(block.html)
    if numbered:
        return _question(numbered[1], numbered[2], width, ink)
    face = STUDY if block.study else Face(NOTE if block.small else ink.body)
    if block.large:
        face = LARGE if len(block.html) <= MANY else LONG
    return [*text(block.html, width, ink, face), gap(ink.air(1.6 * MM))]


def _question(number: str, html: str, width: float, ink: Ink) -> list[Item]:
    """Set a question beside its number, white in a black box."""
    indent = 8.5 * MM
    lines = text(html, width - indent, ink, Face(ink.body))
    first = lines[0] if lines else gap(ink.step(ink.body))
    high = max(first.height, 5.6 * MM)

    def draw(p: QPainter, x: float, y: float) -> None:
        marks.number(p, number, QRectF(x, y, 5.6 * MM, 5.6 * MM), ink)
        first.draw(p, x + indent, y + (5.6 * MM - first.height) / 2)

    top = replace(first, height=high, draw=draw, empty=False)
    return [top, *(_moved(line, indent) for line in lines[1:]), gap(ink.air(1.6 * MM))]


def _moved(item: Item, by: float) -> Item:
    return replace(item, draw=lambda p, x, y: item.draw(p, x + by, y))


def new_page(_block: paper.Break, _width: float, _ink: Ink) -> list[Item]:
    """Start a new page."""
    return [replace(gap(0), new_page=True)]


def bullets(block: paper.Bullets, width: float, ink: Ink) -> list[Item]:
    """Set a list with small diamonds, with numbers, or with boxes to tick."""
    items: list[Item] = []
    indent = 6 * MM
    for number, words in enumerate(block.items, 1):
        sign = ink.words.number(number) + "." if block.ordered else ""
        sign = "box" if block.boxes else sign or "diamond"
        lines = text(words, width - indent, ink, Face(ink.body))
        for i, line in enumerate(lines):
            items.append(_marked(line, sign if i == 0 else "", indent, ink))
        items.append(gap(ink.air(0.8 * MM)))
    return [*items, gap(ink.air(1.2 * MM))]


def _marked(line: Item, sign: str, indent: float, ink: Ink) -> Item:
    """Draw a line with its mark before it; "" only keeps the indent."""

    def draw(p: QPainter, x: float, y: float) -> None:
        middle = y + line.height * 0.52
        if sign == "diamond":
            marks.diamond(p, QPointF(x + 1.4 * MM, middle), 0.9 * MM)
        elif sign == "box":
            box = QRectF(x, middle - 1.7 * MM, 3.4 * MM, 3.4 * MM)
            marks.outline(p, box, "no", ink)
        elif sign:
            p.setFont(ink.font(BODY, bold=True, serif=False))
            p.setPen(QColor("black"))
            p.drawText(QPointF(x, y + line.height * BASE), sign)
        line.draw(p, x + indent, y)

    return replace(line, draw=draw)


def rules(block: paper.Lines, width: float, ink: Ink) -> list[Item]:
    """Rule lines to write on; a short label of one line stands on that line."""
    font = ink.font(LABEL.points, bold=True, serif=False)
    wide = QFontMetricsF(font).horizontalAdvance(block.label)
    if block.count == 1 and block.label and wide <= SHORT * width:
        return [*_field(block.label, wide + 2.5 * MM, width, ink), gap(1.5 * MM)]
    items: list[Item] = []
    if block.label:
        items += text(escaped(block.label), width, ink, replace(LABEL, stay=True))
    few = block.count <= 4  # noqa: PLR2004 - as many as nobody wants parted
    for i in range(block.count):
        line = Item(RULE, _rule(width))
        items.append(replace(line, stay=few and i < block.count - 1))
    return [*items, gap(ink.air(2.5 * MM))]


def _rule(width: float, left: float = 0) -> Draw:
    def draw(p: QPainter, x: float, y: float) -> None:
        p.setPen(QPen(QColor(GREY), 0.22 * MM))
        p.drawLine(QPointF(x + left, y + RULE), QPointF(x + width, y + RULE))

    return draw


def _field(label: str, left: float, width: float, ink: Ink) -> list[Item]:
    words = text(escaped(label), width, ink, LABEL)
    rule = _rule(width, left)

    def draw(p: QPainter, x: float, y: float) -> None:
        if words:
            words[0].draw(p, x, y + RULE - words[0].height * (BASE + 0.06))
        rule(p, x, y)

    return [Item(RULE, draw)]


def picture(block: paper.Picture, width: float, ink: Ink) -> list[Item]:
    """Set a picture; when it is missing, its words stand there."""
    image = ink.picture(block.name)
    if image is None or image.isNull():
        words = ink.words.t("Picture: {what}", what=block.alt)
        face = Face(NOTE, colour=GREY)
        return [*text(escaped(words), width, ink, face), gap(2 * MM)]
    wide = width * block.width * ink.shrink
    high = wide * image.height() / image.width()
    most = 150 * MM * ink.shrink
    if high > most:
        wide, high = wide * most / high, most

    def draw(p: QPainter, x: float, y: float) -> None:
        at = QRectF(x, y, wide, high)
        now = ink.picture(block.name)  # in colour or grey, as it is wanted now
        if now is not None:
            p.drawImage(at, now)
        p.setPen(QPen(QColor("black"), 0.25 * MM))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRect(at)

    return [Item(high, draw), gap(2 * MM)]


def ticks(block: paper.Ticks, width: float, ink: Ink) -> list[Item]:
    """Set the answers side by side, as many in a line as fit."""
    measure = QFontMetricsF(ink.font(BODY, serif=False))
    size, between = 5.2 * MM, 7 * MM
    rows: list[list[marks.Tick]] = [[]]
    at = 0.0
    for mark, words in block.options:
        room = size + 2 * MM + measure.horizontalAdvance(ink.ready(words))
        if at + room > width and rows[-1]:
            rows.append([])
            at = 0.0
        rows[-1].append((at, mark, words))
        at += room + between
    items = [marks.ticks(row, size, width, ink) for row in rows]
    return [*items, gap(1.5 * MM)]
