"""A picture to set the projector by: edges, shape, greys, colours and reading sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD, Canvas
from milkit.stage.class_window import ClassWindow
from milkit.stage.marks import draw_mark

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.stage.look import StageLook

_GREYS = 7
_MARKS = ("yes", "no", "unsure", "", "", "", "")  # three votes, then A to D
_LETTERS_FROM = 3


class PictureWindow(ClassWindow):
    """The test picture as the class window shows it: it opens and leaves the same."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the test picture at the shape of this window."""
        painter = QPainter(self)
        paint_picture(painter, self._face(), self._stage)
        painter.end()


def paint_picture(painter: QPainter, rect: QRectF, stage: StageLook) -> None:
    """Draw the test picture over the whole of *rect*."""
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(rect, QColor(dyes.RICE))
    c = Canvas(painter, rect, stage, stage.words.lang)
    _edges(c)
    body = c.body().adjusted(c.px(2), c.px(2), -c.px(2), 0)
    y = body.top() + _words(c, body) + c.px(3)
    rest = QRectF(body.left(), y, body.width(), body.bottom() - y)
    if rest.height() > c.px(8):
        _shapes(c, rest)
    painter.restore()


def _edges(c: Canvas) -> None:
    """Draw a line along each edge and an arrow into each corner."""
    pen = QPen(QColor(dyes.INK), max(2.0, c.px(0.5)))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    c.p.setPen(pen)
    c.p.setBrush(Qt.BrushStyle.NoBrush)
    half = pen.widthF() / 2
    edge = c.rect.adjusted(half, half, -half, -half)
    c.p.drawRect(edge)
    long = c.px(5)
    for corner, right, down in (
        (edge.topLeft(), 1, 1),
        (edge.topRight(), -1, 1),
        (edge.bottomLeft(), 1, -1),
        (edge.bottomRight(), -1, -1),
    ):
        inner = corner + QPointF(long * right, long * down)
        c.p.drawLine(corner, inner)
        c.p.drawLine(corner, corner + QPointF(long * right * 0.45, 0))
        c.p.drawLine(corner, corner + QPointF(0, long * down * 0.45))


def _words(c: Canvas, body: QRectF) -> float:
    """Write the sentences at the sizes of the class view; give the height used."""
    w = c.stage.words
    at = QRectF(body)
    read = w.t("Stand at the back. Your students must be able to read this line.")
    at.setTop(at.top() + c.text(read, at, READ, bold=True))
    told = w.t("This small line you also say aloud.")
    at.setTop(at.top() + c.px(1) + c.text(told, at, TOLD))
    tips = w.t(
        "The circle must be round. All four arrows and all grey steps must show."
    )
    used = c.text(tips, at, TOLD, colour=dyes.INK2)
    return at.top() + used - body.top()


def _shapes(c: Canvas, rest: QRectF) -> None:
    """Draw the circle, the grey steps and the marks, in the room that is left."""
    side = min(rest.height(), rest.width() * 0.3)
    circle = QRectF(rest.right() - side, rest.bottom() - side, side, side)
    _circle(c, circle)
    room = QRectF(rest)
    room.setRight(circle.left() - c.px(3))
    high = min(rest.height() * 0.36, c.px(14))
    _greys(c, QRectF(room.left(), room.top(), room.width(), high))
    left = QRectF(room.left(), room.top() + high, room.width(), 0)
    left.setBottom(room.bottom() - c.step(TOLD))
    _row_of_marks(c, left)
    size = f"{round(c.rect.width())} × {round(c.rect.height())}"
    foot = QRectF(room.left(), room.bottom() - c.step(TOLD), room.width(), 0)
    c.text(size, foot, TOLD, bold=True)


def _circle(c: Canvas, at: QRectF) -> None:
    pen = QPen(QColor(dyes.INDIGO), max(2.0, c.px(0.6)))
    c.p.setPen(pen)
    c.p.setBrush(QColor(dyes.PAPER))
    half = pen.widthF() / 2
    inner = at.adjusted(half, half, -half, -half)
    c.p.drawEllipse(inner)
    c.p.drawLine(
        QPointF(inner.left(), inner.center().y()),
        QPointF(inner.right(), inner.center().y()),
    )
    c.p.drawLine(
        QPointF(inner.center().x(), inner.top()),
        QPointF(inner.center().x(), inner.bottom()),
    )
    third = inner.width() / 3
    c.p.drawEllipse(inner.adjusted(third, third, -third, -third))


def _greys(c: Canvas, at: QRectF) -> None:
    wide = at.width() / _GREYS
    for step in range(_GREYS):
        shade = round(255 * step / (_GREYS - 1))
        box = QRectF(at.left() + step * wide, at.top(), wide + 0.5, at.height())
        c.p.fillRect(box, QColor(shade, shade, shade))
    c.p.setPen(QPen(QColor(dyes.EDGE), 1))
    c.p.setBrush(Qt.BrushStyle.NoBrush)
    c.p.drawRect(at)


def _row_of_marks(c: Canvas, at: QRectF) -> None:
    """Draw the marks and letters that the class votes with."""
    pitch = at.width() / len(_MARKS)
    side = min(pitch * 0.7, at.height() * 0.6)
    if side < c.px(3):
        return
    top = at.center().y() - side / 2
    for number, mark in enumerate(_MARKS):
        left = at.left() + number * pitch + (pitch - side) / 2
        index = max(0, number - _LETTERS_FROM)
        draw_mark(c, QRectF(left, top, side, side), mark, index)
