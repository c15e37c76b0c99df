"""The counting thread: one cell is one student, minute slice or part of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from milkit.widgets.labels import Label
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from milkit.widgets.look import Look


def paint_thread(
    painter: QPainter,
    box: QRectF,
    filled: int,
    total: int,
    colours: tuple[QColor, QColor],
    rows: int = 2,
) -> None:
    """
    Paint *total* cells in *rows*, the first *filled* of them filled.

    *colours* are those of a filled cell and of the outline of an empty one. Cells
    fill the upper row first in pairs, so that both rows grow together.
    """
    if total <= 0:
        return
    across = -(-total // rows)
    high = box.height() / rows
    wide = min(box.width() / across, high * 1.25) if rows > 1 else box.width() / across
    full, outline = colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for cell in range(total):
        column, row = divmod(cell, rows)
        left = round(box.left() + column * wide)
        right = round(box.left() + (column + 1) * wide)
        top = round(box.top() + row * high)
        bottom = round(box.top() + (row + 1) * high)
        if cell < filled:
            painter.fillRect(left, top, right - left - 1, bottom - top - 1, full)
        else:
            painter.setPen(QPen(outline, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(left, top, right - left - 2, bottom - top - 2)


class Thread(QLabel):
    """A counting thread; the number must always stand beside it."""

    def __init__(
        self,
        look: Look,
        colour: str = "pri",
        rows: int = 2,
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._colour, self._rows = look, colour, rows
        self._filled, self._total = 0, 0
        self._high = look.px(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, filled: int, total: int) -> None:
        """Show *filled* cells of *total*."""
        if (filled, total) == (self._filled, self._total):
            return
        self._filled, self._total = filled, total
        words = self._look.words
        self.setAccessibleName(
            words.t(
                "{count} of {total}",
                count=words.number(filled),
                total=words.number(total),
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Give a thread's usual size."""
        return QSize(self._look.px(240), self._high)

    def minimumSizeHint(self) -> QSize:
        """Give the least size."""
        return QSize(self._look.px(80), self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells."""
        colours = (self._look.colour(self._colour), self._look.colour("ctl"))
        box = QRectF(self.rect())
        paint_thread(
            QPainter(self), box, self._filled, self._total, colours, self._rows
        )


class Progress(QWidget):
    """Work under way: what it is, a thread of it, and "14 of 22"."""

    CELLS = 40

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self._title = Label(look, title, "strong")
        self._thread = Thread(look, rows=1, height=16)
        self._text = Label(look, "", "small", colour="ink2")
        for part in (self._title, self._thread, self._text):
            column.addWidget(part)
        self.setAccessibleName(title)

    def set_progress(self, done: int, total: int, note: str = "") -> None:
        """Show that *done* of *total* is done; *note* is said after it."""
        words = self._look.words
        cells = min(total, self.CELLS)
        self._thread.set_count(done * cells // total if total else 0, cells)
        said = words.t(
            "{count} of {total}.", count=words.number(done), total=words.number(total)
        )
        self._text.set_text(f"{said} {note}".strip())
        if done == total:
            announce(self, said)
