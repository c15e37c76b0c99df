"""One lesson before class, with real lessons and records behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextBrowser

from milkit.ground.settings import Settings
from milkit.records.classes import SchoolClass
from milkit.records.event import new_id
from milkit.screens.lesson import LessonScreen
from milkit.screens.lesson_lists import CareNote, PaintedLines
from milkit.widgets.lines import plain
from tests.wardrobe import covering

LOOKS = [
    ("light", "en", 100), ("dark", "en", 100), ("contrast", "en", 100),
    ("light", "en", 200), ("light", "th", 100), ("dark", "km", 130),
    ("light", "my", 100), ("light", "vi", 150), ("light", "lo", 115),
    ("contrast", "my", 200),
]  # fmt: skip


@pytest.fixture
def show(qtbot, dressed, library, records):
    def make(
        look=("light", "en", 100), lesson="L14", lang="en", size=(1154, 690), **more
    ):
        made = LessonScreen(dressed(*look), library, records, Settings(**more))
        qtbot.addWidget(made)
        made.show_lesson(lesson, lang)
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        settle()
        return made

    return make


def settle():
    for _ in range(4):
        QApplication.processEvents()


def button(widget, text):
    settle()
    found = [
        one
        for one in widget.findChildren(QAbstractButton)
        if one.accessibleName() == text and one.isVisible()
    ]
    assert found, text
    return found[0]


def press(qtbot, widget, text):
    qtbot.mouseClick(button(widget, text), Qt.MouseButton.LeftButton)
    settle()


def words(widget):
    """Everything that can be read in a widget."""
    settle()
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    said = [label.accessibleName() or label.text() for label in labels]
    said += [
        browser.toPlainText()
        for browser in widget.findChildren(QTextBrowser)
        if browser.isVisible()
    ]
    return plain("\n".join(said))


def rows(screen):
    return [fold.row.accessibleName() for fold in screen.steps.folds]


def test_it_shows_what_a_lesson_is_before_anything_is_opened(show):
    screen = show()
    assert screen.accessibleName() == "Find the first photo"
    assert rows(screen)[0] == "1, Look only at the picture, 4 min, Whole class"
    assert len(rows(screen)) == 8
    ready, outcomes = screen.side.ready, screen.side.outcomes
    assert "decide if a caption fits" in outcomes.accessibleName()
    assert "Exit slip (print 10 sheets)" in ready.accessibleName()
    assert "lived through a flood" in screen.side.care.accessibleDescription()
    assert all(fold.body is None for fold in screen.steps.folds)
    assert all(fold.body is None for fold in screen.more.folds)


def test_a_step_opens_in_place_with_everything_for_the_teacher(qtbot, show):
    screen = show()
    fold = screen.steps.fold("vote")
    qtbot.mouseClick(fold.row, Qt.MouseButton.LeftButton)
    said = words(fold.body)
    for part in ("Say", "Do", "Students", "On paper", "Tip", "What the class sees"):
        assert part in said
    assert "Read the caption twice, slowly." in said
    assert "I want to know who took it" not in said  # folded
    press(qtbot, fold.body, "3 likely answers")
    assert "I want to know who took it and when." in words(fold.body)
    qtbot.mouseClick(fold.row, Qt.MouseButton.LeftButton)
    assert not fold.body.isVisible()


def test_answers_are_shown_only_when_asked_for(qtbot, show):
    screen = show()
    fold = screen.steps.fold("pair")
    fold.set_open(True)
    assert "It fits, because the river office" not in words(fold.body)
    press(qtbot, fold.body, "Show the answer")
    assert "It fits, because the river office" in words(fold.body)
    press(qtbot, fold.body, "Hide the answer")
    assert "It fits, because the river office" not in words(fold.body)


def test_everything_else_of_the_lesson_can_be_read(show):
    screen = show()
    for fold in screen.more.folds:
        fold.set_open(True)
    said = words(screen.more)
    for part in (
        "A photo can travel.",  # know
        "For 56 students you need 14 pair sheets",  # paper
        "Talk for five minutes with an adult",  # take home
        "https://doi.org/10.1177/23328584231192106",  # a fact's source
        "To be looked at again by",
        "The copies in words, to read aloud",  # the key
    ):
        assert part in said, part
    names = [fold.row.accessibleName() for fold in screen.more.folds]
    assert "Booster after one week, 5 min, after 1 week" in names


def test_teach_tells_class_period_and_step(qtbot, show, group):
    screen = show()
    told = []
    screen.teach_chosen.connect(lambda *news: told.append(news))
    press(qtbot, screen, "Teach")
    assert told == [("L14", "en", group.id, 45, "")]
    qtbot.mouseDClick(screen.steps.fold("trace").row, Qt.MouseButton.LeftButton)
    assert told[-1] == ("L14", "en", group.id, 45, "trace")
    screen.steps.fold("vote").set_open(True)
    press(qtbot, screen, "Teach from here")
    assert told[-1][-1] == "vote"
    assert [step.id for step in screen.planned][:2] == ["look", "vote"]


def test_a_step_is_opened_and_taught_by_keys(qtbot, show):
    screen = show()
    fold = screen.steps.fold("look")
    fold.row.setFocus()
    qtbot.keyClick(fold.row, Qt.Key.Key_Space)
    assert fold.is_open
    told = []
    screen.teach_chosen.connect(lambda *news: told.append(news[-1]))
    qtbot.keyClick(button(fold.body, "Teach from here"), Qt.Key.Key_Space)
    assert told == ["look"]


def test_a_shorter_period_offers_what_could_go_and_takes_it(qtbot, show):
    screen = show(period=35)
    part = screen.plan_part
    press(qtbot, screen, "Whole  ·  40 min")
    assert "5 minutes over your period" in words(part.extra)
    offered = [
        one.accessibleName()
        for one in part.extra.findChildren(QAbstractButton)
        if one.isVisible()
    ]
    shorten = next(text for text in offered if text.startswith("Shorten step 3"))
    assert any(text.startswith("Leave out step") for text in offered)
    press(qtbot, part.extra, shorten)
    assert sum(step.minutes for step in screen.planned) < 40
    assert screen.steps.fold("trace").row.words.changed
    press(qtbot, part.extra, "Put the plan back")
    assert sum(step.minutes for step in screen.planned) == 40


def test_a_period_too_short_takes_the_first_half(show):
    screen = show(period=20)
    assert sum(step.minutes for step in screen.planned) == 20
    assert "left out" in screen.steps.fold("six").row.accessibleName()
    assert screen.plan_part.fits.accessibleName() == "Fits your period exactly"


def test_a_step_left_out_is_put_in_when_it_is_taught_from(qtbot, show):
    screen = show(period=20)
    told = []
    screen.teach_chosen.connect(lambda *news: told.append(news[-1]))
    qtbot.mouseDClick(screen.steps.fold("six").row, Qt.MouseButton.LeftButton)
    assert told == ["six"]
    assert "six" in [step.id for step in screen.planned]


def test_a_class_brings_its_period_and_its_copies(show, records, group):
    small = SchoolClass(new_id(), "7 Mawar", 12, (12, 13), "", 60)
    records.save_class(small)
    screen = show()
    screen.plan_part.group.chosen.emit(small.id)
    assert screen.class_id == small.id
    assert screen.plan_part.period.value() == "60"
    assert "Exit slip (print 3 sheets)" in screen.side.ready.accessibleName()
    assert sum(step.minutes for step in screen.planned) == 60
    screen.show_lesson("L14", "en", group.id)
    assert screen.plan_part.period.value() == "45"


def test_another_language_is_one_click_away_and_says_that_it_is_a_draft(qtbot, show):
    screen = show()
    screen._pills.chosen.emit("th")
    assert "ดูเฉพาะภาพ" in plain(rows(screen)[0])
    assert "Draft translation" in words(screen.head)


def test_the_same_lesson_again_keeps_what_was_opened(show):
    screen = show()
    fold = screen.steps.fold("vote")
    fold.set_open(True)
    screen.show_lesson("L14", "en")
    screen.refresh()
    assert screen.steps.fold("vote").is_open
    screen.show_lesson("L08", "en")
    assert not any(fold.is_open for fold in screen.steps.folds)


def test_print_edit_and_back_are_told(qtbot, show, group):
    screen = show()
    told = []
    screen.print_chosen.connect(lambda *news: told.append(("print", *news)))
    screen.edit_chosen.connect(lambda *news: told.append(("edit", *news)))
    screen.back_asked.connect(lambda: told.append("back"))
    for text in ("Print", "Duplicate & edit"):
        press(qtbot, screen, text)
    screen.side.example.click()
    press(qtbot, screen, "Lessons")
    assert told == [
        ("print", "L14", "en", group.id),
        ("edit", "L14", "en"),
        ("edit", "L14", "en"),
        "back",
    ]


def test_a_lesson_that_is_not_there_is_told_in_words(show):
    screen = show(lesson="L99")
    note = screen._note
    assert note.isVisible()
    assert note.accessibleName()
    told = []
    screen.teach_chosen.connect(lambda *news: told.append(news))
    screen.teach_now()
    screen.print_now()
    assert told == []
    screen.show_lesson("L14", "en")
    assert not note.isVisible()
    assert screen.head.isVisible()


def test_every_lesson_opens_whole(show, library):
    screen = show()
    for row in library.rows("en"):
        screen.show_lesson(row.id, row.lang)
        screen.read_all.setChecked(True)
        for fold in (*screen.steps.folds, *screen.more.folds):
            fold.set_open(True)
            assert words(fold.body).strip(), (row.id, fold.row.accessibleName())


@pytest.mark.parametrize(
    ("look", "size"), covering(LOOKS, [(1154, 690), (612, 640)]), ids=str
)
def test_nothing_is_cut_in_any_look(show, look, size):
    lang = look[1] if look[1] in ("id", "th") else "en"
    screen = show(look, lang=lang, size=size)
    screen.steps.fold("vote").set_open(True)
    screen.more.folds[0].set_open(True)
    settle()
    screen.grab()
    assert screen.middle.horizontalScrollBar().maximum() == 0
    for one in (screen.head.teach, screen.head.print, screen.head.edit):
        assert one.isVisible()
        assert one.width() >= one.sizeHint().width()
        corner = one.mapTo(screen, one.rect().bottomRight())
        assert screen.rect().contains(corner), one.accessibleName()


def test_lists_have_names_for_readers(show):
    screen = show()
    for one in (*screen.findChildren(PaintedLines), *screen.findChildren(CareNote)):
        assert one.accessibleName()
