"""The list of classes: a name, how many students, and the strip of its lessons."""

from __future__ import annotations

from dataclasses import dataclass
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
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate

from milkit.widgets.focus import KEYS, OWN_RING
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.panel import paint_card, paint_ring
from milkit.widgets.woven import Piece, paint_strip, strip_high

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from milkit.widgets.look import Look

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
_PAD = 14


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One row: *key* is the class's id, *said* the row for a screen reader."""

    key: str
    name: str
    students: str
    pieces: tuple[Piece, ...] = ()
    said: str = ""


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[ClassLine, ...] = ()

    def set_lines(self, lines: Sequence[ClassLine]) -> None:
        """Show other classes."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the classes."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a row, its name, or what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        return {
            LINE: line,
            int(Qt.ItemDataRole.DisplayRole): plain(line.name),
            int(Qt.ItemDataRole.AccessibleTextRole): plain(line.said or line.name),
        }.get(int(role))


class _Painter(QStyledItemDelegate):
    """Paints a row: name and number in one line, the strip under it."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._apart: dict[int, bool] = {}  # by width

    def forget(self) -> None:
        """Measure anew: other classes are shown."""
        self._apart.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a row's height."""
        look = self._look
        width = self._view.viewport().width()
        high = look.px(2 * _PAD - 4 + 6) + look.type.line("card") + strip_high(look)
        if self.apart(width):
            high += look.type.line("small")
        return QSize(width, high)

    def apart(self, width: int) -> bool:
        """Tell whether the numbers stand under the names, for want of room."""
        if width not in self._apart:
            self._apart[width] = self._measured(width)
        return self._apart[width]

    def _measured(self, width: int) -> bool:
        look, model = self._look, self._view.model()
        room = width - 2 * look.px(_PAD) - 4 - look.px(10)
        name, many = look.type.font("card"), look.type.font("small")
        lines = (model.index(row, 0).data(LINE) for row in range(model.rowCount()))
        return any(
            advance(line.name, name) + advance(line.students, many) > room
            for line in lines
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one row."""
        look, line, box = self._look, index.data(LINE), QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.colour("soft" if chosen else "sunken"))
        if index.row():
            edge = QRectF(box.left(), box.top(), box.width(), 1)
            painter.fillRect(edge, look.colour("line"))
        if chosen:
            bar = QRectF(box.left(), box.top(), 4, box.height())
            painter.fillRect(bar, look.colour("pri"))
        self._paint_words(painter, box, line, chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus and self._view.property(KEYS):
            paint_ring(painter, look, box, 6)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, box: QRectF, line: ClassLine, *, chosen: bool
    ) -> None:
        look = self._look
        colour = "soft_ink" if chosen else "ink"
        pad = look.px(_PAD)
        row = box.adjusted(pad + 4, look.px(_PAD - 2), -pad, 0)
        row.setHeight(look.type.line("card"))
        paint_line(painter, look, line.name, row, Ink("card", colour))
        align = Qt.AlignmentFlag.AlignRight
        if self.apart(round(box.width())):
            row.moveTop(row.bottom())
            row.setHeight(look.type.line("small"))
            align = Qt.AlignmentFlag.AlignLeft
        paint_line(painter, look, line.students, row, Ink("small", "ink2"), align)
        top = row.bottom() + look.px(6)
        strip = QRectF(row.left(), top, row.width(), strip_high(look))
        if line.pieces:
            paint_strip(painter, strip, line.pieces, look)
        else:
            none = look.words.t("No lesson yet")
            paint_line(painter, look, none, strip, Ink("least", "ink2"))


class ClassList(QListView):
    """
    The classes, as high as all its rows; *class_chosen* tells an id.

    The arrow keys choose at once: the page beside shows the class.
    """

    class_chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = _Lines()
        self._quiet = False
        self.setObjectName("plain")
        self.setModel(self._lines)
        self._painter = _Painter(look, self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(plain(name))
        self.setProperty(OWN_RING, True)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        edge = look.theme.edge
        self.setViewportMargins(edge, edge, edge, edge)
        self.selectionModel().currentChanged.connect(self._moved)

    def set_lines(self, lines: Sequence[ClassLine], chosen: str) -> None:
        """Show the classes, with one of them chosen; nothing is told."""
        self._quiet = True
        self._painter.forget()
        self._lines.set_lines(lines)
        for row, line in enumerate(lines):
            if line.key == chosen:
                self.setCurrentIndex(self._lines.index(row))
        self._quiet = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card's paper, then the rows."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.viewport().rect())
        paint_card(painter, self._look, box, "surface", "line")
        painter.end()
        super().paintEvent(event)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.class_chosen.emit(now.data(LINE).key)

    def _fit(self) -> None:
        rows = self._lines.rowCount()
        high = self.sizeHintForIndex(self._lines.index(0)).height() if rows else 0
        self.setFixedHeight(high * rows + 2 * self._look.theme.edge)
