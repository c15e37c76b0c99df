"""Breaks text into lines and paints it at the kit's own line heights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from milkit.widgets.type import BURMESE

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from milkit.widgets.look import Look

ZWSP = "\u200b"
_FAR = 1e6


def plain(text: str) -> str:
    """Give the text without the zero-width spaces that only the painter needs."""
    return text.replace(ZWSP, "")


def fill(text: str, font: QFont, width: float, most: int = 0) -> list[str]:
    """
    Break *text* into lines of *width* px, at word ends where there are any.

    With *most* lines, the last one ends in … when there was more. Burmese, and texts
    with zero-width spaces, are filled here at these and at spaces: Qt breaks inside
    Burmese syllables, and Thai where the system's own library likes.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _filled(paragraph, font, width)
    if most and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], elided(rest, font, width)]
    return lines


def elided(text: str, font: QFont, width: float) -> str:
    """Cut a line that is too long, and end it with three dots."""
    return QFontMetricsF(font).elidedText(
        plain(text), Qt.TextElideMode.ElideRight, width
    )


def advance(text: str, font: QFont) -> float:
    """Give the width of one line in px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def longest_word(text: str, font: QFont) -> float:
    """Give the width that no line can go under, in px."""
    words = re.split(rf"[ \n{ZWSP}]", text)
    return max((advance(word, font) for word in words), default=0)


def _filled(text: str, font: QFont, width: float) -> list[str]:
    if advance(text, font) <= width:
        return [text.rstrip()]
    if ZWSP in text or any(BURMESE.first <= ord(c) <= BURMESE.last for c in text):
        return _filled_at_words(text, font, width)
    return _filled_by_qt(text, font, width)


def _filled_by_qt(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines


def _filled_at_words(text: str, font: QFont, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in re.split(rf"(?<=[ {ZWSP}])", text):
        if not line or advance((line + word).rstrip(), font) <= width:
            line += word
            continue
        lines.append(line.rstrip())
        line = word
    lines.append(line.rstrip())
    return [
        cut
        for whole in lines
        for cut in (
            [whole]
            if advance(whole, font) <= width
            else _filled_by_qt(whole, font, width)
        )
    ]


class Ink(NamedTuple):
    """How a piece of text is painted: its role, token or #colour, and language."""

    role: str = "body"
    colour: str = "ink"
    lang: str = ""
    bold: bool | None = None
    serif: bool = False

    def font(self, look: Look) -> QFont:
        """Give the font."""
        return look.type.font(
            self.role, lang=self.lang, serif=self.serif, bold=self.bold
        )


def paint_line(
    painter: QPainter,
    look: Look,
    text: str,
    box: QRectF,
    ink: Ink,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Paint one line in the middle of *box*, cut to fit; give its width in px."""
    font = ink.font(look)
    width = advance(look.type.ready(text), font)
    if width > box.width():
        text = elided(text, font, box.width())
        width = advance(text, font)
    left = box.left()
    if align & Qt.AlignmentFlag.AlignRight:
        left = box.right() - width
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left = box.left() + (box.width() - width) / 2
    painter.setFont(font)
    painter.setPen(look.colour(ink.colour))
    baseline = box.top() + look.type.baseline(ink.role, ink.lang, box.height())
    painter.drawText(QPointF(left, round(baseline)), text)
    return width


def paint_lines(
    painter: QPainter,
    look: Look,
    lines: list[str],
    box: QRectF,
    ink: Ink,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Paint lines from the top of *box* at the role's line height; give the height."""
    step = look.type.line(ink.role, ink.lang)
    for number, line in enumerate(lines):
        row = QRectF(box.left(), box.top() + number * step, _FAR, step)
        if align != Qt.AlignmentFlag.AlignLeft:
            row.setWidth(box.width())
        paint_line(painter, look, line, row, ink, align)
    return step * len(lines)
