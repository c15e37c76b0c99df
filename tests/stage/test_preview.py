"""The preview shows what the class sees, laid out at the class's own size."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from milkit.stage.preview import Preview
from milkit.stage.scene_view import SceneView
from milkit.stage.sheet import paint_scene
from milkit.teaching.scene import Scene
from tests import wardrobe
from tests.stage.samples import samples, scenes


@pytest.fixture
def look(qapp):
    return wardrobe.wear(qapp, wardrobe.look())


@pytest.fixture
def preview(look, look_of, qtbot):
    made = Preview(look, look_of("en"))
    qtbot.addWidget(made)
    made.resize(320, 180)
    made.show()
    return made


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)], ids=str)
def test_it_breaks_as_many_screens_as_the_projector(size, preview, look_of, qtbot):
    full = SceneView(look_of("en"))
    qtbot.addWidget(full)
    full.resize(*size)
    preview.set_shape(QSize(*size))
    for kind, data in samples("en").items():
        for scene in scenes(kind, data, "en"):
            full.show_scene(scene)
            preview.show_scene(scene)
            assert preview.page_count() == full.page_count()


def test_it_has_the_shape_of_the_class_screen(preview):
    assert preview.height() == 180
    preview.set_shape(QSize(1024, 768))
    assert preview.height() == 240
    preview.set_shape(QSize(0, 0))
    assert preview.height() == 240


def test_it_looks_like_the_class_view(preview, look_of):
    scene = Scene("poll", data=samples("en")["poll"], present=41)
    preview.show_scene(scene)
    shown = preview.grab().toImage()
    full = QImage(1280, 720, QImage.Format.Format_RGB32)
    painter = QPainter(full)
    paint_scene(painter, QRectF(0, 0, 1280, 720), scene, look_of("en"))
    painter.end()
    for x, y in ((20, 60), (160, 20), (60, 150), (160, 178)):
        one, two = shown.pixelColor(x, y), full.pixelColor(x * 4, y * 4)
        if y < 170:  # the selvedge is drawn in whole pixels at every size
            assert abs(one.lightness() - two.lightness()) < 60


def test_blank_is_said_in_the_preview_only(preview, look_of, qtbot):
    preview.show_scene(Scene("blank"))
    assert preview.accessibleDescription() == "The class sees a blank screen"
    full = SceneView(look_of("en"))
    qtbot.addWidget(full)
    full.resize(320, 180)
    full.show_scene(Scene("blank"))
    assert preview.grab().toImage() != full.grab().toImage()
    preview.show_scene(Scene("title", title="On"))
    assert preview.accessibleDescription() == ""


def test_a_second_gone_by_draws_only_what_shows_it(look_of, qtbot):
    class Noting(SceneView):
        asked = 0

        def update(self):
            self.asked += 1

    view = Noting(look_of("en"))
    qtbot.addWidget(view)
    for kind, expected in (("poll", 1), ("discuss", 2), ("roleplay", 2)):
        view.asked = 0
        for left in (99, 98):
            data = samples("en")[kind]
            view.show_scene(Scene(kind, data=data, left=left, total=180))
        assert view.asked == expected


def test_it_draws_nothing_before_a_lesson(preview):
    preview.show_scene(None)
    assert preview.page_count() == 1
    assert not preview.grab().isNull()
