"""
What can happen to a check that a class takes, as data, and as it is written in events.

Students are codes, the numbers on their slips, as text: never names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records.happenings import fields_of, made

if TYPE_CHECKING:
    from collections.abc import Mapping


class Given(NamedTuple):
    """
    A class takes a check; *phase* is before, after or once.

    *way* is paper, hands or typed. *forms* is the form of odd codes and that of even
    ones: AB, BA, or A alone for all. *items* are the ids of what is asked, *true_items*
    those of them that are true. *class_id* is "" for the teacher's own check.
    """

    check: str
    title: str
    lang: str
    class_id: str
    class_name: str
    students: int
    phase: str
    way: str
    forms: str
    short: bool
    items: tuple[str, ...]
    true_items: tuple[str, ...]
    sample: bool = False


class Keyed(NamedTuple):
    """An answer was keyed from a sheet, "" = left empty; *again* = the second time."""

    code: str
    item: str
    answer: str
    again: bool = False


class Absent(NamedTuple):
    """The student with a code was away, or was there after all."""

    code: str
    absent: bool


class Settled(NamedTuple):
    """Two keyings differed; this is what the paper says."""

    code: str
    item: str
    answer: str


class HandsCounted(NamedTuple):
    """Hands for an answer were added or taken."""

    item: str
    answer: str
    by: int


class TotalsTyped(NamedTuple):
    """The hands for all answers of an item were typed."""

    item: str
    counts: dict[str, int]


class PutAway(NamedTuple):
    """The check is taken out of the lists, or put back; its answers stay."""

    away: bool


class Undone(NamedTuple):
    """The event with this id no longer counts."""

    event: str


Happening = (
    Given | Keyed | Absent | Settled | HandsCounted | TotalsTyped | PutAway | Undone
)
KINDS: dict[str, type[Happening]] = {
    "check_given": Given,
    "check_answered": Keyed,
    "check_absent": Absent,
    "check_settled": Settled,
    "check_hands": HandsCounted,
    "check_totals": TotalsTyped,
    "check_put_away": PutAway,
    "check_undone": Undone,
}
_KIND_OF = {what: kind for kind, what in KINDS.items()}
_FIELDS = {kind: fields_of(what) for kind, what in KINDS.items()}


def kind_of(happening: Happening) -> str:
    """Give the kind of the event that says it."""
    return _KIND_OF[type(happening)]


def plain(happening: Happening) -> dict[str, Any]:
    """Give an event's data, as JSON knows it."""
    data = happening._asdict()
    if isinstance(happening, Given):
        data["items"] = list(happening.items)
        data["true_items"] = list(happening.true_items)
    return data


def told(kind: str, data: Mapping[str, Any]) -> Happening | None:
    """Read an event's data; None for a kind or a shape that is not known."""
    what = KINDS.get(kind)
    found: Happening | None = made(what, _FIELDS[kind], data) if what else None
    return found
