"""A piece of a page that is not broken: a line, a frame, a row of cards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from milkit.content.breaks import with_word_ends
from milkit.press.ink import BLACK, BODY
from milkit.widgets.lines import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from PySide6.QtGui import QPainter, QTextLine

    from milkit.press.ink import Ink

    Draw: TypeAlias = Callable[[QPainter, float, float], None]
    Pieces: TypeAlias = list[tuple[str, bool]]
    Line: TypeAlias = tuple[QTextLine, QTextLayout]  # which keeps it alive

BASE = 0.74  # where the base line lies in a line, as a share of its height
ENDLESS = 1e6
_BOLD = re.compile(r"(</?(?:b|strong)>|<br ?/?>)")
_TAG = re.compile(r"<[^>]+>")
_WRAPPED, _ONE_LINE = QTextOption(), QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
_ONE_LINE.setWrapMode(QTextOption.WrapMode.NoWrap)


@dataclass(frozen=True, slots=True)
class Item:
    """
    Something *height* high that is drawn at a left and a top.

    *stay* keeps it on the page of the next one; *new_page* starts a page; *empty*
    is room that a page neither begins nor ends with. *head* stands again above it
    when it comes first on a page: the head of a table.
    """

    height: float
    draw: Draw
    stay: bool = False
    new_page: bool = False
    empty: bool = False
    head: tuple[Item, ...] = ()


def nothing(_p: QPainter, _x: float, _y: float) -> None:
    """Draw nothing."""


def gap(height: float, *, stay: bool = False) -> Item:
    """Make empty room."""
    return Item(height, nothing, stay=stay, empty=True)


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set; *stay* keeps all of it with what follows."""

    points: float = BODY
    bold: bool = False
    serif: bool = True
    colour: str = BLACK
    stay: bool = False
    display: bool = False


def escaped(words: str) -> str:
    """Write words as HTML."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def pieces(html: str) -> list[Pieces]:
    """Cut simple HTML into paragraphs of (words, bold) pieces."""
    bold = False
    paragraphs: list[Pieces] = [[]]
    for part in _BOLD.split(html.replace("\n", " ")):
        if part in ("<b>", "<strong>", "</b>", "</strong>"):
            bold = not part.startswith("</")
        elif part.startswith("<br"):
            paragraphs.append([])
        elif part:
            words = _TAG.sub("", part) if "<" in part else part
            paragraphs[-1].append((unescape(words) if "&" in words else words, bold))
    return paragraphs


def text(html: str, width: float, ink: Ink, face: Face) -> list[Item]:
    """
    Break a text into lines, each an item; bold pieces stay bold.

    No single line of a paragraph is left alone at the end or the top of a page.
    """
    ink.ready(html)
    set_lines = _burmese if ink.lang == "my" else _lines
    items: list[Item] = []
    for paragraph in pieces(html):
        items += set_lines(paragraph, width, ink, face)
    return items


def _lines(paragraph: Pieces, width: float, ink: Ink, face: Face) -> list[Item]:
    marked = [(with_word_ends(words, ink.lang), bold) for words, bold in paragraph]
    layout = _layout(marked, ink, face, _WRAPPED)
    return _items(_filled(layout, width, ink.step(face.points)), ink, face)


def _burmese(paragraph: Pieces, width: float, ink: Ink, face: Face) -> list[Item]:
    """Fill Burmese lines at word ends ourselves: Qt breaks inside syllables."""
    marked = [(with_word_ends(words, ink.lang), bold) for words, bold in paragraph]
    whole = "".join(words for words, _ in marked)
    bold = face.bold or any(is_bold for _, is_bold in marked)
    font = ink.font(face.points, bold=bold, serif=face.serif)
    lines: list[Line] = []
    at = 0
    for line in fill(whole, font, width):
        start = max(at, whole.find(line, at))
        at = start + len(line)
        layout = _layout(_cut(marked, start, at), ink, face, _ONE_LINE)
        lines += _filled(layout, ENDLESS, ink.step(face.points))
    return _items(lines, ink, face)


def _layout(
    paragraph: Pieces, ink: Ink, face: Face, option: QTextOption
) -> QTextLayout:
    font = ink.font(face.points, bold=face.bold, serif=face.serif, display=face.display)
    layout = QTextLayout("".join([words for words, _ in paragraph]), font)
    if not face.bold and any(bold for _, bold in paragraph):
        layout.setFormats(_bold_ranges(paragraph, ink, face))
    layout.setTextOption(option)
    return layout


def _filled(layout: QTextLayout, width: float, step: float) -> list[Line]:
    lines: list[Line] = []
    base, wide = step * BASE, max(width, 1)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        line.setPosition(QPointF(0, base - line.ascent()))
        lines.append((line, layout))
    layout.endLayout()
    return lines


def _items(lines: list[Line], ink: Ink, face: Face) -> list[Item]:
    """Make items of lines; the first two and the last two stay together."""
    step, last = ink.step(face.points), len(lines) - 1
    return [
        Item(
            step,
            _drawn(line, layout, face.colour),
            stay=face.stay or (i < last and i in (0, last - 1)),
        )
        for i, (line, layout) in enumerate(lines)
    ]


def _bold_ranges(
    paragraph: Pieces, ink: Ink, face: Face
) -> list[QTextLayout.FormatRange]:
    look = QTextCharFormat()
    look.setFont(ink.font(face.points, bold=True, serif=face.serif))
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for words, bold in paragraph:
        long = len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2
        if bold:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, long, look
            ranges.append(one)
        start += long
    return ranges


def _drawn(line: QTextLine, layout: QTextLayout, colour: str) -> Draw:
    """Draw one line later; the layout is kept alive with it."""

    def draw(p: QPainter, x: float, y: float, _kept: QTextLayout = layout) -> None:
        p.setPen(QColor(colour))
        line.draw(p, QPointF(x, y))

    return draw


def _cut(paragraph: Sequence[tuple[str, bool]], start: int, end: int) -> Pieces:
    """Give the pieces between two places of a paragraph."""
    found: Pieces = []
    at = 0
    for words, bold in paragraph:
        part = words[max(0, start - at) : max(0, end - at)]
        if part:
            found.append((part, bold))
        at += len(words)
    return found
