"""The console with a real run behind it: each act is saved, the class sees no notes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from milkit.ground.words import words
from milkit.screens.teach import TeachScreen
from milkit.screens.teach_footer import Footer
from milkit.stage.look import StageLook
from milkit.stage.projector import Projector
from milkit.teaching.plan_run import fit
from milkit.teaching.resume import resume
from milkit.teaching.start import RunPlan, start
from milkit.widgets import drawing
from milkit.widgets.buttons import Button

LESSONS = ("L02", "L08", "L09", "L14", "L16", "L19", "L21", "L23")


@pytest.fixture
def stage(library, look):
    def make(lesson):
        def picture(name):
            return drawing.load(library.picture(lesson.id, name))

        return StageLook(words(lesson.lang), look.type.families, picture, lesson.topic)

    return make


@pytest.fixture
def console(qtbot, qapp, look, library, records, clock, group, stage):
    """Give a maker of consoles, shown and begun."""

    def make(lesson_id="L14", step="", look=look):
        lesson = library.lesson(lesson_id, "en")
        plan = RunPlan(fit(lesson, 45).steps, group, period=45, at=step)
        run = start(records, lesson, plan, clock)
        return open_on(run, look)

    def open_on(run, look=look):
        page = TeachScreen(
            look, run, clock, stage(run.lesson), Projector(QGuiApplication.instance())
        )
        qtbot.addWidget(page)
        page.resize(1366, 690)
        page.show()
        page.begin()
        made.append(page)
        return page

    made = []
    make.open_on = open_on
    yield make
    for page in made:
        page.leave()


def press(qtbot, page, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page, key, held)


def test_a_click_on_add_1_is_saved_and_shown(console, qtbot, records):
    page = console(step="vote")
    row = next(iter(page.panel.counts._rows.values()))
    qtbot.mouseClick(row.add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.add, Qt.MouseButton.LeftButton)
    assert row.number.text() == "2"
    assert records.run(page.run.id).counts["first-vote", "first-vote"]["fits"] == 2


def test_keys_count_and_take_and_undo(console, qtbot):
    page = console(step="vote")
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_2)
    press(qtbot, page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.run.view().hands == {"fits": 0, "not": 2, "unsure": 0}


def test_counts_are_hidden_until_shown_then_the_answer(console, qtbot):
    page = console("L14", step="trace")
    page.act(lambda: page.run.show("second-vote"))
    press(qtbot, page, Qt.Key.Key_1)
    assert page.class_screen.window.scene.counts == {}
    press(qtbot, page, Qt.Key.Key_C)
    assert page.class_screen.window.scene.counts_shown
    assert not page.class_screen.window.scene.answer_shown
    press(qtbot, page, Qt.Key.Key_A)
    assert page.class_screen.window.scene.answer_shown


def test_typed_totals_are_saved(console, qtbot):
    page = console(step="vote")
    press(qtbot, page, Qt.Key.Key_T)
    row = next(iter(page.panel.counts._rows.values()))
    row.field.setValue(19)
    assert page.run.view().hands["fits"] == 19


def test_a_digit_typed_into_a_field_is_no_hand(console, qtbot):
    page = console(step="vote")
    press(qtbot, page, Qt.Key.Key_T)
    row = next(iter(page.panel.counts._rows.values()))
    row.field.setFocus()
    qtbot.keyClicks(row.field, "2")
    assert page.run.view().hands["not"] == 0


def test_blank_and_freeze(console, qtbot):
    page = console(step="vote")
    press(qtbot, page, Qt.Key.Key_B)
    assert page.class_screen.window.scene.kind == "blank"
    press(qtbot, page, Qt.Key.Key_B)
    press(qtbot, page, Qt.Key.Key_F)
    page.next()
    assert page.class_screen.window.scene.kind == "poll"


def test_pause_and_a_minute_more(console, qtbot, clock):
    page = console(step="vote")
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.run.view().paused
    press(qtbot, page, Qt.Key.Key_Plus)
    assert page.run.view().step.minutes == 5


def test_late_offers_are_buttons(console, clock):
    page = console(step="vote")
    clock.pass_by(minutes=20)
    page.refresh()
    offer = page.run.view().pace.offers[0]
    page.steps.offer_taken.emit(offer)
    step = next(s for s in page.run.view().steps if s.id == offer.step)
    assert step.minutes != step.planned or step.left_out


def test_the_last_step_asks_to_finish(console, qtbot):
    page = console(step="close")
    with qtbot.waitSignal(page.last_passed):
        page.next()


def test_a_remotes_f5_and_escape_only_ask(console, qtbot):
    page = console()
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
        with qtbot.waitSignal(page.end_asked):
            press(qtbot, page, key)
    assert page.run.view().open


def test_a_remote_works_wherever_the_focus_is(console, qtbot):
    page = console()
    with qtbot.waitActive(page):
        page.activateWindow()
    steps = page.steps.list
    page.footer.findChild(Button).setFocus()
    press(qtbot, page.focusWidget(), Qt.Key.Key_PageDown)
    assert page.run.view().page == 1
    steps.setFocus()
    press(qtbot, steps, Qt.Key.Key_Left)
    assert page.run.view().page == 0
    press(qtbot, steps, Qt.Key.Key_B)
    assert page.run.state.blank


def test_what_was_clicked_does_not_keep_the_keys(console, qtbot):
    page = console(step="vote")
    with qtbot.waitActive(page):
        page.activateWindow()
    row = next(iter(page.panel.counts._rows.values()))
    qtbot.mouseClick(row.add, Qt.MouseButton.LeftButton)
    assert page.hasFocus()
    press(qtbot, page.focusWidget(), Qt.Key.Key_Space)
    assert page.run.view().paused
    assert page.run.view().hands["fits"] == 1


def test_a_total_being_typed_is_kept_when_the_remote_goes_on(console, qtbot):
    page = console(step="vote")
    with qtbot.waitActive(page):
        page.activateWindow()
    press(qtbot, page, Qt.Key.Key_T)
    row = next(iter(page.panel.counts._rows.values()))
    row.field.selectAll()
    qtbot.keyClicks(row.field, "19")
    press(qtbot, row.field, Qt.Key.Key_PageDown)
    assert page.run.state.counts["first-vote", "first-vote"]["fits"] == 19
    assert page.hasFocus()


def test_more_hands_than_the_class_has_are_doubted(console):
    page = console(step="vote")
    page._totals("first-vote", {"fits": 990})
    assert page.panel.counts._sum.text() == "990 counted, but 47 are here"


@pytest.mark.parametrize("step", ["vote", "six"])
def test_a_window_made_narrow_in_class_shows_all_columns(console, qtbot, step):
    page = console(step=step)
    page._number(1, 1)  # and "The rest: 46" beside the other
    page.refresh()
    qtbot.wait(10)
    page.resize(1024, 640)
    qtbot.waitUntil(lambda: page.body.widget().width() <= page.body.viewport().width())
    side = page.side
    assert side.mapTo(page, side.rect().topRight()).x() < page.width()


@pytest.mark.parametrize(("letters", "keys"), [(True, 6), (False, 2)])
def test_only_keys_that_work_are_named(qtbot, look, letters, keys):
    footer = Footer(look, letters=letters)
    qtbot.addWidget(footer)
    assert len(footer._hints._pairs) == keys


def test_opening_again_goes_on_where_it_was(console, records, clock, library):
    page = console(step="vote")
    page.act(lambda: page.run.hand(2))
    clock.pass_by(seconds=30)
    page._tick()
    run = resume(records, page.run.id, page.run.lesson, clock)
    again = console.open_on(run)
    view = again.run.view()
    assert (view.step.id, view.hands["not"]) == ("vote", 1)
    assert abs(view.seconds - 30) <= 1


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_step_of_every_lesson_can_be_walked(console, qtbot, lesson):
    page = console(lesson)
    steps = len(page.run.view().steps)
    for _ in range(300):
        page.act(page.run.reveal_next)
        if not page.run.forward():
            break
        page.refresh()
    assert page.run.view().step.number == steps


@pytest.mark.parametrize("lang", ["id", "th", "km", "my"])
@pytest.mark.parametrize("size", [100, 200])
def test_it_opens_in_every_language_and_size(console, dressed, lang, size):
    page = console(look=dressed("dark", lang, size))
    assert page.footer.next.isVisible()
    assert page.footer.next.width() >= page.footer.next.minimumSizeHint().width()
