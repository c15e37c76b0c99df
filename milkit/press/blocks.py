"""Turn the plain blocks of a sheet into items of a page, one function a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPen, QPolygonF

from milkit.press.ink import BODY, GREY, MM, NOTE, PART, RULE, SMALL_PART, TITLE
from milkit.press.item import BASE, Face, Item, gap, text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from milkit.activities import paper
    from milkit.press.ink import Ink
    from milkit.press.item import Draw

STUDY = Face(12, bold=True)
LARGE, LONG = Face(28, bold=True), Face(18, bold=True)
MANY = 200  # letters: more would not fit a page in the largest type


def heading(block: paper.Heading, width: float, ink: Ink) -> list[Item]:
    """Set a heading; it stays with what follows."""
    points, above, below = {
        1: (TITLE, 0.0, 2.5),
        2: (PART, 4.0, 1.2),
    }.get(block.level, (SMALL_PART, 2.5, 0.6))
    face = Face(points, bold=True, serif=False, stay=True)
    lines = text(_escaped(block.text), width, ink, face)
    return [_stay(gap(above * MM)), *lines, _stay(gap(below * MM))]


def paragraph(block: paper.Text, width: float, ink: Ink) -> list[Item]:
    """Set a paragraph: what is under study in bold serif."""
    face = STUDY if block.study else Face(NOTE if block.small else BODY)
    if block.large:
        face = LARGE if len(block.html) <= MANY else LONG
    return [*text(block.html, width, ink, face), gap(1.6 * MM)]


def new_page(_block: paper.Break, _width: float, _ink: Ink) -> list[Item]:
    """Start a new page."""
    return [Item(0, lambda _p, _x, _y: None, new_page=True)]


def _stay(item: Item) -> Item:
    return Item(item.height, item.draw, stay=True)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bullets(block: paper.Bullets, width: float, ink: Ink) -> list[Item]:
    """Set a list with small diamonds, or with numbers."""
    items: list[Item] = []
    indent = 6 * MM
    for number, words in enumerate(block.items, 1):
        lines = text(words, width - indent, ink, Face(BODY))
        sign = ink.words.number(number) + "." if block.ordered else ""
        for i, line in enumerate(lines):
            items.append(_marked(line, sign if i == 0 else None, indent, ink))
        items.append(gap(0.8 * MM))
    return [*items, gap(1.2 * MM)]


def _marked(line: Item, sign: str | None, indent: float, ink: Ink) -> Item:
    """Draw a line with its bullet (a small diamond) or its number before it."""

    def draw(p: QPainter, x: float, y: float) -> None:
        middle = y + line.height * 0.52
        if sign:
            p.setFont(ink.font(BODY, bold=True, serif=False))
            p.setPen(QColor("black"))
            p.drawText(QPointF(x, y + line.height * BASE), sign)
        elif sign == "":
            r = 0.9 * MM
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(QColor("black"))
            points = [(0, -r), (r, 0), (0, r), (-r, 0)]
            at = [QPointF(x + 1.4 * MM + dx, middle + dy) for dx, dy in points]
            p.drawPolygon(QPolygonF(at))
        line.draw(p, x + indent, y)

    return Item(line.height, draw)


def rules(block: paper.Lines, width: float, ink: Ink) -> list[Item]:
    """Rule lines to write on, after their label."""
    items: list[Item] = []
    if block.label:
        face = Face(BODY, bold=True, serif=False, stay=True)
        items += text(_escaped(block.label), width, ink, face)

    def draw(p: QPainter, x: float, y: float) -> None:
        p.setPen(QPen(QColor(GREY), 0.22 * MM))
        p.drawLine(QPointF(x, y + RULE), QPointF(x + width, y + RULE))

    items += [Item(RULE, draw) for _ in range(block.count)]
    return [*items, gap(2.5 * MM)]


def image_for(name: str, ink: Ink) -> QImage | None:
    """Give a picture ready for the copier: grey where the ink is."""
    image = ink.picture(name)
    if image is None or image.isNull():
        return None
    if ink.grey:
        return image.convertToFormat(QImage.Format.Format_Grayscale8)
    return image


def picture(block: paper.Picture, width: float, ink: Ink) -> list[Item]:
    """Set a picture; when it is missing, its words stand there."""
    image = image_for(block.name, ink)
    if image is None:
        face = Face(NOTE, colour=GREY)
        words = ink.words.t("Picture: {what}", what=block.alt)
        return [*text(_escaped(words), width, ink, face), gap(2 * MM)]
    wide = width * block.width
    high = wide * image.height() / image.width()
    most = 150 * MM
    if high > most:
        wide, high = wide * most / high, most

    def draw(p: QPainter, x: float, y: float) -> None:
        at = QRectF(x, y, wide, high)
        p.drawImage(at, image)
        p.setPen(QPen(QColor("black"), 0.25 * MM))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRect(at)

    return [Item(high, draw), gap(2 * MM)]


def ticks(block: paper.Ticks, width: float, ink: Ink) -> list[Item]:
    """Set the answers side by side, as many in a line as fit."""
    from PySide6.QtGui import QFontMetricsF

    measure = QFontMetricsF(ink.font(BODY, serif=False))
    size = 5.2 * MM
    rows: list[list[tuple[float, str, str]]] = [[]]
    at = 0.0
    for mark, words in block.options:
        wide = size + 2 * MM + measure.horizontalAdvance(words) + 7 * MM
        if at + wide > width + 7 * MM and rows[-1]:
            rows.append([])
            at = 0.0
        rows[-1].append((at, mark, words))
        at += wide
    high = max(8.5 * MM, ink.step(BODY))
    return [Item(high, _tick_row(row, size, high, ink)) for row in rows] + [
        gap(1.5 * MM)
    ]


def _tick_row(
    row: list[tuple[float, str, str]], size: float, high: float, ink: Ink
) -> Draw:
    def draw(p: QPainter, x: float, y: float) -> None:
        for at, mark, words in row:
            box = QRectF(x + at, y + (high - size) / 2, size, size)
            outline(p, box, mark, ink)
            p.setFont(ink.font(BODY, serif=False))
            p.setPen(QColor("black"))
            base = y + high / 2 + ink.step(BODY) * (BASE - 0.5)
            p.drawText(QPointF(box.right() + 2 * MM, base), words)

    return draw


def outline(p: QPainter, box: QRectF, mark: str, ink: Ink) -> None:
    """Draw an empty circle, square or diamond to tick, or a letter in a box."""
    p.setPen(QPen(QColor("black"), 0.4 * MM))
    p.setBrush(Qt.BrushStyle.NoBrush)
    if mark == "yes":
        p.drawEllipse(box)
    elif mark == "unsure":
        c, r = box.center(), box.width() * 0.56
        p.drawPolygon(
            QPolygonF(
                [
                    QPointF(c.x(), c.y() - r),
                    QPointF(c.x() + r, c.y()),
                    QPointF(c.x(), c.y() + r),
                    QPointF(c.x() - r, c.y()),
                ]
            )
        )
    else:
        p.drawRect(box)
        if mark not in ("no", ""):
            p.setFont(ink.font(NOTE, bold=True, serif=False))
            p.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)
