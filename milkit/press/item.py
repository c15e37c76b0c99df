"""A piece of a page that is not broken: a line, a frame, a row of cards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from milkit.press.ink import BLACK, BODY
from milkit.widgets.lines import fill

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from PySide6.QtGui import QPainter, QTextLine

    from milkit.press.ink import Ink

    Draw: TypeAlias = Callable[[QPainter, float, float], None]

BASE = 0.74  # where the base line lies in a line, as a share of its height
_BOLD = re.compile(r"(</?(?:b|strong)>|<br ?/?>)")


@dataclass(frozen=True, slots=True)
class Item:
    """
    Something *height* high that is drawn at a left and a top.

    *stay* keeps it on the page of the next one; *new_page* starts a page.
    """

    height: float
    draw: Draw
    stay: bool = False
    new_page: bool = False


def gap(height: float) -> Item:
    """Make empty room."""
    return Item(height, lambda _p, _x, _y: None)


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set."""

    points: float = BODY
    bold: bool = False
    serif: bool = True
    colour: str = BLACK
    stay: bool = False


def pieces(html: str) -> list[list[tuple[str, bool]]]:
    """Cut simple HTML into paragraphs of (words, bold) pieces."""
    bold = False
    paragraphs: list[list[tuple[str, bool]]] = [[]]
    for part in _BOLD.split(html):
        if part in ("<b>", "<strong>", "</b>", "</strong>"):
            bold = not part.startswith("</")
        elif part.startswith("<br"):
            paragraphs.append([])
        elif part:
            words = unescape(re.sub(r"<[^>]+>", "", part))
            paragraphs[-1].append((words, bold))
    return paragraphs


def text(html: str, width: float, ink: Ink, face: Face) -> list[Item]:
    """Break a text into lines, each an item; bold pieces stay bold."""
    items: list[Item] = []
    for paragraph in pieces(html):
        items += _lines(paragraph, width, ink, face)
    return items


def _lines(
    paragraph: list[tuple[str, bool]], width: float, ink: Ink, face: Face
) -> list[Item]:
    if ink.lang == "my":  # Qt breaks inside Burmese syllables
        return _burmese("".join(part for part, _ in paragraph), width, ink, face)
    font = ink.font(face.points, bold=face.bold, serif=face.serif)
    layout = QTextLayout("".join(part for part, _ in paragraph), font)
    layout.setFormats(_bold_ranges(paragraph, ink, face))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = ink.step(face.points)
    items: list[Item] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, step * BASE - line.ascent()))
        items.append(Item(step, _drawn(line, layout, face.colour), stay=face.stay))
    layout.endLayout()
    return items


def _bold_ranges(
    paragraph: list[tuple[str, bool]], ink: Ink, face: Face
) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for words, bold in paragraph:
        if bold and not face.bold:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, len(words.encode("utf-16-le")) // 2
            look = QTextCharFormat()
            look.setFont(ink.font(face.points, bold=True, serif=face.serif))
            one.format = look
            ranges.append(one)
        start += len(words.encode("utf-16-le")) // 2
    return ranges


def _drawn(line: QTextLine, layout: QTextLayout, colour: str) -> Draw:
    """Draw one line later; the layout is kept alive with it."""

    def draw(p: QPainter, x: float, y: float, _kept: QTextLayout = layout) -> None:
        p.setPen(QColor(colour))
        line.draw(p, QPointF(x, y))

    return draw


def _burmese(words: str, width: float, ink: Ink, face: Face) -> list[Item]:
    from milkit.content.breaks import with_word_ends

    font = ink.font(face.points, bold=face.bold, serif=face.serif)
    step = ink.step(face.points)

    def drawn(line: str) -> Draw:
        def draw(p: QPainter, x: float, y: float) -> None:
            p.setFont(font)
            p.setPen(QColor(face.colour))
            p.drawText(QPointF(x, y + step * BASE), line)

        return draw

    lines = fill(with_word_ends(words, ink.lang), font, width)
    return [Item(step, drawn(line), stay=face.stay) for line in lines]
