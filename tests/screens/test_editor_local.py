"""The teacher's own example in the editor: words, picture, source, and the class."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from milkit.screens.editor_local_frame import size_said
from tests.screens.editor_fixtures import background, press, says, show

__all__ = ["background", "show"]


@pytest.fixture
def photo(tmp_path):
    """A large JPEG with a note of the place where it was taken."""
    image = QImage(3000, 2000, QImage.Format.Format_RGB32)
    image.fill(QColor("brown"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    content = bytes(buffer.data().data())
    note = b"Exif\0\0GPS 13.7563 100.5018"
    path = tmp_path / "bridge.jpg"
    piece = b"\xff\xe1" + (len(note) + 2).to_bytes(2, "big") + note
    path.write_bytes(content[:2] + piece + content[2:])
    return path


@pytest.fixture
def screen(show):
    made = show()
    made.show_step("pair")
    return made


def write(screen, ask, text):
    screen.own._asks[ask].widget.setPlainText(text)
    screen.show_now()


def test_the_class_sees_the_example_in_the_place_of_the_kits(qtbot, screen, library):
    assert screen.preview.view.scene.kind == "trace"
    write(screen, "claim", "The old bridge is gone.")
    scene = screen.preview.view.scene
    assert (scene.kind, scene.data.claim) == ("poll", "The old bridge is gone.")
    assert says(screen.own, "takes the place of: Photo trace")
    assert [row.name for row in screen.changes.list.model().rows] == [
        "Your local example"
    ]
    screen.leave()
    taught = library.lesson(screen.saver.id, "en").activity("pair-trace")
    assert taught.data.claim == "The old bridge is gone."
    press(qtbot, screen.own, "Put back: takes the place of: Photo trace")
    assert screen.preview.view.scene.kind == "trace"
    screen.leave()
    assert library.lesson(screen.saver.id, "en").activity("pair-trace").kind == "trace"


def test_it_waits_in_the_page_while_another_step_is_shown(screen):
    assert screen.own.isVisible()
    screen.show_step("look")
    assert not screen.own.isVisible()
    assert screen.own.window() is screen  # else it would outlive the page
    screen.show_step("pair")
    QApplication.processEvents()
    assert screen.own.isVisible()


def test_a_picture_is_shrunk_and_tells_no_place(qtbot, screen, library, photo):
    screen.take_picture(photo)
    content = screen.draft.own.picture
    assert b"GPS" not in content
    image = QImage.fromData(content)
    assert max(image.width(), image.height()) == 1600
    assert says(screen.own, "JPEG, ")
    assert says(screen.own, "Can a face be seen?")
    screen.leave()
    lesson = library.lesson(screen.saver.id, "en")
    name = lesson.activity("pair-trace").data.picture
    assert b"GPS" not in library.picture(lesson.id, name)
    press(qtbot, screen.own, "Remove")
    assert screen.draft.own.picture == b""
    assert not says(screen.own, "Can a face be seen?")


def test_what_is_no_picture_is_told(screen, tmp_path):
    path = tmp_path / "letter.jpg"
    path.write_bytes(b"Dear teacher")
    screen.take_picture(path)
    assert screen.notices.isVisible()
    screen.take_picture(tmp_path / "none.png")
    assert screen.notices.isVisible()
    assert screen.draft.own.picture == b""


def test_a_real_one_needs_its_source(screen):
    write(screen, "claim", "The old bridge is gone.")
    screen.own.source.chosen.emit("real")
    assert says(screen.own, "Real, source is missing")
    assert says(screen.own, "Until you write the source, the kit's own is shown.")
    assert screen.preview.view.scene.kind == "trace"
    screen.own._texts["source"].widget.written.emit("Arani Weekly, 2021")
    screen.show_now()
    scene = screen.preview.view.scene
    assert scene.kind == "discuss"
    assert scene.data.norms == ("Source: Arani Weekly, 2021",)
    assert says(screen.own, "Real. Source: Arani Weekly, 2021")
    assert not says(screen.own.frame, "Made up for class\n")


def test_the_teacher_chooses_what_the_class_sees_and_the_right_answer(screen):
    write(screen, "claim", "The old bridge is gone.")
    write(screen, "permission", "Drawn by us.")
    own = screen.own
    own._ticks["permission"].click()
    assert screen.draft.own.seen == ("claim", "permission")
    own._ticks["permission"].click()
    own._ticks["claim"].click()
    assert screen.preview.view.scene.kind == "trace"
    own._ticks["claim"].click()
    own.answer.written.emit("not")
    assert screen.preview.view.scene.data.answer == "not"
    own.used.click()
    assert screen.preview.view.scene.kind == "trace"


def test_fast_typing_in_two_fields_keeps_both(screen):
    screen.own._asks["claim"].widget.setPlainText("One")
    screen.own._asks["other"].widget.setPlainText("Two")
    assert screen.draft.own.answers == {"claim": "One", "other": "Two"}


def test_the_example_is_undone_like_anything_else(qtbot, screen, photo):
    write(screen, "claim", "The old bridge is gone.")
    screen.take_picture(photo)
    press(qtbot, screen, "Undo")
    assert screen.draft.own.picture == b""
    press(qtbot, screen, "Undo")
    assert not screen.draft.own_changed
    assert screen.own._asks["claim"].widget.toPlainText() == ""


def test_the_size_is_said_in_words(look):
    assert size_said(b"", look) == ""
    assert size_said(b"\xff\xd8\xff" + b"0" * 84 * 1024, look) == "JPEG, 84 KB"
