"""A line of text with the pieces marked that a search asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from milkit.screens.search_lines import Text
from milkit.widgets.lines import advance, elided

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QTextLine

    from milkit.widgets.lines import Ink
    from milkit.widgets.look import Look

_SIGHT = 0.8  # share of a line in which the first match must end


def paint_marked(
    painter: QPainter, look: Look, text: Text, box: QRectF, ink: Ink
) -> None:
    """
    Paint one line, cut to fit; what matched is bold, on turmeric and underlined.

    The line is shaped as one text: marks may stand inside the words of any script.
    """
    font = ink.font(look)
    look.type.ready(text.text)
    text = with_match(text, font, box.width())
    shown = elided(text.text, font, box.width())
    marks = [(a, min(b, len(shown))) for a, b in text.marks if a < len(shown)]
    layout = QTextLayout(shown, font)
    layout.setFormats([_format(look, *mark) for mark in marks])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    if not line.isValid():
        return
    baseline = round(box.top() + look.type.baseline(ink.role, ink.lang, box.height()))
    high = look.type.px(ink.role, ink.lang)
    for first, last in marks:
        left = box.left() + _x(line, first)
        width = _x(line, last) + box.left() - left
        top = baseline - round(high * 1.02)
        fill = QRectF(left - 1, top, width + 2, baseline + round(high * 0.3) - top)
        painter.fillRect(fill, look.colour("tur"))
        rule = QRectF(left - 1, fill.bottom() - 2, width + 2, 2)
        painter.fillRect(rule, look.colour("on_tur"))
    painter.setPen(look.colour(ink.colour))
    layout.draw(painter, QPointF(box.left(), baseline - line.ascent()))


def with_match(text: Text, font: QFont, width: float) -> Text:
    """Leave out the beginning of a text whose first match would not be in sight."""
    if not text.marks:
        return text
    first, last = text.marks[0]
    room = width * _SIGHT
    cut = 0
    while cut < first and advance(text.text[cut:last], font) > room:
        space = text.text.find(" ", cut, first)
        cut = space + 1 if space >= 0 else first
    if not cut:
        return text
    by = cut - 1  # the letter that stands for what was left out
    marks = tuple((a - by, b - by) for a, b in text.marks)
    return Text(f"…{text.text[cut:]}", marks)


def _format(look: Look, first: int, last: int) -> QTextLayout.FormatRange:
    """Say that a piece is bold and of the colour that is read on turmeric."""
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = first, last - first
    how = QTextCharFormat()
    how.setForeground(look.colour("on_tur"))
    how.setFontWeight(QFont.Weight.Bold)
    marked.format = how
    return marked


def _x(line: QTextLine, letter: int) -> float:
    """Give where a letter begins; Qt tells it with the letter it moved to."""
    return cast("tuple[float, int]", line.cursorToX(letter))[0]
