"""The three columns of the console; with large letters they stand below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from milkit.widgets.page import Scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from milkit.widgets.look import Look

STEPS, SIDE, LEAST = 248, 330, 360  # px at 100 %: the columns, and the least middle
NOTES = 600  # px: how high the middle stands when the columns are stacked
_ANY = 16777215
_POLICY = QSizePolicy.Policy


class Body(Scroll):
    """Steps, the middle, and the side: side by side, or the middle first."""

    def __init__(
        self, look: Look, steps: QWidget, middle: QWidget, side: QWidget
    ) -> None:
        super().__init__(look)
        self._look = look
        self._steps, self._middle, self._side = steps, middle, side
        self._stacked: bool | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(8))
        self._row.setSpacing(look.px(20))
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addLayout(self._row)
        self._arrange(stacked=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the columns where they would squeeze each other."""
        super().resizeEvent(event)
        needed = self._look.px(STEPS + SIDE + LEAST)
        self._arrange(stacked=event.size().width() < needed)

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        across = (self._steps, self._middle, self._side)
        down = (self._middle, self._side, self._steps)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        for widget in across:
            self._row.removeWidget(widget)
        for widget in down if stacked else across:
            self._row.addWidget(widget, 1 if widget is self._middle else 0)
        self._hold(self._steps, STEPS, stacked=stacked)
        self._hold(self._side, SIDE, stacked=stacked)
        self._middle.setMinimumHeight(self._look.px(NOTES) if stacked else 0)

    def _hold(self, column: QWidget, width: int, *, stacked: bool) -> None:
        """Give a side column its width, or as much height as it needs."""
        # What a column would like must not make the page higher: it scrolls itself.
        down = _POLICY.Preferred if stacked else _POLICY.Ignored
        column.setSizePolicy(_POLICY.Preferred, down)
        if stacked:
            column.setMinimumWidth(0)
            column.setMaximumWidth(_ANY)
            inner = column.body if isinstance(column, Scroll) else column
            column.setMinimumHeight(inner.sizeHint().height())
        else:
            column.setFixedWidth(self._look.px(width))
            column.setMinimumHeight(0)
