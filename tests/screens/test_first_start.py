"""The first start: one question, three lessons, only languages that are there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton

from milkit.ground.settings import Settings
from milkit.ground.words import spoken
from milkit.screens.first_start import TWO_PERIODS, FirstStart
from tests.wardrobe import covering

LOOKS = [
    ("light", "en", 100), ("dark", "en", 115), ("contrast", "en", 200),
    ("light", "th", 100), ("dark", "km", 130), ("light", "my", 200),
]  # fmt: skip


@pytest.fixture
def show(qtbot, dressed, library):
    """Give a maker of the screen in a look and a size."""

    def make(look=("light", "en", 100), size=(1366, 690), *, projector=True, **chosen):
        settings = Settings(language=look[1], **chosen)
        made = FirstStart(dressed(*look), library, settings, projector_found=projector)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitActive(made)
        QApplication.processEvents()
        return made

    return make


def says(widget, text):
    return any(
        text in label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisible()
    )


def choices(group):
    return {part.key: part for part in group.findChildren(QRadioButton)}


def test_only_languages_that_the_kit_speaks_and_drafts_say_so(qtbot, show):
    first = show()
    parts = choices(first.languages)
    assert list(parts) == [each.code for each in spoken()]
    assert parts["en"].isChecked()
    assert parts["en"].accessibleDescription() == ""
    assert parts["th"].accessibleDescription() == "Thai · Draft translation"
    assert parts["id"].accessibleDescription() == "Draft translation"
    with qtbot.waitSignal(first.language_chosen) as told:
        qtbot.mouseClick(parts["th"], Qt.MouseButton.LeftButton)
    assert told.args == ["th"]


def test_the_focus_begins_at_the_language_that_is_chosen(show):
    first = show(("light", "th", 100))
    first.focus_first()
    assert QApplication.focusWidget() is choices(first.languages)["th"]


def test_the_minutes_choose_three_lessons(show):
    first = show(period=40)
    assert first.period == 40
    assert says(first, "3 lessons that fit")
    assert not says(first, "In two parts")
    assert len(first.lessons.buttons) == 3
    choices(first.minutes)["30"].click()
    assert first.period == 30
    assert len(first.lessons.buttons) == 3
    assert not says(first, "No projector was found")


def test_an_odd_period_takes_the_nearest_and_two_periods_are_two(show):
    first = show(period=47)
    assert first.period == 45
    choices(first.minutes)[str(TWO_PERIODS)].click()
    assert first.period == TWO_PERIODS


def test_without_a_projector_it_says_that_paper_will_do(show):
    first = show(projector=False)
    assert says(first, "No projector was found")


def test_opening_a_lesson_tells_the_minutes_first(show):
    first = show()
    told = []
    first.done.connect(told.append)
    first.lesson_chosen.connect(lambda lesson, lang: told.append((lesson, lang)))
    first.lessons.buttons[0].click()
    assert told == [40, ("L02", "en")]


def test_all_lessons_can_be_seen(qtbot, show, library):
    first = show()
    assert first.all_lessons.words == f"See all {len(library.rows('en'))} lessons"
    with qtbot.waitSignal(first.done) as told:
        first.all_lessons.click()
    assert told.args == [40]
    with qtbot.waitSignal(first.help_asked):
        first.help.click()


def test_nothing_is_offered_that_does_not_work_yet(show):
    first = show()
    names = [b.accessibleName() for b in first.findChildren(QAbstractButton)]
    assert not any("Listen" in name or "train" in name for name in names)
    assert not says(first, "Signed by")


@pytest.mark.parametrize(("look", "size"), covering(LOOKS, [(1366, 690), (1024, 640)]))
def test_nothing_is_cut_in_any_look(show, look, size):
    first = show(look, size, projector=False)
    parts = [p for p in first.findChildren(QAbstractButton) if p.isVisible()]
    assert len(parts) > 12
    for part in parts:
        left = part.mapTo(first, part.rect().topLeft()).x()
        assert left >= 0, part.accessibleName()
        assert left + part.width() <= size[0], part.accessibleName()
        assert part.width() >= part.sizeHint().width(), part.accessibleName()
    assert first.grab().size().toTuple() == size


def test_at_the_usual_size_all_is_in_sight(show):
    first = show(projector=False)
    bottom = first.all_lessons.mapTo(first, first.all_lessons.rect().bottomLeft()).y()
    assert bottom < 690


def test_the_keyboard_goes_down_the_page(show, qtbot):
    made = show()
    made.lessons.buttons[-1].setFocus()
    qtbot.keyClick(made.lessons.buttons[-1], Qt.Key.Key_Tab)
    assert made.focusWidget() is made.all_lessons
    made.minutes.chosen.emit("30")
    QApplication.processEvents()  # layouts show new children from the event loop
    made.all_lessons.setFocus()
    qtbot.keyClick(made.all_lessons, Qt.Key.Key_Backtab)
    assert made.focusWidget() is made.lessons.buttons[-1]
