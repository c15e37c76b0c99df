"""Quiet cloth to put things on: cards, bars, dividers and rows that wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from milkit.widgets.look import Look


class Panel(QWidget):
    """
    A card of paper with a thin edge; put things into *box*.

    With *left*, a token, it is a note instead: no radius and a 4 px left edge.
    """

    def __init__(
        self,
        look: Look,
        fill: str = "surface",
        edge: str = "line",
        left: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._fill, self._edge, self._left = look, fill, edge, left
        self.box = QVBoxLayout(self)
        pad = look.px(16)
        self.box.setContentsMargins(pad, look.px(12), pad, look.px(12))
        self.box.setSpacing(look.px(8))

    def set_tones(self, fill: str, edge: str, left: str = "") -> None:
        """Change the colours."""
        self._fill, self._edge, self._left = fill, edge, left
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._left:
            paint_note(painter, self._look, box, self._fill, self._left)
        else:
            paint_card(painter, self._look, box, self._fill, self._edge)


def paint_block(painter: QPainter, box: QRect, colour: QColor) -> None:
    """Fill a box whole; QPainter.fillRect does the same, and is slow to load."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)


def paint_card(
    painter: QPainter,
    look: Look,
    box: QRectF,
    fill: str,
    edge: str,
    width: float = 0,
    *,
    radius: float = 6,
) -> None:
    """Paint a card: a fill, an edge (1 px, 2 in high contrast), round corners."""
    wide = width or look.theme.edge
    half = wide / 2
    painter.setPen(QPen(look.colour(edge), wide) if edge else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(look.colour(fill))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)


def paint_pill(
    painter: QPainter, look: Look, box: QRectF, *, on: bool, over: bool
) -> None:
    """Paint a pill: off has an edge, on a tint and a 2 px edge."""
    width = 2.0 if on or look.theme.contrast else 1.0
    half = width / 2
    painter.setPen(QPen(look.colour("pri" if on else "ctl"), width))
    painter.setBrush(look.colour("soft" if on or over else "surface"))
    round_by = box.height() / 2 - half
    box = box.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, round_by, round_by)


def paint_note(
    painter: QPainter, look: Look, box: QRectF, fill: str, left: str
) -> None:
    """Paint a note: a tint and a left edge; in high contrast an edge all round."""
    painter.fillRect(box, look.colour(fill))
    if look.theme.contrast:
        painter.setPen(QPen(look.colour(left), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), look.colour(left))


def paint_ring(painter: QPainter, look: Look, box: QRectF, radius: float = 9) -> None:
    """Paint both rings just inside *box*."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("focus_out"), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.setPen(QPen(look.colour("focus_in"), 3))
    inner = box.adjusted(3, 3, -3, -3)
    painter.drawRoundedRect(inner, radius - 2, radius - 2)


class Divider(QWidget):
    """A line between rows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        paint_block(QPainter(self), self.rect(), self._look.colour("line"))


class Bar(QWidget):
    """A header or footer of paper with a line to the page; fill *row*."""

    def __init__(
        self, look: Look, *, footer: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self.is_footer = look, footer
        self.row = QHBoxLayout(self)
        side, gap = look.px(24), look.px(10)
        self.row.setContentsMargins(side, gap, side, gap)
        self.row.setSpacing(look.px(10))
        # Not Fixed: a title that wraps in a narrow window makes the bar higher.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and the line."""
        painter = QPainter(self)
        paint_block(painter, self.rect(), self._look.colour("surface"))
        line = QRect(0, 0 if self.is_footer else self.height() - 1, self.width(), 1)
        paint_block(painter, line, self._look.colour("line"))


class Flow(QLayout):
    """Lays widgets in rows from the left and wraps when a row is full."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the rows."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, box: QRect) -> None:
        """Place the items."""
        super().setGeometry(box)
        self._place(box, move=True)

    def sizeHint(self) -> QSize:
        """Give the size of one row."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(h.width() for h in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((h.height() for h in hints), default=0))

    def minimumSize(self) -> QSize:
        """Give the size of the widest item."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, box: QRect, *, move: bool) -> int:
        """Fill the rows; each item stands in the middle of its row's height."""
        y = box.y()
        for row in self._filled(box.width()):
            high = max(size.height() for _, size in row)
            x = box.x()
            for item, size in row:
                if move:
                    top = y + (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, top), size))
                x += size.width() + self._gap
            y += high + self._gap
        return max(0, y - self._gap - box.y())

    def _filled(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        x = width + 1  # the first item opens the first row
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
            if x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, size))
            x += size.width() + self._gap
        return rows
