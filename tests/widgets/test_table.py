"""A table that is read, wide and narrow, and the charts beside tables."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from milkit.widgets.gap_chart import GapChart, Side
from milkit.widgets.month_chart import MonthChart, per_cell
from milkit.widgets.table import Head, TableView, Track

HEADS = (Head("Post", 4), Head("Before", number=True), Head("After", number=True))
ROWS = (("A long post about a flood " * 6, "46%", "71%"), ("Short", "–", "95%"))


@pytest.fixture
def table(look, qtbot):
    made = TableView(look, "Each post", HEADS, ROWS, (Track(46, 71), Track(None, 95)))
    qtbot.addWidget(made)
    return made


def test_a_screen_reader_gets_every_row(table):
    assert table.accessibleName() == "Each post"
    assert "Post: Short; Before: –; After: 95%" in table.accessibleDescription()


def test_long_cells_wrap_to_three_lines_and_tell_the_rest(table):
    table.resize(500, table.heightForWidth(500))
    heights = table._lay(500)[1]
    assert heights[1] > heights[2]
    assert table._cut_at(QPoint(5, heights[0] + 5)) == ROWS[0][0]
    assert table._cut_at(QPoint(5, heights[0] + heights[1] + 5)) == ""


def test_numbers_are_never_cut(table):
    columns = table._columns(500)
    assert all(wide >= table._least(place) for place, (_, wide) in enumerate(columns))


def test_without_room_rows_become_lines(table):
    assert not table._narrow(500)
    assert table._narrow(120)
    lines = table._lay(120)[0][1]
    assert lines[0] == ["Short"]
    assert " ".join(lines[1]).startswith("Before: –")
    table.resize(120, table.heightForWidth(120))
    table.grab()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_gap_is_woven_and_the_marks_differ_in_shape(dressed, qtbot, theme):
    look = dressed(theme)
    chart = GapChart(look, Side(50, 40), Side(90, 10), "said")
    qtbot.addWidget(chart)
    chart.resize(480, 300)
    picture = chart.grab().toImage()
    lines = chart._lines()
    inside = lines.at(1, 50)
    around = {
        picture.pixelColor(
            round(inside.x()) - 60 - x, round(inside.y()) + 30 + y
        ).name()
        for x in range(8)
        for y in range(8)
    }
    assert len(around) > 1  # the cloth, not one colour
    dot = lines.at(1, 90)
    colour = picture.pixelColor(round(dot.x()), round(dot.y()))
    assert colour == QColor(look.colour("pri"))


def test_words_of_close_lines_stand_apart(look, qtbot):
    chart = GapChart(look, Side(50, 50), Side(51, 50), "said")
    qtbot.addWidget(chart)
    chart.resize(480, 300)
    tall = {"hits": 60, "alarms": 60}
    tops = chart._apart(chart._lines(), Side(51, 50), tall)
    assert tops["alarms"] >= tops["hits"] + 60
    for side in (Side(100, 100), Side(0, 0), Side(0, 100)):
        tops = chart._apart(chart._lines(), side, tall)
        assert min(tops.values()) >= 0
        assert abs(tops["hits"] - tops["alarms"]) >= 60


def test_before_alone(look, qtbot):
    chart = GapChart(look, Side(50, 40), None, "said")
    qtbot.addWidget(chart)
    chart.resize(480, 300)
    chart.grab()
    assert chart.accessibleDescription() == "said"


def test_months_are_cells_of_one_size(look, qtbot):
    chart = MonthChart(look, [("Jan", 3), ("Feb", 0), ("Mar", 41)], "Lessons by month")
    qtbot.addWidget(chart)
    chart.resize(400, 150)
    chart.grab()
    assert chart.cell > 1
    assert chart.accessibleDescription() == "Jan: 3; Feb: 0; Mar: 41"
    assert per_cell(7, 7) == 1
    assert per_cell(8, 7) == 2
    assert per_cell(50_000, 7) * 7 >= 50_000
