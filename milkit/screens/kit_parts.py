"""The pieces of Make a kit: the four steps, sizes in words, a stick's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from milkit.widgets.columns import Columns
from milkit.widgets.labels import Label
from milkit.widgets.lines import Ink, advance, fill, paint_lines, plain
from milkit.widgets.panel import paint_card
from milkit.widgets.weave import paint_selvedge, paint_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.ground.words import Words
    from milkit.widgets.look import Look

_MEGA, _GIGA = 1_000_000, 1_000_000_000
_MINUTE = 60
_TEXT = 36  # px: where the words of a step begin


def size_words(size: float, w: Words) -> str:
    """Say a size as people do: 84 MB, 1.4 GB."""
    if size >= _GIGA:
        return w.t("{size} GB", size=w.number(size / _GIGA, 1))
    small = 0 < size < 10 * _MEGA
    return w.t("{size} MB", size=w.number(size / _MEGA, 1 if small else 0))


def time_words(seconds: float, w: Words) -> str:
    """Say how long something takes."""
    minutes = round(seconds / _MINUTE)
    if minutes < 1:
        return w.t("less than a minute")
    return w.n("about {count} minute", "about {count} minutes", minutes)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def rows_in(parent: QWidget, gap: int) -> QVBoxLayout:
    """Give *parent* a column without margins."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return column


class StepButton(QPushButton):
    """One of the four steps: done (tint and tick), now (filled), or to come."""

    def __init__(self, look: Look, number: int, text: str) -> None:
        super().__init__()
        self._look, self._number, self.words = look, number, look.type.ready(text)
        self._state = "later"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_state(self, state: str) -> None:
        """Show the step as *done*, *now* or *later*."""
        w = self._look.words
        self._state = state
        told = {"done": w.t("done"), "now": w.t("now"), "later": w.t("to come")}[state]
        number = w.number(self._number)
        name = w.t("Step {n}: {name}, {state}", n=number, name=self.words, state=told)
        self.setAccessibleName(plain(name))
        self.setEnabled(state != "later")
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words."""
        high = len(self._lines(width)) * self._look.type.line("strong")
        return max(self._look.px(48), high + self._look.px(16))

    def sizeHint(self) -> QSize:
        """Give a quarter of the page."""
        width = self._look.px(230)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give the least."""
        return QSize(self._look.px(96), self._look.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its number or tick, and the words."""
        look, painter = self._look, QPainter(self)
        fill_with, edge, colour = {
            "done": ("soft", "pri", "soft_ink"),
            "now": ("pri", "pri", "on_pri"),
            "later": ("surface", "ctl", "ink2"),
        }[self._state]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, look, QRectF(self.rect()), fill_with, edge)
        role = "body" if self._state == "later" else "strong"
        lines = self._lines(self.width())
        top = (self.height() - len(lines) * look.type.line(role)) / 2
        at = look.px(14)
        if self._state == "done":
            side = look.px(18)
            icon = look.icon("check", colour, 18, self.devicePixelRatioF())
            painter.drawPixmap(at, (self.height() - side) // 2, icon)
        else:
            number = look.words.number(self._number)
            box = QRectF(at, top, look.px(20), look.type.line("strong"))
            paint_lines(painter, look, [number], box, Ink("strong", colour))
        box = QRectF(look.px(_TEXT), top, self.width() - look.px(_TEXT), self.height())
        paint_lines(painter, look, lines, box, Ink(role, colour))

    def _lines(self, width: int) -> list[str]:
        font = self._look.type.font("strong")
        return fill(self.words, font, width - self._look.px(_TEXT + 4))


class StepStrip(QWidget):
    """The four steps in a row; *step_chosen* goes back to one that is done."""

    step_chosen = Signal(int)

    def __init__(self, look: Look, names: Sequence[str]) -> None:
        super().__init__()
        row = Columns((1,) * len(names), look.px(640), look.px(8), self, look.px(10))
        self.steps: list[StepButton] = []
        for number, name in enumerate(names):
            button = StepButton(look, number + 1, name)
            button.clicked.connect(lambda _on=False, n=number: self.step_chosen.emit(n))
            row.add(button, number)
            self.steps.append(button)
        self.setAccessibleName(look.words.t("Steps"))

    def set_step(self, now: int, *, locked: bool = False) -> None:
        """Show step *now*, counted from 0; while *locked* none can be chosen."""
        for number, button in enumerate(self.steps):
            state = "now" if number == now else "done" if number < now else "later"
            button.set_state(state)
            if locked and number != now:
                button.setEnabled(False)


class TopicPatch(QWidget):
    """A patch of a topic's weave."""

    def __init__(self, look: Look, topic: str) -> None:
        super().__init__()
        self._look, self._topic = look, topic
        self.setFixedSize(look.px(36), look.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the weave."""
        painter = QPainter(self)
        paint_topic(painter, QRectF(self.rect()), self._topic, self._look.theme, 3)


class IconLine(QWidget):
    """An icon and bold words beside it that may wrap."""

    def __init__(self, look: Look, icon: str, text: str, colour: str) -> None:
        super().__init__()
        self._look, self._icon, self._colour = look, icon, colour
        rows_in(self, 0).addWidget(Label(look, text, "strong", colour=colour))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(look.px(28), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon at the first line."""
        look = self._look
        icon = look.icon(self._icon, self._colour, 18, self.devicePixelRatioF())
        top = (look.type.line("strong") - look.px(18)) // 2
        QPainter(self).drawPixmap(0, max(0, top), icon)


class WordBand(QWidget):
    """The six check words between two selvedges."""

    def __init__(self, look: Look, words: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self._text = "  ".join(words)
        self.setAccessibleName(", ".join(words))
        self.setToolTip(" ".join(words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that the words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words and both bands."""
        lines = len(self._lines(width))
        return lines * self._look.type.line("strong") + self._look.px(20) + 16

    def sizeHint(self) -> QSize:
        """Give the room of the words in a row."""
        wide = advance(self._text, self._look.type.font("strong"))
        width = round(wide) + self._look.px(40)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow column's room."""
        return QSize(self._look.px(160), self.heightForWidth(self._look.px(160)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dark cloth, its edges and the words."""
        look, painter = self._look, QPainter(self)
        painter.fillRect(self.rect(), look.colour("side"))
        wide = self.width()
        for top in (0, self.height() - 8):
            paint_selvedge(painter, QRectF(0, top, wide, 8), look.theme)
        lines = self._lines(wide)
        high = len(lines) * look.type.line("strong")
        box = QRectF(0, (self.height() - high) / 2, wide, high)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_lines(painter, look, lines, box, Ink("strong", "side_ink"), middle)

    def _lines(self, width: int) -> list[str]:
        font = self._look.type.font("strong")
        return fill(self._text, font, width - self._look.px(24))


def lowered(widget: QWidget, by: int) -> QWidget:
    """Put a widget a little lower, so that it stands in line with its neighbour."""
    holder = QWidget()
    rows_in(holder, 0).addWidget(widget)
    layout = holder.layout()
    if layout is not None:
        layout.setContentsMargins(0, by, 0, 0)
    return holder
