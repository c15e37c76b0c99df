"""
The tables of checks that screens, reports and exports read.

The fold is loaded when the first check is: at the start nobody asks for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.records.table import Part, Projection, Rows, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.records.check_state import CheckState
    from milkit.records.event import Event

KINDS = frozenset(
    {
        "check_given",
        "check_answered",
        "check_absent",
        "check_settled",
        "check_hands",
        "check_totals",
        "check_put_away",
        "check_undone",
    }
)
GIVEN = Table(
    "check_given",
    (
        "id TEXT NOT NULL",
        "n INTEGER NOT NULL",
        "check_id TEXT NOT NULL",
        "title TEXT NOT NULL",
        "lang TEXT NOT NULL",
        "class TEXT NOT NULL",
        "class_name TEXT NOT NULL",
        "students INTEGER NOT NULL",
        "phase TEXT NOT NULL",
        "way TEXT NOT NULL",
        "forms TEXT NOT NULL",
        "short INTEGER NOT NULL",
        "items TEXT NOT NULL",
        "true_items TEXT NOT NULL",
        "begun TEXT NOT NULL",
        "done INTEGER NOT NULL",
        "put_away INTEGER NOT NULL",
        "sample INTEGER NOT NULL",
    ),
    keys=1,
)
# answer: the one that counts; first_key, second_key: as keyed, NULL = not keyed.
ANSWER = Table(
    "check_answer",
    (
        "given TEXT NOT NULL",
        "code TEXT NOT NULL",
        "item TEXT NOT NULL",
        "form TEXT NOT NULL",
        "answer TEXT NOT NULL",
        "first_key TEXT",
        "second_key TEXT",
    ),
    keys=3,
)
ABSENT = Table("check_absent", ("given TEXT NOT NULL", "code TEXT NOT NULL"), keys=2)
HANDS = Table(
    "check_hands",
    (
        "given TEXT NOT NULL",
        "item TEXT NOT NULL",
        "answer TEXT NOT NULL",
        "hands INTEGER NOT NULL",
    ),
    keys=3,
)


def _given(state: CheckState) -> Rows:
    given = state.given
    row = (
        state.id,
        state.n,
        given.check,
        given.title,
        given.lang,
        given.class_id,
        given.class_name,
        given.students,
        given.phase,
        given.way,
        given.forms,
        int(given.short),
        " ".join(given.items),
        " ".join(given.true_items),
        state.at,
        state.done(),
        int(state.put_away),
        int(given.sample),
    )
    return {(GIVEN.name, (state.id,)): row}


def _answers(state: CheckState) -> Rows:
    rows: Rows = {}
    for code, sheet in state.sheets.items():
        form = state.form(code)
        for item, answer in sheet.final().items():
            keyed = (sheet.first.get(item), sheet.second.get(item))
            key = (state.id, code, item)
            rows[ANSWER.name, key] = (*key, form, answer, *keyed)
    return rows


def _absent(state: CheckState) -> Rows:
    return {
        (ABSENT.name, (state.id, code)): (state.id, code)
        for code, sheet in state.sheets.items()
        if sheet.absent
    }


def _hands(state: CheckState) -> Rows:
    return {
        (HANDS.name, (state.id, item, answer)): (state.id, item, answer, hands)
        for item, counts in state.hands.items()
        for answer, hands in counts.items()
    }


def _fold(events: Iterable[Event]) -> Any:
    events = list(events)
    if not events:
        return None
    from milkit.records import check_fold

    return check_fold.fold(events)


def _apply(state: Any, event: Event) -> Any:
    from milkit.records import check_fold

    return check_fold.apply(state, event)


CHECKS = Projection(
    tables=(GIVEN, ANSWER, ABSENT, HANDS),
    kinds=KINDS,
    fold=_fold,
    apply=_apply,
    parts=(
        Part(_given),
        Part(_answers, ("sheets",)),
        Part(_absent, ("sheets",)),
        Part(_hands, ("hands",)),
    ),
    refold=frozenset({"check_undone"}),
)
