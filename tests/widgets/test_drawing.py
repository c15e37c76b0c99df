from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from milkit.widgets.drawing import draw_svg, load, paint_picture, png, shrunk

pytestmark = pytest.mark.usefixtures("qapp")
HALVES = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    b'<rect width="100" height="100" fill="#ff0000"/>'
    b'<rect x="100" width="100" height="100" fill="#0000ff"/></svg>'
)
LESSONS = Path(__file__).parents[2] / "lessons"


def written(image, kind):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return data.data()


def plain(width=60, height=40, form=QImage.Format.Format_RGB32):
    image = QImage(width, height, form)
    image.fill(QColor("#336699"))
    return image


def test_a_drawing_is_made_as_wide_as_asked():
    image = load(draw_svg(HALVES, None, 300))
    assert (image.width(), image.height()) == (300, 150)
    assert image.pixelColor(10, 10) == QColor("#ff0000")


def test_a_cut_is_a_piece_of_the_whole():
    image = load(draw_svg(HALVES, (0.5, 0.0, 0.5, 0.5), 100))
    assert (image.width(), image.height()) == (100, 50)
    assert image.pixelColor(2, 2) == QColor("#0000ff")


def test_every_drawing_of_the_lessons_can_be_drawn():
    found = sorted(LESSONS.glob("*/*/media/*.svg"))
    assert found
    for file in found:
        assert draw_svg(file.read_bytes(), None, 200).startswith(b"\x89PNG"), file


@pytest.mark.parametrize("size", [(1, 1), (3, 5), (7, 2), (1279, 3), (640, 427)])
def test_png_keeps_every_dot(size):
    image = plain(*size)
    for x in range(size[0]):
        image.setPixelColor(x, x % size[1], QColor.fromHsv(x % 360, 200, 255 - x % 99))
    assert load(png(image)).convertToFormat(image.format()) == image


def test_what_is_no_drawing_gives_nothing():
    assert draw_svg(b"<html>", None, 100) == b""


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_pictures_open_by_their_bytes(kind):
    image = load(written(plain(), kind))
    assert image.size() == QSize(60, 40)


def test_a_picture_is_made_no_larger_than_its_room():
    assert load(written(plain(600, 400), "PNG"), QSize(300, 300)).size() == QSize(
        300, 200
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        HALVES,
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n" + b"0" * 40,
        b"<?xml version='1.0'?>",
    ],
)
def test_other_bytes_are_refused(data):
    assert load(data) is None
    assert shrunk(data) == b""


def test_too_wide_a_picture_is_refused():
    assert load(written(plain(8001, 1), "PNG")) is None


def test_a_teachers_picture_keeps_no_notes():
    image = plain(3000, 1000)
    image.setText("Location", "14.0, 100.5")
    small = shrunk(written(image, "PNG"))
    assert b"14.0" not in small
    assert load(small).size() == QSize(1600, 533)


def test_see_through_parts_stay():
    image = plain(form=QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert load(shrunk(written(image, "PNG"))).hasAlphaChannel()


def test_a_picture_is_painted_whole_into_its_box():
    canvas = plain(200, 200)
    painter = QPainter(canvas)
    at = paint_picture(painter, QRectF(0, 0, 200, 200), plain(100, 50))
    painter.end()
    assert (at.width(), at.height()) == (200, 100)
    assert at.center().y() == 100
