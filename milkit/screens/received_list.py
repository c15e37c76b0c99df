"""The list of schools whose results came: what each did, and whether it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from milkit.widgets.labels import TAG_TONES, paint_tint
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.painted import PaintedList
from milkit.widgets.panel import paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from milkit.widgets.look import Look

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
_APART = 560  # px: below it what was done stands under the name
_PAD = 16
_RIGHT = Qt.AlignmentFlag.AlignRight


class Line(NamedTuple):
    """One row; *tone* and *icon* as in labels.Tag, *said* for a screen reader."""

    key: str
    name: str
    done: str
    students: str
    state: str
    tone: str
    icon: str
    said: str
    new: bool = False


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the lines."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a line, its name, or what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        return {
            LINE: line,
            int(Qt.ItemDataRole.DisplayRole): plain(line.name),
            int(Qt.ItemDataRole.ToolTipRole): plain(line.name),
            int(Qt.ItemDataRole.AccessibleTextRole): plain(line.said),
        }.get(int(role))


class _Painter(QStyledItemDelegate):
    """Paints a row in columns, or in two lines where there is no room for them."""

    def __init__(self, look: Look, view: PaintedList) -> None:
        super().__init__(view)
        self._look, self._list = look, view

    def high(self, width: int) -> int:
        """Give the height of a row."""
        look = self._look
        if width >= look.px(_APART):
            return max(look.px(47), look.type.line("body") + look.px(18))
        return look.type.line("body") + look.type.line("small") + look.px(20)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height of a row."""
        width = self._list.viewport().width()
        return QSize(width, self.high(width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one row; the chosen one has a bar at its left, not colour alone."""
        look, line, box = self._look, index.data(LINE), QRectF(option.rect)
        painter.save()
        chosen = self._list.is_chosen(index)
        if chosen or self._list.is_over(index):
            painter.fillRect(box, look.colour("soft" if chosen else "sunken"))
        if chosen:
            bar = QRectF(box.left(), box.top(), 4, box.height())
            painter.fillRect(bar, look.colour("pri"))
        under = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(under, look.colour("line"))
        inside = box.adjusted(look.px(_PAD), 0, -look.px(_PAD), -1)
        if box.width() >= look.px(_APART):
            self._paint_columns(painter, inside, line)
        else:
            self._paint_lines(painter, inside, line)
        if self._list.is_focused(index):
            paint_ring(painter, look, box.adjusted(1, 1, -1, -2), 4)
        painter.restore()

    def _paint_columns(self, painter: QPainter, box: QRectF, line: Line) -> None:
        look = self._look
        for (left, right), text, ink, align in (
            (NAME, line.name, self._ink(line), Qt.AlignmentFlag.AlignLeft),
            (DONE, line.done, self._second(line), Qt.AlignmentFlag.AlignLeft),
            (STUDENTS, line.students, Ink(), _RIGHT),
        ):
            cell = QRectF(
                box.left() + left * box.width(), box.top(),
                (right - left) * box.width() - look.px(10), box.height(),
            )  # fmt: skip
            paint_line(painter, look, text, cell, ink, align)
        left = box.left() + STATE[0] * box.width()
        self._paint_tag(painter, QRectF(left, box.top(), 0, box.height()), line)

    def _paint_lines(self, painter: QPainter, box: QRectF, line: Line) -> None:
        look = self._look
        first = QRectF(box.left(), box.top() + look.px(8), box.width(), 0)
        first.setHeight(look.type.line("body"))
        wide = self._tag_width(line)
        at = QRectF(box.right() - wide, first.top(), wide, first.height())
        self._paint_tag(painter, at, line)
        first.setRight(at.left() - look.px(8))
        paint_line(painter, look, line.name, first, self._ink(line))
        second = QRectF(box.left(), first.bottom(), box.width(), 0)
        second.setHeight(look.type.line("small") + look.px(6))
        parts = [line.done, line.students and look.words.t(
            "{count} students", count=line.students
        )]  # fmt: skip
        text = look.words.t(", ").join(part for part in parts if part)
        ink = self._second(line)._replace(role="small")
        paint_line(painter, look, text, second, ink)

    def _ink(self, line: Line) -> Ink:
        return Ink("strong") if line.new else Ink()

    def _second(self, line: Line) -> Ink:
        return Ink("body", "bad" if line.tone == "bad" else "ink2")

    def _tag_width(self, line: Line) -> float:
        look = self._look
        word = advance(look.type.ready(line.state), look.type.font("least"))
        return word + look.px(16 + 6 + 16) + 1

    def _paint_tag(self, painter: QPainter, box: QRectF, line: Line) -> None:
        look = self._look
        high = look.type.line("least") + 6
        top = box.center().y() - high / 2
        at = QRectF(box.left(), top, self._tag_width(line), high)
        tint, colour = TAG_TONES[line.tone]
        paint_tint(painter, look, at, tint, colour)
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        icon, side = look.icon(line.icon, colour, 16, ratio), look.px(16)
        x, y = round(at.left() + look.px(8)), round(at.center().y() - side / 2)
        painter.drawPixmap(x, y, icon)
        at.setLeft(at.left() + look.px(8 + 16 + 6))
        paint_line(painter, look, line.state, at, Ink("least", colour))


# Shares of the width: the columns of the list and of its head.
NAME, DONE, STUDENTS, STATE = (0, 0.35), (0.35, 0.63), (0.63, 0.78), (0.78, 1)


class Schools(PaintedList):
    """
    The schools in rows, as high as they are; put it into a scrolling page.

    One tab stop; arrows move; *school_chosen* tells the key of a row.
    """

    school_chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._lines = _Lines()
        self._painter = _Painter(look, self)
        self.setModel(self._lines)
        self.setItemDelegate(self._painter)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.selectionModel().currentChanged.connect(self._told)

    def set_lines(self, lines: Sequence[Line], chosen: str = "") -> None:
        """Show the lines, with one chosen."""
        self._lines.set_lines(lines)
        keys = [line.key for line in lines]
        at = keys.index(chosen) if chosen in keys else 0
        self._fit()
        if keys:
            self.setCurrentIndex(self._lines.index(at, 0))

    def lines(self) -> tuple[Line, ...]:
        """Give the lines that are shown."""
        return self._lines.lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = len(self._lines.lines)
        self.setFixedHeight(max(1, rows * self._painter.high(self.viewport().width())))

    def _told(self, index: QModelIndex) -> None:
        if index.isValid():
            self.school_chosen.emit(index.data(LINE).key)


class Head(QWidget):
    """The head of the list: the names of its columns over a strong line."""

    def __init__(self, look: Look, names: Sequence[str]) -> None:
        super().__init__()
        self._look, self._names = look, tuple(look.type.ready(name) for name in names)
        self.setFixedHeight(look.type.line("tag") + look.px(20))
        self.setAccessibleName(", ".join(plain(name) for name in names))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Step aside where the list has no columns."""
        wide = self.width() >= self._look.px(_APART)
        high = self._look.type.line("tag") + self._look.px(20) if wide else 2
        self.setFixedHeight(high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names and the line."""
        look, painter = self._look, QPainter(self)
        line = QRectF(0, self.height() - 2, self.width(), 2)
        painter.fillRect(line, look.colour("ink"))
        if self.width() < look.px(_APART):
            return
        pad = look.px(_PAD)
        box = QRectF(self.rect()).adjusted(pad, 0, -pad, -2)
        for (left, right), text in zip(
            (NAME, DONE, STUDENTS, STATE), self._names, strict=True
        ):
            cell = QRectF(
                box.left() + left * box.width(), 0,
                (right - left) * box.width() - look.px(10), box.height(),
            )  # fmt: skip
            right_hand = (left, right) == STUDENTS
            align = _RIGHT if right_hand else Qt.AlignmentFlag.AlignLeft
            paint_line(painter, look, text, cell, Ink("tag", "ink2"), align)
