"""The teacher's classes: how many students and how old, and never a name of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records.table import Part, Projection, Rows, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from milkit.records.event import Event

SAVED, PUT_AWAY = "class_saved", "class_put_away"


class SchoolClass(NamedTuple):
    """
    A group of students; *minutes* is its period, *lang* the language of its lessons.

    *ages* is the youngest and the oldest. A class that was put away is not shown,
    and its runs stay.
    """

    id: str
    name: str
    students: int
    ages: tuple[int, int]
    lang: str = ""
    minutes: int = 40
    put_away: bool = False


def plain(school_class: SchoolClass) -> dict[str, Any]:
    """Give a class as the data of its event."""
    return {
        "name": school_class.name,
        "students": school_class.students,
        "ages": list(school_class.ages),
        "lang": school_class.lang,
        "minutes": school_class.minutes,
    }


def _told(event: Event) -> SchoolClass | None:
    data: Mapping[str, Any] = event.data
    name, lang = data.get("name"), data.get("lang", "")
    students: Any = data.get("students")
    minutes: Any = data.get("minutes", 40)
    ages = data.get("ages")
    if not (isinstance(name, str) and isinstance(lang, str)):
        return None
    if not (isinstance(ages, list) and len(ages) == len(("youngest", "oldest"))):
        return None
    numbers = (students, minutes, *ages)
    if any(type(x) is not int or not 0 <= x < 1 << 31 for x in numbers):
        return None
    return SchoolClass(event.about, name, students, (ages[0], ages[1]), lang, minutes)


def apply(state: SchoolClass | None, event: Event) -> SchoolClass | None:
    """Add one event: the last saved form of a class stands."""
    if event.kind == SAVED:
        told = _told(event)
        if told is None:
            return state
        return told._replace(put_away=state.put_away) if state else told
    away = event.data.get("away")
    if state is not None and isinstance(away, bool):
        return state._replace(put_away=away)
    return state


def fold(events: Iterable[Event]) -> SchoolClass | None:
    """Add up all events of a class."""
    state: SchoolClass | None = None
    for event in events:
        state = apply(state, event)
    return state


CLASS = Table(
    "class",
    (
        "id TEXT NOT NULL",
        "name TEXT NOT NULL",
        "students INTEGER NOT NULL",
        "youngest INTEGER NOT NULL",
        "oldest INTEGER NOT NULL",
        "lang TEXT NOT NULL",
        "minutes INTEGER NOT NULL",
        "put_away INTEGER NOT NULL",
    ),
    keys=1,
)


def rows(state: SchoolClass) -> Rows:
    """Give the row of a class."""
    return {
        ("class", (state.id,)): (
            state.id,
            state.name,
            state.students,
            *state.ages,
            state.lang,
            state.minutes,
            int(state.put_away),
        )
    }


CLASSES = Projection(
    tables=(CLASS,),
    kinds=frozenset({SAVED, PUT_AWAY}),
    fold=fold,
    apply=apply,
    parts=(Part(rows),),
)
