"""A run looked back on: steps, votes, slips, and what could come next week."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from milkit.teaching.script import Script

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from milkit.activities.kind import Question
    from milkit.content.lesson import Activity, Lesson
    from milkit.records.run_state import RunState, Slips, StepState

_MINUTE = 60


class Vote(NamedTuple):
    """
    One question that was counted: *hands* by option, *before* those of a first vote.

    *step* and *first_step* are the numbers of the steps, 0 when there was no first.
    """

    activity: str
    question: Question
    step: int
    hands: Mapping[str, int]
    first_step: int = 0
    before: Mapping[str, int] | None = None


class BoosterDay(NamedTuple):
    """A booster of the lesson, and the day on which it would be due."""

    id: str
    title: str
    week: int
    on: date


class Summary(NamedTuple):
    """
    The end of a lesson.

    *steps* are those of the plan; *taught_steps* of them were reached, in *minutes*
    (rounded) against *planned* ones; *spare* is the period less the minutes (below 0:
    over). *present* starts from the highest count. *slip* is the activity that makes
    exit slips, "" when there is none, *slips* its piles once counted.
    """

    steps: tuple[StepState, ...]
    taught_steps: int
    minutes: int
    planned: int
    spare: int
    present: int
    students: int
    votes: tuple[Vote, ...]
    slip: str
    slips: Slips | None
    line: str
    boosters: tuple[BoosterDay, ...]
    booster_week: int
    booster_on: date | None


def summary(lesson: Lesson, state: RunState, seconds: int | None = None) -> Summary:
    """Look back on a run; *seconds* is the time of its step while it still goes on."""
    now = state.find(state.step)
    taught = state.taught + (max(0, seconds - now.seconds) if seconds else 0)
    planned = sum(step.planned for step in state.plan)
    minutes = round(taught / _MINUTE)
    slip = _slip(lesson, state)
    return Summary(
        steps=state.plan,
        taught_steps=sum(step.reached for step in state.plan),
        minutes=minutes,
        planned=planned,
        spare=(state.period or planned) - minutes,
        present=state.present,
        students=state.students,
        votes=votes(lesson, state),
        slip=slip,
        slips=state.slips.get(slip),
        line=state.line,
        boosters=boosters(lesson, state),
        booster_week=state.booster_week,
        booster_on=_day(state.booster_on),
    )


def votes(lesson: Lesson, state: RunState) -> tuple[Vote, ...]:
    """Give every counted question, a first vote together with its second one."""
    from milkit.activities.table import KINDS

    found: list[Vote] = []
    places = _places(lesson, state)
    repeated = {
        getattr(activity.data, "again", "")
        for activity, _ in places
        if _any_hands(activity, state)
    }
    for activity, number in places:
        if activity.id in repeated:
            continue
        first = getattr(activity.data, "again", "")
        for question in KINDS[activity.kind].questions(activity.data):
            hands = state.counts.get((activity.id, question.id))
            if not hands or not any(hands.values()):
                continue
            before = state.counts.get((first, first)) if first else None
            first_step = next((n for a, n in places if a.id == first), 0)
            found.append(Vote(activity.id, question, number, hands, first_step, before))
    return tuple(found)


def boosters(lesson: Lesson, state: RunState) -> tuple[BoosterDay, ...]:
    """Give the lesson's boosters, each on the same weekday some weeks later."""
    day = datetime.fromisoformat(state.started).date()
    return tuple(
        BoosterDay(one.id, one.title, one.week, day + timedelta(weeks=one.week))
        for one in lesson.boosters
        if one.week
    )


def _places(lesson: Lesson, state: RunState) -> list[tuple[Activity, int]]:
    script = Script(lesson)
    return [
        (activity, number)
        for number, step in enumerate(state.plan, start=1)
        for activity in script.activities(step.id)
    ]


def _any_hands(activity: Activity, state: RunState) -> bool:
    return any(
        any(hands.values())
        for (of, _), hands in state.counts.items()
        if of == activity.id
    )


def _slip(lesson: Lesson, state: RunState) -> str:
    made = [
        activity.id
        for activity, _ in _places(lesson, state)
        if activity.kind == "create" and activity.data.product == "slip"
    ]
    return made[-1] if made else ""


def _day(text: str) -> date | None:
    return datetime.fromisoformat(text).date() if text else None
