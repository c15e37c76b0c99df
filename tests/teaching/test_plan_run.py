import pytest

from milkit.teaching.pace import LeaveOut, Shorten
from milkit.teaching.plan_run import booster_plan, changed, fit, parts_of


def ids(found):
    return [step.id for step in found.steps]


CORE = ["look", "vote", "trace", "pair", "six", "close"]


@pytest.mark.parametrize(
    ("period", "steps", "spare"),
    [
        (40, CORE, 0),
        (45, CORE, 5),
        (50, [*CORE[:5], "caption", "close"], 2),
        (55, [*CORE[:5], "two-more", "close"], 3),
        (60, [*CORE[:5], "two-more", "caption", "close"], 0),
        (90, [*CORE[:5], "two-more", "caption", "close"], 30),
        (0, CORE, 0),
    ],
)
def test_optional_steps_come_in_as_far_as_they_fit(lesson, period, steps, spare):
    found = fit(lesson, period)
    assert ids(found) == steps
    assert (found.spare, found.over, found.offers, found.parts) == (spare, 0, (), ())


def test_a_short_period_teaches_the_lesson_in_two_parts(lesson):
    found = fit(lesson, 25)
    assert ids(found) == ["look", "vote", "trace"]
    assert (found.minutes, found.spare, found.over) == (20, 5, 0)
    assert found.parts == parts_of(lesson)
    second = fit(lesson, 25, part=1)
    assert ids(second) == ["pair", "six", "close"]
    assert found.left_out == ("pair", "six", "two-more", "caption", "close")


def test_a_period_too_short_for_a_half_says_what_could_go(lesson):
    found = fit(lesson, 18)
    assert (found.minutes, found.over, found.parts) == (40, 22, ())
    assert {type(offer) for offer in found.offers} == {Shorten, LeaveOut}
    for offer in found.offers:
        steps = changed(found.steps, offer)
        assert sum(s.minutes for s in steps) == found.minutes - offer.saves


def test_the_teacher_chooses_the_optional_steps(lesson):
    found = fit(lesson, 45, optional={"caption"})
    assert "caption" in ids(found)
    assert found.over == 3
    assert LeaveOut("caption", 6, 8) in found.offers
    assert fit(lesson, 60, optional=()).spare == 20


def test_a_booster_is_one_step_of_five_minutes(lesson):
    (step,) = booster_plan(lesson, "booster-1")
    assert (step.id, step.minutes) == ("booster-1", 5)
    assert booster_plan(lesson, "booster-9") == ()
