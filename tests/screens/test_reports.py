"""Reports and class results as pages, with real records and lessons behind them."""

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from milkit.activities.paper import Table
from milkit.ground.words import words
from milkit.reports import files, paper
from milkit.screens.reports import ReportsScreen
from milkit.screens.results import ResultsScreen
from milkit.widgets.gap_chart import Side
from milkit.widgets.table import TableView, Track
from tests.reports.fixtures import both, give, key, make_class, sheets
from tests.reports.fixtures import teach as lesson

LOOKS = [
    ("light", "en", 100, (1154, 690)), ("dark", "en", 100, (812, 640)),
    ("contrast", "en", 100, (1154, 690)), ("light", "en", 200, (620, 640)),
    ("light", "my", 100, (1154, 690)), ("dark", "km", 130, (812, 640)),
]  # fmt: skip


@pytest.fixture
def learnt(records, clock):
    """A class that became better."""
    group = make_class(records)
    both(records, clock, group, sheets(38, 0.55, 0.5), sheets(38, 0.85, 0.25, 2))
    return group


@pytest.fixture
def results(qtbot, dressed, library, records):
    def make(group, look=("light", "en", 100), size=(1154, 690), least=10):
        made = ResultsScreen(dressed(*look), library, records, least)
        qtbot.addWidget(made)
        made.show_about(group.id, "I1")
        made.refresh()
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


@pytest.fixture
def reports(qtbot, dressed, records):
    def make(look=("light", "en", 100), size=(1154, 690)):
        made = ReportsScreen(dressed(*look), records)
        qtbot.addWidget(made)
        made.refresh()
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def says(widget, text):
    QApplication.processEvents()
    return any(
        text in one.text() for one in widget.findChildren(QLabel) if one.isVisible()
    )


def on_screen(page):
    """Every cell of every table on the page, long tables opened."""
    QApplication.processEvents()
    return {
        view.accessibleName(): [list(row) for row in view.rows]
        for view in page.findChildren(TableView)
        if view.isVisible()
    }


def test_the_sentence_comes_first(results, learnt):
    page = results(learnt)
    assert says(page, "Your class became better at telling true from false.")
    assert says(page, "What changed in 8 Melati")
    assert says(page, "cannot prove what caused")
    assert isinstance(page.chart.before, Side)
    assert page.chart.after.hits - page.chart.after.alarms > 30


def test_screen_print_and_file_say_the_same(qtbot, results, learnt):
    page = results(learnt)
    if page.items.view.rows != page.report.tables[1].rows:
        qtbot.mouseClick(page.items.all, Qt.MouseButton.LeftButton)
    shown = on_screen(page)
    cells = {
        table.title: [[cell.shown for cell in row] for row in table.rows]
        for table in page.report.tables
    }
    assert shown == cells
    printed = [
        [list(row) for row in block.rows]
        for block in paper.sheet(page.report, words("en")).blocks
        if isinstance(block, Table)
    ]
    assert printed == list(cells.values())
    rows = list(csv.reader(io.StringIO(files.as_csv(page.report).decode("utf-8-sig"))))
    for table in page.report.tables:
        for row in table.rows:
            assert ["" if c.value is None else str(c.value) for c in row] in rows


def test_the_tracks_follow_the_numbers(results, learnt):
    page = results(learnt)
    row = page.report.tables[1].rows[0]
    assert page.items._tracks[0] == Track(row[2].value, row[3].value)


def test_few_students_show_nothing_and_nothing_is_saved(results, records, clock):
    group = make_class(records, "Small", 9)
    both(records, clock, group, sheets(9, 0.5, 0.5), sheets(9, 0.9, 0.1))
    page = results(group)
    assert says(page, "Too few students to show results")
    assert on_screen(page) == {}
    assert not page.csv.isVisible()
    assert not page.print.isVisible()
    assert on_screen(results(group, least=5)) != {}


def test_a_class_that_waited_can_stand_beside(results, learnt, records, clock):
    page = results(learnt)
    assert not page.beside.isVisible()
    there = make_class(records, "8 Kenanga", 36)
    both(records, clock, there, sheets(36, 0.55, 0.5, 3), sheets(36, 0.56, 0.49, 4))
    page.refresh()
    page.beside._toggle(there.id)
    assert says(page, "for the better beside 8 Kenanga, which waited")
    page.show_about(there.id)
    page.refresh()
    assert not says(page, "which waited")


def test_without_a_check_nothing_of_another_class_is_left(results, learnt, records):
    page = results(learnt)
    other = make_class(records, "7 Kenanga")
    page.show_about(other.id)
    page.refresh()
    assert says(page, "No results yet")
    assert on_screen(page) == {}
    page.show_about(learnt.id)
    page.refresh()
    assert says(page, "What changed in 8 Melati")
    assert page.csv.isVisible()


def test_the_next_lesson_is_a_click_away(qtbot, results, learnt):
    page = results(learnt)
    with qtbot.waitSignal(page.lesson_chosen) as told:
        qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)
    lesson_id, lang = told.args
    assert says(page, f"Try “{page._library.row(lesson_id, lang).title}”")


def test_reports_of_a_term(qtbot, reports, records, clock):
    group = make_class(records)
    lesson(records, clock, group, (2026, 2, 3), 40, 30)
    lesson(records, clock, group, (2026, 8, 3), 45, 33)
    key(records, give(records, clock, group, "before"), sheets(30, 0.6, 0.4))
    page = reports()
    assert says(page, "You taught 2 lessons in 1 class.")
    page.when._toggle("Jul 2026 to Dec 2026")
    assert says(page, "You taught 1 lesson in 1 class.")
    assert says(page, "before: 4 Nov 2026")
    cells = {
        table.title: [[cell.shown for cell in row] for row in table.rows]
        for table in page.report.tables
        if table.key != "months"  # the chart, with its numbers for screen readers
    }
    assert on_screen(page) == cells
    with qtbot.waitSignal(page.results_chosen) as told:
        button = next(
            one
            for one in page.findChildren(type(page.csv))
            if one.accessibleName() == "Results of 8 Melati"
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [group.id, "I1"]


def test_the_smallest_group_can_be_chosen(qtbot, reports, records, clock):
    group = make_class(records, "Small", 8)
    lesson(records, clock, group, (2026, 8, 3))
    page = reports()
    assert says(page, "Students of 1 class are not shown")
    with qtbot.waitSignal(page.least_chosen) as told:
        page.least._toggle("5")
    assert told.args == [5]
    assert not says(page, "are not shown, so that no group under 10")


def test_nothing_yet(qtbot, reports):
    page = reports()
    assert says(page, "No reports yet")
    assert not page.print.isVisible()


@pytest.mark.parametrize(("look_", "room"), [(each[:3], each[3]) for each in LOOKS])
def test_in_every_look_nothing_is_cut_off(
    results, reports, learnt, records, clock, look_, room
):
    lesson(records, clock, learnt, (2026, 8, 3))
    for page in (results(learnt, look_, room), reports(look_, room)):
        page.grab()
        assert page.middle.horizontalScrollBar().maximum() == 0
        for button in (page.print, page.csv, page.xlsx):
            assert button.isVisible()
            assert button.width() >= button.sizeHint().width()
        for view in page.findChildren(TableView):
            if view.isVisible():
                assert view.height() >= view.heightForWidth(view.width())


def test_who_never_taught_gets_to_the_results_of_others(qtbot, reports):
    page = reports()
    (button,) = [
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName() == "Results received"
    ]
    with qtbot.waitSignal(page.received_asked):
        button.click()


def test_the_results_of_another_class_begin_at_the_top(qtbot, results, learnt, records):
    page = results(learnt, size=(700, 400))
    bar = page.middle.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.show_about(learnt.id, "I1")
    assert bar.value() > 0, "the same class stays where it was"
    page.show_about(make_class(records, "Other").id)
    assert bar.value() == 0
