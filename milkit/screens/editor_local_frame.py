"""How an own example stands in the form: in stitches while it is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.content.breaks import with_word_ends
from milkit.packs.pictures import kind_of
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.drawing import load, paint_picture
from milkit.widgets.frame import paint_stitches
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.panel import paint_card

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.library.own_example import OwnExample
    from milkit.widgets.look import Look

_SIZE = (184, 124)  # px, of the picture
_KILOBYTE = 1024


class Picture(QWidget):
    """The picture of an example in small."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._content = b""
        self._image: QImage | None = None
        self.setFixedSize(look.px(_SIZE[0]), look.px(_SIZE[1]))

    def show_picture(self, content: bytes, alt: str) -> None:
        """Show a picture; nothing for b""."""
        if content != self._content:
            self._content = content
            self._image = load(content, QSize(2 * self.width(), 2 * self.height()))
            self.update()
        self.setVisible(bool(content))
        name = plain(alt) or self._look.words.t("The picture of your example")
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it whole."""
        if self._image is not None:
            paint_picture(QPainter(self), QRectF(self.rect()), self._image)


class ExampleFrame(QWidget):
    """Shows an example as the class will meet it; more goes into *box* below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._real = False
        self.picture = Picture(look)
        self._label = Label(look, "", "least", bold=True, colour="ink2")
        self._text = Label(look, "", "card", serif=True)
        self._alt = Label(look, "", "small", colour="ink2")
        self.box = QVBoxLayout(self)
        pad = look.px(16)
        self.box.setContentsMargins(pad, pad, pad, pad)
        self.box.setSpacing(look.px(10))
        holder, words = QWidget(), QWidget()
        row = Columns((OWN, 1), look.px(380), look.px(8), holder, look.px(14))
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for label in (self._label, self._text, self._alt):
            column.addWidget(label)
        column.addStretch()
        row.add(self.picture, 0)
        row.add(words, 1)
        self.box.addWidget(holder)

    def show_example(self, own: OwnExample, lang: str) -> None:
        """Show the example as it is now, its texts in the language *lang*."""
        w = self._look.words
        self._real = own.real
        if own.real and own.source:
            label = w.t("Real. Source: {source}", source=own.source)
        else:
            label = (
                w.t("Real, source is missing") if own.real else w.t("Made up for class")
            )
        self._label.set_text(with_word_ends(label, lang))
        said = "\n".join(w.t("“{said}”", said=text) for text in own.shown)
        said = with_word_ends(said, lang)
        self._text.set_text(said or w.t("Nothing to see yet"))
        self._alt.set_text(with_word_ends(own.alt, lang))
        self._alt.setVisible(bool(own.alt))
        self.picture.show_picture(own.picture, own.alt)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint stitches around what is made up, a plain edge around what is real."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._real:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_card(painter, self._look, box, "surface", "ctl")
        else:
            paint_stitches(painter, box, self._look)


def size_said(content: bytes, look: Look) -> str:
    """Say the kind and the size of a picture, like JPEG, 84 KB."""
    if not content:
        return ""
    size = look.words.number(max(1, round(len(content) / _KILOBYTE)))
    kind = kind_of(content).upper()
    return look.words.t("{kind}, {size} KB", kind=kind, size=size)
