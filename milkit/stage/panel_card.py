"""The card of now on the teacher's panel: it can be dragged onto a bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from milkit.widgets.frame import paint_stitches
from milkit.widgets.lines import Ink, fill, paint_lines, plain

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from milkit.widgets.look import Look

PAD = 10
MOST_LINES = 2
ROLE = "card"


class CardFace(QWidget):
    """
    Shows a card's text. *moved* and *dropped* give the spot on the screen.

    Dragging is one of three ways: the bins are buttons, and have number keys.
    """

    moved = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text, self._lang = "", ""
        self._from: QPoint | None = None
        self._shadow: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(look.words.t("Drag the card onto a bin"))

    def show_card(self, text: str, lang: str) -> None:
        """Show another card; "" hides it."""
        self.setVisible(bool(text))
        if (text, lang) != (self._text, self._lang):
            self._text, self._lang = self._look.type.ready(text), lang
            self.setAccessibleName(plain(text))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Give the room of two lines."""
        step = self._look.type.line(ROLE, self._lang)
        return QSize(self._look.px(320), step * MOST_LINES + 2 * self._look.px(PAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stitched frame and the text."""
        self.paint_face(QPainter(self))

    def paint_face(self, painter: QPainter) -> None:
        """Paint the card with any painter, from its own corner."""
        look, pad = self._look, self._look.px(PAD)
        paint_stitches(painter, QRectF(self.rect()), look)
        ink = Ink(ROLE, "ink", self._lang, serif=True)
        width = self.width() - 2 * pad
        lines = fill(self._text, ink.font(look), width, MOST_LINES)
        box = QRectF(pad, pad, width, self.height() - 2 * pad)
        paint_lines(painter, look, lines, box, ink)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the card."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it along once it was moved far enough."""
        if self._from is None:
            return
        way = event.position().toPoint() - self._from
        if self._shadow is None:
            if way.manhattanLength() < QApplication.startDragDistance():
                return
            self._shadow = Carried(self)
        spot = self.mapTo(self.window(), event.position()) - QPointF(self._from)
        self._shadow.move(spot.toPoint())
        self.moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it where it is."""
        self._from = None
        if self._shadow is not None:
            self._shadow.hide()
            self._shadow.deleteLater()
            self._shadow = None
            self.dropped.emit(event.globalPosition().toPoint())


class Carried(QWidget):
    """The card while it is carried, over everything in the window."""

    def __init__(self, card: CardFace) -> None:
        super().__init__(card.window())
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(card.size())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setOpacity(0.9)
        self._card.paint_face(painter)
