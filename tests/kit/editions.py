"""The bundled lessons as packs, built once for all tests of the edition."""

from milkit.kit.edition import Lessons
from milkit.library.open import open_library
from milkit.widgets.drawing import draw_svg
from tests import bundled


def opened(factory):
    """Open the library; the pack is built once a run."""
    data = bundled.furnish(factory.mktemp("edition-data"), bundled.folder(factory))
    return open_library(data, draw_svg)


class NoPress:
    """Prints nothing, and leaves pictures as they are."""

    def __init__(self):
        self.printed = []

    def lesson(self, lesson, read):
        assert read(lesson.id, next(iter(lesson.pictures)))
        self.printed.append((lesson.id, lesson.lang))
        return b"%PDF lesson"

    def sheet(self, sheet, lang):
        self.printed.append((sheet.id, lang))
        return b"%PDF sheet"

    def slim(self, content):
        return content


__all__ = ["Lessons", "NoPress", "opened"]
