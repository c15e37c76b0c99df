"""A lesson that was cut off goes on where it was: step, second, counts, pause."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milkit.records.opening import open_records
from milkit.teaching.plan_run import fit
from milkit.teaching.resume import look_at, resume
from milkit.teaching.start import RunPlan, start
from tests.records.fixtures import WoundClock
from tests.teaching.conftest import lesson_in


def ticking(run, clock, seconds):
    for _ in range(seconds):
        clock.pass_by(seconds=1)
        run.tick()


def test_the_same_second_after_a_cut(run, records, lesson, clock):
    run.next()
    run.hand(2)
    ticking(run, clock, 37)
    assert records.open_run().id == run.id
    clock.pass_by(minutes=6)
    again = resume(records, run.id, lesson, clock)
    view = again.view()
    assert (view.step.id, view.seconds, view.counted, view.paused) == (
        "vote", 37, 1, False,
    )  # fmt: skip
    clock.pass_by(seconds=4)
    assert again.view().seconds == 41
    assert again.view().pace.late == 2  # six minutes without power, less the free four
    assert again.view().can_undo


def test_a_paused_lesson_comes_back_paused(run, records, lesson, clock):
    ticking(run, clock, 20)
    run.pause()
    ticking(run, clock, 40)
    clock.pass_by(seconds=5)
    again = resume(records, run.id, lesson, clock)
    clock.pass_by(seconds=10)
    assert (again.view().paused, again.view().seconds) == (True, 20)
    assert again.state.lost == 45
    again.resume_time()
    assert again.state.lost == 55


def test_time_that_ran_on_after_the_last_note_is_not_added_twice(
    run, records, lesson, clock
):
    ticking(run, clock, 10)
    run.next()
    ticking(run, clock, 3)
    run.back()
    again = resume(records, run.id, lesson, clock)
    assert (again.view().step.id, again.view().seconds) == ("look", 10)
    again.next()
    assert again.view().seconds == 3


def test_another_day_is_another_period(run, records, lesson, clock):
    for _ in range(3):
        ticking(run, clock, 600)
        run.next()
    assert run.view().pace.late == 10
    run.end(finished=False)
    clock.pass_by(days=2)
    again = resume(records, run.id, lesson, clock)
    view = again.view()
    assert (view.step.id, view.pace.late, view.pace.on_time) == ("pair", 0, True)
    assert records.open_run().id == run.id
    ticking(again, clock, 60)
    assert again.view().pace.free == 40 - 1 - 10


def test_a_clock_that_fell_back_is_not_believed(run, records, lesson, clock):
    ticking(run, clock, 5)
    clock.pass_by(days=-4000)
    again = resume(records, run.id, lesson, clock)
    assert again.view().seconds == 5
    assert again.state.lost == 0


def test_a_finished_run_can_be_looked_at_without_opening_it(
    run, records, lesson, clock
):
    ticking(run, clock, 30)
    run.end()
    seen = look_at(records, run.id, lesson, clock)
    clock.pass_by(seconds=9)
    assert (seen.view().seconds, seen.view().open) == (30, False)
    assert not seen.tick()
    seen.after.set_present(40)
    assert records.open_run() is None


def test_there_must_be_such_a_run(records, lesson, clock):
    with pytest.raises(KeyError):
        resume(records, "0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0001", lesson, clock)


def test_a_note_that_is_not_taken_does_not_stop_the_lesson(run, records, clock):
    from milkit.records.connection import connect

    ticking(run, clock, 2)
    other = connect(records.path)
    records._db.execute("PRAGMA busy_timeout = 10")
    other.execute("BEGIN IMMEDIATE")
    ticking(run, clock, 1)
    assert run.trouble is not None
    other.execute("ROLLBACK")
    other.close()
    ticking(run, clock, 1)
    assert run.trouble is None
    assert records.last_pulse(run.id).seconds == 4


ACTS = st.sampled_from(
    ["hand1", "hand2", "hand3", "take1", "next", "back", "forward", "backward",
     "pause", "resume_time", "add_minute", "reveal", "hide", "blank", "unblank",
     "freeze", "thaw", "undo", "tick", "wait", "choose", "take_back", "clear",
     "leave", "shorten", "present"]
)  # fmt: skip


def act(run, clock, what):  # noqa: C901, PLR0912 - a plain list of everything
    match what:
        case "hand1" | "hand2" | "hand3":
            run.hand(int(what[-1]))
        case "take1":
            run.hand(1, by=-1)
        case "next" | "back" | "forward" | "backward" | "pause" | "resume_time":
            getattr(run, what)()
        case "add_minute" | "hide" | "undo" | "tick" | "take_back":
            getattr(run, what)()
        case "reveal":
            run.reveal_next()
        case "blank" | "unblank":
            run.blank(on=what == "blank")
        case "freeze" | "thaw":
            run.freeze(on=what == "freeze")
        case "wait":
            clock.pass_by(seconds=61)
            run.tick()
        case "choose":
            run.put("C", "1")
        case "clear":
            run.clear_places()
        case "leave":
            run.leave_out("six")
        case "shorten":
            run.shorten("pair", 7)
        case "present":
            run.after.set_present(40)


@given(acts=st.lists(ACTS, max_size=40))
@settings(max_examples=50, deadline=None)
def test_whatever_was_done_is_there_again(acts):
    lesson, clock = lesson_in("find-the-first-photo"), WoundClock()
    with tempfile.TemporaryDirectory() as folder:
        records = open_records(Path(folder), clock).records
        plan = RunPlan(fit(lesson, 60).steps, students=41, period=60)
        run = start(records, lesson, plan, clock)
        for what in acts:
            act(run, clock, what)
        run.tick()
        other = records.again()
        again = resume(other, run.id, lesson, clock)
        expected = run.view()
        assert replace(again.view(), pace=expected.pace) == expected
        assert again.scene() == run.scene()
        assert records.check() == []
        other.close()
        records.close()
