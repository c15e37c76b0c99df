"""Add up the events of a run: the one place that says what each of them means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from milkit.records import happenings as h
from milkit.records.run_state import (
    ABANDONED,
    FINISHED,
    OPEN,
    RunState,
    Slips,
    StepState,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from milkit.records.event import Event


def fold(events: Iterable[Event]) -> RunState | None:
    """Add up a run's events, in the log's order, without those that were undone."""
    events = list(events)
    undone = {
        what.event
        for what in (h.told(event.kind, event.data) for event in events)
        if isinstance(what, h.Undone)
    }
    state: RunState | None = None
    for event in events:
        if event.id not in undone:
            state = apply(state, event)
    return state


def apply(state: RunState | None, event: Event) -> RunState | None:
    """
    Add one event to what came before it.

    Events before the start, a second start, and events that this program does not
    understand change nothing. An undo is `fold`'s business.
    """
    what = h.told(event.kind, event.data)
    if isinstance(what, h.Started):
        return state or _started(event, what)
    if what is None or state is None:
        return state
    return _MEANS[type(what)](state, what, event)


def _started(event: Event, what: h.Started) -> RunState | None:
    if not what.steps:
        return None
    steps = tuple(
        StepState(step.id, step.title, step.minutes, step.minutes)
        for step in what.steps
    )
    state = RunState(
        id=event.about,
        n=event.n,
        started=event.at,
        lesson=what.lesson,
        lang=what.lang,
        pack=what.pack,
        version=what.version,
        title=what.title,
        topic=what.topic,
        class_id=what.class_id,
        class_name=what.class_name,
        students=what.students,
        period=what.period,
        steps=steps,
        step=steps[0].id,
        sample=what.sample,
    )
    return _with_step(state, state.step, reached=True)


def _with_step(state: RunState, wanted: str, **changes: Any) -> RunState:
    return replace(
        state,
        steps=tuple(
            replace(step, **changes) if step.id == wanted else step
            for step in state.steps
        ),
    )


def _has(state: RunState, step: str) -> bool:
    return any(one.id == step for one in state.steps)


def _step_finished(state: RunState, what: h.StepFinished, _: Event) -> RunState:
    if not _has(state, what.then):
        return state
    state = _with_step(state, what.step, seconds=what.seconds)
    state = _with_step(state, what.then, reached=True, left_out=False)
    lost = state.lost + max(0, what.lost)
    return replace(state, step=what.then, activity=None, paused=False, lost=lost)


def _activity_shown(state: RunState, what: h.ActivityShown, _: Event) -> RunState:
    shown = state.shown
    if what.activity and what.activity not in shown:
        shown = (*shown, what.activity)
    return replace(state, activity=what.activity, shown=shown)


def _item_reached(state: RunState, what: h.ItemReached, _: Event) -> RunState:
    item = max(0, what.item)
    since = state.since
    if item != state.items.get(what.activity, 0):  # turning a page is no new round
        since = {**since, what.activity: max(0, what.seconds)}
    return replace(
        state,
        items={**state.items, what.activity: item},
        pages={**state.pages, what.activity: max(0, what.page)},
        since=since,
    )


def _counts_changed(state: RunState, what: h.CountsChanged, _: Event) -> RunState:
    key = (what.activity, what.question)
    hands = state.counts.get(key, {})
    now = max(0, hands.get(what.option, 0) + what.by)
    return _counted(state, key, {**hands, what.option: now}, what.again)


def _counts_set(state: RunState, what: h.CountsSet, _: Event) -> RunState:
    key = (what.activity, what.question)
    typed = {option: max(0, hands) for option, hands in what.counts.items()}
    return _counted(state, key, {**state.counts.get(key, {}), **typed}, what.again)


def _counted(
    state: RunState, key: tuple[str, str], hands: dict[str, int], again: str
) -> RunState:
    names = {**state.again, key[0]: again} if again else state.again
    return replace(state, counts={**state.counts, key: hands}, again=names)


def _reveal_changed(state: RunState, what: h.RevealChanged, _: Event) -> RunState:
    key = (what.activity, what.question)
    return replace(state, reveals={**state.reveals, key: what.reveal})


def _item_placed(state: RunState, what: h.ItemPlaced, _: Event) -> RunState:
    rest = tuple(
        pair for pair in state.placed.get(what.activity, ()) if pair[0] != what.item
    )
    if what.where:
        rest = (*rest, (what.item, what.where))
    return replace(state, placed={**state.placed, what.activity: rest})


def _places_cleared(state: RunState, what: h.PlacesCleared, _: Event) -> RunState:
    return replace(
        state,
        placed={**state.placed, what.activity: ()},
        items={**state.items, what.activity: 0},
    )


def _paused(state: RunState, what: h.Paused, _: Event) -> RunState:
    return replace(_with_step(state, state.step, seconds=what.seconds), paused=True)


def _went_on(state: RunState, what: h.WentOn, _: Event) -> RunState:
    return replace(state, paused=False, lost=state.lost + max(0, what.lost))


def _resumed(state: RunState, what: h.Resumed, _: Event) -> RunState:
    state = _with_step(state, state.step, seconds=what.seconds)
    state = replace(state, how=OPEN, ended="")
    if what.sitting:
        return replace(state, before=state.taught, lost=0)
    return replace(state, lost=state.lost + max(0, what.gap))


def _minutes_changed(state: RunState, what: h.MinutesChanged, _: Event) -> RunState:
    return _with_step(state, what.step, minutes=max(0, what.minutes))


def _step_left_out(state: RunState, what: h.StepLeftOut, _: Event) -> RunState:
    if what.step == state.step:
        return state
    return _with_step(state, what.step, left_out=what.out)


def _screen_changed(state: RunState, what: h.ScreenChanged, _: Event) -> RunState:
    if not what.frozen:
        return replace(state, blank=what.blank, frozen=None, frozen_at=0)
    if state.frozen is not None:
        return replace(state, blank=what.blank)
    at = max(0, what.seconds)
    return replace(state, blank=what.blank, frozen=state, frozen_at=at)


def _students_counted(state: RunState, what: h.StudentsCounted, _: Event) -> RunState:
    return replace(state, here=max(0, what.present))


def _line_written(state: RunState, what: h.LineWritten, _: Event) -> RunState:
    return replace(state, line=what.text)


def _slips_counted(state: RunState, what: h.SlipsCounted, _: Event) -> RunState:
    piles = Slips(max(0, what.not_yet), max(0, what.nearly), max(0, what.reached))
    return replace(state, slips={**state.slips, what.activity: piles})


def _booster_planned(state: RunState, what: h.BoosterPlanned, _: Event) -> RunState:
    return replace(state, booster_week=what.week, booster_on=what.on)


def _ended(state: RunState, what: h.Ended, event: Event) -> RunState:
    state = _with_step(state, what.step, seconds=what.seconds)
    how = FINISHED if what.finished else ABANDONED
    return replace(
        state, how=how, ended=event.at, paused=False, blank=False, frozen=None
    )


def _undone(state: RunState, _what: h.Undone, _: Event) -> RunState:
    return state


_MEANS: dict[type, Callable[[RunState, Any, Event], RunState]] = {
    h.StepFinished: _step_finished,
    h.ActivityShown: _activity_shown,
    h.ItemReached: _item_reached,
    h.CountsChanged: _counts_changed,
    h.CountsSet: _counts_set,
    h.RevealChanged: _reveal_changed,
    h.ItemPlaced: _item_placed,
    h.PlacesCleared: _places_cleared,
    h.Paused: _paused,
    h.WentOn: _went_on,
    h.Resumed: _resumed,
    h.MinutesChanged: _minutes_changed,
    h.StepLeftOut: _step_left_out,
    h.ScreenChanged: _screen_changed,
    h.StudentsCounted: _students_counted,
    h.LineWritten: _line_written,
    h.SlipsCounted: _slips_counted,
    h.BoosterPlanned: _booster_planned,
    h.Ended: _ended,
    h.Undone: _undone,
}
