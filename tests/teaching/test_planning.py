"""A plan that the teacher moves about before class."""

import pytest

from milkit.teaching import planning
from milkit.teaching.pace import LeaveOut, Shorten
from tests.teaching.conftest import lesson_in


def ids(plan):
    return [step.id for step in plan.steps]


def test_the_whole_is_taught_where_it_fits(lesson):
    plan = planning.begin(lesson, 40)
    assert (plan.part, plan.total, plan.over, plan.spare) == (planning.WHOLE, 40, 0, 0)
    assert ids(plan) == [step.id for step in lesson.core]


def test_optional_steps_are_taken_when_there_is_time(lesson):
    assert len(ids(planning.begin(lesson, 60))) == len(lesson.steps)
    some = planning.begin(lesson, 45)
    assert some.total <= 45
    assert some.out <= {step.id for step in lesson.steps if step.optional}


def test_a_short_period_takes_the_first_half(lesson):
    plan = planning.begin(lesson, 20)
    assert (plan.part, plan.total) == (planning.FIRST, 20)
    second = planning.begin(lesson, 20, planning.SECOND)
    assert not set(ids(plan)) & set(ids(second))
    assert plan.minutes_of(planning.SECOND) == second.total == 20


@pytest.mark.parametrize("period", [25, 30, 35, 39])
def test_offers_name_steps_by_the_lesson_s_numbers_and_help(lesson, period):
    plan = planning.begin(lesson, period, planning.WHOLE)
    assert plan.over == 40 - period
    numbers = {step.id: n for n, step in enumerate(lesson.steps, 1)}
    assert plan.offers
    for offer in plan.offers:
        assert offer.number == numbers[offer.step]
        assert plan.taking(offer).over < plan.over


def test_a_shortened_step_is_planned_with_its_new_minutes(lesson):
    plan = planning.begin(lesson, 38, planning.WHOLE)
    offer = next(o for o in plan.offers if isinstance(o, Shorten))
    changed = plan.taking(offer)
    assert {s.id: s.minutes for s in changed.steps}[offer.step] == offer.to
    assert changed.changed
    assert not plan.changed


def test_a_step_left_out_can_be_put_in_again(lesson):
    plan = planning.begin(lesson, 30, planning.WHOLE)
    offer = next(o for o in plan.offers if isinstance(o, LeaveOut))
    without = plan.taking(offer)
    assert offer.step not in ids(without)
    assert ids(without.with_step(offer.step, taught=True)) == ids(plan)


def test_a_step_of_the_other_half_brings_the_whole_back(lesson):
    first = planning.begin(lesson, 20)
    other = planning.begin(lesson, 20, planning.SECOND).steps[0].id
    assert other in ids(first.with_step(other, taught=True))


def test_without_a_period_nothing_is_over(lesson):
    plan = planning.begin(lesson, 0)
    assert (plan.over, plan.offers) == (0, ())


def test_every_lesson_tells_whether_it_has_halves():
    assert planning.has_parts(lesson_in("find-the-first-photo"))
