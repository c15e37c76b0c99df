"""Rows to tick: a topic, a lesson or a language, what it holds, and its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from milkit.widgets.lines import Ink, advance, fill, paint_line, paint_lines, plain
from milkit.widgets.panel import paint_card
from milkit.widgets.weave import paint_topic

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

_SOME = Qt.CheckState.PartiallyChecked


class TickRow(QCheckBox):
    """
    A row with a box at its left and a size at its right; all of it can be clicked.

    *topic* adds a patch of weave, *lang* sets the words in the letters of a language.
    A box with a bar says that some of it is chosen; a click then takes all.
    """

    def __init__(
        self, look: Look, key: str, text: str, *, topic: str = "", lang: str = ""
    ) -> None:
        super().__init__()
        self._look, self.key, self._topic, self._lang = look, key, topic, lang
        self._text, self._hint, self._size = look.type.ready(text), "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(plain(text))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_told(self, hint: str, size: str) -> None:
        """Say what it holds and how large that is."""
        ready = self._look.type.ready
        self._hint, self._size = ready(hint), ready(size)
        self.setAccessibleDescription(plain(f"{hint}, {size}"))
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's own name
        """Take all or nothing; "some" only shows what was chosen one by one."""
        take = self.checkState() != Qt.CheckState.Checked
        self.setTristate(False)
        self.setChecked(take)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere in the row."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Tell that the words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words at this width."""
        look = self._look
        high = len(self._lines(width)) * look.type.line("strong", self._lang)
        high += look.type.line("least") if self._hint else 0
        return max(look.px(52), high + look.px(12))

    def sizeHint(self) -> QSize:
        """Give a row's room."""
        return QSize(self._look.px(420), self.heightForWidth(self._look.px(420)))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow row's room."""
        return QSize(self._look.px(220), self._look.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the patch, the words and the size."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), look.colour("soft"))
        self._paint_box(painter)
        if self._topic:
            side = look.px(36)
            top = (self.height() - side) / 2
            patch = QRectF(look.px(52), top, side, side)
            paint_topic(painter, patch, self._topic, look.theme, 3)
        self._paint_words(painter)
        box = QRectF(0, 0, self.width() - look.px(18), self.height())
        right = Qt.AlignmentFlag.AlignRight
        paint_line(painter, look, self._size, box, Ink("small", "ink2"), right)

    def _paint_box(self, painter: QPainter) -> None:
        look, side = self._look, self._look.px(18)
        box = QRectF(look.px(18), (self.height() - side) // 2, side, side)
        state = self.checkState()
        on = state == Qt.CheckState.Checked
        edge = "ctl" if state == Qt.CheckState.Unchecked else "pri"
        width = 2.0 if state == _SOME else 0
        paint_card(
            painter, look, box, "pri" if on else "surface", edge, width, radius=3
        )
        if on or state == _SOME:
            name, tone = ("check", "on_pri") if on else ("minus", "pri")
            small = round(side * 0.72)
            icon = look.icons.pixmap(
                name, getattr(look.theme, tone), small, self.devicePixelRatioF()
            )
            at = (side - small) / 2
            painter.drawPixmap(QPoint(round(box.x() + at), round(box.y() + at)), icon)

    def _paint_words(self, painter: QPainter) -> None:
        look = self._look
        lines = self._lines(self.width())
        step = look.type.line("strong", self._lang)
        under = look.type.line("least") if self._hint else 0
        top = (self.height() - len(lines) * step - under) / 2
        room = self._room(self.width())
        box = QRectF(self._left(), top, room, len(lines) * step)
        used = paint_lines(painter, look, lines, box, Ink("strong", "ink", self._lang))
        if self._hint:
            box = QRectF(self._left(), top + used, room, under)
            paint_line(painter, look, self._hint, box, Ink("least", "ink2"))

    def _left(self) -> int:
        return self._look.px(100 if self._topic else 56)

    def _room(self, width: int) -> float:
        size = advance(self._size, self._look.type.font("small"))
        return max(width - self._left() - size - self._look.px(30), self._look.px(60))

    def _lines(self, width: int) -> list[str]:
        font = self._look.type.font("strong", lang=self._lang)
        return fill(self._text, font, round(self._room(width)))
