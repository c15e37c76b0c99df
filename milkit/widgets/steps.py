"""The list of a lesson's steps: to read before class, and to steer by during it."""

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
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate

from milkit.widgets.lines import Ink, advance, fill, paint_line, paint_lines, plain
from milkit.widgets.painted import PaintedList
from milkit.widgets.panel import paint_card, paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from milkit.widgets.look import Look

Index = QModelIndex | QPersistentModelIndex
STEP = Qt.ItemDataRole.UserRole + 1


class StepLine(NamedTuple):
    """
    One row: *key* is told when it is chosen; *state* is planned, now, done or out.

    *minutes* is written as it shows ("5 min", or "5" in the compact list), *note*
    stands under it ("Whole class"), *lead* under the title. *changed* shows a pencil.
    """

    key: str
    title: str
    lead: str = ""
    minutes: str = ""
    note: str = ""
    state: str = "planned"
    changed: bool = False
    lang: str = ""


class _Steps(QAbstractListModel):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: tuple[StepLine, ...] = ()

    def set_lines(self, lines: Sequence[StepLine]) -> None:
        """Show other steps; only what changed is painted when the keys are the same."""
        same = [s.key for s in lines] == [s.key for s in self.lines]
        if same and lines:
            self.lines = tuple(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the steps."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a step, its title, or what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == STEP:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index.row(), line)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return plain(line.lead)
        return plain(line.title) if role == Qt.ItemDataRole.DisplayRole else None

    def _said(self, row: int, line: StepLine) -> str:
        words = self._look.words
        number = words.number(row + 1)
        states = {
            "done": words.t("done"),
            "now": words.t("now"),
            "out": words.t("left out"),
        }
        parts = (
            words.t("Step {number}: {title}", number=number, title=plain(line.title)),
            line.minutes,
            line.note,
            states.get(line.state, ""),
        )
        return plain(", ".join(part for part in parts if part))


class _StepPainter(QStyledItemDelegate):
    """Paints a row as high as its words need."""

    def __init__(self, look: Look, view: PaintedList, *, compact: bool) -> None:
        super().__init__(view)
        self._look, self._view, self._compact = look, view, compact
        self._number = look.px(36 if compact else 54)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the row's size in the list's width."""
        width = self._view.viewport().width()
        title, lead = self._words(index.data(STEP), width)
        line = self._look.type.line
        high = len(title) * line(self._title_role) + len(lead) * line("small")
        pad = self._look.px(12 if self._compact else 20)
        return QSize(width, max(self._look.px(44), high + pad))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one row."""
        look, step, box = self._look, index.data(STEP), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, over = self._view.is_chosen(index), self._view.is_over(index)
        self._paint_ground(painter, box, step, chosen=chosen, over=over)
        if not self._compact and index.row():
            painter.fillRect(
                QRectF(box.left(), box.top(), box.width(), 1), look.colour("line")
            )
        self._paint_number(painter, box, index.row(), step)
        self._paint_words(painter, box, step)
        if self._view.is_focused(index):
            paint_ring(painter, look, box, 6)
        painter.restore()

    @property
    def _title_role(self) -> str:
        return "body" if self._compact else "strong"

    def _paint_ground(
        self,
        painter: QPainter,
        box: QRectF,
        step: StepLine,
        *,
        chosen: bool,
        over: bool,
    ) -> None:
        """Paint what is now (an edge), chosen (a tint and a bar) or under the mouse."""
        look = self._look
        if step.state == "now":
            paint_card(painter, look, box.adjusted(0, 1, 0, -1), "surface", "pri", 2)
        elif chosen:
            painter.fillRect(box, look.colour("soft"))
            bar = QRectF(box.left(), box.top(), 4, box.height())
            painter.fillRect(bar, look.colour("pri"))
        elif over:
            painter.fillRect(box, look.colour("sunken" if self._compact else "soft"))

    def _paint_number(
        self, painter: QPainter, box: QRectF, row: int, step: StepLine
    ) -> None:
        look = self._look
        left = QRectF(box.left(), box.top(), self._number, box.height())
        if step.state == "done":
            side = look.px(18)
            ratio = self._view.devicePixelRatioF()
            icon = look.icon("check-circle-fill", "good", 18, ratio)
            at = left.center()
            painter.drawPixmap(round(at.x() - side / 2), round(at.y() - side / 2), icon)
            return
        ink = Ink(
            "card" if self._compact else "step",
            "ink2" if step.state == "out" else "pri",
        )
        number = look.words.number(row + 1)
        paint_line(painter, look, number, left, ink, Qt.AlignmentFlag.AlignHCenter)

    def _paint_words(self, painter: QPainter, box: QRectF, step: StepLine) -> None:
        look, line = self._look, self._look.type.line
        title, lead = self._words(step, round(box.width()))
        high = len(title) * line(self._title_role) + len(lead) * line("small")
        top = box.top() + (box.height() - high) / 2
        at = QRectF(
            box.left() + self._number, top, self._room(step, round(box.width())), high
        )
        faded = step.state in ("done", "out") and self._compact
        bold = step.state == "now" or not self._compact
        ink = Ink(self._title_role, "ink2" if faded else "ink", step.lang, bold=bold)
        used = paint_lines(painter, look, title, at, ink)
        at.setTop(top + used)
        paint_lines(painter, look, lead, at, Ink("small", "ink2", step.lang))
        self._paint_right(painter, box, step, top)

    def _paint_right(
        self, painter: QPainter, box: QRectF, step: StepLine, top: float
    ) -> None:
        """Paint the minutes, and under them how students sit."""
        if self._narrow(round(box.width())):
            return
        look, line = self._look, self._look.type.line
        right = Qt.AlignmentFlag.AlignRight
        row = QRectF(box.left(), top, box.width() - look.px(14), line("strong"))
        if self._compact:
            row.setTop(box.top())
            row.setBottom(box.bottom())
        if step.changed:
            icon = look.icon(
                "pencil-simple-fill", "pri", 14, self._view.devicePixelRatioF()
            )
            side = look.px(14)
            painter.drawPixmap(
                round(row.right() - side), round(row.center().y() - side / 2), icon
            )
            row.setRight(row.right() - look.px(20))
        paint_line(painter, look, step.minutes, row, Ink("strong", "ink2"), right)
        if step.note and not self._compact:
            under = QRectF(
                row.left(), row.bottom() + look.px(5), row.width(), line("small")
            )
            paint_line(painter, look, step.note, under, Ink("small", "ink2"), right)

    def _room(self, step: StepLine, width: int) -> float:
        """Give the width that is left for the words."""
        look = self._look
        if self._narrow(width):
            return width - self._number - look.px(12)
        minutes = advance(step.minutes, look.type.font("strong"))
        note = 0.0 if self._compact else advance(step.note, look.type.font("small"))
        right = (
            max(minutes, note) + look.px(14 + 12) + (look.px(20) if step.changed else 0)
        )
        return max(look.px(80), width - self._number - right)

    def _words(self, step: StepLine, width: int) -> tuple[list[str], list[str]]:
        look, room = self._look, self._room(step, width)
        bold = step.state == "now" or not self._compact
        ready = look.type.ready
        font = look.type.font(self._title_role, lang=step.lang, bold=bold)
        title = fill(ready(step.title), font, room)
        if self._compact:
            return title, []
        under = [step.lead] if step.lead else []
        if self._narrow(width):
            under.append(" · ".join(t for t in (step.minutes, step.note) if t))
        small = look.type.font("small", lang=step.lang)
        return title, [
            line for text in under for line in fill(ready(text), small, room)
        ]

    def _narrow(self, width: int) -> bool:
        """Tell whether minutes and note stand under the words, not beside them."""
        return not self._compact and width < self._look.px(360)


class StepList(PaintedList):
    """
    The steps as a list as high as all its rows: put it into a scrolling page.

    The full list (before class) has a card's edge; *compact* is the teacher's list
    during class. A click or Enter tells *step_chosen*, a double click
    *step_opened*.
    """

    step_chosen = Signal(str)
    step_opened = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._look, self._compact = look, compact
        self._steps = _Steps(look)
        self.setModel(self._steps)
        self.setItemDelegate(_StepPainter(look, self, compact=compact))
        self.setAccessibleName(plain(name))
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setResizeMode(PaintedList.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        edge = 0 if compact else 1
        self.setViewportMargins(edge, edge, edge, edge)
        self.clicked.connect(lambda index: self.step_chosen.emit(index.data(STEP).key))
        self.doubleClicked.connect(
            lambda index: self.step_opened.emit(index.data(STEP).key)
        )

    def set_steps(self, steps: Sequence[StepLine]) -> None:
        """Show the steps."""
        self._steps.set_lines(steps)
        self._fit()

    def choose(self, key: str) -> None:
        """Mark a row as chosen, without telling."""
        for row, step in enumerate(self._steps.lines):
            if step.key == key:
                self.setCurrentIndex(self._steps.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew and fit the height."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter; letters and digits are for the page around."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.step_chosen.emit(index.data(STEP).key)
        elif event.text().isprintable() and event.text():
            event.ignore()  # a list would look for a row that begins so
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card's paper, then the rows."""
        if not self._compact:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.viewport().rect())
            paint_card(painter, self._look, box, "surface", "line")
            painter.end()
        super().paintEvent(event)

    def _fit(self) -> None:
        self.doItemsLayout()
        rows = range(self._steps.rowCount())
        high = sum(
            self.sizeHintForIndex(self._steps.index(row)).height() for row in rows
        )
        self.setFixedHeight(high + (0 if self._compact else 2))
