"""Form fields: a label above, a hint below, 44 px high, saved as they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextOption, QValidator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.panel import paint_card
from milkit.widgets.text_fields import SearchField, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from milkit.widgets.look import Look

__all__ = ["Choice", "Field", "NumberField", "SearchField", "TextArea", "TextField"]


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    changed = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        text: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(plain(name))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setPlainText(look.type.ready(text))
        step = max(self.fontMetrics().lineSpacing(), look.type.line("body"))
        self.setFixedHeight(step * lines + look.px(24))
        self.textChanged.connect(lambda: self.changed.emit(self.toPlainText()))


class NumberField(QSpinBox):
    """A number within bounds, in the user's digits; the arrow keys change it."""

    def __init__(
        self,
        look: Look,
        name: str,
        value: int = 0,
        bounds: tuple[int, int] = (0, 999),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._words = look, look.words
        self.setAccessibleName(plain(name))
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setRange(*bounds)
        self.setValue(value)
        self.setFixedSize(look.px(96), look.px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the number inside the edge."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(self._look.px(12), 2, -4, -2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field; a style sheet would squeeze the number out of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, width = ("pri", 2.0) if self.hasFocus() else ("ctl", 0.0)
        fill = "surface" if self.isEnabled() else "sunken"
        paint_card(painter, self._look, QRectF(self.rect()), fill, edge, width)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: rolling past may not change an answer."""
        event.ignore()

    def textFromValue(self, val: int) -> str:
        """Write the number."""
        return self._words.number(val)

    def valueFromText(self, text: str) -> int:
        """Read the number in any script's digits."""
        return int(text) if text.strip().isdecimal() else self.minimum()

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002 - Qt's own name
        """Take digits of any script, within the bounds."""
        text = input.strip()
        if not text:
            return (QValidator.State.Intermediate, input, pos)
        good = text.isdecimal() and int(text) <= self.maximum()
        state = QValidator.State.Acceptable if good else QValidator.State.Invalid
        return (state, input, pos)


class _Rows(QStyledItemDelegate):
    """Paints the rows of a drop-down list, 40 px or more high."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give a row's height."""
        font = self._look.type.font("body")
        width = advance(str(index.data()), font) + self._look.px(48)
        return QSize(round(width), self._look.px(40))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row; the chosen one has a bar at its left, not colour alone."""
        from PySide6.QtWidgets import QStyle  # slow to load: not before it is needed

        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, self._look.colour("soft"))
            bar = QRectF(box.left(), box.top(), 4, box.height())
            painter.fillRect(bar, self._look.colour("pri"))
        box.adjust(self._look.px(14), 0, -self._look.px(8), 0)
        colour = "soft_ink" if chosen else "ink"
        paint_line(painter, self._look, str(index.data()), box, Ink("body", colour))


class Choice(QComboBox):
    """A list that drops down; *chosen* tells the id of what was picked."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str]],
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(plain(name))
        self.setAccessibleDescription(plain(name))  # Linux reads the value as the name
        self.setItemDelegate(_Rows(look, self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_options(options, value)
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: rolling past may not change an answer."""
        event.ignore()

    def set_options(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        """Change the list of (id, text)."""
        self.clear()
        for key, text in options:
            self.addItem(self._look.type.ready(text), key)
        self.set_value(value)

    def set_value(self, key: str) -> None:
        """Choose by id, without telling; the first when there is none such."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def value(self) -> str:
        """Give the id of what is chosen."""
        return str(self.currentData() or "")

    def sizeHint(self) -> QSize:
        """Give the room of the longest text."""
        font = self._look.type.font("strong")
        texts = [self.itemText(i) for i in range(self.count())]
        width = max((advance(text, font) for text in texts), default=0)
        width = min(width, self._look.px(360))
        return QSize(round(width) + self._look.px(18 + 10 + 20 + 14), self._look.px(44))

    def minimumSizeHint(self) -> QSize:
        """Give the same, up to a narrow column."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(200)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint edge, text and caret."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        over = self.underMouse() and self.isEnabled()
        paint_card(painter, look, box, "soft" if over else "surface", "ctl")
        side = look.px(18)
        caret = look.icon("caret-down", "ink2", 18, self.devicePixelRatioF())
        left = self.width() - side - look.px(14)
        painter.drawPixmap(left, (self.height() - side) // 2, caret)
        box.setLeft(look.px(18))
        box.setRight(left - look.px(6))
        paint_line(painter, look, self.currentText(), box, Ink("strong", "ink"))


class Field(QWidget):
    """
    A labelled field of a form: label above, hint below.

    When changed from the kit's own, it has a 4 px edge, says what it was, and offers
    Put back (*put_back*).
    """

    put_back = Signal()

    def __init__(
        self,
        look: Look,
        label: str,
        widget: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._edge = False
        self.widget = widget
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self._head = QHBoxLayout()
        self._head.addWidget(Label(look, label, "strong", wrap=False))
        self._was = Label(look, "", "least", colour="soft_ink", wrap=False)
        self._back = Button(
            look, look.words.t("Put back"), "arrow-counter-clockwise", kind="quiet"
        )
        self._back.clicked.connect(self.put_back.emit)
        self._head.addWidget(self._was)
        self._head.addStretch()
        self._head.addWidget(self._back)
        column.addLayout(self._head)
        column.addWidget(widget)
        if hint:
            column.addWidget(Label(look, hint, "least", colour="ink2"))
        if not widget.accessibleName():
            widget.setAccessibleName(plain(label))
        if hint:
            widget.setAccessibleDescription(plain(hint))
        self.set_changed("")

    def set_changed(self, was: str) -> None:
        """Mark the field as changed, with what it was; "" = as in the kit."""
        self._edge = bool(was)
        self._was.set_text(was)
        self._was.setVisible(self._edge)
        self._back.setVisible(self._edge)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(self._look.px(14) if self._edge else 0, 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge of a changed field."""
        if self._edge:
            colour = self._look.colour("pri")
            QPainter(self).fillRect(0, 0, 4, self.height(), colour)
