"""Columns that become one when there is no room."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label


def boxes(parts):
    return [part.geometry() for part in parts]


@pytest.fixture
def holder(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def filled(holder, shares, heights=(20, 30, 40), places=(0, 1, 0)):
    layout = Columns(shares, 400, 10, holder, 20)
    parts = [QWidget() for _ in heights]
    for part, high, place in zip(parts, heights, places, strict=True):
        part.setMinimumHeight(high)
        part.setMinimumWidth(50)
        layout.add(part, place)
    return layout, parts


def test_wide_shares_divide_the_width_and_columns_end_unevenly(holder):
    layout, parts = filled(holder, (1, 2))
    layout.setGeometry(QRect(0, 0, 620, 500))
    assert boxes(parts) == [
        QRect(0, 0, 200, 20),
        QRect(220, 0, 400, 30),
        QRect(0, 30, 200, 40),
    ]
    assert layout.heightForWidth(620) == 70


def test_narrow_all_stand_in_the_order_they_came(holder):
    layout, parts = filled(holder, (1, 2))
    layout.setGeometry(QRect(0, 0, 399, 500))
    assert [box.top() for box in boxes(parts)] == [0, 30, 70]
    assert {box.width() for box in boxes(parts)} == {399}
    assert layout.heightForWidth(399) == 110
    assert layout.minimumSize().width() == 50


def test_a_column_of_its_own_width_takes_what_it_asks_for(holder):
    layout, parts = filled(holder, (1, OWN))
    parts[1].setMinimumWidth(123)
    layout.setGeometry(QRect(0, 0, 500, 500))
    assert parts[1].width() == 123
    assert parts[0].width() == 500 - 123 - 20


def test_hidden_parts_take_no_room_and_parts_can_be_taken_out(holder):
    layout, parts = filled(holder, (1, 1))
    parts[0].hide()
    assert layout.heightForWidth(600) == 40
    taken = layout.takeAt(2)
    assert taken.widget() is parts[2]
    assert layout.count() == 2
    assert layout.takeAt(9) is None
    assert layout.itemAt(9) is None


def test_words_that_wrap_make_it_higher(holder, look):
    layout = Columns((1, 1), 300, 10, holder)
    layout.add(Label(look, "many words that have to wrap somewhere " * 4), 0)
    assert layout.heightForWidth(320) > layout.heightForWidth(900)
