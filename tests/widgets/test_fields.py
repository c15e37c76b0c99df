from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from milkit.widgets.fields import (
    Choice,
    Field,
    NumberField,
    SearchField,
    TextArea,
    TextField,
)


def test_a_text_field_tells_when_typing_is_over(look, qtbot):
    field = TextField(look, "Title", placeholder="A title")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "Flood")
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["Flood"]
    assert field.accessibleName() == "Title"


def test_fields_are_44_high_at_100_percent_and_grow(dressed, qtbot):
    for size in (100, 200):
        look = dressed(size=size)
        for field in (
            TextField(look, "Title"),
            SearchField(look, "Search", "Search lessons"),
            NumberField(look, "Minutes"),
            Choice(look, "Class", [("a", "8 Melati")]),
        ):
            qtbot.addWidget(field)
            field.ensurePolished()
            assert field.sizeHint().height() == look.px(44) or (
                field.height() == look.px(44)
            ), field


def test_a_number_is_shown_and_stays_within_its_bounds(look, qtbot):
    field = NumberField(look, "Students", 41, (1, 99))
    qtbot.addWidget(field)
    field.show()
    assert field.lineEdit().text() == "41"
    assert field.lineEdit().width() > 40
    field.selectAll()
    qtbot.keyClicks(field, "47")
    assert field.value() == 47
    field.selectAll()
    qtbot.keyClicks(field, "470")
    assert field.value() == 47


def test_a_number_is_written_and_read_in_own_digits(dressed, qtbot):
    field = NumberField(dressed(lang="km", digits=True), "Students", 41)
    qtbot.addWidget(field)
    assert field.lineEdit().text() == "៤១"
    assert field.valueFromText("៣៧") == 37
    assert field.valueFromText("37") == 37


def test_a_choice_tells_an_id(look, qtbot):
    choice = Choice(
        look, "Students work", [("p", "In pairs"), ("c", "Whole class")], "c"
    )
    qtbot.addWidget(choice)
    choice.show()
    assert choice.value() == "c"
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert told.args == ["p"]
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_options([("x", "Other")])


def test_the_rows_of_a_choice_are_painted(dressed, qtbot):
    choice = Choice(
        dressed("contrast"), "Class", [("a", "8 Melati"), ("b", "9 Anggrek")]
    )
    qtbot.addWidget(choice)
    choice.show()
    choice.showPopup()
    assert choice.view().sizeHintForRow(0) >= 40
    assert not choice.view().grab().isNull()
    choice.hidePopup()


def test_an_area_tells_and_lets_tab_leave(look, qtbot):
    area = TextArea(look, "Say", "Look for signs.")
    qtbot.addWidget(area)
    assert area.tabChangesFocus()
    with qtbot.waitSignal(area.changed):
        area.setPlainText("Look for buildings.")


def test_a_changed_field_says_what_it_was_and_can_be_put_back(look, qtbot):
    field = Field(look, "Minutes", NumberField(look, "Minutes", 14), "From 1 to 90")
    qtbot.addWidget(field)
    field.show()
    assert not field._back.isVisible()
    field.set_changed("was 12")
    assert field._back.isVisible()
    with qtbot.waitSignal(field.put_back):
        qtbot.mouseClick(field._back, Qt.MouseButton.LeftButton)
    field.set_changed("")
    assert not field._back.isVisible()


def test_a_missing_field_is_marked_and_a_search_has_a_lens(look, qtbot):
    field, search = TextField(look, "Place"), SearchField(look, "Search", "Search…")
    for part in (field, search):
        qtbot.addWidget(part)
    plain = field.grab().toImage()
    field.set_missing(True)
    assert field.grab().toImage() != plain
    assert not search.grab().isNull()


@pytest.mark.parametrize("kind", ["choice", "number"])
def test_the_wheel_rolls_the_page_and_changes_no_answer(kind, look, qtbot):
    options = [("16", "16 questions"), ("8", "Short: 8 questions")]
    field = (
        Choice(look, "How many", options)
        if kind == "choice"
        else NumberField(look, "Number", 20)
    )
    qtbot.addWidget(field)
    field.show()
    before = field.value()
    wheel = QWheelEvent(
        QPointF(20, 20),
        QPointF(field.mapToGlobal(QPoint(20, 20))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.value() == before
    assert not wheel.isAccepted(), "the page beneath it rolls"
