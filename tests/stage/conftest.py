"""Class views drawn with real letters, on a painter that notes what it draws."""

import functools

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from milkit.ground.paths import resources
from milkit.ground.words import words
from milkit.stage.look import StageLook
from milkit.stage.sheet import pages, paint_scene
from milkit.widgets.type import Type
from tests.stage.recording import RecordingPainter

OWN_DIGITS = ("km", "my")


@functools.cache
def _letters(lang):
    return Type(lang, resources() / "fonts")


@functools.cache
def _picture():
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0x88AA99)
    return image


@pytest.fixture
def look_of(qapp):
    """Give the look of a class view in a language; with a picture called photo."""

    def make(lang="en", picture=None):
        shown = picture or (lambda name: _picture() if name == "photo" else None)
        said = words(lang, lang in OWN_DIGITS)
        return StageLook(said, _letters(lang).families, shown, "images")

    return make


@pytest.fixture
def draw(look_of):
    """Draw one scene at a size; give what was drawn, and how many screens there are."""

    def make(scene, size=(1280, 720), look=None):
        look = look or look_of(scene.lang)
        image = QImage(*size, QImage.Format.Format_RGB32)
        rect = QRectF(0, 0, *size)
        painter = RecordingPainter(image)
        count = pages(painter, rect, scene, look)
        paint_scene(painter, rect, scene, look)
        painter.end()
        return painter.drawn, count

    return make
