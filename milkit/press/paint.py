"""Draw a page: its woven edge, its head, what stands on it, where to cut, its foot."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from milkit.press.ink import GREY, MARGIN, MM, NOTE
from milkit.press.item import BASE
from milkit.press.marks import tag, tag_width

if TYPE_CHECKING:
    from milkit.press.ink import Ink, Paper
    from milkit.press.pages import Page

CELL, FINE, REPEAT = 0.4 * MM, 6, 8  # a thread of the edge, its dots, its pattern
MOTIF = ("....#....", "...###...", "..##.##..", ".##...##.", "##.....##",
         ".##...##.", "..##.##..", "...###...", "....#....")  # fmt: skip


def paint(p: QPainter, page: Page, size: Paper, ink: Ink) -> None:
    """Draw one page; the painter's unit is a tenth of a point."""
    _plait(p, size.room)
    _head(p, page, size, ink)
    for x, y, item in page.items:
        item.draw(p, x, y)
    pen = QPen(QColor(GREY), 0.25 * MM)
    pen.setDashPattern([8, 5])
    p.setPen(pen)
    for left, top, right, bottom in page.cuts:
        p.drawLine(QPointF(left, top), QPointF(right, bottom))
    step = ink.foot_step
    bottom = size.height - MARGIN - step
    first = bottom - step * (len(page.foot) - 1)
    for i, words in enumerate(page.foot):
        _line(p, words, "", first + i * step, size, ink)
    _line(p, "", page.number, bottom, size, ink)


def _head(p: QPainter, page: Page, size: Paper, ink: Ink) -> None:
    left, right = page.head
    top = MARGIN + 4.6 * MM
    if not page.teacher_only:
        _line(p, left, right, top, size, ink)
        return
    words = ink.words.t("Teacher only")
    at = size.width - MARGIN - tag_width(words, ink)
    tag(p, words, at, top - 0.4 * MM, ink)
    room = at - MARGIN - 4 * MM
    _line(p, left, "", top, size, ink, room)


def _line(
    p: QPainter,
    left: str,
    right: str,
    y: float,
    size: Paper,
    ink: Ink,
    room: float | None = None,
) -> None:
    font = ink.font(NOTE, serif=False)
    measure = QFontMetricsF(font)
    p.setFont(font)
    p.setPen(QColor(GREY))
    base = y + ink.step(NOTE) * BASE
    wide = measure.horizontalAdvance(right)
    if left:
        most = size.room - wide - 4 * MM if room is None else room
        fits = measure.elidedText(left, Qt.TextElideMode.ElideRight, most)
        p.drawText(QPointF(MARGIN, base), fits)
    if right:
        p.drawText(QPointF(size.width - MARGIN - wide, base), right)


def _plait(p: QPainter, width: float) -> None:
    """Draw the woven edge of a sheet: whole diamonds only, in the middle."""
    band = _band(int((width / CELL - 1) / REPEAT))
    wide, high = band.width() / FINE * CELL, len(MOTIF) * CELL * 0.9
    p.drawImage(QRectF(MARGIN + (width - wide) / 2, MARGIN, wide, high), band)


@cache
def _band(count: int) -> QImage:
    """Weave *count* diamonds; as a picture a PDF holds them once for all pages."""
    size = (count * REPEAT + 1) * FINE, len(MOTIF) * FINE
    band = QImage(*size, QImage.Format.Format_Mono)
    band.fill(1)
    painter = QPainter(band)
    for at in range(count * REPEAT + 1):
        column = at % REPEAT
        for row, signs in enumerate(MOTIF):
            if signs[column] == "#":
                painter.fillRect(at * FINE, row * FINE, FINE, FINE, QColor("black"))
    painter.end()
    return band
