from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from milkit.ground.errors import FontMissing
from milkit.ground.mishap_words import explain
from milkit.ground.words import words
from milkit.widgets.buttons import Button
from milkit.widgets.frame import Specimen
from milkit.widgets.labels import Label
from milkit.widgets.notice import Empty, Note, Question, note_of
from milkit.widgets.panel import Bar
from milkit.widgets.toast import Toasts


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("tone", ["tip", "error", "good", "info"])
def test_a_note_is_painted_and_said(dressed, qtbot, theme, tone):
    look = dressed(theme)
    note = Note(look, tone, "Title", "What is safe.", buttons=[Button(look, "Go on")])
    qtbot.addWidget(note)
    note.resize(400, 200)
    assert not note.grab().isNull()
    note.set_text("Other title", "Other text")
    assert note.accessibleName() == "Other title"
    assert note.accessibleDescription() == "Other text"


def test_a_tip_without_a_title_is_one_text(look, qtbot):
    note = Note(look, "tip", "", "Ask: what would change your mind?")
    qtbot.addWidget(note)
    assert note.accessibleName() == "Ask: what would change your mind?"


def test_a_mishap_becomes_a_note(look, qtbot):
    note = note_of(look, explain(FontMissing("km"), words("en")))
    qtbot.addWidget(note)
    assert note.accessibleName()
    assert note.accessibleDescription()


def test_an_empty_place_says_what_it_is_for(look, qtbot):
    empty = Empty(
        look, "No classes yet", "Add one.", [Button(look, "Add", kind="primary")]
    )
    qtbot.addWidget(empty)
    empty.resize(420, 320)
    assert not empty.grab().isNull()
    assert empty.accessibleDescription() == "Add one."


@pytest.fixture
def question(look, qtbot):
    made = Question(
        look,
        "End the lesson now?",
        "Your counts are saved.",
        "Keep teaching",
        "End lesson",
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_escape_keeps(question, qtbot):
    with qtbot.waitSignal(question.kept), qtbot.assertNotEmitted(question.lost):
        qtbot.keyClick(question, Qt.Key.Key_Escape)


def test_enter_keeps(question, qtbot):
    with qtbot.waitSignal(question.kept), qtbot.assertNotEmitted(question.lost):
        qtbot.keyClick(question, Qt.Key.Key_Return)


def test_enter_loses_where_the_focus_was_moved_to_it(question, qtbot):
    question.lose.setFocus()
    with qtbot.waitSignal(question.lost):
        qtbot.keyClick(question.lose, Qt.Key.Key_Return)


def test_only_its_own_button_loses(question, qtbot):
    with qtbot.waitSignal(question.lost):
        qtbot.mouseClick(question.lose, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("size", [100, 200])
def test_a_question_has_room_for_its_words(dressed, qtbot, size):
    look = dressed(size=size)
    made = Question(
        look,
        "End the lesson now?",
        "Steps 3 to 6 are not taught. " * 6,
        "Keep teaching",
        "End lesson",
    )
    qtbot.addWidget(made)
    made.show()
    assert made.keep.height() == look.px(44)
    for label in made.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_specimen_always_says_that_it_is_made_up(look, qtbot):
    frame = Specimen(look)
    qtbot.addWidget(frame)
    frame.box.addWidget(Label(look, "Bridge gone!", "study", serif=True))
    frame.resize(400, 120)
    assert frame.accessibleName() == "Made up for class"
    assert not frame.grab().isNull()


@pytest.fixture
def toasts(look, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    made = Toasts(look, host)
    host.show()
    made.host = host
    return made


def test_a_toast_stands_at_the_bottom_left_and_is_kept_in_the_list(toasts):
    toasts.tell("Counts saved", "Undo")
    assert toasts.isVisible()
    assert toasts.x() == 24
    assert toasts.geometry().bottom() == 600 - 24 - 1
    toasts.host.resize(900, 500)
    assert toasts.geometry().bottom() == 500 - 24 - 1
    assert toasts.said == ["Counts saved"]


def test_a_toast_lies_over_no_button_of_a_footer(toasts, look):
    bar = Bar(look, footer=True, parent=toasts.host)
    bar.setGeometry(0, 540, 900, 60)
    bar.show()
    toasts.tell("Counts saved")
    assert toasts.geometry().bottom() < 540
    bar.hide()
    toasts.place()
    assert toasts.geometry().bottom() == 600 - 24 - 1


def test_its_action_is_done_once_and_closes_it(toasts, qtbot):
    done = []
    toast = toasts.tell("Counts saved", "Undo", lambda: done.append(1))
    button = toast.findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )[-1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not toasts.isVisible()


def test_an_offer_stays_longer_than_good_news(toasts):
    toast = toasts.tell("A stick is in", "See it")
    toast.stay()
    assert toast._timer.remainingTime() > 30_000


def test_a_toast_waits_for_the_mouse(toasts, qtbot):
    toast = toasts.tell("Counts saved")
    toast.enterEvent(None)
    assert not toast._timer.isActive()
    toast.leaveEvent(None)
    assert toast._timer.isActive()
    with qtbot.waitSignal(toast.closed):
        toast._timer.timeout.emit()
