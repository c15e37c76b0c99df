"""The pieces that several class views share: stitched frame, marks, choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath, QPen, QPolygonF

from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.lines import grown, pitch

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas

LETTERS = "ABCDEFGHIJ"


def mark_colour(mark: str, index: int) -> str:
    """Give the dye of a choice: by its mark, else by its letter."""
    known = {"yes": dyes.TEAL, "no": dyes.PLUM, "unsure": dyes.SLATE}
    return known.get(mark, dyes.LETTERS[index % 4])


def draw_mark(c: Canvas, at: QRectF, mark: str, index: int) -> None:
    """Draw a circle with tick, a square with cross, a diamond with ?, or a letter."""
    p = c.p
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor(mark_colour(mark, index)))
    white = QPen(QColor(dyes.PAPER), at.width() * 0.11)
    white.setCapStyle(Qt.PenCapStyle.RoundCap)
    x, y, w = at.left(), at.top(), at.width()

    def spot(dx: float, dy: float) -> QPointF:
        return QPointF(x + w * dx, y + w * dy)

    if mark == "yes":
        p.drawEllipse(at)
        p.setPen(white)
        p.drawPolyline([spot(0.28, 0.52), spot(0.44, 0.68), spot(0.74, 0.34)])
    elif mark == "no":
        p.drawRect(at.adjusted(w * 0.05, w * 0.05, -w * 0.05, -w * 0.05))
        p.setPen(white)
        p.drawLine(spot(0.32, 0.32), spot(0.68, 0.68))
        p.drawLine(spot(0.68, 0.32), spot(0.32, 0.68))
    elif mark == "unsure":
        p.drawPolygon(
            QPolygonF(
                [spot(0.5, -0.07), spot(1.07, 0.5), spot(0.5, 1.07), spot(-0.07, 0.5)]
            )
        )
        _sign(c, at, "?")
    else:
        p.drawRoundedRect(at, w * 0.16, w * 0.16)
        _sign(c, at, LETTERS[index % len(LETTERS)])


def _sign(c: Canvas, at: QRectF, sign: str) -> None:
    font = c.font(1, bold=True)
    font.setPixelSize(max(1, round(at.width() * 0.62)))
    c.p.setFont(font)
    c.p.setPen(QColor(dyes.PAPER))
    c.p.drawText(at, Qt.AlignmentFlag.AlignCenter, sign)


def stitched(c: Canvas, at: QRectF, label: str = "", badge: str = "") -> QRectF:
    """
    Draw the stitched frame of material under study; return the room inside it.

    The label "Made up for class" is never left out: photos of the screen travel.
    """
    c.box(at, dyes.INK, width=0.55, dashed=True)
    label = label or c.stage.words.t("Made up for class")
    lift = c.px(TOLD) * grown(c.lang) * pitch(c.lang) * 0.55
    c.tag(label, QPointF(at.left() + c.px(3.8), at.top() - lift), dark=True)
    if badge:
        corner = QPointF(at.right() - c.px(3.8), at.top() - lift)
        c.tag(badge, corner, dark=False, right=True)
    return at.adjusted(c.px(4.8), lift + c.px(2.4), -c.px(4), -c.px(2.4))


def quoted(c: Canvas, text: str) -> str:
    """Put the language's own quotation marks around invented words."""
    left, right = {"km": ("«", "»"), "vi": ("“", "”")}.get(c.lang, ("“", "”"))
    return f"{left}{text}{right}"


CLAIM_SIZES = (CLAIM, 7.4, READ)


def claim_share(c: Canvas, text: str, room: QRectF, *, serif: bool = True) -> float:
    """Take the largest size at which *text* fits *room*; READ is the floor."""
    for share in CLAIM_SIZES:
        lines = c.lines(text, share, room.width(), bold=True, serif=serif)
        if c.step(share) * len(lines) <= room.height():
            return share
    return READ


def claim_lines(
    c: Canvas, text: str, room: QRectF, *, serif: bool = True
) -> list[list[str]]:
    """Break a claim into screens: what does not fit goes on the next, never smaller."""
    share = claim_share(c, text, room, serif=serif)
    lines = c.lines(text, share, room.width(), bold=True, serif=serif)
    fits = max(1, int(room.height() / c.step(share)))
    return [lines[i : i + fits] for i in range(0, len(lines), fits)] or [[]]


def claim_page(
    c: Canvas, text: str, room: QRectF, page: int, *, serif: bool = True
) -> None:
    """Write one screen of a claim, with dots where it goes on."""
    share = claim_share(c, text, room, serif=serif)
    pages = claim_lines(c, text, room, serif=serif)
    lines = list(pages[page % len(pages)])
    if page % len(pages) < len(pages) - 1 and lines:
        font = c.font(share, bold=True, serif=serif)
        lines[-1] = _going_on(lines[-1], QFontMetricsF(font), room.width())
    c.write(lines, room, share, bold=True, serif=serif)


def _going_on(line: str, measure: QFontMetricsF, width: float) -> str:
    """End a line with dots, inside its width."""
    while line and measure.horizontalAdvance(line + " …") > width:
        line = line[:-1].rstrip()
    return line + " …"


def answer_card(
    c: Canvas, at: QRectF, title: str, why: str, *, source: str = ""
) -> None:
    """Say the answer and why, once the teacher shows it."""
    c.box(at, dyes.GOOD, fill_with=dyes.GOOD_SOFT, width=0.5)
    inner = at.adjusted(c.px(9.5), c.px(2), -c.px(2.5), -c.px(1.5))
    tick = QPainterPath()
    size = c.px(4.6)
    x, y = at.left() + c.px(2.6), inner.top() + c.px(1.6)
    tick.moveTo(x, y + size * 0.5)
    tick.lineTo(x + size * 0.36, y + size * 0.86)
    tick.lineTo(x + size, y + size * 0.1)
    pen = QPen(QColor(dyes.GOOD), c.px(1.1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    c.p.setPen(pen)
    c.p.setBrush(Qt.BrushStyle.NoBrush)
    c.p.drawPath(tick)
    used = c.text(title, inner, READ, bold=True, colour=dyes.GOOD) if title else 0
    rest = inner.adjusted(0, used, 0, 0)
    size_share = (
        READ
        if c.step(READ) * len(c.lines(why, READ, rest.width())) <= rest.height()
        else TOLD
    )
    used = c.text(why, rest, size_share)
    if source:
        c.text(source, rest.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)
