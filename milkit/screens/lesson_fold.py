"""A row that opens in place: what is under it is built when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from milkit.widgets.lines import Ink, advance, fill, paint_line, paint_lines, plain
from milkit.widgets.panel import paint_card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from milkit.widgets.look import Look

    Build = Callable[[], QWidget]

Align = Qt.AlignmentFlag
LARGE = 150  # percent


@dataclass(frozen=True, slots=True)
class RowWords:
    """
    What a row says: its number or icon, title, the line under it, and at its right.

    *out* says it is not taught; *changed* shows a pencil. *lang* is the language of
    title and lead when it is not the window's.
    """

    title: str
    lead: str = ""
    number: str = ""
    icon: str = ""
    right: str = ""
    note: str = ""
    out: bool = False
    changed: bool = False
    lang: str = ""


class FoldRow(QAbstractButton):
    """The row itself; a click or Space opens and shuts it, a double click *doubled*."""

    doubled = Signal()

    def __init__(
        self, look: Look, words: RowWords, *, first: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self._first = look, words, first
        self._laid: dict[int, tuple[list[str], list[str]]] = {}
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(words)

    @property
    def words(self) -> RowWords:
        """What the row says."""
        return self._words

    def set_words(self, words: RowWords) -> None:
        """Say something else."""
        self._words = words
        self._laid.clear()
        said = (words.number, words.title, words.right, words.note)
        self.setAccessibleName(plain(", ".join(part for part in said if part)))
        self.setAccessibleDescription(plain(words.lead))
        self._look.type.ready(words.title + words.lead)
        self.updateGeometry()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of a double click; the first click has opened the row already."""
        self.doubled.emit()

    def hasHeightForWidth(self) -> bool:
        """Tell that the words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words at this width."""
        high = max(self._words_high(width), self._right_high())
        return max(self._look.px(44), high + self._look.px(20))

    def sizeHint(self) -> QSize:
        """Give a readable width; the height follows from it."""
        return QSize(self._look.px(420), self._look.px(64))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow column's width."""
        width = self._look.px(220)
        return QSize(width, self._look.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above, number or icon, words, and the caret at the right."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isChecked():
            painter.fillRect(self.rect().adjusted(1, 1, -1, -1), look.colour("soft"))
        if not self._first:
            painter.fillRect(1, 0, self.width() - 2, 1, look.colour("line"))
        title, lead = self._lines(self.width())
        lang, high = self._words.lang, self._words_high(self.width())
        top = (self.height() - high) / 2
        self._paint_left(painter)
        box = QRectF(self._left, top, self.width(), high)
        tone = "ink2" if self._words.out else "ink"
        used = paint_lines(painter, look, title, box, Ink("strong", tone, lang))
        box.setTop(top + used)
        paint_lines(painter, look, lead, box, Ink("small", "ink2", lang))
        self._paint_right(painter)

    @property
    def _left(self) -> int:
        return self._look.px(54)

    def _right(self) -> int:
        """Give the room of what stands at the right."""
        look, words = self._look, self._words
        wide = max(
            advance(words.right, look.type.font("strong")),
            advance(words.note, look.type.font("small")),
        )
        pencil = look.px(20) if words.changed else 0
        return round(wide) + pencil + look.px(14 + 18 + 12 + 12)

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        if width not in self._laid:  # layouts ask again and again
            look, words = self._look, self._words
            room = max(look.px(80), width - self._left - self._right())
            font = look.type.font
            title = fill(words.title, font("strong", lang=words.lang), room)
            lead = fill(words.lead, font("small", lang=words.lang), room)
            self._laid[width] = (title, lead if words.lead else [])
        return self._laid[width]

    def _paint_left(self, painter: QPainter) -> None:
        look, words = self._look, self._words
        box = QRectF(0, 0, self._left, self.height())
        if words.number:
            ink = Ink("step", "ink2" if words.out else "pri")
            paint_line(painter, look, words.number, box, ink, Align.AlignHCenter)
        elif words.icon:
            side = look.px(20)
            icon = look.icon(words.icon, "pri", 20, self.devicePixelRatioF())
            at = box.center()
            x, y = round(at.x() - side / 2), round(at.y() - side / 2)
            painter.drawPixmap(x, y, icon)

    def _words_high(self, width: int) -> int:
        title, lead = self._lines(width)
        line, lang = self._look.type.line, self._words.lang
        return len(title) * line("strong", lang) + len(lead) * line("small", lang)

    def _right_high(self) -> int:
        line = self._look.type.line
        return line("strong") + (line("small") if self._words.note else 0)

    def _paint_right(self, painter: QPainter) -> None:
        look, words = self._look, self._words
        side, ratio = look.px(18), self.devicePixelRatioF()
        caret = "caret-up" if self.isChecked() else "caret-down"
        x = self.width() - side - look.px(12)
        y = (self.height() - side) // 2
        painter.drawPixmap(x, y, look.icon(caret, "ink2", 18, ratio))
        right, step = x - look.px(12), look.type.line("strong")
        top = (self.height() - self._right_high()) / 2
        row = QRectF(0, top, right, step)
        used = paint_line(
            painter, look, words.right, row, Ink("strong", "ink2"), Align.AlignRight
        )
        if words.changed:
            pencil = look.icon("pencil-simple-fill", "pri", 14, ratio)
            at = round(right - used) - look.px(20)
            painter.drawPixmap(at, round(row.center().y() - look.px(7)), pencil)
        row.translate(0, step)
        paint_line(
            painter, look, words.note, row, Ink("small", "ink2"), Align.AlignRight
        )


class Fold:
    """
    A row and what opens under it; *build* makes that when it is first opened.

    It is no widget of its own: the `Folds` that it stands in lays out both.
    """

    def __init__(self, row: FoldRow, build: Build) -> None:
        self.row, self.build = row, build
        self.body: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Whether what is under the row shows."""
        return self.row.isChecked()

    def set_open(self, on: bool) -> None:  # noqa: FBT001 - a state
        """Open or shut it."""
        self.row.setChecked(on)

    def parts(self) -> list[QWidget]:
        """Give what shows now, from above."""
        if self.body is None or not self.is_open:
            return [self.row]
        return [self.row, self.body]

    def empty(self) -> None:
        """Let what is under the row go."""
        if self.body is not None:
            self.body.hide()
            self.body.deleteLater()
            self.body = None


class Folds(QWidget):
    """
    A card of rows that open in place; *doubled* tells a row's number.

    It lays its rows out itself and keeps them from lesson to lesson: making them
    anew, with a layout for each, would cost more than all the words.
    """

    doubled = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._heights: dict[int, int] = {}
        self._spare: list[FoldRow] = []
        self.folds: list[Fold] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_rows(self, rows: Sequence[tuple[RowWords, Build]]) -> None:
        """Show other rows, all shut."""
        for fold in self.folds:
            fold.set_open(False)
            fold.empty()
        while len(self.folds) > len(rows):
            spare = self.folds.pop().row
            spare.hide()
            self._spare.append(spare)
        for fold, (words, build) in zip(self.folds, rows, strict=False):
            fold.row.set_words(words)
            fold.build = build
        for words, build in rows[len(self.folds) :]:
            self.folds.append(Fold(self._new_row(words), build))
        self._changed()

    def _new_row(self, words: RowWords) -> FoldRow:
        if self._spare:
            row = self._spare.pop()
            row.set_words(words)
            row.show()
            return row
        number = len(self.folds)
        row = FoldRow(self._look, words, first=number == 0, parent=self)
        row.toggled.connect(partial(self._turned, number))
        row.doubled.connect(partial(self.doubled.emit, number))
        row.show()
        return row

    def _turned(self, number: int, on: bool) -> None:  # noqa: FBT001 - a signal's news
        self._open(self.folds[number], on)

    def renew(self, fold: Fold) -> None:
        """Let what is under a row go; it is built anew when it shows."""
        if fold.body is not None:
            fold.empty()
            self._open(fold, fold.is_open)

    def hasHeightForWidth(self) -> bool:
        """Tell that words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of what shows at this width."""
        if width not in self._heights:
            inside = width - 2 * self._look.theme.edge
            parts = [part for fold in self.folds for part in fold.parts()]
            high = sum(_high(part, inside) for part in parts)
            self._heights[width] = high + 2 * self._look.theme.edge
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Give a readable width; the height follows from it."""
        return QSize(self._look.px(420), self._look.px(64) * len(self.folds))

    def minimumSizeHint(self) -> QSize:
        """Give the width of the widest thing that is open."""
        bodies = [fold.body for fold in self.folds if fold.body and fold.is_open]
        least = max((body.minimumSizeHint().width() for body in bodies), default=0)
        return QSize(max(least, self._look.px(220)), self._look.px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """Measure anew when something inside asks for other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, self._look, QRectF(self.rect()), "surface", "line")

    def _open(self, fold: Fold, on: bool) -> None:  # noqa: FBT001 - a signal's news
        if on and fold.body is None:
            fold.body = fold.build()
            fold.body.setParent(self)
            _order(fold)
        if fold.body is not None:
            fold.body.setVisible(on)
        self._changed()

    def _changed(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        edge = self._look.theme.edge
        width, y = self.width() - 2 * edge, edge
        for fold in self.folds:
            for part in fold.parts():
                high = _high(part, width)
                part.setGeometry(edge, y, width, high)
                y += high


def inset(look: Look) -> int:
    """Give how far in stands what is under a row: below its words, if there is room."""
    return look.px(54 if look.type.size < LARGE else 10)


def _order(fold: Fold) -> None:
    """Let Tab go from a row into what is under it, then to the next row."""
    inside = fold.body.findChildren(QWidget) if fold.body else []
    before: QWidget = fold.row
    for widget in inside:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, widget)
            before = widget


def _high(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    if part.hasHeightForWidth():
        return part.heightForWidth(width)
    return part.sizeHint().height()
