"""Keep the tables that screens read equal to what the log says."""

from __future__ import annotations

import itertools
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records import log
from milkit.records.check_rows import CHECKS
from milkit.records.classes import CLASSES
from milkit.records.consent import CONSENT
from milkit.records.run_rows import RUNS
from milkit.records.table import write

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from milkit.records.event import Event
    from milkit.records.table import Projection, Rows, Table

PROJECTIONS: tuple[Projection, ...] = (CLASSES, RUNS, CHECKS, CONSENT)
TABLES: dict[str, Table] = {
    table.name: table for projection in PROJECTIONS for table in projection.tables
}
_MEANING = 1  # raise it when a fold changes: the tables are then made anew
_OF_KIND: dict[str, Projection] = {
    kind: projection for projection in PROJECTIONS for kind in projection.kinds
}


class Projected(NamedTuple):
    """What the events about one thing add up to now, and its rows part by part."""

    state: Any
    rows: tuple[Rows, ...]


def projection_of(kind: str) -> Projection | None:
    """Give the projection that a kind of event changes, or None."""
    return _OF_KIND.get(kind)


def fold(
    db: sqlite3.Connection, projection: Projection, about: str, besides: str = ""
) -> Projected:
    """Add up the log's events about one thing, without the one with id *besides*."""
    events = _of(projection, [e for e in log.about(db, about) if e.id != besides])
    return _projected(projection, projection.fold(events))


def _projected(
    projection: Projection, state: Any, old: Projected | None = None
) -> Projected:
    """Make the rows of a state; those that must be as they were are taken over."""
    if state is None:
        return Projected(None, ({},) * len(projection.parts))
    if old is None or old.state is None:
        return Projected(state, tuple(part.rows(state) for part in projection.parts))
    rows = tuple(
        was if part.same(old.state, state) else part.rows(state)
        for part, was in zip(projection.parts, old.rows, strict=True)
    )
    return Projected(state, rows)


def add(
    db: sqlite3.Connection, projection: Projection, old: Projected, event: Event
) -> Projected:
    """Bring the tables up to date with an event that was just put into the log."""
    if event.kind in projection.refold:
        new = fold(db, projection, event.about)
    else:
        new = _projected(projection, projection.apply(old.state, event), old)
    for was, now in zip(old.rows, new.rows, strict=True):
        if was is not now:
            write(db, TABLES, was, now)
    return new


def renew(db: sqlite3.Connection, about: str) -> None:
    """Make all rows about one thing anew."""
    for table in TABLES.values():
        key = table.columns[0].split()[0]
        db.execute(f"DELETE FROM {table.name} WHERE {key} = ?", (about,))  # noqa: S608 - our own names
    _write_new(db, log.about(db, about))


def rebuild(db: sqlite3.Connection) -> None:
    """Make all tables anew from the log; the caller has begun a transaction."""
    for name, table in TABLES.items():
        db.execute(f"DROP TABLE IF EXISTS {name}")
        db.execute(table.make())
    for _, events in itertools.groupby(log.by_subject(db), key=lambda e: e.about):
        _write_new(db, list(events))
    db.execute("INSERT OR REPLACE INTO meta VALUES ('projections', ?)", (stamp(),))


def faults(db: sqlite3.Connection) -> list[str]:
    """List the events and the rows that are not what the log says they should be."""
    found = [
        f"event {event_id} is not what was written"
        for event_id, whole in log.whole(db)
        if not whole
    ]
    expected: Rows = {}
    for _, events in itertools.groupby(log.by_subject(db), key=lambda e: e.about):
        of_one = list(events)
        for projection in PROJECTIONS:
            expected |= projection.rows(projection.fold(_of(projection, of_one)))
    there = rows(db)
    wrong = {place[0] for place in expected.keys() ^ there.keys()}
    wrong |= {
        place[0]
        for place in expected.keys() & there.keys()
        if expected[place] != there[place]
    }
    return found + [f"table {name} differs from the log" for name in sorted(wrong)]


def rows(db: sqlite3.Connection) -> Rows:
    """Read all rows of all tables."""
    return {
        (name, row[: table.keys]): row
        for name, table in TABLES.items()
        for row in db.execute(f"SELECT * FROM {name}")  # noqa: S608 - our own names
    }


def stale(db: sqlite3.Connection) -> bool:
    """Tell whether the tables were made by a program with other tables or folds."""
    row = db.execute("SELECT value FROM meta WHERE key = 'projections'").fetchone()
    return row is None or row[0] != stamp()


def stamp() -> str:
    """Name the shape and the meaning of the tables."""
    shape = "\n".join(table.make() for table in TABLES.values())
    return f"{_MEANING}-{zlib.crc32(shape.encode()):08x}"


def _write_new(db: sqlite3.Connection, events: Sequence[Event]) -> None:
    for projection in PROJECTIONS:
        rows = projection.rows(projection.fold(_of(projection, events)))
        write(db, TABLES, {}, rows)


def _of(projection: Projection, events: Sequence[Event]) -> list[Event]:
    return [event for event in events if event.kind in projection.kinds]
