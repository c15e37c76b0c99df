"""The pieces that several class views share: stitched frame, marks, choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, COUNT, READ, TOLD
from milkit.stage.lines import grown, pitch

if TYPE_CHECKING:
    from milkit.activities.kind import Option
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


def claim_lines(c: Canvas, text: str, width: float, height: float) -> list[list[str]]:
    """Break a claim into screens: what does not fit goes on the next, never smaller."""
    lines = c.lines(text, CLAIM, width, bold=True, serif=True)
    fits = max(1, int(height / c.step(CLAIM)))
    return [lines[i : i + fits] for i in range(0, len(lines), fits)] or [[]]


def claim_page(c: Canvas, text: str, at: QRectF, page: int) -> None:
    """Write one screen of a claim, with dots where it goes on."""
    pages = claim_lines(c, text, at.width(), at.height())
    lines = list(pages[page % len(pages)])
    if page % len(pages) < len(pages) - 1 and lines:
        lines[-1] += " …"
    c.write(lines, at, CLAIM, bold=True, serif=True)


def choice(
    c: Canvas,
    at: QRectF,
    option: Option,
    index: int,
    *,
    hands: int | None,
    before: int | None = None,
    total: int = 0,
    right: bool | None = None,
) -> None:
    """
    Draw one choice; *hands* is None while counts are hidden.

    *before* is the count of the first vote; *right* is known only once the answer
    is shown: the right choice gets a thick green edge and a tick, the others fade.
    """
    colour = mark_colour(option.mark, index)
    c.box(
        at,
        dyes.GOOD if right else colour,
        width=0.9 if right else 0.5,
        fill_with=dyes.GOOD_SOFT if right else dyes.PAPER,
    )
    inner = at.adjusted(c.px(3), c.px(2.4), -c.px(2), -c.px(2))
    size = c.px(9.4 if c.narrow else 9)
    name = QRectF(inner)
    badge = QRectF(inner.left(), inner.top() + c.px(0.6), size, size)
    if c.narrow and hands is not None:
        badge.moveTopRight(QPointF(inner.right() - c.px(1), inner.top() + c.px(14)))
    else:
        name.setLeft(badge.right() + c.px(2.4))
    draw_mark(c, badge, option.mark, index)
    lines = c.lines(option.text, READ, name.width(), bold=True)[:2]
    shift = max(0.0, (size - c.step(READ) * len(lines)) / 2) if not c.narrow else 0
    c.write(lines, name.adjusted(0, shift, 0, 0), READ, bold=True)
    if hands is not None:
        _hands(c, inner, hands, before, total, colour)


def _hands(
    c: Canvas, at: QRectF, hands: int, before: int | None, total: int, colour: str
) -> None:
    w = c.stage.words
    thread = QRectF(at.left(), at.bottom() - c.px(5.2), at.width(), c.px(4.6))
    c.thread(thread, hands, total, colour)
    high = c.step(COUNT)
    top = thread.top() - high - c.px(0.4)
    number = w.number(hands)
    c.write([number], QRectF(at.left(), top, at.width(), high), COUNT, bold=True)
    beside = at.left() + c.wide(number, COUNT, bold=True) + c.px(2)
    word = (
        w.n("hand", "hands", hands)
        if before is None
        else w.t("was {n}", n=w.number(before))
    )
    if beside + c.wide(word, TOLD) < at.right() - (c.px(11) if c.narrow else 0):
        base = top + c.step(COUNT) * 0.74 - c.step(TOLD) * 0.74
        c.write([word], QRectF(beside, base, at.width(), high), TOLD, colour=dyes.INK2)


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
