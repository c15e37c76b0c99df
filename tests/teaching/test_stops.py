"""The console of the stage and the run agree on what is asked and put where."""

import pytest

from milkit.activities.table import KINDS
from milkit.ground.words import Words
from milkit.stage.table import VIEWS
from milkit.teaching.plan_run import fit
from milkit.teaching.start import RunPlan, start
from tests.teaching.conftest import CORE, lesson_in

FOLDERS = sorted(path.parent.name for path in CORE.glob("*/en.md"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_stop_of_every_lesson_is_asked_shown_and_revealed(folder, records, clock):
    lesson = lesson_in(folder)
    run = start(records, lesson, RunPlan(fit(lesson, 200).steps, students=30), clock)
    words = Words("en")
    while True:
        scene, view = run.scene(), run.view()
        if scene.kind in KINDS:
            console = VIEWS[scene.kind].console(scene, words)
            assert max(1, console.items) == view.items, (lesson.id, view.activity.id)
            assert console.at == (view.item if console.items else 0)
            if console.questions:
                assert [q.id for q in console.questions] == [
                    q.id for q in view.questions
                ]
                assert run.hand(1)
            for place in console.places[:2]:
                run.put(place.item, place.where, several=console.several)
                assert (place.item, place.where) in run.scene().placed
                assert VIEWS[scene.kind].console(run.scene(), words).undo
                run.undo()
            assert run.scene().placed == scene.placed
            while run.reveal_next():
                VIEWS[scene.kind].console(run.scene(), words)
        if not run.forward():
            break
    run.end()
    assert records.check() == []


def test_all_kinds_are_taught_by_the_lessons():
    kinds = {kind for folder in FOLDERS for kind in lesson_in(folder).kinds}
    assert kinds | {"quiz"} == set(KINDS)
