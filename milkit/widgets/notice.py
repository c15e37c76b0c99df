"""Words in the page: tips, errors, empty places, and a question before loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from milkit.widgets.buttons import Button
from milkit.widgets.focus import FocusRing
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.panel import Flow, Panel, paint_card
from milkit.widgets.say import announce
from milkit.widgets.weave import paint_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.ground.said import Said
    from milkit.widgets.look import Look

Tone = Literal["tip", "error", "good", "info"]
_TONES = {  # fill, left edge, title colour, icon
    "tip": ("tur_soft", "tur", "tur_ink", "lightbulb"),
    "error": ("bad_soft", "bad", "bad", "warning-fill"),
    "good": ("good_soft", "good", "good", "check-circle"),
    "info": ("soft", "pri", "soft_ink", "info"),
}


class Note(Panel):
    """
    A note with a left edge: a tip, an error, good news, a fact.

    An error says what happened, what is safe and what to do now; its buttons do it.
    Without a title the text stands beside the icon.
    """

    def __init__(
        self,
        look: Look,
        tone: Tone,
        title: str,
        text: str = "",
        icon: str = "",
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        fill, left, colour, usual = _TONES[tone]
        super().__init__(look, fill, left=left, parent=parent)
        self._tone = tone
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addWidget(_Icon(look, icon or usual, colour), 0, Qt.AlignmentFlag.AlignTop)
        self._title = Label(
            look,
            title or text,
            "strong" if title else "body",
            colour=colour if title else "ink",
        )
        row.addWidget(self._title, 1)
        self.box.addLayout(row)
        self._text = Label(look, text if title else "")
        self._text.setVisible(bool(title and text))
        self.box.addWidget(self._text)
        if buttons:
            holder = QWidget()
            flow = Flow(holder, look.px(8))
            for button in buttons:
                flow.addWidget(button)
            self.box.addSpacing(look.px(4))
            self.box.addWidget(holder)
        self._name(title, text)

    def set_text(self, title: str, text: str) -> None:
        """Change the words; a screen reader says them, errors at once."""
        self._title.set_text(title)
        self._text.set_text(text)
        self._text.setVisible(bool(text))
        self._name(title, text)
        announce(self, f"{title} {text}", at_once=self._tone == "error")

    def _name(self, title: str, text: str) -> None:
        self.setAccessibleName(plain(title or text))
        self.setAccessibleDescription(plain(text if title else ""))


def note_of(look: Look, said: Said, buttons: Sequence[Button] = ()) -> Note:
    """Make the note that tells a mishap in words."""
    text = "\n".join(part for part in (said.happened, said.safe, said.now) if part)
    return Note(look, "error", said.title, text, buttons=buttons)


class _Icon(QWidget):
    def __init__(self, look: Look, name: str, colour: str, px: int = 20) -> None:
        super().__init__()
        self._look, self._name, self._colour, self._px = look, name, colour, px
        self.setFixedSize(look.px(px), max(look.px(px), look.type.line("strong")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        look, side = self._look, self._look.px(self._px)
        icon = look.icon(self._name, self._colour, self._px, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, (self.height() - side) // 2, icon)


class Patch(QWidget):
    """A piece of a topic's cloth, 96 by 48 or another size."""

    def __init__(
        self,
        look: Look,
        topic: str,
        size: tuple[int, int] = (96, 48),
        cell: float = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._topic, self._cell = look, topic, cell
        self.setFixedSize(*size)

    def set_topic(self, topic: str) -> None:
        """Show the cloth of another topic."""
        self._topic = topic
        self.update()

    def sizeHint(self) -> QSize:
        """Give the patch's size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the weave."""
        box = QRectF(self.rect())
        paint_topic(QPainter(self), box, self._topic, self._look.theme, self._cell)


class Empty(Panel):
    """
    A place with nothing in it yet, or a search that found nothing.

    A patch of cloth, what the place is for (or what was searched), and what to do;
    the last of the buttons is the primary.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        text: str,
        buttons: Sequence[Button] = (),
        topic: str = "sources",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.box.addStretch()
        self.box.addWidget(Patch(look, topic), 0, middle)
        self.box.addSpacing(look.px(4))
        self._title = Label(look, title, "big", align=middle)
        self._text = Label(look, text, colour="ink2", align=middle)
        self.box.addWidget(self._title)
        self.box.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        self.box.addLayout(row)
        self.box.addStretch()
        self.set_text(title, text)

    def set_text(self, title: str, text: str) -> None:
        """Change the words."""
        self._title.set_text(title)
        self._text.set_text(text)
        self.setAccessibleName(plain(title))
        self.setAccessibleDescription(plain(text))


class Question(QDialog):
    """
    A question before something is lost. Esc, and the filled button, keep it.

    *keep* and *lose* are verbs that answer the title: "Keep teaching", "End lesson".
    """

    kept = Signal()
    lost = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        text: str,
        keep: str,
        lose: str,
        parent: QWidget | None = None,
        *,
        danger: bool = True,
    ) -> None:
        super().__init__(
            parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog
        )
        self._look = look
        self.setWindowTitle(plain(title))
        self.setAccessibleDescription(plain(text))
        self.setModal(True)
        self.lose = Button(look, lose, kind="danger" if danger else "normal")
        self.keep = Button(look, keep, kind="primary")
        self._lay_out(title, text)
        self.lose.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        self.keep.setDefault(True)
        self.keep.setFocus()
        self.accepted.connect(self.lost.emit)
        self.rejected.connect(self.kept.emit)
        self.finished.connect(self.deleteLater)
        width = look.px(440)
        self.setFixedSize(width, self._column.totalHeightForWidth(width))
        self.ring = FocusRing(look, self)

    def _lay_out(self, title: str, text: str) -> None:
        look = self._look
        column = self._column = QVBoxLayout(self)
        side = look.px(24)
        column.setContentsMargins(side, look.px(18), side, look.px(18))
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(_Icon(look, "question", "pri", 22))
        head.addWidget(Label(look, title, "big"), 1)
        column.addLayout(head)
        column.addWidget(Label(look, text))
        column.addSpacing(look.px(8))
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addStretch()
        row.addWidget(self.lose)
        row.addWidget(self.keep)
        column.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper with a strong edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        box = QRectF(self.rect())
        paint_card(painter, self._look, box, "surface", "ink", 2)
