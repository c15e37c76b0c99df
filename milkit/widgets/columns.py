"""Parts side by side while there is room for them, else one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN = 0  # a share: the column is as wide as its widest part asks for


class Columns(QLayout):
    """
    Lays widgets into columns; *shares* divide the width, OWN takes what it asks for.

    Below *least* px of width all stand in one column, in the order they were added.
    Wide parts that need it grow no higher than their words: columns end unevenly.
    """

    def __init__(
        self,
        shares: Sequence[int],
        least: int,
        gap: int = 12,
        parent: QWidget | None = None,
        between: int = 0,
    ) -> None:
        super().__init__(parent)
        self._shares, self._least = tuple(shares), least
        self._gap, self._between = gap, between or gap
        self._items: list[QLayoutItem] = []
        self._places: list[int] = []
        self._heights: dict[int, int] = {}  # by width: Qt asks again and again
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, column: int) -> None:
        """Put a widget at the end of a column."""
        self._places.append(column)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        if len(self._places) < len(self._items):
            self._places.append(0)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        if not 0 <= index < len(self._items):
            return None
        self._places.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Take the whole width, and no more height than needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the highest column."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew: something inside has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, box: QRect) -> None:
        """Place the items."""
        super().setGeometry(box)
        self._place(box, move=True)

    def sizeHint(self) -> QSize:
        """Give a readable width; the height follows from the width there is."""
        width = max(self._least, self.minimumSize().width())
        known = next(iter(self._heights.values()), 0)
        return QSize(width, known or self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Give the width of the widest item: all stand in one column then."""
        least = [item.minimumSize().width() for item in self._shown(None)]
        return QSize(max(least, default=0), 0)

    def _shown(self, column: int | None) -> list[QLayoutItem]:
        """Give the items to be seen, of one column or of all."""
        return [
            item
            for item, place in zip(self._items, self._places, strict=True)
            if not item.isEmpty() and column in (None, place)
        ]

    def _place(self, box: QRect, *, move: bool) -> int:
        if box.width() < self._least:
            return self._stack(self._shown(None), box, move=move)
        x, highest = box.x(), 0
        for column, width in enumerate(self._widths(box.width())):
            room = QRect(x, box.y(), width, box.height())
            highest = max(highest, self._stack(self._shown(column), room, move=move))
            x += width + self._between
        return highest

    def _widths(self, width: int) -> list[int]:
        """Divide the width: own widths first, the rest by share."""
        own = [
            max((item.sizeHint().width() for item in self._shown(column)), default=0)
            if share == OWN
            else 0
            for column, share in enumerate(self._shares)
        ]
        rest = width - sum(own) - self._between * (len(self._shares) - 1)
        whole = sum(self._shares) or 1
        return [
            own[column] or rest * share // whole
            for column, share in enumerate(self._shares)
        ]

    def _stack(self, items: list[QLayoutItem], box: QRect, *, move: bool) -> int:
        """Stand items one under the other; give the height used."""
        y = box.y()
        for item in items:
            high = (
                item.heightForWidth(box.width())
                if item.hasHeightForWidth()
                else item.sizeHint().height()
            )
            if move:
                item.setGeometry(QRect(QPoint(box.x(), y), QSize(box.width(), high)))
            y += high + self._gap
        return max(0, y - self._gap - box.y())
