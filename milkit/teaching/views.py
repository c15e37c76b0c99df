"""What the teacher's console shows of a run, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from milkit.content.lesson import Step
from milkit.records.run_state import OPEN
from milkit.teaching import scenes
from milkit.teaching.pace import Ahead, Pace, pace
from milkit.teaching.plan_run import NEEDED
from milkit.teaching.stops import ANSWER, COUNTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.activities.kind import Question
    from milkit.content.lesson import Activity, Booster
    from milkit.records.run_state import RunState, StepState
    from milkit.teaching.script import Script

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class StepView:
    """
    A step in the console's list; *number* counts from 1, 0 for one left out.

    *done* means that the class was there and is further now; *seconds* is its time.
    """

    id: str
    number: int
    title: str
    minutes: int
    planned: int
    seconds: int
    current: bool
    done: bool
    left_out: bool


@dataclass(frozen=True, slots=True)
class RunView:
    """
    The console at a moment.

    *content* is the lesson's step or booster with its notes (None when the lesson has
    changed). *left* is below 0 when the step takes longer than its *total* seconds.
    *item* of *items* is shown of *activity*, which is one of *activities*. *hands* are
    the counts by option of *question* (None: nothing is counted), *sure* those of its
    second question, *before* those of the first vote. *reveal* is what the class has
    seen: "", counts or answer; *next_reveal* the next rung, "" when there is none.
    *minutes_left* is what the steps need from now.
    """

    title: str
    class_name: str
    students: int
    present: int
    started: str
    steps: tuple[StepView, ...]
    step: StepView
    next_step: StepView | None
    content: Step | Booster | None
    seconds: int
    total: int
    left: int
    minutes_left: int
    paused: bool
    open: bool
    how: str
    activity: Activity | None
    activities: tuple[Activity, ...]
    item: int
    items: int
    page: int
    question: Question | None
    questions: tuple[Question, ...]
    hands: Mapping[str, int]
    sure: Mapping[str, int]
    before: Mapping[str, int]
    counted: int
    placed: tuple[tuple[str, str], ...]
    reveal: str
    next_reveal: str
    answer_waits: bool
    blank: bool
    frozen: bool
    pace: Pace
    can_undo: bool = False
    slips: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)


def view_of(
    script: Script, state: RunState, seconds: int, paused: int, *, can_undo: bool
) -> RunView:
    """Give the console *seconds* into the step, *paused* seconds into a pause."""
    steps = _steps(state, seconds)
    now = next(step for step in steps if step.current)
    activity = script.activity(state)
    stop = script.stop(state)
    hands = [_hands(activity, state, question) for question in stop.questions]
    reveal = state.reveals.get((activity.id, stop.key), "") if activity else ""
    total = now.minutes * _MINUTE
    to_come = _ahead(script, steps)
    return RunView(
        title=state.title,
        class_name=state.class_name,
        students=state.students,
        present=state.expected,
        started=state.started,
        steps=steps,
        step=now,
        next_step=_next(steps),
        content=script.content(state.step),
        seconds=seconds,
        total=total,
        left=total - seconds,
        minutes_left=-(-max(0, total - seconds) // _MINUTE)
        + sum(step.minutes for step in to_come),
        paused=state.paused,
        open=state.how == OPEN,
        how=state.how,
        activity=activity,
        activities=script.activities(state.step),
        item=state.items.get(activity.id, 0) if activity else 0,
        items=script.stops(activity, state) if activity else 0,
        page=state.pages.get(activity.id, 0) if activity else 0,
        question=stop.questions[0] if stop.questions else None,
        questions=stop.questions,
        hands=hands[0] if hands else {},
        sure=hands[1] if len(hands) > 1 else {},
        before=scenes.first_votes(activity, state) if activity else {},
        counted=sum(hands[0].values()) if hands else 0,
        placed=state.placed.get(activity.id, ()) if activity else (),
        reveal=reveal,
        next_reveal=next_rung(rungs_of(script, state), reveal),
        answer_waits=script.waits(state),
        blank=state.blank,
        frozen=state.frozen is not None,
        pace=_pace(state, seconds, paused, to_come),
        can_undo=can_undo,
        slips={a: (s.not_yet, s.nearly, s.reached) for a, s in state.slips.items()},
    )


def rungs_of(script: Script, state: RunState) -> tuple[str, ...]:
    """
    Say what can be revealed now, in order.

    When the same question is asked again in a step to come, its answer opens there.
    """
    rungs = script.stop(state).rungs
    if ANSWER in rungs and script.waits(state):
        return tuple(rung for rung in rungs if rung != ANSWER)
    return rungs


def next_rung(rungs: tuple[str, ...], reveal: str) -> str:
    """Say which of the *rungs* comes after what is shown, "" for none."""
    if reveal == ANSWER:
        return ""
    if reveal == COUNTS:
        return ANSWER if ANSWER in rungs else ""
    return rungs[0] if rungs else ""


def _hands(
    activity: Activity | None, state: RunState, question: Question
) -> dict[str, int]:
    counted = state.counts.get((activity.id, question.id), {}) if activity else {}
    return {option.id: counted.get(option.id, 0) for option in question.options}


def _steps(state: RunState, seconds: int) -> tuple[StepView, ...]:
    place = [step.id for step in state.steps].index(state.step)
    number = 0
    views = []
    for at, step in enumerate(state.steps):
        taken = not step.left_out or at == place
        number += taken
        views.append(
            StepView(
                id=step.id,
                number=number if taken else 0,
                title=step.title,
                minutes=step.minutes,
                planned=step.planned,
                seconds=seconds if at == place else step.seconds,
                current=at == place,
                done=_done(step, state) and at != place,
                left_out=not taken,
            )
        )
    return tuple(views)


def _done(step: StepState, state: RunState) -> bool:
    return step.reached and not step.left_out and step.id != state.step


def _next(steps: tuple[StepView, ...]) -> StepView | None:
    place = next(at for at, step in enumerate(steps) if step.current)
    return next((step for step in steps[place + 1 :] if not step.left_out), None)


def _ahead(script: Script, steps: tuple[StepView, ...]) -> list[Ahead]:
    """List the steps still to come: those after this one that were not taught yet."""
    place = next(at for at, step in enumerate(steps) if step.current)
    found = []
    for step in steps[place + 1 :]:
        if step.left_out or step.done:
            continue
        of = script.content(step.id)
        needed = not isinstance(of, Step) or of.phase in NEEDED
        optional = isinstance(of, Step) and of.optional
        found.append(Ahead(step.id, step.number, step.minutes, optional, needed))
    return found


def _pace(state: RunState, seconds: int, paused: int, to_come: list[Ahead]) -> Pace:
    now = state.find(state.step)
    taught = state.taught - now.seconds + seconds
    spent = taught - state.before + state.lost + paused
    left = max(0, now.minutes * _MINUTE - seconds)
    period = state.period or sum(
        step.planned for step in state.steps if not step.left_out
    )
    return pace(spent, left, to_come, period)
