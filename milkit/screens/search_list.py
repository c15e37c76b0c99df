"""The list under the search field: what was found, with the match marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QStyledItemDelegate

from milkit.screens.marked_text import paint_marked
from milkit.widgets.labels import paint_key
from milkit.widgets.lines import Ink, advance, paint_line
from milkit.widgets.painted import PaintedList
from milkit.widgets.weave import paint_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from milkit.screens.search_lines import Line
    from milkit.widgets.look import Look

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
_PATCH = 36  # px of cloth before a lesson: 12 cells of 3
_WITH_SIDE = 320  # px; a narrower line has room for its words only
_RIGHT = Qt.AlignmentFlag.AlignRight


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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings not be chosen."""
        if index.isValid() and self.lines[index.row()].id:
            return super().flags(index)
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a line, its title, or what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        return {
            LINE: line,
            int(Qt.ItemDataRole.DisplayRole): line.title.text,
            int(Qt.ItemDataRole.ToolTipRole): line.title.text if line.id else None,
            int(Qt.ItemDataRole.AccessibleTextRole): line.said or line.title.text,
        }.get(int(role))


class _Painter(QStyledItemDelegate):
    """Paints a heading, or a title with what stands under it and at its right."""

    def __init__(self, look: Look, view: PaintedList) -> None:
        super().__init__(view)
        self._look, self._list = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a line's height."""
        type_, px = self._look.type, self._look.px
        if not index.data(LINE).id:
            return QSize(0, type_.line("tag") + px(8))
        return QSize(0, type_.line("strong") + type_.line("least") + px(13))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one line; the chosen one has a bar at its left, not colour alone."""
        look, line, box = self._look, index.data(LINE), QRectF(option.rect)
        if not line.id:
            box.adjust(look.px(12), look.px(4), 0, 0)
            paint_line(painter, look, line.title.text, box, Ink("tag", "ink2"))
            return
        painter.save()
        chosen = self._list.is_chosen(index)
        if chosen or self._list.is_over(index):
            painter.fillRect(box, look.colour("soft" if chosen else "sunken"))
        if chosen:
            bar = QRectF(box.left(), box.top(), 4, box.height())
            painter.fillRect(bar, look.colour("pri"))
        self._paint_sign(painter, box, line)
        box.adjust(look.px(62), 0, -look.px(11), 0)
        box.setRight(box.right() - self._paint_side(painter, box, line, chosen=chosen))
        self._paint_words(painter, box, line, chosen=chosen)
        painter.restore()

    def _paint_sign(self, painter: QPainter, box: QRectF, line: Line) -> None:
        look = self._look
        middle = box.center().y()
        if line.topic:
            patch = QRectF(
                box.left() + look.px(14), middle - _PATCH / 2, _PATCH, _PATCH
            )
            paint_topic(painter, patch, line.topic, look.theme, 3)
            return
        side = look.px(20)
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        x = box.left() + look.px(14) + (_PATCH - side) / 2
        icon = look.icon(line.icon, "ink2", 20, ratio)
        painter.drawPixmap(round(x), round(middle - side / 2), icon)

    def _paint_side(
        self, painter: QPainter, box: QRectF, line: Line, *, chosen: bool
    ) -> float:
        """Paint what stands at the right; give the room it took."""
        look, px = self._look, self._look.px
        right = QRectF(box)
        if box.width() < px(_WITH_SIDE):
            return 0
        if chosen:
            text = look.words.t("Enter")
            width = advance(text, look.type.font("tag")) + px(16)
            high = look.type.line("tag") + 5
            key = QRectF(
                right.right() - width, right.center().y() - high / 2, width, high
            )
            paint_key(painter, look, key, text)
            right.setRight(key.left() - px(14))
        if line.side:
            ink = Ink("small", "soft_ink" if chosen else "ink2")
            used = paint_line(painter, look, line.side, right, ink, _RIGHT)
            right.setRight(right.right() - used - px(12))
        return box.right() - right.right()

    def _paint_words(
        self, painter: QPainter, box: QRectF, line: Line, *, chosen: bool
    ) -> None:
        look, type_ = self._look, self._look.type
        first, second = type_.line("strong", line.lang), type_.line("least")
        top = box.top() + (box.height() - first - second) / 2
        colours = ("soft_ink", "soft_ink") if chosen else ("ink", "ink2")
        title = QRectF(box.left(), top, box.width(), first)
        paint_marked(
            painter, look, line.title, title, Ink("strong", colours[0], line.lang)
        )
        under = QRectF(box.left(), top + first, box.width(), second)
        paint_marked(
            painter, look, line.under, under, Ink("least", colours[1], line.under_lang)
        )


class SearchList(PaintedList):
    """
    The lines; the search field keeps the focus and moves the choice.

    *line_chosen* tells the lesson and its language.
    """

    line_chosen = Signal(str, str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._lines = _Lines()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(PaintedList.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(PaintedList.EditTrigger.NoEditTriggers)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show what was found, the first of it chosen."""
        self._lines.set_lines(lines)
        self.scrollToTop()
        for row, line in enumerate(lines):
            if line.id:
                self.setCurrentIndex(self._lines.index(row))
                return

    def height_of_all(self) -> int:
        """Give the height that shows every line."""
        rows = range(self._lines.rowCount())
        return sum(self.sizeHintForRow(row) for row in rows)

    def choose(self, by: int) -> str:
        """Move the choice, over headings, to the ends at most; give what it says."""
        lines = self._lines.lines
        found = [row for row, line in enumerate(lines) if line.id]
        now = self.currentIndex().row()
        if now not in found:
            return ""
        place = max(0, min(found.index(now) + by, len(found) - 1))
        self.setCurrentIndex(self._lines.index(found[place]))
        if not place:
            self.scrollToTop()  # the heading above it too
        return lines[found[place]].said

    def open_current(self) -> None:
        """Open the chosen line."""
        self._open(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(LINE).id:
            line = index.data(LINE)
            self.line_chosen.emit(line.id, line.lang)
