"""A painter that draws, and notes every text and every filled box in order."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter


@dataclass
class Text:
    """A text as drawn: its font's px, and where its ink is."""

    text: str
    px: int
    ink: QRectF
    order: int


@dataclass
class Drawn:
    texts: list = field(default_factory=list)
    boxes: list = field(default_factory=list)  # (order, opaque box)

    @property
    def words(self):
        """Everything that can be read, as one string."""
        return "\n".join(text.text for text in self.texts).replace("\u200b", "")


class RecordingPainter(QPainter):
    """Class views draw texts and boxes with these calls only."""

    def __init__(self, device):
        super().__init__(device)
        self.drawn = Drawn()
        self._order = 0

    def _next(self):
        self._order += 1
        return self._order

    def setClipRect(self, *_):  # noqa: N802
        super().setClipRect(QRect())  # nobody looks at the pixels

    def drawText(self, *args):  # noqa: N802
        super().drawText(*args)
        measure = QFontMetricsF(self.font())
        place, text = args[0], args[-1]
        ink = measure.tightBoundingRect(text)
        if isinstance(place, QPointF):
            ink.translate(place)
        else:
            ink.moveCenter(QRectF(place).center())
        px = self.font().pixelSize()
        self.drawn.texts.append(Text(text, px, ink, self._next()))

    def drawRect(self, *where):  # noqa: N802
        super().drawRect(*where)
        box = where[0] if len(where) == 1 else QRectF(*where)
        brush = self.brush()
        if brush.style() == Qt.BrushStyle.SolidPattern and brush.color().alpha() == 255:
            self.drawn.boxes.append((self._next(), QRectF(box)))

    def fillRect(self, *where_and_what):  # noqa: N802
        super().fillRect(*where_and_what)
        *where, what = where_and_what
        box = where[0] if len(where) == 1 else QRectF(*where)
        if isinstance(what, QColor):
            self.drawn.boxes.append((self._next(), QRectF(box)))
