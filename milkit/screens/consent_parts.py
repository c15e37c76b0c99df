"""The pieces of the page that asks for results: equal choices, six words, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from milkit.screens.icon_row import icon_row
from milkit.widgets.labels import Label
from milkit.widgets.lines import Ink, fill, paint_lines, plain
from milkit.widgets.panel import Panel, paint_block, paint_card
from milkit.widgets.weave import paint_selvedge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

_PAD, _ICON = 18, 22


class Answer(QPushButton):
    """
    One of several answers of equal weight: never filled, with what it means.

    A *short* one says what it means only to a screen reader and in its tooltip.
    """

    def __init__(
        self, look: Look, text: str, means: str, icon: str, *, short: bool = False
    ) -> None:
        super().__init__()
        self._look, self._icon = look, "" if short else icon
        self._role = "strong" if short else "big"
        self._words, self._means = look.type.ready(text), look.type.ready(means)
        if short:
            self.setToolTip(plain(means))
            self._means = ""
        self.setAccessibleName(plain(text))
        self.setAccessibleDescription(plain(means))
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that the words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words at this width."""
        look = self._look
        words, means = self._lines(width)
        high = len(words) * look.type.line(self._role) + len(means) * look.type.line(
            "small"
        )
        return max(look.px(60), high + look.px(18))

    def sizeHint(self) -> QSize:
        """Give a third of a small window."""
        width = self._look.px(220)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow room."""
        return QSize(self._look.px(120), self._look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a strong edge, the icon, the words and what they mean."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        tone = "soft" if over else "surface"
        paint_card(painter, look, QRectF(self.rect()), tone, "ink", 2)
        words, means = self._lines(self.width())
        line, small = look.type.line(self._role), look.type.line("small")
        top = (self.height() - len(words) * line - len(means) * small) / 2
        if self._icon:
            icon = look.icon(self._icon, "ink", _ICON, self.devicePixelRatioF())
            middle = (self.height() - look.px(_ICON)) // 2
            painter.drawPixmap(look.px(_PAD), middle, icon)
        left = self._left()
        box = QRectF(left, top, self.width() - left - look.px(10), self.height())
        box.setTop(top + paint_lines(painter, look, words, box, Ink(self._role, "ink")))
        paint_lines(painter, look, means, box, Ink("small", "ink2"))

    def _lines(self, width: int) -> tuple[list[str], list[str]]:
        look = self._look
        room = width - self._left() - look.px(10)
        words = fill(self._words, look.type.font(self._role), room)
        return words, fill(self._means, look.type.font("small"), room)

    def _left(self) -> int:
        return self._look.px(_PAD + _ICON + 14 if self._icon else 10)


class SixWords(QWidget):
    """The six words of a key, on indigo between two selvedges."""

    def __init__(self, look: Look, words: Sequence[str]) -> None:
        super().__init__()
        self._look, self._words = look, "   ".join(words)
        self.setAccessibleName(" ".join(words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that the words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words and both bands."""
        look = self._look
        lines = len(self._lines(width))
        return lines * look.type.line("card", "en") + look.px(36)

    def sizeHint(self) -> QSize:
        """Give the room of one line."""
        width = self._look.px(420)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow room."""
        return QSize(self._look.px(160), self._look.px(58))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cloth and the words."""
        look, painter = self._look, QPainter(self)
        paint_block(painter, self.rect(), look.colour("side"))
        band = 8.0
        top = QRectF(0, 2, self.width(), band)
        paint_selvedge(painter, top, look.theme)
        paint_selvedge(painter, top.translated(0, self.height() - band - 4), look.theme)
        lines = self._lines(self.width())
        high = len(lines) * look.type.line("card", "en")
        box = QRectF(0, (self.height() - high) / 2, self.width(), high)
        ink = Ink("card", "side_ink", "en")
        paint_lines(painter, look, lines, box, ink, Qt.AlignmentFlag.AlignHCenter)

    def _lines(self, width: int) -> list[str]:
        font = self._look.type.font("card", lang="en")
        return fill(self._words, font, width - self._look.px(24))


def list_panel(look: Look, title: str, icon: str, lines: Sequence[str]) -> Panel:
    """Make a card of short lines, each behind an icon."""
    panel = Panel(look)
    panel.box.addWidget(Label(look, title, "card"))
    for line in lines:
        panel.box.addLayout(icon_row(look, icon, line))
    panel.box.addStretch()
    return panel
