"""Checks of a class, with real packs and records behind every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from milkit.library import checks as library_checks
from milkit.records import checks, research
from milkit.records.check_happenings import Given, Keyed
from milkit.records.check_state import DIFFERS
from milkit.screens.check_hands import HandsScreen
from milkit.screens.check_totals import TotalsScreen
from milkit.screens.checks import ChecksScreen
from milkit.screens.keying import KeyingScreen
from milkit.screens.research import ResearchScreen
from milkit.teaching.hand_counts import HandCounts
from milkit.teaching.keying import Keying
from tests.screens.test_classes import press, says

LOOKS = [
    ("light", "en", 100), ("dark", "km", 100), ("contrast", "my", 200),
    ("light", "th", 150),
]  # fmt: skip


@pytest.fixture
def show(qtbot):
    """Show a page of its own."""

    def make(page, size=(1154, 690)):
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def page(show, look, library, records, group):
    made = ChecksScreen(look, library, records)
    made.show_about(group.id)
    return show(made)


def check_of(library, name="I1"):
    return library_checks.opened(library, name, "en")


def given(records, library, group, way=checks.PAPER, name="I1", *, short=True):
    check = check_of(library, name)
    told = Given(
        check.id, check.title, "en", group.id, group.name, group.students,
        checks.BEFORE, way, "AB" if way == checks.PAPER else "A", short,
        check.ids(short=short), check.true_ids(short=short),
    )  # fmt: skip
    return checks.give(records, told)


def key_sheets(records, about, many):
    items = checks.read(records, about).given.items
    for code in range(1, many + 1):
        for item in items:
            checks.tell(records, about, Keyed(str(code), item, "real"))


@pytest.fixture
def keying(show, look, library, records, group):
    about = given(records, library, group)
    made = KeyingScreen(look, Keying(records, about, check_of(library)))
    return show(made, (1366, 690))


def answers(keying, code):
    return checks.read(keying.keying._records, keying.keying._about).sheet(code)


# --- the page of a class -----------------------------------------------------------


def test_a_check_begins_with_before_and_both_sheets(qtbot, page, records, group):
    opened = []
    page.check_opened.connect(opened.append)
    page.plan.start.click()
    (row,) = checks.given(records, group.id)
    assert opened == [row.id]
    assert (row.check, row.phase, row.way, row.forms) == (
        "I1",
        checks.BEFORE,
        checks.PAPER,
        "AB",
    )
    assert len(row.items) == 16
    page.plan.start.click()  # nothing was keyed: the same one is opened again
    assert opened == [row.id, row.id]


def test_after_a_before_comes_the_after_with_changed_sheets(page, records, library):
    about = given(records, library, page.group)
    key_sheets(records, about, 24)
    page.refresh()
    wish = page.plan.wish
    assert (wish.phase, wish.forms, wish.short) == (checks.AFTER, "BA", True)
    assert says(page, "24 of 47 sheets keyed")
    page.given.put_away.emit(about)
    assert says(page, "No check yet.")
    press_undo = page.toasts.findChildren(QPushButton)[-1]
    press_undo.click()
    assert says(page, "24 of 47 sheets keyed")


def test_a_before_that_is_being_keyed_is_gone_on_with(page, records, library):
    about = given(records, library, page.group)
    key_sheets(records, about, 12)
    page.refresh()
    opened = []
    page.check_opened.connect(opened.append)
    assert page.plan.wish.phase == checks.BEFORE, "half the class is still to be keyed"
    page.plan.start.click()
    assert opened == [about]


def test_by_hands_there_is_one_sheet_and_no_task(page, records):
    page.plan.which.set_value("I2")
    page.plan.show_given([])
    page.plan.way.set_value(checks.BY_HANDS)
    page.begin_check(page.plan.wish)
    (row,) = checks.given(records)
    assert row.forms == "A"
    assert row.items == tuple(f"k{n}" for n in range(1, 9))


def test_the_teachers_own_check_belongs_to_no_class(page, records):
    page.plan.which.set_value("I3")
    page.plan.show_given([])
    page.begin_check(page.plan.wish)
    (row,) = checks.given(records)
    assert (row.class_id, row.students, row.forms) == ("", 1, "A")
    page.refresh()
    assert says(page, "Not filled in yet")


# --- keying ------------------------------------------------------------------------


def test_keys_answer_and_backspace_takes_back(qtbot, keying):
    qtbot.keyClicks(keying, "1230")
    kept = list(answers(keying, "1").first.values())
    assert kept == ["real", "false", "unsure", ""]
    assert says(keying, "4 of 8 keyed")
    qtbot.keyClick(keying, Qt.Key.Key_Backspace)
    assert list(answers(keying, "1").first.values()) == ["real", "false", "unsure"]
    assert says(keying, "Last key: Post 3, Can’t tell")
    qtbot.keyClicks(keying, "1")
    assert list(answers(keying, "1").first.values())[3] == "real"


def test_a_layout_without_latin_digits_still_answers(qtbot, keying):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    thai = QKeyEvent(
        QEvent.Type.KeyPress, 0x0E45, Qt.KeyboardModifier.NoModifier, 10, 0, 0, "ๅ"
    )
    QApplication.sendEvent(keying, thai)
    assert list(answers(keying, "1").first.values()) == ["real"]


def test_enter_goes_on_and_arrows_move(qtbot, keying):
    qtbot.keyClicks(keying, "11111111")
    qtbot.keyClick(keying, Qt.Key.Key_Return)
    assert says(keying, "Number 2 · Sheet B")
    qtbot.keyClicks(keying, "11")
    qtbot.keyClick(keying, Qt.Key.Key_Left)
    qtbot.keyClicks(keying, "2")
    assert list(answers(keying, "2").first.values()) == ["real", "false"]
    press(qtbot, keying, "Back")
    assert says(keying, "Number 1 · Sheet A")


def test_buttons_do_the_same(qtbot, keying):
    press(qtbot, keying, "Real (1)")
    press(qtbot, keying, "Left empty (0)")
    assert list(answers(keying, "1").first.values()) == ["real", ""]
    press(qtbot, keying, "Undo")
    assert list(answers(keying, "1").first.values()) == ["real"]
    press(qtbot, keying, "Absent today")
    assert answers(keying, "1").absent
    assert says(keying, "Absent: this number has no sheet.")


def test_every_fifth_sheet_twice_and_differences_are_settled(qtbot, keying):
    keying._go("5")
    qtbot.keyClicks(keying, "11111111")
    assert keying.foot.next.words == "Key it once more"
    qtbot.keyClick(keying, Qt.Key.Key_Return)
    assert says(keying, "second time")
    assert says(keying, "0 of 8 keyed")
    qtbot.keyClicks(keying, "21111111")
    assert keying.keying.state.how("5") == DIFFERS
    assert says(keying, "Number 5: 1 difference")
    assert says(keying, "7 of 8 answers the same")
    ((code, (item,)),) = keying.keying.differing()
    keying.side.settled.emit(code, item, "false")
    assert answers(keying, "5").final()[item] == "false"
    assert not says(keying, "Number 5: 1 difference")


def test_the_keying_page_says_no_right_answer_and_no_post(keying, library):
    said = "\n".join(label.text() for label in keying.findChildren(QLabel))
    for item in check_of(library).items:
        for wording in item.forms.values():
            assert wording.text not in said
            assert wording.why not in said


def test_a_click_on_a_code_goes_there(qtbot, keying):
    spot = keying.codes.grid.box(8).center().toPoint()
    qtbot.mouseClick(keying.codes.grid, Qt.MouseButton.LeftButton, pos=spot)
    assert says(keying, "Number 9 · Sheet A")
    assert "9, to do" in keying.codes.grid.accessibleName()


# --- by hands, and totals ------------------------------------------------------------


def test_hands_are_counted_item_by_item(qtbot, show, look, library, records, group):
    about = given(records, library, group, checks.BY_HANDS)
    counts = HandCounts(records, about, check_of(library))
    screen = show(HandsScreen(look, counts))
    scenes = []
    screen.scene_changed.connect(scenes.append)
    first = counts.item
    qtbot.keyClicks(screen, "1122")
    qtbot.keyClick(screen, Qt.Key.Key_Backspace)
    assert checks.totals(records, about) == {first.id: {"real": 2, "false": 1}}
    press(qtbot, screen, "Show to the class")
    scene = scenes[-1]
    assert scene.kind == "poll"
    assert scene.data.claim == counts.text(first)
    assert not scene.data.answer
    assert not scene.answer_shown
    assert not scene.counts
    qtbot.keyClick(screen, Qt.Key.Key_Right)
    assert counts.item is not first
    assert scenes[-1].data.claim == counts.text(counts.item)
    screen.hide()
    assert scenes[-1] is None
    again = HandCounts(records, about, check_of(library))
    assert again.at == 1


def test_totals_are_typed(qtbot, show, look, library, records, group):
    about = given(records, library, group, checks.TYPED)
    counts = HandCounts(records, about, check_of(library))
    screen = show(TotalsScreen(look, counts))
    item = counts.items[0]
    screen.fields[item.id][0].setValue(30)
    screen.fields[item.id][1].setValue(20)
    assert checks.totals(records, about)[item.id] == {
        "real": 30,
        "false": 20,
        "unsure": 0,
    }
    assert says(screen, "50 hands: more than the class has")
    press(qtbot, screen, "Undo")
    assert screen.fields[item.id][1].value() == 0


# --- consent -------------------------------------------------------------------------


def test_consent_is_off_and_needs_both_under_18(
    qtbot, show, look, records, group, clock
):
    screen = show(ResearchScreen(look, records, group, clock))
    assert says(screen, "Off. Nobody was asked.")
    assert not any(own.isChecked() for own, _ in screen.ticks.values())
    press(qtbot, screen, "Ask the class")  # without a purpose nothing is asked
    assert research.read(records, group.id) is None
    screen.purpose.setText("A study of checks")
    press(qtbot, screen, "Ask the class")
    assert says(screen, "Asked on 12 Nov 2026 · 0 students agreed")
    own, guardian = screen.ticks["3"]
    own.click()
    assert research.read(records, group.id).agreed(13) == ()
    guardian.click()
    assert research.read(records, group.id).agreed(13) == ("3",)
    own.click()
    assert research.read(records, group.id).agreed(13) == ()
    press(qtbot, screen, "No research, take all back")
    assert research.read(records, group.id).purpose == ""
    assert says(screen, "Off. Nobody was asked.")


def test_no_button_of_the_consent_page_is_filled(show, look, records, group, clock):
    screen = show(ResearchScreen(look, records, group, clock))
    buttons = screen.findChildren(QPushButton)
    assert all(getattr(button, "_kind", "normal") != "primary" for button in buttons)


@pytest.mark.parametrize("look_of", LOOKS)
def test_every_page_opens_in_every_look(
    show, dressed, library, records, group, clock, look_of
):
    look = dressed(*look_of)
    about = given(records, library, group)
    lang = look_of[1]
    check = library_checks.opened(library, "I1", lang)
    pages = (
        ChecksScreen(look, library, records),
        KeyingScreen(look, Keying(records, about, check)),
        HandsScreen(look, HandCounts(records, about, check)),
        TotalsScreen(look, HandCounts(records, about, check)),
        ResearchScreen(look, records, group, clock),
    )
    for one in pages:
        show(one, (1024, 640))
        QApplication.processEvents()
        if isinstance(one, ChecksScreen):
            one.show_about(group.id)
        assert one.accessibleName()
