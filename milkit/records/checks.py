"""Checks of a class: give one, key its answers, read what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.records import check_happenings as h
from milkit.records.check_rows import CHECKS
from milkit.records.event import new_id

if TYPE_CHECKING:
    from milkit.records.check_state import CheckState
    from milkit.records.event import Event
    from milkit.records.store import Records

BEFORE, AFTER, ONCE = "before", "after", "once"
PAPER, BY_HANDS, TYPED = "paper", "hands", "typed"


class Answered(NamedTuple):
    """
    One answer that counts; *code* "07" and "7" are two codes.

    *true* says whether the item is true (None when it is neither); *answer* is as in
    the check (real, false, unsure …), "" = left empty. *given* is the check's own id.
    """

    code: str
    phase: str
    item: str
    answer: str
    form: str
    true: bool | None
    given: str


class GivenRow(NamedTuple):
    """A check in a list; *begun* is a local time as text, *done* counts sheets."""

    id: str
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
    begun: str
    done: int
    sample: bool

    @property
    def in_hand(self) -> bool:
        """
        Whether its sheets are still being keyed.

        Half the class says it was given: those who were absent may never be marked.
        """
        return self.way == PAPER and self.done * 2 < self.students


def give(records: Records, given: h.Given) -> str:
    """Begin a check and give its id."""
    about = new_id()
    tell(records, about, given)
    return about


def tell(records: Records, about: str, happening: h.Happening) -> Event:
    """Write what happened to a check; it is on the disk when this returns."""
    return records.append(h.kind_of(happening), about, h.plain(happening))


def undo(records: Records, about: str, event: str) -> None:
    """Take an event of a check back; that is an event too."""
    tell(records, about, h.Undone(event))


def read(records: Records, about: str) -> CheckState | None:
    """Give a check with everything that was keyed."""
    found: CheckState | None = records.state(CHECKS, about)
    return found


def given(
    records: Records, class_id: str | None = None, check: str = ""
) -> list[GivenRow]:
    """Give the checks, newest first; of one class, of one check, or all."""
    _, rows = records.table(
        "SELECT id, check_id, title, lang, class, class_name, students, phase, way, "
        "forms, short, items, true_items, begun, done, sample FROM check_given "
        "WHERE NOT put_away ORDER BY n DESC, id"
    )
    found = [
        GivenRow._make(
            (
                *row[:10],
                bool(row[10]),
                tuple(row[11].split()),
                tuple(row[12].split()),
                *row[13:15],
                bool(row[15]),
            )
        )
        for row in rows
    ]
    return [
        one
        for one in found
        if class_id in (None, one.class_id) and check in ("", one.check)
    ]


def latest(
    records: Records, class_id: str, check: str, way: str = PAPER
) -> dict[str, GivenRow]:
    """Give the newest check of each phase that a class took in this *way*."""
    found: dict[str, GivenRow] = {}
    for one in given(records, class_id, check):
        if one.way == way:
            found.setdefault(one.phase, one)
    return found


def answers(records: Records, class_id: str, check: str) -> list[Answered]:
    """
    Give the answers of a class, of the newest keyed check of each phase.

    Absent students have none; an answer that was settled against the paper counts as
    it was settled. Sorted by phase, code and item.
    """
    found: list[Answered] = []
    for phase, one in sorted(latest(records, class_id, check).items()):
        state = read(records, one.id)
        if state is None:
            continue
        for code in state.codes:
            keyed = state.sheet(code).final()
            found += [
                Answered(
                    code, phase, item, keyed[item], state.form(code),
                    truth_of(one, item), one.id,
                )
                for item in one.items
                if item in keyed
            ]  # fmt: skip
    return found


def truth_of(one: GivenRow, item: str) -> bool | None:
    """Say whether an item is true; None in a check that has no true and false ones."""
    return item in one.true_items if one.true_items else None


def totals(records: Records, about: str) -> dict[str, dict[str, int]]:
    """Give how often each answer was given to each item: by hands, or keyed."""
    state = read(records, about)
    if state is None:
        return {}
    counted = {item: dict(counts) for item, counts in state.hands.items()}
    for code in state.codes:
        for item, answer in state.sheet(code).final().items():
            counts = counted.setdefault(item, {})
            counts[answer] = counts.get(answer, 0) + 1
    return counted
