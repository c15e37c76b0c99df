"""Home and Lessons, with real lessons and records behind them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from milkit.ground.settings import Settings
from milkit.screens.continue_strip import how_far
from milkit.screens.home import HomeScreen
from milkit.teaching.plan_run import fit
from milkit.teaching.start import RunPlan, start
from milkit.widgets.background import Background
from milkit.widgets.cards import CARD
from tests.wardrobe import covering

LOOKS = [
    ("light", "en", 100), ("dark", "en", 100), ("contrast", "en", 150),
    ("light", "en", 200), ("light", "th", 100), ("dark", "km", 130),
    ("light", "my", 200), ("light", "vi", 150), ("light", "lo", 115),
]  # fmt: skip
KEY = Qt.Key


@pytest.fixture
def background():
    made = Background()
    yield made
    made.close()


@pytest.fixture
def show(qtbot, dressed, library, records, background):
    """Give a maker of the screen in a look, a size and a language of lessons."""

    def make(look=("light", "en", 100), size=(1154, 690), lang="", *, lessons=False):
        settings = Settings(language=look[1], lesson_language=lang)
        made = HomeScreen(
            dressed(*look),
            library,
            records,
            settings,
            lambda: background,
            lessons=lessons,
        )
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitActive(made)
        QApplication.processEvents()
        return made

    return make


@pytest.fixture
def begun(library, records, group, clock):
    """A run of L14 that stands in its third step since two minutes and a half."""
    lesson = library.lesson("L14", "en")
    steps = fit(lesson, 40, optional=()).steps
    run = start(records, lesson, RunPlan(steps, group, period=40), clock)
    for seconds in (300, 200):
        clock.pass_by(seconds=seconds)
        run.next()
    clock.pass_by(seconds=150)
    run.tick()
    return run


@pytest.fixture
def search(qtbot):
    """Give a way to type into the search and wait for the answer."""

    def ask(home, text):
        field = home.top.search
        field.setFocus()
        field.selectAll()
        with qtbot.waitSignal(home.search.answered):
            qtbot.keyClicks(field, text)
        QApplication.processEvents()
        return home.search.results

    return ask


def cards(home):
    model = home.shelf.grid.cards
    return [model.index(row).data(CARD) for row in range(model.rowCount())]


def says(widget, text):
    return any(
        text in label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisible()
    )


def tick(home, key, *ids):
    pill = home.shelf.filters.pills[key]
    pill.set_chosen(ids)
    pill.changed.emit(pill.chosen())
    QApplication.processEvents()


# --- lessons -------------------------------------------------------------------------


def test_all_lessons_are_there_and_one_opens_by_enter(qtbot, show, library):
    home = show()
    assert {card.key for card in cards(home)} == {row.id for row in library.rows("en")}
    assert says(home, f"{len(cards(home))} lessons")
    grid = home.shelf.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.cards.index(0))
    with qtbot.waitSignal(home.lesson_chosen) as told:
        qtbot.keyClick(grid, KEY.Key_Return)
    assert told.args == [cards(home)[0].key, "en"]


def test_filters_narrow_and_are_cleared_at_once(show, library):
    home = show()
    whole = len(cards(home))
    tick(home, "ages", "12")
    tick(home, "topics", "rumours", "sources")
    rows = {row.id: row for row in library.rows("en")}
    shown = [rows[card.key] for card in cards(home)]
    assert shown
    assert all(row.topic in {"rumours", "sources"} for row in shown)
    assert all(row.ages[0] <= 14 and row.ages[1] >= 12 for row in shown)
    assert says(home, f"{len(shown)} of {whole} lessons")
    clear = home.shelf.filters.clear_button
    assert clear.words == "Clear 2 filters"
    clear.click()
    assert len(cards(home)) == whole
    assert not clear.isVisible()


def test_needs_are_what_is_at_hand(show, library):
    home = show()
    tick(home, "needs", "projector")
    rows = {row.id: row for row in library.rows("en")}
    needs = {need for card in cards(home) for need in rows[card.key].needs}
    assert needs <= {"projector", "paper"}


def test_lessons_of_a_language_show_and_open_in_it(qtbot, show, library):
    home = show()
    tick(home, "lang", "th")
    titles = {row.title for row in library.rows("th") if row.lang == "th"}
    assert {card.title for card in cards(home)} == titles
    with qtbot.waitSignal(home.lesson_chosen) as told:
        home.shelf.grid.card_chosen.emit(cards(home)[0].key)
    assert told.args[1] == "th"


def test_nothing_fits_and_the_filter_to_leave_out_is_named(show):
    home = show()
    tick(home, "ages", "15")
    tick(home, "topics", "images")
    if cards(home):
        pytest.skip("by now there is a lesson on images for age 15")
    assert says(home, "No lesson fits these filters")
    assert not home.shelf.grid.isVisible()
    buttons = home.shelf.no_fit.findChildren(QAbstractButton)
    assert buttons[0].accessibleName() == "Clear 2 filters"
    assert buttons[1].accessibleName().startswith("Leave out “")
    buttons[1].click()
    assert cards(home)
    assert len(home.shelf.filters.on) == 1


def test_what_was_taught_and_drafts_have_a_badge(show, group, teach):
    teach(group, "L08", 9, 2, 40)
    home = show(lang="th")
    badges = {card.key: card.badge for card in cards(home)}
    assert badges["L08"] == "Taught 2 Sep 2026"
    assert badges["L14"] == "Draft translation"
    assert badges["L02"] == ""


def test_pills_without_room_wait_behind_more(show):
    home = show(size=(812, 700))
    tick(home, "ages", "12")
    tick(home, "minutes", "40")
    filters = home.shelf.filters
    hidden = [pill for pill in filters.pills.values() if not pill.isVisible()]
    assert hidden
    assert filters.pills["ages"].isVisible()
    more = next(b for b in filters.findChildren(QAbstractButton) if "More" in b.text())
    more.click()
    QApplication.processEvents()
    assert all(pill.isVisible() for pill in filters.pills.values())
    assert more.text() == "Fewer filters"


def test_who_comes_back_finds_the_cards_where_they_were(show):
    home = show(size=(812, 640))
    bar = home.shelf.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    home.refresh()
    assert bar.value() == bar.maximum()


# --- the run to continue -------------------------------------------------------------


def test_without_a_run_there_is_no_strip(show):
    assert show().strip is None


def test_the_run_says_step_and_minutes_and_goes_on(qtbot, show, begun):
    home = show()
    steps = begun.state.plan
    left = sum(step.minutes for step in steps[2:]) - 2
    whole = sum(step.minutes for step in steps)
    assert says(home.strip, f"Step 3 of {len(steps)}: {steps[2].title}")
    assert says(home.strip, f"{left} of {whole} minutes left")
    assert says(home.strip, "9 Anggrek · 47 students · Thu, 12 Nov 2026")
    assert home.strip.go.words == "Continue from step 3"
    with qtbot.waitSignal(home.continue_chosen) as told:
        home.strip.go.click()
    assert told.args == [begun.id]
    with qtbot.waitSignal(home.begin_again_chosen) as told:
        home.strip.again.click()
    assert told.args == [begun.id]
    begun.end()
    home.refresh()
    assert home.strip is None
    assert not says(home, "Continue teaching")


def test_how_far_a_run_is_over_its_time_and_with_a_step_left_out(begun, clock, records):
    clock.pass_by(seconds=3600)
    begun.tick()
    begun.leave_out(begun.state.plan[-1].id)
    far = how_far(begun.state, records.last_pulse(begun.id))
    assert far.left == sum(step.minutes for step in begun.state.plan[3:])
    assert far.steps == len(begun.state.plan)
    states = [span.state for span in far.spans]
    assert states[:4] == ["done", "done", "now", "planned"]


def test_the_place_lessons_has_a_title_and_no_run(show, begun):
    screen = show(lessons=True)
    assert begun.state.how == "open"
    assert screen.strip is None
    assert says(screen, "Lessons")


def test_focus_goes_in_the_order_of_reading(show, begun):
    home = show()
    home.focus_first()
    order = []
    for _ in range(12):
        order.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    pills = list(home.shelf.filters.pills.values())
    strip = home.strip
    top = [home.top.search, home.top.language, home.top.help, strip.go, strip.again]
    assert order == [*top, *pills, home.shelf.grid]
    assert begun.id


# --- search --------------------------------------------------------------------------


def test_results_come_while_typing_and_the_arrow_keys_choose(qtbot, show, search):
    home = show()
    field = home.top.search
    results = search(home, "photo")
    assert says(results, " results from this laptop")
    first = results.list.currentIndex().data(Qt.ItemDataRole.DisplayRole)
    assert first == "Find the first photo"
    assert QApplication.focusWidget() is field
    qtbot.keyClick(field, KEY.Key_Down)
    assert results.list.currentIndex().row() == 2
    qtbot.keyClick(field, KEY.Key_Up)
    with qtbot.waitSignal(home.lesson_chosen) as told:
        qtbot.keyClick(field, KEY.Key_Return)
    assert told.args == ["L14", "en"]
    assert not home.search.is_open


def test_headings_are_stepped_over(qtbot, show, search):
    home = show()
    results = search(home, "flood")
    lines = results.list.model().lines
    for _ in lines:
        qtbot.keyClick(home.top.search, KEY.Key_Down)
        assert lines[results.list.currentIndex().row()].id
    assert results.list.currentIndex().row() == len(lines) - 1
    for _ in lines:
        qtbot.keyClick(home.top.search, KEY.Key_PageUp)
    assert results.list.currentIndex().row() == 1


def test_enter_takes_what_was_typed_not_what_is_still_shown(qtbot, show, search):
    home = show()
    search(home, "photo")
    field = home.top.search
    field.selectAll()
    qtbot.keyClicks(field, "strong view")
    with qtbot.waitSignal(home.lesson_chosen) as told:
        qtbot.keyClick(field, KEY.Key_Return)
    assert told.args == ["L23", "en"]


def test_escape_closes_then_empties_and_only_then_reaches_the_window(
    qtbot, show, search
):
    home = show()
    asked = []
    shortcut = QShortcut(KEY.Key_Escape, home)
    shortcut.activated.connect(lambda: asked.append(True))
    search(home, "photo")
    field = home.top.search
    qtbot.keyClick(field, KEY.Key_Escape)
    assert not home.search.is_open
    assert field.text() == "photo"
    qtbot.keyClick(field, KEY.Key_Escape)
    assert field.text() == ""
    assert asked == []
    qtbot.keyClick(field, KEY.Key_Escape)
    assert asked == [True]


def test_letters_inside_words_are_looked_for_away_from_the_window(show, search):
    home = show()
    results = search(home, "umour")
    assert any(
        "rumour" in line.title.text.lower() for line in results.list.model().lines
    )


def test_nothing_found_offers_words_that_are_near(qtbot, show, search):
    home = show()
    results = search(home, "photp")
    assert says(results, "Nothing matches “photp”")
    near = next(b for b in results.findChildren(QAbstractButton) if b.isVisible())
    assert near.accessibleName() == "Search for “photo”"
    near.setFocus()
    assert home.search.is_open
    with qtbot.waitSignal(home.search.answered):
        near.click()
    assert results.list.currentIndex().data() == "Find the first photo"
    assert QApplication.focusWidget() is home.top.search


def test_an_answer_that_comes_late_is_not_shown(qtbot, show, search, background):
    home = show()
    search(home, "photo")
    home.top.search.setText("umour")
    qtbot.waitUntil(lambda: says(home.search.results, "Looking inside words…"))
    home.top.search.clear()
    background.close()
    QApplication.processEvents()
    assert not home.search.is_open


def test_the_list_closes_when_the_user_goes_elsewhere(show, search):
    home = show()
    search(home, "photo")
    home.shelf.grid.setFocus()
    assert not home.search.is_open
    home.focus_search()
    assert home.top.search.selectedText() == "photo"


# --- looks ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "size"), covering(LOOKS, [(1154, 690), (812, 700), (612, 640)])
)
@pytest.mark.usefixtures("begun")
def test_nothing_is_cut_in_any_look(show, look, size):
    home = show(look, size)
    tick(home, "ages", "12")
    tick(home, "minutes", "40")
    whole(home)
    assert home.strip is not None
    assert home.shelf.body.width() <= home.shelf.viewport().width()
    assert home.grab().width() == size[0]


def test_the_list_of_results_stays_within_a_small_page(show, search):
    home = show(("light", "en", 200), (612, 640))
    results = search(home, "photo")
    assert home.rect().contains(results.geometry())
    whole(results)
    home.resize(1154, 690)
    QApplication.processEvents()
    assert results.width() > 600


def whole(page: QWidget) -> None:
    """Check that each button has the width of its words, inside the page."""
    for part in page.findChildren(QAbstractButton):
        if not part.isVisible():
            continue
        name = part.accessibleName()
        left = part.mapTo(page, part.rect().topLeft()).x()
        assert part.width() >= part.sizeHint().width(), name
        assert left >= 0, name
        assert left + part.width() <= page.width(), name
