"""The big answers of a check, each with its key; none hints at the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from milkit.widgets.labels import paint_key
from milkit.widgets.lines import Ink, fill, longest_word, paint_line, plain
from milkit.widgets.marks import paint_mark
from milkit.widgets.panel import paint_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from milkit.widgets.look import Look

EMPTY = "empty"  # the mark of what was left empty: a line
_FOUR = 4
_LINES = 2  # of words below cap and mark


class Offer(NamedTuple):
    """An answer to press: its *key*, the *word*, and its mark."""

    key: str
    word: str
    mark: str
    place: int = 0


class BigAnswer(QPushButton):
    """One big answer: key cap and mark above, the word below."""

    def __init__(self, look: Look, offer: Offer) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_offer(offer)

    def set_offer(self, offer: Offer) -> None:
        """Show another answer."""
        self._offer = offer
        self._look.type.ready(offer.word)
        self.setAccessibleName(plain(f"{offer.word} ({offer.key})"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the cap, the mark and two lines of words."""
        px, font = self._look.px, self._look.type.font("strong")
        wide = max(px(104), round(longest_word(self._offer.word, font)) + px(30))
        return QSize(wide, px(46) + _LINES * self._look.type.line("strong"))

    def minimumSizeHint(self) -> QSize:
        """Give the same: an answer is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the cap, the mark and the word."""
        look, offer, px = self._look, self._offer, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        over = self.underMouse() or self.isDown()
        shade = "soft" if over and self.isEnabled() else "surface"
        paint_card(painter, look, box, shade, "ctl", 2)
        high = look.type.line("tag") + 6
        cap = QRectF(px(12), px(12), max(px(24), high), high)
        paint_key(painter, look, cap, offer.key)
        side = px(26)
        spot = QRectF(box.right() - px(12) - side, px(12), side, side)
        paint_sign(painter, look, spot, offer.mark, offer.place)
        font, step = look.type.font("strong"), look.type.line("strong")
        lines = fill(offer.word, font, box.width() - px(24))
        top = box.bottom() - px(8) - step * len(lines)
        for number, line in enumerate(lines):
            row = QRectF(px(12), top + number * step, box.width() - px(24), step)
            paint_line(painter, look, line, row, Ink("strong"))


def paint_sign(
    painter: QPainter, look: Look, box: QRectF, mark: str, index: int
) -> None:
    """Paint a mark, or a line for what was left empty."""
    if mark != EMPTY:
        paint_mark(painter, look, box, mark, index)
        return
    painter.setPen(QPen(look.colour("ink2"), 2))
    level = round(box.center().y())
    painter.drawLine(round(box.left()), level, round(box.right()), level)


class Answers(QWidget):
    """The answers side by side, or two by two; *pressed* tells the place of one."""

    pressed = Signal(int)

    def __init__(self, look: Look, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(10))
        self._gap = look.px(10)
        self.buttons = [BigAnswer(look, offer) for offer in offers]
        for at, button in enumerate(self.buttons):
            button.clicked.connect(lambda _on=False, n=at: self.pressed.emit(n))
        self._across = 0
        self._arrange(_FOUR)

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show other answers, as many as before."""
        for button, offer in zip(self.buttons, offers, strict=True):
            button.set_offer(offer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand two by two where four would be cut."""
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self.buttons)
        room = (self.width() + self._gap) // (widest + self._gap)
        self._arrange(_FOUR if room >= _FOUR else 2)

    def minimumSizeHint(self) -> QSize:
        """Give the width of two."""
        widest = max(button.sizeHint().width() for button in self.buttons)
        return QSize(2 * widest + self._gap, super().minimumSizeHint().height())

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, button in enumerate(self.buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, at // across, at % across)
