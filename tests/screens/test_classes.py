"""My classes, with real lessons and records behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from milkit.records import happenings as h
from milkit.records.classes import SchoolClass
from milkit.records.event import new_id
from milkit.screens.class_form import ClassForm
from milkit.screens.classes import ClassesScreen
from tests.wardrobe import covering

LOOKS = [
    ("light", "en", 100), ("dark", "en", 100), ("contrast", "en", 100),
    ("light", "en", 200), ("light", "th", 100), ("dark", "km", 130),
    ("light", "my", 100), ("light", "vi", 150), ("light", "lo", 115),
]  # fmt: skip


@pytest.fixture
def show(qtbot, dressed, library, records, clock):
    """Give a maker of the screen in a look and a size."""

    def make(look=("light", "en", 100), size=(1154, 690)):
        made = ClassesScreen(dressed(*look), library, records, clock)
        qtbot.addWidget(made)
        made.refresh()
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def button(widget, text):
    QApplication.processEvents()
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.accessibleName() == text and one.isVisible()
    ]
    assert found, text
    return found[-1]


def says(widget, text):
    QApplication.processEvents()
    return any(
        text in label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisible()
    )


def press(qtbot, widget, text):
    qtbot.mouseClick(button(widget, text), Qt.MouseButton.LeftButton)


def test_without_classes_it_says_what_the_place_is_for(qtbot, show, records):
    screen = show()
    assert says(screen, "No classes yet")
    press(qtbot, screen, "Add a class")
    form = screen.currentWidget()
    assert isinstance(form, ClassForm)
    press(qtbot, form, "Add class")
    assert says(form, "Write the name of the class.")
    qtbot.keyClicks(form.name, "7 Kenanga")
    form.students.setValue(38)
    press(qtbot, form, "Add class")
    (made,) = records.classes()
    assert (made.name, made.students, made.ages) == ("7 Kenanga", 38, (12, 14))
    assert says(screen, "7 Kenanga")
    press(qtbot, screen.toasts, "Undo")
    assert records.classes() == []


def test_the_cloth_shows_what_was_taught_oldest_first(show, group, teach):
    teach(group, "L14", 10, 14, 45)
    teach(group, "L08", 9, 2, 40)
    screen = show()
    pieces = screen.overview.detail.woven.pieces()
    assert [p.title for p in pieces][-1] == "Mistake, lie or harm?"  # told last
    assert {p.minutes for p in pieces} == {45, 40}
    assert says(screen, "Lessons taught: 2")
    assert says(screen, "width is minutes, 85 in all")


def test_the_suggestion_says_why_and_opens_its_lesson(qtbot, show, group, teach):
    teach(group, "L08")
    screen = show()
    assert says(screen, "It builds on “Mistake, lie or harm?”")
    with qtbot.waitSignal(screen.lesson_chosen) as told:
        press(qtbot, screen, "Open lesson")
    assert told.args[1] == "en"
    press(qtbot, screen, "Other ideas")
    assert len(screen.overview.detail.next.findChildren(QPushButton)) > 3


def test_changes_of_a_class_are_saved_at_once_and_can_be_undone(
    qtbot, show, records, group
):
    screen = show()
    screen.edit_class()
    form = screen.currentWidget()
    form.students.setValue(44)
    assert records.classes()[0].students == 44
    assert says(form, "Saved 10:05")
    form.youngest.setValue(16)
    assert records.classes()[0].ages == (16, 16)
    press(qtbot, form, "Done")
    press(qtbot, screen.toasts, "Undo")
    assert records.classes()[0] == group


@pytest.mark.usefixtures("group")
def test_a_class_without_a_name_keeps_the_one_it_had(qtbot, show, records):
    screen = show()
    screen.edit_class()
    form = screen.currentWidget()
    form.name.clear()
    form.name.editingFinished.emit()
    assert form.name.property("missing")
    press(qtbot, form, "Done")
    assert records.classes()[0].name == "9 Anggrek"


def test_a_class_that_is_put_away_comes_back(qtbot, show, records, group):
    screen = show()
    screen.edit_class()
    press(qtbot, screen.currentWidget(), "Put class away")
    assert records.classes() == []
    assert screen.toasts.said == ["9 Anggrek was put away. Its lessons are kept."]
    press(qtbot, screen, "1 class is put away")
    press(qtbot, screen, "Put 9 Anggrek back")
    assert [one.id for one in records.classes()] == [group.id]


def test_what_was_noted_at_the_end_is_changed_and_undone(
    qtbot, show, records, group, teach
):
    run = teach(group, "L14")
    screen = show()
    woven = screen.overview.detail.woven
    woven.setCurrentIndex(woven.model().index(0, 0))
    qtbot.keyClick(woven, Qt.Key.Key_Return)
    page = screen.currentWidget()
    press(qtbot, page, "Take 1")
    assert records.run(run).here == 46
    page.line.setText("More time for pairs")
    page.line.editingFinished.emit()
    assert records.run(run).line == "More time for pairs"
    assert page.slip
    page.piles[2].setValue(30)
    assert records.run(run).slips[page.slip].reached == 30
    press(qtbot, page, "Undo")
    assert page.slip not in records.run(run).slips
    assert page.piles[2].value() == 0
    page.undo()
    page.undo()
    state = records.run(run)
    assert (state.line, state.here) == ("", None)
    page.undo()  # nothing left: nothing happens
    press(qtbot, page, "Back")
    assert screen.currentWidget() is screen.overview


def test_the_booster_of_a_run_is_chosen_done_and_undone(
    qtbot, show, records, group, teach
):
    run = teach(group, "L14")
    records.tell(run, h.BoosterPlanned(1, "2026-09-09"))
    screen = show()
    assert says(screen, "Due since Wed, 9 Sep 2026")
    with qtbot.waitSignal(screen.lesson_chosen) as told:
        press(qtbot, screen.overview.detail, "Open “Find the first photo”")
    assert told.args == ["L14", "en"]
    press(qtbot, screen, "Done")
    assert records.boosters() == []
    press(qtbot, screen.toasts, "Undo")
    assert [booster.on for booster in records.boosters()] == ["2026-09-09"]
    screen.open_run(run)
    page = screen.currentWidget()
    page.booster.chosen.emit("4 2026-09-30")
    assert records.run(run).booster_on == "2026-09-30"
    page.booster.chosen.emit("")
    assert records.run(run).booster_on == ""


def test_number_slips_and_the_chosen_class_are_told(qtbot, show, records, group):
    other = SchoolClass(new_id(), "7 Kenanga", 38, (12, 13))
    records.save_class(other)
    screen = show()
    assert screen.chosen == other.id  # by name
    with qtbot.waitSignal(screen.class_chosen) as told:
        screen.overview.list.setFocus()
        qtbot.keyClick(screen.overview.list, Qt.Key.Key_Down)
    assert told.args == [group.id]
    assert says(screen, "47 students, age 13 to 14, numbered 1 to 47")
    with qtbot.waitSignal(screen.print_slips_chosen) as told:
        press(qtbot, screen, "Print number slips")
    assert told.args == [group.id]


def test_a_lesson_that_was_stopped_says_so_and_one_that_is_gone_still_opens(
    show, records, group, teach
):
    run = teach(group, "L14", finished=False)
    started = h.Started(
        "L99", "en", "gone", "1", "An old lesson", "ads", group.id, group.name, 47, 45,
        (h.PlannedStep("one", "One step", 5),),
    )  # fmt: skip
    old = new_id()
    records.tell(old, started)
    records.tell(old, h.Ended("one", 300, finished=True))
    screen = show()
    notes = [piece.note for piece in screen.overview.detail.woven.pieces()]
    assert notes == ["stopped early", ""]
    screen.open_run(old)
    assert says(screen.currentWidget(), "An old lesson")
    assert screen.back()
    assert not screen.back()
    assert records.run(run).how == "abandoned"


@pytest.mark.parametrize(("look", "window"), covering(LOOKS, [(1154, 690), (812, 640)]))
def test_it_opens_in_every_look_and_nothing_runs_out_of_the_page(
    show, records, group, teach, look, window
):
    run = teach(group, "L14")
    records.tell(run, h.BoosterPlanned(1, "2026-09-09"))
    if look[2] == 200:
        window = (window[0] - 200, window[1])  # the sidebar grows too
    screen = show(look, window)
    for go in (lambda: None, screen.edit_class, lambda: screen.open_run(run)):
        go()
        QApplication.processEvents()
        page = screen.currentWidget()
        assert page.middle.horizontalScrollBar().maximum() == 0
        for bar in (page._header, page._footer):
            assert bar is None or bar.minimumSizeHint().width() <= bar.width()
        screen.back()
