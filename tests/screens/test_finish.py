"""The end of a lesson: what was counted is there, everything can be left open."""

from milkit.screens.finish import FinishScreen
from milkit.teaching.plan_run import fit
from milkit.teaching.start import RunPlan, start


def ended(library, records, clock, group):
    lesson = library.lesson("L14", "en")
    run = start(records, lesson, RunPlan(fit(lesson, 45).steps, group), clock)
    run.go("vote")
    run.set_count("first-vote", "first-vote", {"fits": 19, "not": 12, "unsure": 11})
    run.go("trace")
    run.show("second-vote")
    run.set_count("second-vote", "second-vote", {"fits": 4, "not": 33, "unsure": 7})
    run.end()
    return run


def test_students_start_from_the_highest_count(
    qtbot, look, library, records, clock, group
):
    run = ended(library, records, clock, group)
    page = FinishScreen(look, library, records, run.id)
    qtbot.addWidget(page)
    assert page.present.value() == 44


def test_finish_works_at_once(qtbot, look, library, records, clock, group):
    page = FinishScreen(
        look, library, records, ended(library, records, clock, group).id
    )
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.finished):
        page.finish.click()


def test_what_is_typed_is_an_event_at_once(qtbot, look, library, records, clock, group):
    run = ended(library, records, clock, group)
    page = FinishScreen(look, library, records, run.id)
    qtbot.addWidget(page)
    page.piles[2].setValue(30)
    page.line.setText("Give pairs two more minutes.")
    page.line.changed.emit(page.line.text())
    state = records.run(run.id)
    assert state.slips["exit-slip"].reached == 30
    assert state.line == "Give pairs two more minutes."


def test_it_opens_in_every_look(qtbot, dressed, library, records, clock, group):
    run = ended(library, records, clock, group)
    for theme, lang, size in (
        ("dark", "km", 100),
        ("contrast", "my", 200),
        ("light", "th", 150),
    ):
        page = FinishScreen(dressed(theme, lang, size), library, records, run.id)
        qtbot.addWidget(page)
        page.resize(1024, 640)
        page.show()
        assert page.finish.isVisible()
