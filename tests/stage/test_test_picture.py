"""The picture that a projector is set by."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from milkit.ground.paths import resources
from milkit.ground.words import words
from milkit.stage.look import StageLook
from milkit.stage.test_picture import PictureWindow, paint_picture
from milkit.widgets.type import Type


def stage_of(lang):
    letters = Type(lang, resources() / "fonts")
    return StageLook(words(lang), letters.families, lambda _name: None)


@pytest.mark.parametrize("lang", ["en", "th", "km", "my", "vi"])
@pytest.mark.parametrize(("wide", "high"), [(1280, 720), (1024, 768), (1920, 1200)])
def test_its_edges_and_all_greys_show(qapp, lang, wide, high):
    assert qapp
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_picture(painter, QRectF(0, 0, wide, high), stage_of(lang))
    painter.end()
    ink = QColor("#17221F").rgb()
    corners = [(0, 0), (wide - 1, 0), (0, high - 1), (wide - 1, high - 1)]
    assert all(image.pixel(x, y) == ink for x, y in corners)
    shades = {image.pixel(x, y) for x in range(0, wide, 8) for y in range(0, high, 8)}
    for step in range(7):
        grey = round(255 * step / 6)
        assert QColor(grey, grey, grey).rgb() in shades


def test_it_opens_on_a_screen_and_is_left_with_escape(qtbot, qapp):
    window = PictureWindow(stage_of("en"))
    qtbot.addWidget(window)
    window.open_here(qapp.primaryScreen())
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.left):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
