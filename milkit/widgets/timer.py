"""The teacher's timer: minutes and seconds, and a thread of the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from milkit.widgets.lines import Ink, advance, paint_line
from milkit.widgets.say import announce
from milkit.widgets.thread import paint_thread

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.ground.words import Words
    from milkit.widgets.look import Look

CELLS = 24  # one cell is 1/24 of the step
_SAID_AT = (300, 60, 0)  # seconds left at which a screen reader says the time


def written(words: Words, seconds: int) -> str:
    """Write seconds as mm:ss in the user's digits, without hours."""
    minutes, rest = divmod(abs(seconds), 60)
    zero = words.number(0)
    pairs = (words.number(minutes), words.number(rest))
    return ":".join(part if len(part) > 1 else zero + part for part in pairs)


class Timer(QLabel):
    """
    Counts a step down. It is told the time and keeps none itself.

    Past the end it says how long over, in words, and goes on: no flash, no sound.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._left, self._total = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_time(self, left: int, total: int) -> None:
        """Show the seconds left of the step's *total*; below 0 is over."""
        if (left, total) == (self._left, self._total):
            return
        if left in _SAID_AT and self._left > left:
            announce(self, self._said(left))
        self._left, self._total = left, total
        self.setAccessibleName(self._said(left))
        self.update()

    def sizeHint(self) -> QSize:
        """Give the room of the figures and the thread."""
        look = self._look
        width = advance("00:00", look.type.font("timer", lang="en")) + look.px(8)
        return QSize(round(width), look.px(72) + look.px(12) + look.px(16))

    def minimumSizeHint(self) -> QSize:
        """Give the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figures, and under them the cells that have passed."""
        look, painter = self._look, QPainter(self)
        high = look.px(72)
        box = QRectF(0, 0, self.width(), high)
        if self._left >= 0:
            said = written(look.words, self._left)
            ink = Ink("timer", "ink")
            if advance(said, ink.font(look)) > box.width():  # digits of some scripts
                ink = Ink("count", "ink")
            paint_line(painter, look, said, box, ink)
        else:
            said = self._said(self._left)
            fits = (r for r in ("count", "section", "card") if self._fits(said, r))
            paint_line(painter, look, said, box, Ink(next(fits, "least"), "tur_ink"))
        passed = self._total - self._left
        cells = min(CELLS, passed * CELLS // self._total) if self._total else 0
        thread = QRectF(0, high + look.px(12), self.width(), look.px(16))
        colours = (look.colour("pri"), look.colour("ctl"))
        paint_thread(painter, thread, cells, CELLS, colours, 1)

    def _fits(self, text: str, role: str) -> bool:
        return advance(text, self._look.type.font(role)) <= self.width()

    def _said(self, left: int) -> str:
        words = self._look.words
        if left < 0:
            return words.n("{count} min over", "{count} min over", -left // 60 or 1)
        if left >= 60:  # noqa: PLR2004 - a minute
            return words.n("{count} minute left", "{count} minutes left", left // 60)
        return words.n("{count} second left", "{count} seconds left", left)
