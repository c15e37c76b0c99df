"""The woven strip: lessons or sessions as cloth, as wide as their minutes."""

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
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate

from milkit.widgets.focus import KEYS, OWN_RING
from milkit.widgets.lines import Ink, fill, paint_line, paint_lines, plain
from milkit.widgets.panel import paint_ring
from milkit.widgets.weave import paint_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from milkit.widgets.look import Look

Index = QModelIndex | QPersistentModelIndex
PIECE = Qt.ItemDataRole.UserRole + 1
_HIGH, _LOW = 96, 24  # px: the cloth of a class, and its strip in a list
_MINUTE = 2.48  # px a minute; in lists one
_NARROWEST = 92  # px for the words under a short piece
_MOST = 4  # lines of a title
_GAP = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """
    One piece of cloth; *planned* ones are dashed and empty.

    *key* is told when it is chosen, *note* stands last under the title, *said* is
    the whole piece for a screen reader.
    """

    key: str
    topic: str
    minutes: int
    date: str = ""
    title: str = ""
    note: str = ""
    lang: str = ""
    said: str = ""
    planned: bool = False


def paint_piece(
    painter: QPainter, box: QRectF, piece: Piece, look: Look, cell: float = 4
) -> None:
    """Paint one piece of cloth."""
    if not piece.planned:
        paint_topic(painter, box, piece.topic, look.theme, cell)
        return
    painter.setPen(QPen(look.colour("ctl"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(look.colour("surface"))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_strip(
    painter: QPainter, box: QRectF, pieces: Sequence[Piece], look: Look
) -> None:
    """Paint the strip of a list row; what is too much is counted at its left end."""
    room, shown = box.width(), list(pieces)
    more = 0
    while shown and sum(_wide(p, look) + _GAP for p in shown) > room:
        shown.pop(0)
        more, room = more + 1, box.width() - look.px(40)
    x = box.left()
    if more:
        words = look.words
        text = words.t("+{count}", count=words.number(more))
        at = QRectF(x, box.top(), look.px(40), box.height())
        paint_line(painter, look, text, at, Ink("least", "ink2"))
        x += look.px(40)
    for piece in shown:
        width = _wide(piece, look)
        paint_piece(painter, QRectF(x, box.top(), width, box.height()), piece, look, 2)
        x += width + _GAP


def _wide(piece: Piece, look: Look) -> int:
    return max(look.px(piece.minutes), _GAP)


def strip_high(look: Look) -> int:
    """Give the height of the strip in a list row."""
    return look.px(_LOW)


class _Pieces(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: tuple[Piece, ...] = ()

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show other pieces."""
        self.beginResetModel()
        self.pieces = tuple(pieces)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the pieces."""
        return 0 if parent is not None and parent.isValid() else len(self.pieces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a piece, its title, or what a screen reader says of it."""
        if not index.isValid():
            return None
        piece = self.pieces[index.row()]
        return {
            PIECE: piece,
            int(Qt.ItemDataRole.DisplayRole): plain(piece.title),
            int(Qt.ItemDataRole.ToolTipRole): plain(piece.title),
            int(Qt.ItemDataRole.AccessibleTextRole): plain(piece.said or piece.title),
        }.get(int(role))


class _Weaver(QStyledItemDelegate):
    """Paints a piece with its date and title under it."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def width(self, piece: Piece) -> int:
        """Give a piece's room: its minutes, or that of the words under it."""
        look = self._look
        wide = max(look.px(piece.minutes * _MINUTE), look.px(_NARROWEST)) + _GAP
        return min(wide, self._view.viewport().width())

    def needed(self, piece: Piece) -> int:
        """Give the height of a piece with its words."""
        look = self._look
        lines = len(self._title(piece))
        return (
            look.px(_HIGH + 8)
            + len(self._date(piece)) * look.type.line("tag")
            + lines * look.type.line("least", piece.lang)
            + (look.type.line("least") if piece.note else 0)
            + look.px(10)
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a piece's room."""
        piece = index.data(PIECE)
        return QSize(self.width(piece), self.needed(piece))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one piece."""
        look, piece, box = self._look, index.data(PIECE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(look.px(piece.minutes * _MINUTE), box.width() - _GAP)
        cloth = QRectF(box.left(), box.top() + 2, max(wide, _GAP), look.px(_HIGH))
        paint_piece(painter, cloth, piece, look, look.px(4))
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if over:
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cloth.adjusted(1, 1, -1, -1))
        self._paint_words(painter, box, piece)
        view = option.widget
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused and view is not None and view.property(KEYS):
            paint_ring(painter, look, box, 6)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, piece: Piece) -> None:
        look, line = self._look, self._look.type.line
        room = box.width() - look.px(8)
        y = box.top() + look.px(_HIGH + 8)
        at = QRectF(box.left(), y, room, box.height())
        y += paint_lines(painter, look, self._date(piece), at, Ink("tag", "ink"))
        at = QRectF(box.left(), y, room, box.height())
        ink = Ink("least", "ink2", piece.lang)
        used = paint_lines(painter, look, self._title(piece), at, ink)
        note = QRectF(box.left(), at.top() + used, room, line("least"))
        paint_line(painter, look, piece.note, note, Ink("least", "tur_ink"))

    def _date(self, piece: Piece) -> list[str]:
        room = self.width(piece) - self._look.px(8)
        font = self._look.type.font("tag")
        return fill(self._look.type.ready(piece.date), font, room, 3)

    def _title(self, piece: Piece) -> list[str]:
        room = self.width(piece) - self._look.px(8)
        font = self._look.type.font("least", lang=piece.lang)
        return fill(self._look.type.ready(piece.title), font, room, _MOST)


class Woven(QListView):
    """
    The cloth of a class: pieces in rows, oldest first; put it into a scrolling page.

    One tab stop; arrows move, Enter or a click tells *piece_chosen*.
    """

    piece_chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pieces = _Pieces()
        self._weaver = _Weaver(look, self)
        self.setObjectName("plain")
        self.setModel(self._pieces)
        self.setItemDelegate(self._weaver)
        self.setAccessibleName(plain(name))
        self.setProperty(OWN_RING, True)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show the pieces, oldest first."""
        self._pieces.set_pieces(pieces)
        self._fit()

    def pieces(self) -> tuple[Piece, ...]:
        """Give the pieces that are shown."""
        return self._pieces.pieces

    def height_for(self, width: int) -> int:
        """Give the height of the rows that the pieces fill at a width."""
        rows: list[int] = []
        x = 0
        for piece in self._pieces.pieces:
            wide, high = self._weaver.width(piece), self._weaver.needed(piece)
            if not rows or x + wide > width:
                rows.append(0)
                x = 0
            rows[-1] = max(rows[-1], high)
            x += wide
        return sum(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the rows anew and fit the height."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.piece_chosen.emit(index.data(PIECE).key)

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self.height_for(self.viewport().width())))
