"""Add up the events of a check: the one place that says what each of them means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from milkit.records import check_happenings as h
from milkit.records.check_state import NOBODY, Answers, CheckState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from milkit.records.event import Event


def fold(events: Iterable[Event]) -> CheckState | None:
    """Add up a check's events, in the log's order, without those that were undone."""
    told = [(event, h.told(event.kind, event.data)) for event in events]
    undone = {what.event for _, what in told if isinstance(what, h.Undone)}
    state: CheckState | None = None
    for event, what in told:
        if event.id not in undone:
            state = _added(state, what, event)
    return state


def apply(state: CheckState | None, event: Event) -> CheckState | None:
    """
    Add one event to what came before it; an undo is `fold`'s business.

    Events before the check was given, a second giving, and events that this program
    does not understand change nothing.
    """
    return _added(state, h.told(event.kind, event.data), event)


def _added(
    state: CheckState | None, what: h.Happening | None, event: Event
) -> CheckState | None:
    if isinstance(what, h.Given):
        return state or _given(what, event)
    if what is None or state is None:
        return state
    return _MEANS[type(what)](state, what)


def _given(what: h.Given, event: Event) -> CheckState | None:
    if not what.items or not what.forms:
        return None
    students = min(max(0, what.students), 999)
    given = what._replace(students=students, items=tuple(dict.fromkeys(what.items)))
    return CheckState(event.about, event.n, event.at, given)


def _with_sheet(state: CheckState, code: str, **changes: Any) -> CheckState:
    sheet: Answers = replace(state.sheet(code), **changes)
    return replace(state, sheets={**state.sheets, code: sheet})


def _keyed(state: CheckState, what: h.Keyed) -> CheckState:
    if what.item not in state.given.items:
        return state
    sheet = state.sheets.get(what.code, NOBODY)
    name = "second" if what.again else "first"
    held = {**getattr(sheet, name), what.item: what.answer}
    settled = {i: a for i, a in sheet.settled.items() if i != what.item}
    return _with_sheet(state, what.code, **{name: held, "settled": settled})


def _absent(state: CheckState, what: h.Absent) -> CheckState:
    return _with_sheet(state, what.code, absent=what.absent)


def _settled(state: CheckState, what: h.Settled) -> CheckState:
    if what.item not in state.given.items:
        return state
    settled = {**state.sheet(what.code).settled, what.item: what.answer}
    return _with_sheet(state, what.code, settled=settled)


def _hands(state: CheckState, what: h.HandsCounted) -> CheckState:
    held = state.hands.get(what.item, {})
    now = max(0, held.get(what.answer, 0) + what.by)
    return _counted(state, what.item, {**held, what.answer: now})


def _totals(state: CheckState, what: h.TotalsTyped) -> CheckState:
    counts = {answer: max(0, hands) for answer, hands in what.counts.items()}
    return _counted(state, what.item, counts)


def _counted(state: CheckState, item: str, counts: dict[str, int]) -> CheckState:
    if item not in state.given.items:
        return state
    return replace(state, hands={**state.hands, item: counts})


def _put_away(state: CheckState, what: h.PutAway) -> CheckState:
    return replace(state, put_away=what.away)


def _undone(state: CheckState, _what: h.Undone) -> CheckState:
    return state


_MEANS: dict[type, Callable[[CheckState, Any], CheckState]] = {
    h.Keyed: _keyed,
    h.Absent: _absent,
    h.Settled: _settled,
    h.HandsCounted: _hands,
    h.TotalsTyped: _totals,
    h.PutAway: _put_away,
    h.Undone: _undone,
}
