"""Own drawings: the vote marks, answer letters and the plaited logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from milkit.widgets.lines import Ink, paint_line

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

MARKS = ("yes", "no", "unsure")
LETTERS = "ABCDEFGHIJ"


def paint_mark(
    painter: QPainter, look: Look, box: QRectF, mark: str, index: int = 0
) -> None:
    """
    Paint a vote mark: circle with tick, square with cross, diamond with "?".

    Without a mark it is the answer's letter, A for *index* 0, on its own dye.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    theme = look.theme
    dye = theme.mark(mark) if mark in MARKS else theme.choice(index)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(dye))
    sign = QPen(look.colour("on_pri"), box.width() * 0.11)
    if mark == "yes":
        painter.drawEllipse(box)
        painter.setPen(sign)
        painter.drawPolyline(
            [_at(box, 0.28, 0.52), _at(box, 0.44, 0.68), _at(box, 0.73, 0.35)]
        )
    elif mark == "no":
        painter.drawRect(_inner(box, 0.04))
        painter.setPen(sign)
        painter.drawLine(_at(box, 0.33, 0.33), _at(box, 0.67, 0.67))
        painter.drawLine(_at(box, 0.67, 0.33), _at(box, 0.33, 0.67))
    else:
        _paint_sign(painter, look, box, mark, index)


def _paint_sign(
    painter: QPainter, look: Look, box: QRectF, mark: str, index: int
) -> None:
    if mark == "unsure":
        around = ((0.5, -0.06), (1.06, 0.5), (0.5, 1.06), (-0.06, 0.5))
        painter.drawPolygon(QPolygonF([_at(box, x, y) for x, y in around]))
    else:
        painter.drawRoundedRect(box, 4, 4)
    text = "?" if mark == "unsure" else LETTERS[index % len(LETTERS)]
    ink = Ink("card", "on_pri", "en", bold=True)
    paint_line(painter, look, text, box, ink, Qt.AlignmentFlag.AlignHCenter)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + box.width() * x, box.top() + box.height() * y)


def _inner(box: QRectF, share: float) -> QRectF:
    by = box.width() * share
    return box.adjusted(by, by, -by, -by)


class Mark(QWidget):
    """A vote mark or answer letter beside its words; silent to screen readers."""

    def __init__(
        self,
        look: Look,
        mark: str,
        index: int = 0,
        px: int = 30,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._mark, self._index = look, mark, index
        self._side = look.px(px)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the mark's size."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        by = self._side * 0.07
        box = QRectF(self.rect()).adjusted(by, by, -by, -by)
        paint_mark(QPainter(self), self._look, box, self._mark, self._index)


def paint_logo(painter: QPainter, look: Look, box: QRectF, *, on_side: bool) -> None:
    """Paint the plaited logo: three bands over and under three others."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    gold = look.colour("tur")
    other = look.colour("side_ink" if on_side else "side")
    if look.theme.contrast:
        other = look.colour("ink")
    unit = box.width() / 34
    for row in range(3):
        for column in range(3):
            x, y = box.left() + column * 11.5 * unit, box.top() + row * 11.5 * unit
            upright = (row + column) % 2 == 0
            painter.setBrush(gold if upright else other)
            wide, high = (9, 11.2) if upright else (11.2, 9)
            left, top = ((11 - wide) / 2, (11 - high) / 2)
            painter.drawRoundedRect(
                QRectF(x + left * unit, y + top * unit, wide * unit, high * unit), 1, 1
            )


class Logo(QLabel):
    """The plaited logo."""

    def __init__(
        self,
        look: Look,
        px: int = 34,
        *,
        on_side: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._on_side = look, on_side
        side = look.px(px)
        self.setFixedSize(side, side)
        self.setAccessibleName("MIL Kit")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the logo."""
        paint_logo(
            QPainter(self), self._look, QRectF(self.rect()), on_side=self._on_side
        )
