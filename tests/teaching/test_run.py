import pytest

from milkit.ground.errors import DiskFull
from milkit.records import happenings as h
from milkit.records.opening import open_records
from milkit.teaching.plan_run import booster_plan, fit
from milkit.teaching.start import RunPlan, start
from tests.records.fixtures import fill
from tests.teaching.conftest import lesson_in


def vote(run, *hands):
    for number, many in enumerate(hands, start=1):
        for _ in range(many):
            assert run.hand(number)


def test_a_run_starts_at_its_first_step_with_the_time_running(run, clock):
    view = run.view()
    assert (view.step.id, view.step.number, view.total) == ("look", 1, 240)
    assert [s.minutes for s in view.steps] == [4, 4, 12, 10, 6, 4]
    clock.pass_by(seconds=61)
    view = run.view()
    assert (view.seconds, view.left, view.paused) == (61, 179, False)
    assert view.minutes_left == 39
    assert run.scene().kind == "discuss"
    assert (run.scene().left, run.scene().total) == (179, 240)


def test_next_and_back_keep_each_step_s_time(run, clock):
    clock.pass_by(seconds=250)
    assert run.next()
    clock.pass_by(seconds=30)
    view = run.view()
    assert (view.step.id, view.seconds) == ("vote", 30)
    assert [s.done for s in view.steps] == [True, False, False, False, False, False]
    assert run.back()
    clock.pass_by(seconds=5)
    assert run.view().seconds == 255
    assert not run.back()
    for _ in range(5):
        assert run.next()
    assert run.view().next_step is None
    assert not run.next()
    assert run.view().step.id == "close"


def test_pause_stands_still_and_going_on_counts_what_was_lost(run, clock):
    clock.pass_by(seconds=10)
    run.pause()
    clock.pass_by(seconds=100)
    assert run.view().seconds == 10
    assert run.view().paused
    run.pause()
    run.resume_time()
    clock.pass_by(seconds=5)
    assert run.view().seconds == 15
    assert run.state.lost == 100
    run.resume_time()
    assert run.state.lost == 100


def test_going_to_another_step_ends_the_pause(run, clock):
    run.pause()
    clock.pass_by(seconds=7)
    run.next()
    clock.pass_by(seconds=3)
    assert (run.view().paused, run.view().seconds) == (False, 3)


def test_a_minute_more_and_a_shorter_step(run):
    run.add_minute()
    run.shorten("pair", 7)
    run.shorten("pair", 7)
    run.leave_out("six")
    view = run.view()
    assert [(s.minutes, s.number) for s in view.steps] == [
        (5, 1), (4, 2), (12, 3), (7, 4), (6, 0), (4, 5),
    ]  # fmt: skip
    assert view.steps[4].left_out
    run.leave_out("look")  # the step of now stays
    assert run.view().step.id == "look"
    run.go("pair")
    run.next()
    assert run.view().step.id == "close"
    run.leave_out("six", out=False)
    assert run.view().steps[4].number == 5


def test_hands_are_counted_taken_and_typed(run):
    run.next()
    vote(run, 9, 17, 11)
    view = run.view()
    assert view.question.id == "first-vote"
    assert view.hands == {"fits": 9, "not": 17, "unsure": 11}
    assert (view.counted, view.present) == (37, 41)
    assert run.hand(1, by=-1)
    assert run.count("first-vote", "first-vote", "fits", by=-100) == 0
    assert run.count("first-vote", "first-vote", "fits", by=-1) == 0
    assert not run.hand(4)
    run.set_count("first-vote", "first-vote", {"fits": 20, "not": 25, "unsure": -3})
    assert run.view().hands == {"fits": 20, "not": 25, "unsure": 0}
    assert run.view().present == 45  # more hands than the class had students


def test_counts_are_hidden_from_the_class_until_they_are_shown(run):
    run.next()
    vote(run, 9, 17, 11)
    scene = run.scene()
    assert (scene.kind, scene.counts, scene.counted) == ("poll", {}, 37)
    assert not scene.counts_shown
    assert run.view().next_reveal == "counts"
    assert run.reveal_next() == "counts"
    scene = run.scene()
    assert scene.counts == {"first-vote": {"fits": 9, "not": 17, "unsure": 11}}
    assert scene.counts_shown
    run.hide()
    assert not run.scene().counts_shown


def test_the_answer_of_a_first_vote_opens_at_the_second(run):
    run.next()
    vote(run, 20, 10)
    run.show_counts()
    assert run.view().next_reveal == ""
    assert run.view().answer_waits
    run.show_answer()
    assert not run.scene().answer_shown
    run.next()
    run.show("second-vote")
    vote(run, 4, 33, 6)
    assert run.scene().before == {}
    assert run.reveal_next() == "counts"
    scene = run.scene()
    assert scene.before == {"second-vote": {"fits": 20, "not": 10}}
    assert scene.data.prompt == "Do the place and the day fit the photo?"
    assert run.reveal_next() == "answer"
    assert run.scene().answer_shown
    assert run.reveal_next() == ""
    run.show_counts()
    assert run.scene().answer_shown
    assert run.view().before == {"fits": 20, "not": 10}


def test_the_answer_opens_at_the_first_vote_when_the_second_is_left_out(run):
    run.next()
    run.leave_out("trace")
    vote(run, 1)
    assert not run.view().answer_waits
    run.show_answer()
    assert run.scene().answer_shown


def test_an_answer_with_no_hands_shows_no_counts(run):
    run.go("six")
    run.show_answer()
    assert run.scene().answer_shown
    assert not run.scene().counts_shown


def test_items_have_their_own_counts_and_reveals(run):
    run.go("six")
    view = run.view()
    assert (view.item, view.items) == (0, 6)
    vote(run, 5, 30)
    run.reveal_next()
    first = run.scene().counts
    run.forward()
    assert run.view().item == 1
    assert run.view().counted == 0
    assert run.scene().counts == {}
    run.backward()
    assert run.scene().counts == first


def test_forward_goes_through_everything_and_backward_comes_home(run):
    seen = []
    while True:
        scene = run.scene()
        seen.append((run.view().step.id, scene.kind, scene.item))
        if not run.forward():
            break
    assert seen[:3] == [
        ("look", "discuss", 0),
        ("vote", "poll", 0),
        ("trace", "trace", 0),
    ]
    assert seen[8] == ("trace", "poll", 0)
    assert seen[-1] == ("close", "create", 0)
    assert len(seen) == len(set(seen))
    back = [seen[-1]]
    while run.backward():
        back.append((run.view().step.id, run.scene().kind, run.scene().item))
    assert back == seen[::-1]


def test_blank_hides_and_frozen_keeps_what_the_class_sees(run, clock):
    run.next()
    vote(run, 3)
    run.blank()
    assert run.scene().kind == "blank"
    assert run.scene().data is None
    run.blank(on=False)
    before = run.scene()
    run.freeze()
    run.go("six")
    run.reveal_next()
    clock.pass_by(seconds=50)
    assert run.scene() == before
    assert run.view().frozen
    run.blank()
    assert run.scene().kind == "blank"
    run.blank(on=False)
    assert run.scene() == before
    run.freeze(on=False)
    assert run.scene().kind == "rate"


def test_a_frozen_timer_stands(run, clock):
    clock.pass_by(seconds=40)
    run.freeze()
    clock.pass_by(seconds=40)
    assert run.scene().left == 200
    run.freeze(on=False)
    assert run.scene().left == 160


def test_undo_takes_back_the_last_act_of_this_step(run):
    run.next()
    vote(run, 3)
    run.add_minute()
    assert isinstance(run.undo(), h.MinutesChanged)
    assert run.view().step.minutes == 4
    assert isinstance(run.undo(), h.CountsChanged)
    assert run.view().counted == 2
    run.next()
    assert not run.view().can_undo
    assert run.undo() is None
    run.back()
    assert run.view().counted == 2


def test_a_step_without_an_activity_shows_its_title_and_any_step_can(records, clock):
    lesson = lesson_in("find-the-first-photo")
    run = start(records, lesson, RunPlan(booster_plan(lesson, "booster-1")), clock)
    assert run.scene().kind == "quiz"
    run.show("")
    scene = run.scene()
    assert (scene.kind, scene.title) == ("title", "Booster after one week")
    assert run.view().activity is None
    assert not run.hand(1)
    assert run.reveal_next() == ""
    assert run.forward()
    assert run.scene().kind == "quiz"
    run.show("booster-week-1")


def test_ending_stops_the_time_and_what_comes_after_is_kept(run, records, clock):
    run.next()
    vote(run, 12, 19, 11)
    clock.pass_by(seconds=90)
    run.end()
    clock.pass_by(seconds=500)
    assert (run.view().open, run.view().how, run.view().seconds) == (
        False, "finished", 90,
    )  # fmt: skip
    assert run.scene().kind == "end"
    assert records.open_run() is None
    run.after.set_present(44)
    run.after.write_line("  Give pairs 2 more minutes. ")
    run.after.set_slips("exit-slip", 8, 14, 20)
    run.after.plan_booster(1, None)
    run.end(finished=False)
    run.next()
    state = records.run(run.id)
    assert (state.present, state.line, state.how, state.step) == (
        44, "Give pairs 2 more minutes.", "finished", "vote",
    )  # fmt: skip
    assert run.view().slips == {"exit-slip": (8, 14, 20)}
    assert records.runs()[0].seconds == 90


def test_a_run_can_begin_at_any_step(records, lesson, clock, run):
    plan = RunPlan(tuple(_planned(run)), at="pair")
    assert start(records, lesson, plan, clock).view().step.id == "pair"
    with pytest.raises(ValueError, match="step"):
        start(records, lesson, RunPlan(()), clock)


def _planned(run):
    for step in run.view().steps:
        yield h.PlannedStep(step.id, step.title, step.minutes)


def test_a_lesson_that_has_changed_does_not_stop_the_run(records, run, clock):
    """The pack was updated, and the step of now has another id there."""
    from milkit.teaching.resume import resume

    run.next()
    vote(run, 3)
    other = lesson_in("flood-rumour")
    again = resume(records, run.id, other, clock)
    view = again.view()
    assert (view.step.title, view.content, view.activity) == (
        "Vote: does the caption fit?", None, None,
    )  # fmt: skip
    assert again.scene().kind == "title"
    assert again.state.counts[("first-vote", "first-vote")] == {"fits": 3}
    assert again.forward()


def test_the_class_can_be_shown_a_page(run):
    run.turn_to(1)
    assert run.scene().page == 1
    run.turn_to(0)
    assert run.view().page == 0


def test_a_full_disk_stops_the_count_and_not_the_lesson(small_disk, lesson, clock):
    records = open_records(small_disk / "data", clock).records
    run = start(records, lesson, RunPlan(fit(lesson, 40).steps, students=41), clock)
    run.next()
    filler = fill(small_disk)
    with pytest.raises(DiskFull):
        vote(run, 5000)
    before = run.view()
    with pytest.raises(DiskFull):
        run.add_minute()
    with pytest.raises(DiskFull):
        run.next()
    assert run.view() == before
    clock.pass_by(seconds=1)
    assert run.tick()
    assert isinstance(run.trouble, DiskFull)
    assert run.view().seconds == 1
    assert run.scene().counted == before.counted
    filler.unlink()
    run.hand(1)
    clock.pass_by(seconds=1)
    run.tick()
    assert run.trouble is None
    assert run.view().counted == before.counted + 1
    assert run.next()
    records.close()


def test_on_a_stick_the_time_is_noted_every_fifth_second(data, lesson, clock):
    records = open_records(data, clock, portable=True).records
    run = start(records, lesson, RunPlan(fit(lesson, 40).steps), clock)
    noted = []
    for _ in range(11):
        clock.pass_by(seconds=1)
        run.tick()
        pulse = records.last_pulse(run.id)
        noted.append(pulse.seconds if pulse else None)
    assert sorted(set(noted)) == [1, 5, 10]
    records.close()
