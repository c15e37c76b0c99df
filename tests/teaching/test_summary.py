import datetime as dt

from milkit.teaching.summary import summary


def test_the_end_of_a_lesson(run, clock):
    clock.pass_by(minutes=6)
    run.next()
    run.set_count("first-vote", "first-vote", {"fits": 12, "not": 19, "unsure": 11})
    clock.pass_by(minutes=9)
    run.next()
    run.set_count("second-vote", "second-vote", {"fits": 4, "not": 34, "unsure": 6})
    clock.pass_by(minutes=11)
    run.leave_out("six")
    run.go("close")
    clock.pass_by(seconds=100)
    found = summary(run.lesson, run.state, run.seconds)
    assert (found.taught_steps, len(found.steps)) == (4, 5)
    assert (found.minutes, found.planned, found.spare) == (28, 34, 12)
    assert (found.present, found.students) == (44, 41)
    (vote,) = found.votes
    assert (vote.first_step, vote.step) == (2, 3)
    assert (vote.before["not"], vote.hands["not"]) == (19, 34)
    assert vote.question.answer == "not"
    assert (found.slip, found.slips, found.line) == ("exit-slip", None, "")
    assert [(b.week, b.on) for b in found.boosters] == [
        (1, dt.date(2026, 11, 19)),
        (4, dt.date(2026, 12, 10)),
    ]
    assert found.booster_on is None
    run.end()
    run.after.set_slips("exit-slip", 8, 14, 20)
    run.after.plan_booster(4, found.boosters[1].on)
    run.after.plan_booster(4, found.boosters[1].on)
    found = summary(run.lesson, run.state)
    assert found.slips.reached == 20
    assert (found.booster_week, found.booster_on) == (4, dt.date(2026, 12, 10))


def test_a_first_vote_alone_is_a_vote(run):
    run.next()
    run.hand(2)
    (vote,) = summary(run.lesson, run.state).votes
    assert (vote.activity, vote.step, vote.before) == ("first-vote", 2, None)


def test_planned_boosters_are_listed(run, records):
    assert records.boosters() == []
    run.after.plan_booster(1, dt.date(2026, 11, 19))
    (booster,) = records.boosters()
    assert (booster.lesson, booster.week, booster.on) == ("L14", 1, "2026-11-19")
    run.after.plan_booster(1, None)
    assert records.boosters() == []
