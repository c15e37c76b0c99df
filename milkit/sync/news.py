"""What the records have that a hub was not told: a set difference, never a cursor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records.event import Event
from milkit.sync import shared, statement

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from milkit.records.store import Records
    from milkit.sync.statement import Where

_AT_ONCE = 500  # rows read in one go
_KINDS = ", ".join(f"'{kind}'" for kind in sorted(shared.KINDS))
_ALL = f"SELECT sha256, seq FROM event WHERE kind IN ({_KINDS}) ORDER BY seq"  # noqa: S608 - our own words
_BEGUN = """SELECT id, install, n, at, kind, about, data FROM event
    WHERE kind IN ('run_started', 'check_given') ORDER BY n, install, id"""


class New(NamedTuple):
    """
    An event that may go, with its SHA-256 in the log and its statement's topic.

    *record* is what it belongs to for a teacher (a run, a check), "" for a class.
    """

    sha256: str
    record: str
    event: Event
    topic: str


def since(records: Records, known: Container[str]) -> Iterator[New]:
    """Give the events whose SHA-256 is not *known*, in the log's order."""
    places = _places(records, known)
    topics: dict[str, str] = {}
    if places:
        for row in records.table(_BEGUN)[1]:
            begun = _event(row)
            topics.setdefault(begun.about, statement.topic(begun))
    columns = "sha256, id, install, n, at, kind, about, data"
    for row in _rows(records, columns, places):
        event = _event(row[1:])
        record = "" if _of_class(event.kind) else event.about
        yield New(row[0], record, event, topics.get(event.about, ""))


def abouts(records: Records, known: Container[str]) -> set[str]:
    """Name the records of which something is not *known*."""
    rows = _rows(records, "kind, about", _places(records, known))
    return {about for kind, about in rows if not _of_class(kind)}


def told(records: Records, where: Where, known: Container[str]) -> list[dict[str, Any]]:
    """Give the statements that would go now."""
    found = (told_of(new, where) for new in since(records, known))
    return [one for one in found if one is not None]


def told_of(new: New, where: Where) -> dict[str, Any] | None:
    """Give an event's statement; None when it holds too much for one."""
    try:
        one = statement.statement(new.event, where, new.topic)
    except ValueError:
        return None
    return one if len(statement.canonical(one)) <= statement.LONGEST else None


def _places(records: Records, known: Container[str]) -> list[int]:
    return [seq for sha256, seq in records.table(_ALL)[1] if sha256 not in known]


def _of_class(kind: str) -> bool:
    return kind.startswith("class_")


def _event(row: tuple[Any, ...]) -> Event:
    cells = (*row[:-1], json.loads(row[-1]))
    return Event(*cells)


def _rows(
    records: Records, columns: str, places: list[int]
) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(places), _AT_ONCE):
        wanted = ", ".join(map(str, places[start : start + _AT_ONCE]))
        query = f"SELECT {columns} FROM event WHERE seq IN ({wanted}) ORDER BY seq"  # noqa: S608 - our own words
        yield from records.table(query)[1]
