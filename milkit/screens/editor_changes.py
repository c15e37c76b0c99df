"""The list of what was changed in the copy; each line leads to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyledItemDelegate

from milkit.screens import editor_words as names
from milkit.widgets.labels import Label
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.painted import Index, PaintedList
from milkit.widgets.panel import Panel, paint_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from milkit.ground.words import Words
    from milkit.library.editing import Change, Draft
    from milkit.widgets.look import Look

ROW = Qt.ItemDataRole.UserRole + 1
_HIGH = 40  # px


class ChangeRow(NamedTuple):
    """One line: what was changed (None: the own example), in words, and where."""

    change: Change | None
    name: str
    where: str


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ChangeRow] = []

    def set_rows(self, rows: list[ChangeRow]) -> None:
        """Show other lines."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count them."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a line, or its words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return plain(", ".join(part for part in (row.name, row.where) if part))
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, look: Look, view: PaintedList) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Give a row's height."""
        return QSize(self._look.px(160), self._look.px(_HIGH))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a pencil, what was changed, and its step."""
        look, row, box = self._look, index.data(ROW), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.is_over(index) or self._view.is_chosen(index):
            painter.fillRect(box, look.colour("soft"))
        side = look.px(14)
        ratio = self._view.devicePixelRatioF()
        icon = look.icon("pencil-simple-fill", "pri", 14, ratio)
        top = round(box.center().y() - side / 2)
        painter.drawPixmap(round(box.left()) + look.px(4), top, icon)
        least = look.type.font("least")
        wide = advance(row.where, least) + look.px(8) if row.where else 0
        name = box.adjusted(look.px(26), 0, -wide - look.px(4), 0)
        paint_line(painter, look, row.name, name, Ink("small", "ink"))
        at = box.adjusted(0, 0, -look.px(4), 0)
        right = Qt.AlignmentFlag.AlignRight
        paint_line(painter, look, row.where, at, Ink("least", "ink2"), right)
        if self._view.is_focused(index):
            paint_ring(painter, look, box, 6)
        painter.restore()


class ChangesList(PaintedList):
    """The lines; a click or Enter tells *chosen*."""

    chosen = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(name)
        self._look = look
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(look, self))
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(ROW).change))

    def set_rows(self, rows: list[ChangeRow]) -> None:
        """Show other lines."""
        self._rows.set_rows(rows)
        self.setFixedHeight(max(1, len(rows) * self._look.px(_HIGH)))
        self.setVisible(bool(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.chosen.emit(index.data(ROW).change)
            return
        super().keyPressEvent(event)


class ChangesPart(Panel):
    """What was changed, and how much of the lesson that is; *chosen* tells one."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        w = look.words
        self._count = Label(look, "", "small", colour="ink2")
        self._none = Label(look, w.t("Nothing yet."), "small", colour="ink2")
        self.list = ChangesList(look, w.t("What you changed"))
        self.list.chosen.connect(self.chosen)
        head = QHBoxLayout()
        head.addWidget(Label(look, w.t("What you changed"), "strong"), 1)
        head.addWidget(self._count)
        self.box.addLayout(head)
        self.box.addWidget(self._none)
        self.box.addWidget(self.list)

    def show_draft(self, draft: Draft) -> None:
        """Show what differs now."""
        w = self._look.words
        rows = rows_of(draft, w)
        self.list.set_rows(rows)
        self._none.setVisible(not rows)
        self._count.set_text(
            w.t("{n} of {all} fields", n=w.number(len(rows)), all=w.number(draft.count))
        )


def rows_of(draft: Draft, w: Words) -> list[ChangeRow]:
    """Give the lines of what differs."""
    rows = [_row(draft, change, w) for change in draft.changes()]
    if draft.own_changed:
        rows.append(ChangeRow(None, w.t("Your local example"), ""))
    return rows


def _row(draft: Draft, change: Change, w: Words) -> ChangeRow:
    where = names.step_number(draft.lesson, change.step, w)
    if change.what == "text":
        return ChangeRow(change, names.said_of(change.path, w), where)
    if change.what == "added":
        return ChangeRow(change, w.t("Step added"), where)
    if change.what == "gone":
        old = next(step for step in draft.base.steps if step.id == change.step)
        return ChangeRow(change, w.t("Taken out: {title}", title=old.title), "")
    return ChangeRow(change, w.t("Order of the steps"), "")
