"""
Consent to research, kept apart from use: off until asked, code by code, with a date.

It is about a class. Nobody has agreed before the teacher says so, and what was agreed
can be taken back at any time; then nothing of that code is in a file for research.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records.table import Part, Projection, Rows, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from milkit.records.event import Event

PURPOSE, GIVEN, WITHDRAWN, ALL_WITHDRAWN = (
    "research_asked",
    "research_agreed",
    "research_withdrawn",
    "research_ended",
)
OF_AGE = 18  # below it, a parent or guardian has to agree as well


class Agreed(NamedTuple):
    """Who has agreed for a code: the student, the guardian; *on* is the last day."""

    own: bool = False
    guardian: bool = False
    on: str = ""

    def counts(self, youngest: int) -> bool:
        """Tell whether it is enough in a class whose youngest has this age."""
        return self.own and (self.guardian or youngest >= OF_AGE)


class Consent(NamedTuple):
    """What a class was asked: *purpose* "" = nothing was; *on* is the day (ISO)."""

    class_id: str
    purpose: str
    on: str
    people: Mapping[str, Agreed]

    def agreed(self, youngest: int) -> tuple[str, ...]:
        """Give the codes that may be in a file for research."""
        if not self.purpose:
            return ()
        return tuple(
            code for code, who in sorted(self.people.items()) if who.counts(youngest)
        )


def fold(events: Iterable[Event]) -> Consent | None:
    """Add up all consent events about a class."""
    state: Consent | None = None
    for event in events:
        state = apply(state, event)
    return state


def apply(state: Consent | None, event: Event) -> Consent | None:
    """Add one event; those of an odd shape change nothing."""
    data = event.data
    on = data.get("on", "")
    if not isinstance(on, str):
        return state
    if event.kind == PURPOSE:
        purpose = data.get("purpose")
        if not isinstance(purpose, str):
            return state
        return _asked(state, event.about, purpose, on)
    if state is None:
        return None
    if event.kind == ALL_WITHDRAWN:
        return state._replace(purpose="", on=on, people={})
    return _person(state, event.kind, data, on)


def _asked(state: Consent | None, about: str, purpose: str, on: str) -> Consent:
    """Ask for a purpose; what was agreed to another purpose does not count for it."""
    kept = state is not None and state.purpose == purpose
    return Consent(about, purpose, on, state.people if state and kept else {})


def _person(state: Consent, kind: str, data: Mapping[str, Any], on: str) -> Consent:
    code = data.get("code")
    if not isinstance(code, str):
        return state
    people = {name: who for name, who in state.people.items() if name != code}
    if kind == GIVEN:
        own, guardian = data.get("own") is True, data.get("guardian") is True
        if own or guardian:
            people[code] = Agreed(own, guardian, on)
    return state._replace(people=people)


ASKED = Table(
    "research",
    ("class TEXT NOT NULL", "purpose TEXT NOT NULL", "asked TEXT NOT NULL"),
    keys=1,
)
AGREED = Table(
    "research_consent",
    (
        "class TEXT NOT NULL",
        "code TEXT NOT NULL",
        "own INTEGER NOT NULL",
        "guardian INTEGER NOT NULL",
        "agreed TEXT NOT NULL",
    ),
    keys=2,
)


def rows(state: Consent) -> Rows:
    """Give the rows of a class: what it was asked, and who agreed."""
    made: Rows = {
        (ASKED.name, (state.class_id,)): (state.class_id, state.purpose, state.on)
    }
    for code, who in state.people.items():
        key = (state.class_id, code)
        row = (*key, int(who.own), int(who.guardian), who.on)
        made[AGREED.name, key] = row
    return made


CONSENT = Projection(
    tables=(ASKED, AGREED),
    kinds=frozenset({PURPOSE, GIVEN, WITHDRAWN, ALL_WITHDRAWN}),
    fold=fold,
    apply=apply,
    parts=(Part(rows),),
)
