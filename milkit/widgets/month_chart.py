"""Lessons by month as woven cells; a month with none is a line, not a nought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from milkit.ground.weaves import PLAIT
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.panel import paint_block
from milkit.widgets.theme import mixed
from milkit.widgets.weave import paint_cloth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from milkit.widgets.look import Look

_HIGH = 150
_CELL = 14
_STEPS = (1, 2, 5, 10, 25, 50, 100, 250, 1000)
_WIDEST = 40


def per_cell(most: int, cells: int) -> int:
    """Give how many lessons one cell stands for, so that *most* fit into *cells*."""
    for step in _STEPS:
        if most <= step * cells:
            return step
    return -(-most // cells)


class MonthChart(QLabel):
    """
    A column of cells a month; (name, lessons). Say with *cell* what one cell is.

    Small charts that stand side by side take the same *cell*, to be compared.
    """

    def __init__(
        self,
        look: Look,
        months: Sequence[tuple[str, int]],
        name: str,
        cell: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.months = tuple(months)
        most = max((many for _, many in months), default=0)
        room = look.px(_HIGH) - look.type.line("least") - look.px(24)
        self.cell = cell or per_cell(most, max(1, room // look.px(_CELL)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plain(name))
        said = "; ".join(f"{month}: {many}" for month, many in months)
        self.setAccessibleDescription(plain(said))

    def sizeHint(self) -> QSize:
        """Give a chart's usual size."""
        return QSize(self._look.px(380), self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Give the least size."""
        return QSize(self._look.px(200), self._look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns, the line under them and the first and last month."""
        if not self.months:
            return
        look, painter = self._look, QPainter(self)
        high = look.type.line("least")
        bottom = self.height() - high - look.px(4)
        step = min(self.width() / len(self.months), look.px(_WIDEST))
        for place, (_, many) in enumerate(self.months):
            self._paint_month(painter, place * step, bottom, step, many)
        first, last = self.months[0][0], self.months[-1][0]
        box = QRectF(0, bottom + look.px(4), self.width(), high)
        wide = paint_line(painter, look, first, box, Ink("least", "ink2"))
        if len(self.months) > 1:
            end = max(len(self.months) * step, wide + look.px(16) + self._wide(last))
            box.setRight(min(end, self.width()))
            right = Qt.AlignmentFlag.AlignRight
            paint_line(painter, look, last, box, Ink("least", "ink2"), right)

    def _wide(self, text: str) -> float:
        return advance(text, self._look.type.font("least"))

    def _paint_month(
        self, painter: QPainter, x: float, bottom: float, step: float, many: int
    ) -> None:
        look, theme = self._look, self._look.theme
        gap = max(2.0, step * 0.12)
        cell = min(step - gap, look.px(_CELL) - 2)
        line = QRectF(x, bottom, step - gap, theme.edge)
        paint_block(painter, line.toRect(), look.colour("ink2"))
        weft = theme.bg if theme.contrast else mixed(theme.pri, theme.surface, 0.6)
        y = bottom - 2
        for _ in range(-(-many // self.cell)):
            box = QRectF(x, y - cell, step - gap, cell)
            paint_cloth(painter, box, PLAIT, theme.pri, weft, max(2.0, cell / 4))
            y -= cell + 2
        if many:
            text = look.words.number(many)
            high = look.type.line("least")
            top = QRectF(x, y - high, step - gap, high)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_line(painter, look, text, top, Ink("least", "ink"), middle)
