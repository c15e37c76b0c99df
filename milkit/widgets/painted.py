"""A list whose rows a painter draws: which is under the mouse, chosen, in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QListView, QWidget

from milkit.widgets.focus import KEYS, OWN_RING
from milkit.widgets.lines import plain

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

Index = QModelIndex | QPersistentModelIndex


class PaintedList(QListView):
    """
    A list without a frame that draws its own focus ring.

    It keeps the rows' states itself: the flags that Qt hands to a painter come with
    a class that takes 15 ms to load, a tenth of the window's start.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # to name Qt's own, PySide loads every widget class
        self._over = -1
        self.setObjectName("plain")
        self.setAccessibleName(plain(name))
        self.setProperty(OWN_RING, True)
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._move_to(index.row()))
        self.viewportEntered.connect(lambda: self._move_to(-1))

    def is_over(self, index: Index) -> bool:
        """Tell whether the mouse is over a row."""
        return index.row() == self._over

    def is_chosen(self, index: Index) -> bool:
        """Tell whether a row is the chosen one."""
        return any(index.row() == row.row() for row in self.selectedIndexes())

    def is_focused(self, index: Index) -> bool:
        """Tell whether a row has the keyboard's focus and should show a ring."""
        current = index.row() == self.currentIndex().row()
        return current and self.hasFocus() and bool(self.property(KEYS))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row that the mouse was over."""
        self._move_to(-1)
        super().leaveEvent(event)

    def _move_to(self, row: int) -> None:
        if row != self._over:
            self._over = row
            self.viewport().update()
