from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from milkit.widgets.theme import CONTRAST, LIGHT, TOPICS
from milkit.widgets.weave import paint_selvedge, paint_topic

pytestmark = pytest.mark.usefixtures("qapp")


def cloth(paint, ratio=1.0, size=(96, 96)):
    image = QImage(
        round(size[0] * ratio), round(size[1] * ratio), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def rows(image):
    return ["".join(f"{image.pixel(x, y):x}," for x in range(image.width()))
            for y in range(image.height())]  # fmt: skip


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("topic", TOPICS)
def test_cells_are_whole_and_equal_at_every_pixel_ratio(topic, ratio):
    side = round(4 * ratio)
    image = cloth(
        lambda p: paint_topic(p, QRectF(0, 0, 96, 96), topic, CONTRAST), ratio
    )
    for line in range(0, image.height() - side, side):
        for column in range(0, image.width() - side, side):
            colours = {
                image.pixel(column + x, line + y)
                for x in range(side)
                for y in range(side)
            }
            assert len(colours) == 1


def test_topics_are_told_apart_without_colour():
    box = QRectF(0, 0, 96, 96)
    seen = {
        tuple(rows(cloth(lambda p, t=topic: paint_topic(p, box, t, CONTRAST))))
        for topic in TOPICS
    }
    assert len(seen) == len(TOPICS)


def test_a_moved_painter_moves_the_whole_cloth():
    box = QRectF(0, 0, 48, 48)

    def moved(painter):
        painter.translate(10, 6)
        paint_topic(painter, box, "images", LIGHT)

    whole = cloth(lambda p: paint_topic(p, box, "images", LIGHT))
    assert cloth(moved).copy(10, 6, 48, 48) == whole.copy(0, 0, 48, 48)


def test_the_selvedge_has_two_colours():
    image = cloth(lambda p: paint_selvedge(p, QRectF(0, 0, 96, 96), LIGHT))
    found = {image.pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert found == {LIGHT.selvedge.lower(), LIGHT.selvedge_thread.lower()}
