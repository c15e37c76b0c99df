"""Things to choose: ticks, one of several, pills, segments and big choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from milkit.widgets.lines import Ink, advance, fill, paint_line, paint_lines, plain
from milkit.widgets.panel import Flow, paint_card, paint_pill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractButton

    from milkit.widgets.look import Look


def _dress(button: QAbstractButton, look: Look, text: str) -> None:
    """Give a choice its words, name and cursor."""
    look.type.ready(text)
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(plain(text))
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _paint_tick(painter: QPainter, look: Look, box: QRectF, ratio: float) -> None:
    """Paint a ticked box."""
    paint_card(painter, look, box, "pri", "pri", radius=3)
    side = round(box.width() / look.type.size * 100) - 2
    painter.drawPixmap(
        round(box.left() + 1),
        round(box.top() + 1),
        look.icon("check", "on_pri", side, ratio),
    )


class Tick(QCheckBox):
    """
    A box to tick, with its words and an optional second line; 40 px high.

    *bold* words name a part of something that is ticked.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        bold: bool = False,
    ) -> None:
        super().__init__(parent)
        self._role = "strong" if bold else "body"
        self._look, self._words, self._hint = look, text, hint
        _dress(self, look, text)
        look.type.ready(hint)
        self.setAccessibleDescription(plain(hint))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the words."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Tell that the words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words at this width."""
        look = self._look
        lines, hints = self._lines(width)
        high = len(lines) * look.type.line(self._role) + len(hints) * look.type.line(
            "small"
        )
        return max(look.px(40), high + look.px(12))

    def sizeHint(self) -> QSize:
        """Give the room of the words."""
        wide = max(
            advance(self._words, self._look.type.font(self._role)),
            advance(self._hint, self._look.type.font("small")),
        )
        width = min(round(wide) + 2 + self._left(), self._look.px(520))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow column's room."""
        width = min(self.sizeHint().width(), self._look.px(180))
        return QSize(width, self._look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the words."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines, hints = self._lines(self.width())
        high = self.heightForWidth(self.width())
        top = (self.height() - high) / 2 + (
            high
            - len(lines) * look.type.line(self._role)
            - len(hints) * look.type.line("small")
        ) / 2
        side = look.px(18)
        middle = top + (look.type.line(self._role) - side) / 2
        self._paint_box(painter, QRectF(3, round(middle), side, side))
        box = QRectF(self._left(), top, self.width() - self._left(), self.height())
        colour = "ink" if self.isEnabled() else "ink2"
        used = paint_lines(painter, look, lines, box, Ink(self._role, colour))
        box.setTop(top + used)
        paint_lines(painter, look, hints, box, Ink("small", "ink2"))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        if self.isChecked():
            _paint_tick(painter, self._look, box, self.devicePixelRatioF())
        else:
            over = self.underMouse() and self.isEnabled()
            fill_with = "soft" if over else "surface"
            paint_card(painter, self._look, box, fill_with, "ctl", radius=3)

    def _left(self) -> int:
        return self._look.px(18 + 3 + 11)

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        room = width - self._left()
        words = fill(self._words, self._look.type.font(self._role), room)
        hints = fill(self._hint, self._look.type.font("small"), room)
        return words, hints if self._hint else []


class _OneOf(QRadioButton):
    """One of several, painted; *key* is what the group tells."""

    def __init__(self, look: Look, key: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look, self.key, self._words = look, key, text
        _dress(self, look, text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(pos)

    def minimumSizeHint(self) -> QSize:
        """Give the full size: words are never cut."""
        return self.sizeHint()

    def _width(self, pad: int) -> int:
        look = self._look
        room = advance(self._words, look.type.font("strong")) + look.px(18 + 8)
        return round(room) + 2 * look.px(pad)

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        """Paint the words in the middle, with a tick before them when chosen."""
        look, on = self._look, self.isChecked()
        ink = Ink("strong" if on else "body", colour)
        width = advance(self._words, ink.font(look))
        tick = look.px(18 + 8) if on else 0
        x = (self.width() - width - tick) / 2
        if on:
            icon = look.icon("check", colour, 18, self.devicePixelRatioF())
            painter.drawPixmap(round(x), (self.height() - look.px(18)) // 2, icon)
        box = QRectF(x + tick, 0, width + 1, self.height())
        paint_line(painter, look, self._words, box, ink)


class PillChoice(_OneOf):
    """A pill of a row of which one is chosen."""

    def sizeHint(self) -> QSize:
        """Give the room of the bold words and the tick."""
        return QSize(self._width(14), self._look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, over = self.isChecked(), self.underMouse()
        paint_pill(painter, self._look, QRectF(self.rect()), on=on, over=over)
        self._paint_words(painter, "soft_ink" if on else "ink")


class Segment(_OneOf):
    """One part of a segmented choice; only the row's outer corners are round."""

    ends = (False, False)  # whether it is the first and the last of its row

    def sizeHint(self) -> QSize:
        """Give the room of the bold words and the tick."""
        return QSize(self._width(13), self._look.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part; neighbours share an edge."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, first, last = self.isChecked(), *self.ends
        fill_with = "pri" if on else ("soft" if self.underMouse() else "surface")
        painter.setClipRect(self.rect())
        box = QRectF(self.rect()).adjusted(
            0 if first else -8, 0, 8 if not last else 0, 0
        )
        paint_card(painter, look, box, fill_with, "ctl")
        if not first:
            edge = look.theme.edge
            painter.fillRect(0, 0, edge, self.height(), look.colour("ctl"))
        self._paint_words(painter, "on_pri" if on else "ink")


class BigChoice(_OneOf):
    """A big button of a choice, with a second line: a language, a way to work."""

    def __init__(
        self,
        look: Look,
        key: str,
        text: str,
        second: str = "",
        lang: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, key, text, parent)
        self._second, self._lang = look.type.ready(second), lang
        self.setAccessibleDescription(plain(second))

    def sizeHint(self) -> QSize:
        """Give the room of both lines."""
        font = self._look.type.font("big", lang=self._lang)
        wide = max(
            advance(self._words, font),
            advance(self._second, self._look.type.font("least")),
        )
        return QSize(round(wide) + self._look.px(16 + 16 + 32), self._look.px(70))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button; chosen = filled and ticked."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, box = self.isChecked(), QRectF(self.rect())
        paint = "pri" if on else ("soft" if self.underMouse() else "surface")
        paint_card(painter, look, box, paint, "pri" if on else "ctl")
        left, first = look.px(16), look.type.line("big", self._lang)
        second = look.type.line("least") if self._second else 0
        top = (self.height() - first - second) / 2
        room = self.width() - left - look.px(40)
        ink = Ink("big", "on_pri" if on else "ink", self._lang)
        paint_line(painter, look, self._words, QRectF(left, top, room, first), ink)
        if self._second:
            under = QRectF(left, top + first, room, second)
            small = Ink("least", "on_pri" if on else "ink2")
            paint_line(painter, look, self._second, under, small)
        if on:
            x = self.width() - look.px(20 + 14)
            icon = look.icon("check", "on_pri", 20, self.devicePixelRatioF())
            painter.drawPixmap(x, (self.height() - look.px(20)) // 2, icon)


class _Group(QWidget):
    """A row of which one is chosen; arrow keys move, Tab leaves."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[_OneOf] = []
        self.setAccessibleName(plain(name))

    def value(self) -> str:
        """Give the id of what is chosen, "" when nothing is."""
        return next((part.key for part in self._parts if part.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose by id, without telling."""
        for part in self._parts:
            if part.key == key:
                part.setChecked(True)
                self._lead_to(part)

    def _lead_to(self, chosen: _OneOf) -> None:
        """Let Tab come to what is chosen; Qt does that only after a first visit."""
        clicked, reached = Qt.FocusPolicy.ClickFocus, Qt.FocusPolicy.StrongFocus
        for part in self._parts:
            part.setFocusPolicy(reached if part is chosen else clicked)

    def focus_chosen(self) -> None:
        """Go to what is chosen, else to the first."""
        wanted = [part for part in self._parts if part.isChecked()] or self._parts
        if wanted:
            wanted[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, part: _OneOf) -> None:
        self._parts.append(part)
        part.clicked.connect(lambda _on=False: self.chosen.emit(part.key))


class Segments(_Group):
    """A segmented choice: at most five short words; *wide* fills the row."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (key, text) in enumerate(options):
            part = Segment(look, key, text, self)
            part.ends = (number == 0, number == len(options) - 1)
            self._take(part)
            row.addWidget(part)
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.set_value(value)


class Pills(_Group):
    """Pills of which one is chosen; they wrap."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str]],
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        flow = Flow(self, look.px(8))
        for key, text in options:
            part = PillChoice(look, key, text, self)
            self._take(part)
            flow.addWidget(part)
        self.set_value(value)


class BigChoices(_Group):
    """Big choices in a grid of so many *columns*: (id, text, second line, language)."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str, str, str]],
        value: str = "",
        columns: int = 5,
    ) -> None:
        from PySide6.QtWidgets import QGridLayout

        super().__init__(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(10))
        for key, text, second, lang in options:
            self._take(BigChoice(look, key, text, second, lang, self))
        self.set_columns(columns)
        self.set_value(value)

    def set_columns(self, columns: int) -> None:
        """Stand in other columns."""
        for number, part in enumerate(self._parts):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, number // columns, number % columns)
        for column in range(len(self._parts)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def columns_in(self, width: int, most: int = 5) -> int:
        """Give how many columns find room in *width* px, at most so many."""
        widest = max(part.sizeHint().width() for part in self._parts)
        gap = self._grid.horizontalSpacing()
        return max(1, min(most, (width + gap) // (widest + gap)))
