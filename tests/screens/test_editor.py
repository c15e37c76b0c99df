"""The lesson editor, used with keys and clicks, real lessons and a real overlay."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from milkit.ground.errors import DiskFull, LessonMissing
from milkit.library import fields
from tests import wardrobe
from tests.screens.editor_fixtures import (
    background,
    button,
    field,
    press,
    says,
    show,
    type_into,
)

__all__ = ["background", "show"]
TITLE = ("steps", "look", "title")
SAY = ("steps", "look", "notes", "say-0", "text")
QUESTION = ("steps", "look", "activities", "what-you-see", "question")


def saved(qtbot, screen):
    """Wait until what was typed is kept; give the copy's id."""
    with qtbot.waitSignal(screen.saver.saved, timeout=10_000):
        pass
    return screen.saver.id


def test_looking_at_a_lesson_makes_no_copy(qtbot, show, library):
    screen = show()
    assert says(screen, "Find the first photo")
    assert says(screen.changes, "0 of")
    screen.show_step("pair")
    screen.show_step("")
    screen.leave()
    assert library.overlay.lessons.all() == []
    with qtbot.waitSignal(screen.teach_chosen) as told:
        press(qtbot, screen, "Teach this copy")
    assert told.args == ["L14", "en"]


def test_what_is_typed_is_marked_listed_and_saved_with_the_time(qtbot, show, library):
    screen = show()
    with qtbot.waitSignal(screen.lesson_changed, timeout=10_000) as told:
        type_into(qtbot, screen, "Look at our bridge", *TITLE)
        assert says(screen.form, "was Look only at the picture")
        assert screen.header.saved.accessibleName() == "Saving …"
    assert told.args == ["L14-2", "en"]
    assert "Saved on this laptop" in screen.header.saved.accessibleName()
    assert library.lesson("L14-2", "en").steps[0].title == "Look at our bridge"
    assert library.lesson("L14", "en").steps[0].title == "Look only at the picture"
    rows = screen.changes.list.model().rows
    assert [(row.name, row.where) for row in rows] == [("Title", "step 1")]
    assert says(screen.changes, "1 of")
    with qtbot.waitSignal(screen.print_chosen) as told:
        press(qtbot, screen, "Print")
    assert told.args == ["L14-2", "en"]


def test_put_back_undo_and_redo(qtbot, show):
    screen = show()
    old = screen.draft.was(SAY)
    type_into(qtbot, screen, "Look.", *SAY)
    assert says(screen.form, "changed by you")
    press(qtbot, screen.form, "Put back: Say")
    assert field(screen, *SAY).toPlainText() == old
    assert screen.changes.list.model().rows == []
    press(qtbot, screen, "Undo")
    assert field(screen, *SAY).toPlainText() == "Look."
    press(qtbot, screen, "Undo")
    assert not button(screen, "Undo").isEnabled()
    press(qtbot, screen, "Redo")
    assert field(screen, *SAY).toPlainText() == "Look."


def test_the_keys_for_undo_go_back_over_fields(qtbot, show):
    screen = show()
    type_into(qtbot, screen, "Ours", *TITLE)
    type_into(qtbot, screen, "Look.", *SAY)
    keys = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(field(screen, *SAY), Qt.Key.Key_Z, keys)
    qtbot.keyClick(field(screen, *SAY), Qt.Key.Key_Z, keys)
    assert screen.draft.changes() == []
    assert field(screen, *TITLE).text() == "Look only at the picture"


def test_minutes_that_do_not_fit_are_told_with_a_way_out(qtbot, show):
    screen = show()
    screen.show_step("pair")
    minutes = field(screen, "steps", "pair", "minutes")
    minutes.setValue(14)
    screen.show_now()
    assert says(screen.form, "was 10")
    assert says(screen.steps, "4 minutes over")
    assert says(screen.steps, "44 of 40 min")
    press(qtbot, screen.steps, "Shorten step 4")
    assert not says(screen.steps, "over")
    assert screen.draft.lesson.minutes == 40
    minutes.setValue(8)
    screen.show_now()
    assert says(screen.steps, "under")


def test_a_step_is_added_filled_moved_and_asks_the_class(qtbot, show):
    screen = show()
    press(qtbot, screen, "Add a step")
    step = screen.step
    assert [s.id for s in screen.draft.lesson.steps][1] == step
    title = ("steps", step, "title")
    assert field(screen, *title).hasFocus()
    type_into(qtbot, screen, "At our bridge", *title)
    press(qtbot, screen, "Ask the class a question")
    talk = ("steps", step, "activities", "own-talk-1", "question")
    type_into(qtbot, screen, "Where is it?", *talk)
    assert screen.preview.view.scene.data.question == "Where is it?"
    press(qtbot, screen, "Move down")
    assert [s.id for s in screen.draft.lesson.steps][2] == step
    assert says(screen.form, "Title of step 3")
    press(qtbot, screen, "Take the question out")
    assert screen.draft.step(step).activities == ()


def test_a_step_taken_out_comes_back_by_undo_or_from_the_list(qtbot, show):
    screen = show()
    screen.show_step("six")
    press(qtbot, screen, "Take step out")
    assert screen.draft.step("six") is None
    assert screen.toasts.said == ["“Six captions: fits or not?” was taken out."]
    press(qtbot, screen.toasts, "Undo")
    assert screen.draft.step("six") is not None
    screen.show_step("six")
    press(qtbot, screen, "Take step out")
    press(qtbot, screen.steps, "Put back: Six captions: fits or not?")
    assert screen.draft.changes() == []
    assert screen.step == "six"


def test_a_line_of_the_list_leads_to_its_field(qtbot, show):
    screen = show()
    likely = ("steps", "look", "notes", "likely-0", "answers", 0, "reply")
    screen.write(likely, "Yes.")
    screen.show_step("six")
    screen.changes.list.setFocus()
    screen.changes.list.setCurrentIndex(screen.changes.list.model().index(0, 0))
    qtbot.keyClick(screen.changes.list, Qt.Key.Key_Return)
    assert screen.step == "look"
    assert field(screen, *likely).hasFocus()
    assert says(screen.form, "You reply (1)")


def test_the_preview_follows_the_field(qtbot, show):
    screen = show()
    screen.show_step("six")
    item = screen.draft.step("six").activities[0].data.items[3]
    path = ("steps", "six", "activities", "six-captions", "items", item.id, "text")
    field(screen, *path).setFocus()
    assert screen.preview.view.scene.item == 3
    type_into(qtbot, screen, "The school is open today.", *path)
    scene = screen.preview.view.scene
    assert (scene.item, scene.data.items[3].text) == (3, "The school is open today.")
    assert not scene.answer_shown
    field(screen, *path[:-1], "why").setFocus()
    assert screen.preview.view.scene.answer_shown
    press(qtbot, screen.preview, "Preview: next")
    assert screen.preview.view.scene.item == 4


def test_the_printed_page_is_the_other_half_of_the_preview(qtbot, show):
    screen = show()
    screen.show_step("pair")
    pills = screen.preview.choice
    pills.chosen.emit("paper")
    QApplication.processEvents()
    assert screen.preview.paper.isVisible()
    pages = len(screen.preview._sheets.pages)
    assert pages
    claim = ("steps", "pair", "activities", "pair-trace", "claim")
    type_into(qtbot, screen, "Our bridge is whole.", *claim)
    before = screen.preview._sheets
    qtbot.waitUntil(lambda: screen.preview._sheets is not before)
    screen.show_step("look")
    qtbot.waitUntil(lambda: screen.preview._sheets is not before)


def test_warnings_block_nothing(qtbot, show, library):
    screen = show()
    type_into(qtbot, screen, "Look <b>now</b>", *SAY)
    assert says(screen.form, "HTML and links are shown as plain text.")
    type_into(qtbot, screen, "x" * 100, *QUESTION)
    assert says(screen.form, "4 letters too long for one class screen")
    field(screen, *QUESTION).clear()
    assert field(screen, *QUESTION).property("missing")
    screen.show_step("pair")
    press(qtbot, screen, "Take step out")
    assert says(screen.steps, "True and false are not even")
    assert screen.saver.now()
    assert "<b>" not in library.lesson(screen.saver.id).steps[0].notes("say")[0].html


def test_leaving_saves_the_last_letter(qtbot, show, library):
    screen = show()
    type_into(qtbot, screen, "Ours", *TITLE)
    screen.hide()
    assert library.lesson("L14-2", "en").steps[0].title == "Ours"
    assert not screen.saver.waits


def test_what_cannot_be_saved_is_told_and_tried_again(
    qtbot, show, library, monkeypatch
):
    screen = show()
    keep = type(library.overlay.lessons).keep

    def full(*_args):
        raise DiskFull(library.overlay.path)

    monkeypatch.setattr(type(library.overlay.lessons), "keep", full)
    type_into(qtbot, screen, "Ours", *TITLE)
    assert not screen.saver.now()
    assert says(screen.notices, "The disk is full") or screen.notices.isVisible()
    assert screen.header.saved.accessibleName() == "Not saved"
    monkeypatch.setattr(type(library.overlay.lessons), "keep", keep)
    type_into(qtbot, screen, "Ours too", *TITLE)
    assert screen.saver.now()
    assert not screen.notices.isVisible()
    assert library.lesson(screen.saver.id).steps[0].title == "Ours too"


def test_typing_on_while_a_save_is_under_way_loses_nothing(qtbot, show, library):
    screen = show()
    for text in ("One", "Two", "Three"):
        type_into(qtbot, screen, text, *TITLE)
        screen.saver.soon()
    assert screen.saver.now()
    qtbot.waitUntil(lambda: not screen.saver.waits)
    assert library.lesson("L14-2", "en").steps[0].title == "Three"
    assert [own.id for own in library.overlay.lessons.all()] == ["L14-2"]


def test_a_save_that_comes_late_lands_on_its_own_copy(show, library, background):
    screen = show()
    screen.write(TITLE, "Ours")
    screen.leave()
    screen.write(TITLE, "Ours, later")
    screen.saver.soon()  # in a thread, perhaps not begun yet
    screen._open("L08", "en")
    screen.write(("title",), "Another lesson")
    screen.leave()
    background.close()
    assert library.lesson("L14-2", "en").steps[0].title == "Ours, later"
    assert library.lesson("L08-2", "en").title == "Another lesson"


def test_a_copy_that_cannot_be_saved_stays_open(show, library, monkeypatch):
    screen = show()

    def full(*_args):
        raise DiskFull(library.overlay.path)

    screen.write(TITLE, "Ours")
    with monkeypatch.context() as patch:
        patch.setattr(type(library.overlay.lessons), "keep", full)
        screen.show_lesson("L08", "en")
        assert screen.draft.step("look").title == "Ours"
        assert screen.notices.isVisible()
    screen.show_lesson("L08", "en")
    assert screen.draft.lesson.id == "L08"
    assert library.lesson("L14-2", "en").steps[0].title == "Ours"


def test_the_copy_of_a_lesson_is_opened_again(qtbot, show, library):
    screen = show()
    type_into(qtbot, screen, "Ours", *TITLE)
    screen.leave()
    screen.show_lesson("L14", "en")  # back from Print: the same copy
    assert field(screen, *TITLE).text() == "Ours"
    again = show()
    assert says(again, "This is the copy you made before")
    assert field(again, *TITLE).text() == "Ours"
    press(qtbot, again, "Make another copy")
    assert field(again, *TITLE).text() == "Look only at the picture"
    again.write(TITLE, "Another")
    again.leave()
    assert library.lesson("L14-3", "en").steps[0].title == "Another"
    assert library.lesson("L14-2", "en").steps[0].title == "Ours"
    own = show("L14-2")
    assert field(own, *TITLE).text() == "Ours"


def test_the_copy_is_deleted_after_a_question(qtbot, show, library):
    screen = show()
    type_into(qtbot, screen, "Ours", *TITLE)
    screen.leave()
    press(qtbot, screen, "Title and summary")
    button(screen, "Delete your copy")
    with qtbot.waitSignal(screen.back_asked):
        screen.delete_copy()
    with pytest.raises(LessonMissing):
        library.lesson("L14-2", "en")
    screen.leave()
    assert library.overlay.lessons.all() == []


def test_the_lesson_itself_has_a_title_and_a_summary(qtbot, show, library):
    screen = show()
    press(qtbot, screen, "Title and summary")
    type_into(qtbot, screen, "The flood photo, at our bridge", "title")
    assert says(screen.header, "The flood photo, at our bridge")
    copy = saved(qtbot, screen)
    assert library.row(copy).title == "The flood photo, at our bridge"
    assert library.row(copy).mine


def test_every_text_of_every_lesson_has_a_name(show, library):
    screen = show()
    for row in library.rows("en"):
        screen._open(row.id, "en")
        for step in screen.draft.lesson.steps:
            screen.show_step(step.id)
            screen.form._unfold(screen.draft)
            wardrobe.let_go()
            wanted = {f.path for f in fields.of_step(step)}
            assert wanted == set(screen.form.blanks)
            for path, blank in screen.form.blanks.items():
                assert blank.widget.accessibleName() not in {"", *map(str, path)}, path
        screen.preview.choice.chosen.emit("paper")
