"""Make the scene that the class sees out of a run; nothing private can get into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.teaching.scene import Scene
from milkit.teaching.stops import ANSWER, COUNTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.content.lesson import Activity
    from milkit.records.run_state import RunState
    from milkit.teaching.script import Script
    from milkit.teaching.stops import Stop

_TALK, _PLAY = "discuss", "roleplay"
_MINUTE = 60


def scene_of(script: Script, state: RunState, seconds: int) -> Scene:
    """
    Give what the class sees *seconds* into the step.

    A frozen screen keeps what it showed, the time too; a blank one shows nothing.
    """
    if state.how != "open":
        return Scene("end", title=state.title, lang=state.lang)
    if state.blank:
        return Scene("blank", title=state.title, lang=state.lang)
    if state.frozen is not None:
        return _scene(script, state.frozen, state.frozen_at)
    return _scene(script, state, seconds)


def _scene(script: Script, state: RunState, seconds: int) -> Scene:
    activity = script.activity(state)
    step = state.find(state.step)
    if activity is None:
        return Scene("title", title=step.title, lang=state.lang)
    here = script.stop(state)
    reveal = state.reveals.get((activity.id, here.key), "")
    main = here.questions[0].id if here.questions else ""
    counted = sum(state.counts.get((activity.id, main), {}).values())
    shown = reveal == COUNTS or (reveal == ANSWER and counted > 0)
    left, total = _time(activity, state, seconds)
    return Scene(
        kind=activity.kind,
        title=step.title,
        lang=state.lang,
        data=activity.data,
        item=state.items.get(activity.id, 0),
        placed=state.placed.get(activity.id, ()),
        counts=_counts(activity, state, here) if shown else {},
        before=_before(activity, state) if shown else {},
        counts_shown=shown,
        answer_shown=reveal == ANSWER,
        present=state.expected,
        counted=counted,
        left=left,
        total=total,
        page=state.pages.get(activity.id, 0),
    )


def _counts(
    activity: Activity, state: RunState, here: Stop
) -> dict[str, dict[str, int]]:
    wanted = {question.id for question in here.questions}
    return {
        question: dict(hands)
        for (of, question), hands in state.counts.items()
        if of == activity.id and (here.shares or question in wanted)
    }


def first_votes(activity: Activity, state: RunState) -> Mapping[str, int]:
    """Give the hands of the first vote, when this activity asks again; else {}."""
    first = getattr(activity.data, "again", "")
    return state.counts.get((first, first), {}) if first else {}


def _before(activity: Activity, state: RunState) -> dict[str, dict[str, int]]:
    hands = first_votes(activity, state)
    return {activity.id: dict(hands)} if hands else {}


def _time(activity: Activity, state: RunState, seconds: int) -> tuple[int, int]:
    """Give the timer of a talk or of a round of play; others show none."""
    if activity.kind == _TALK:
        total = state.find(state.step).minutes * _MINUTE
        return max(0, total - seconds), total
    item = state.items.get(activity.id, 0)
    if activity.kind == _PLAY and 0 < item <= len(activity.data.rounds):
        total = activity.data.rounds[item - 1].minutes * _MINUTE
        return max(0, total - (seconds - state.since.get(activity.id, 0))), total
    return 0, 0
