"""PDFs and small pictures for the edition."""

import pytest
from PySide6.QtGui import QImage

from milkit.content.read import read_lesson
from milkit.content.render import render
from milkit.ground.paths import bundled_lessons
from milkit.ground.words import words
from milkit.kit.figures import size_of
from milkit.kit.quick_start import quick_start
from milkit.packs.pictures import kind_of
from milkit.press.for_edition import WIDEST, EditionPress
from milkit.widgets.drawing import png
from tests.press.conftest import text_of


@pytest.mark.parametrize("lang", ["en", "th"])
def test_a_lesson_is_one_pdf_with_its_key_last(lang, tmp_path):
    asked = []

    def read(name, picture):
        asked.append((name, picture))
        return png(QImage(8, 8, QImage.Format.Format_RGB32))

    file = bundled_lessons() / "core" / "find-the-first-photo" / f"{lang}.md"
    lesson = render(read_lesson(file))
    path = tmp_path / "lesson.pdf"
    path.write_bytes(EditionPress().lesson(lesson, read))
    pages = text_of(path)
    assert len(pages) > 8
    assert ("L14", "flood") in asked
    if lang == "en":
        assert "Teacher only" in pages[-1]


@pytest.mark.parametrize("lang", ["en", "id", "th", "km", "my"])
def test_the_quick_start_is_one_page(lang, tmp_path):
    path = tmp_path / "quick.pdf"
    path.write_bytes(EditionPress().sheet(quick_start(words(lang)), lang))
    assert len(text_of(path)) == 1


def test_pictures_become_small_and_stay_pictures():
    image = QImage(1280, 640, QImage.Format.Format_RGB32)
    for x in range(1280):
        for y in range(0, 640, 8):
            image.setPixel(x, y, (x * 7919 + y * 104729) & 0xFFFFFF)
    whole = png(image)
    slim = EditionPress().slim(whole)
    assert kind_of(slim) in {"png", "jpeg"}
    assert len(slim) < len(whole)
    assert size_of(slim) == (WIDEST, 512)
    assert EditionPress().slim(b"no picture") == b"no picture"
