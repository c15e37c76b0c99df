"""What the edition for any browser needs of Qt: PDFs, and pictures with fewer bytes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from milkit.content.breaks import without_word_ends
from milkit.ground.paths import resources
from milkit.ground.words import words
from milkit.press.ink import ink_for, paper
from milkit.press.pages import Margin, laid
from milkit.press.parts import Printing, form_for, inked, named
from milkit.press.pictures import Pictures
from milkit.press.printer import pdf
from milkit.widgets.drawing import load, png
from milkit.widgets.type import Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.activities.paper import Sheet
    from milkit.content.lesson import Lesson
    from milkit.press.ink import Ink

WIDEST = 1024  # px: a phone's screen, and a projector's
QUALITY = 80  # of a JPEG; drawings show no marks of it


class EditionPress:
    """Prints for the edition, on paper of one *size* (a4 or letter)."""

    def __init__(self, size: str = "a4") -> None:
        self._size = paper(size)

    def lesson(self, lesson: Lesson, read: Callable[[str, str], bytes]) -> bytes:
        """Give all that a lesson prints as one PDF, the answer key last."""
        ink = _ink(lesson.lang, Pictures(partial(read, lesson.id)))
        printing = Printing(lesson, ink, self._size, form_for(lesson.lang))
        pages = inked(named(printing, "all"), ink)
        return pdf(pages, self._size, title=without_word_ends(lesson.title))

    def sheet(self, sheet: Sheet, lang: str) -> bytes:
        """Give a sheet with no pictures as a PDF."""
        ink = _ink(lang, Pictures(lambda _name: b""))
        made = laid(sheet, Margin("", "", ""), self._size, ink)
        pages = [(page, ink) for page in made.pages]
        return pdf(pages, self._size, title=without_word_ends(sheet.title))

    def slim(self, content: bytes) -> bytes:
        """Give a picture as PNG or JPEG, whichever is smaller: WebP came after 2015."""
        image = load(content)
        if image is None:
            return content
        if image.width() > WIDEST:
            image = image.scaledToWidth(
                WIDEST, Qt.TransformationMode.SmoothTransformation
            )
        plain = image.convertToFormat(QImage.Format.Format_RGB32)
        return min(png(plain), _jpeg(plain), key=len)


def _ink(lang: str, pictures: Pictures) -> Ink:
    return ink_for(Type(lang, resources() / "fonts"), words(lang), pictures)


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", QUALITY)  # type: ignore[call-overload] # its stub wants bytes
    return bytes(buffer.data().data())
