"""The strip that says how to leave the class view where there is only one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from milkit.stage import look as dyes
from milkit.stage.lines import Face, advance, font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.ground.words import Words
    from milkit.stage.look import StageLook

SHOWN = 6000  # ms
HIGH, TYPE, PAD = 44, 19, 20  # px: it is read from in front of the laptop


class WayBack(QWidget):
    """Part of the window, not of the scene: it never stands on a projector."""

    def __init__(self, words: Words, stage: StageLook, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._words = words.t("Esc or click: back to your notes")
        self._face = Face(tuple(stage.families(words.lang, False)), TYPE, bold=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self._words)
        self._rest = QTimer(self, singleShot=True, interval=SHOWN)
        self._rest.timeout.connect(self.hide)
        self.hide()

    def show_again(self) -> None:
        """Show it for some seconds, in the middle of the window's foot."""
        window = self._window
        wide = round(advance(self._words, self._face)) + 2 * PAD
        self.setGeometry(
            (window.width() - wide) // 2, window.height() - 2 * HIGH, wide, HIGH
        )
        self.show()
        self.raise_()
        self._rest.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint light words on deep indigo, with a golden edge."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, QColor(dyes.GOLD))
        painter.fillRect(box.adjusted(2, 2, -2, -2), QColor(dyes.DEEP))
        painter.setFont(font(self._face))
        painter.setPen(QColor(dyes.PAPER))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
