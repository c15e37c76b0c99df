from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.choices import BigChoices, Pills, Segments, Tick
from milkit.widgets.filters import Filter, Pill

SIZES = [("100", "100 %"), ("115", "115 %"), ("130", "130 %")]


def test_a_segment_tells_what_was_chosen(look, qtbot):
    row = Segments(look, "Text size", SIZES, "100")
    qtbot.addWidget(row)
    row.show()
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(row._parts[1], Qt.MouseButton.LeftButton)
    assert told.args == ["115"]
    assert row.value() == "115"


def test_choosing_by_program_tells_nothing(look, qtbot):
    row = Segments(look, "Text size", SIZES)
    qtbot.addWidget(row)
    with qtbot.assertNotEmitted(row.chosen):
        row.set_value("130")
    assert row.value() == "130"


def test_arrow_keys_move_within_the_row(look, qtbot):
    row = Pills(look, "Period", [(str(n), f"{n} minutes") for n in (30, 40)], "30")
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row._parts[0].setFocus()
    qtbot.keyClick(row._parts[0], Qt.Key.Key_Right)
    assert row.value() == "40"


def test_pills_wrap(look, qtbot):
    row = Pills(look, "Period", [(str(n), f"{n} minutes") for n in range(30, 40)])
    qtbot.addWidget(row)
    flow = row.layout()
    assert flow.heightForWidth(300) > flow.heightForWidth(3000)


def test_big_choices_say_their_second_line(look, qtbot):
    grid = BigChoices(look, "Language", [("th", "ไทย", "Thai", "th")], "th")
    qtbot.addWidget(grid)
    part = grid._parts[0]
    assert part.accessibleName() == "ไทย"
    assert part.accessibleDescription() == "Thai"
    assert part.isChecked()
    grid.resize(300, 80)
    assert not grid.grab().isNull()


def test_a_tick_is_40_high_and_ticks_on_its_words(look, qtbot):
    tick = Tick(look, "Less movement", "Nothing slides or fades.")
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())
    tick.show()
    assert tick.heightForWidth(400) >= 40
    with qtbot.waitSignal(tick.toggled):
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.isChecked()
    assert tick.accessibleDescription() == "Nothing slides or fades."


def test_a_pill_is_on_or_off(look, qtbot):
    pill = Pill(look, "ไทย", "plus")
    qtbot.addWidget(pill)
    off = pill.grab().toImage()
    pill.setChecked(True)
    pill.resize(pill.sizeHint())
    assert pill.grab().toImage() != off


def test_a_filter_says_what_it_is_set_to(look, qtbot):
    ages = Filter(look, "Age", [("10", "Ages 10–12"), ("12", "Ages 12–16")])
    qtbot.addWidget(ages)
    assert ages.accessibleName() == "Age"
    ages.set_chosen(["12"])
    assert ages.accessibleName() == "Ages 12–16"
    assert ages.isChecked()
    ages.set_chosen(["12", "10"])
    assert ages.accessibleName() == "Age: 2"
    assert ages.chosen() == ("10", "12")
    ages.set_options([("10", "Ages 10–12")])
    assert ages.chosen() == ("10",)


def test_a_filter_opens_a_list_and_tells(look, qtbot):
    topic = Filter(look, "Topic", [("a", "Ads"), ("b", "Rumours")], many=False)
    qtbot.addWidget(topic)
    topic.show()
    qtbot.mouseClick(topic, Qt.MouseButton.LeftButton)
    menu = topic._menu
    assert not topic.isChecked()
    with qtbot.waitSignal(topic.changed) as told:
        menu.actions()[1].trigger()
    assert told.args == [("b",)]
    menu.close()
    with qtbot.waitSignal(topic.changed) as told:
        topic._toggle("b")
    assert told.args == [()]


def test_tab_comes_to_what_is_chosen(look, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    before = Button(look, "Before")
    pills = Pills(look, "Minutes", [("30", "30"), ("40", "40"), ("50", "50")], "40")
    column.addWidget(before)
    column.addWidget(pills)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert page.focusWidget().key == "40"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.focusWidget().key == "50"
