"""The log in SQLite: events go in once, stand in one order, and never change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records.event import Event, canonical, data_text, digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_COLUMNS = "id, install, n, at, kind, about, data"
_PUT = (
    "INSERT OR IGNORE INTO event (sha256, id, install, n, at, kind, about, data) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
# Of two contents under one UUID the smaller hash stands, whichever came first.
_STANDS = (
    "NOT EXISTS (SELECT 1 FROM event AS o WHERE o.id = e.id AND o.sha256 < e.sha256)"
)
_ORDER = "n, install, id"


class Merged(NamedTuple):
    """What a merge did; *about* names the things whose events are new."""

    added: int
    known: int
    about: frozenset[str]


class Conflict(NamedTuple):
    """One UUID that came with several contents: the one that stands, and the rest."""

    stands: Event
    others: tuple[Event, ...]


def put(db: sqlite3.Connection, event: Event) -> bool:
    """Write an event; False when exactly this one was there."""
    data = data_text(event.data)
    row = (digest(event, data), event.id, event.install, event.n, event.at, event.kind)
    return db.execute(_PUT, (*row, event.about, data)).rowcount == 1


def merge(db: sqlite3.Connection, events: Iterable[Event]) -> Merged:
    """Insert or ignore; in any order and any number of times the result is the same."""
    added = known = 0
    about: set[str] = set()
    most = highest(db)
    for event in events:
        most = max(most, event.n)
        if not put(db, event):
            known += 1
            continue
        added += 1
        about.update(
            row[0]
            for row in db.execute("SELECT about FROM event WHERE id = ?", (event.id,))
        )
    db.execute("INSERT OR REPLACE INTO meta VALUES ('merged', ?)", (str(most),))
    return Merged(added, known, frozenset(about))


def about(db: sqlite3.Connection, wanted: str) -> list[Event]:
    """Give the standing events of one run, class or programme, in order."""
    return list(_read(db, f"about = ? AND {_STANDS} ORDER BY {_ORDER}", wanted))


def by_subject(db: sqlite3.Connection) -> Iterator[Event]:
    """Give all standing events, those about one thing together and in order."""
    return _read(db, f"{_STANDS} ORDER BY about, {_ORDER}")


def in_order(db: sqlite3.Connection) -> Iterator[Event]:
    """Give all events in order, also those of a conflict that do not stand."""
    return _read(db, f"1 ORDER BY {_ORDER}, sha256")


def conflicts(db: sqlite3.Connection) -> list[Conflict]:
    """List the UUIDs that came with several contents."""
    twice = db.execute(
        "SELECT id FROM event GROUP BY id HAVING count(*) > 1 ORDER BY id"
    ).fetchall()
    found = []
    for (wanted,) in twice:
        first, *others = _read(db, "id = ? ORDER BY sha256", wanted)
        found.append(Conflict(first, tuple(others)))
    return found


def whole(db: sqlite3.Connection) -> Iterator[tuple[str, bool]]:
    """Give each event's id, and whether its content still has its hash."""
    rows = db.execute(f"SELECT sha256, {_COLUMNS} FROM event")  # noqa: S608 - our own
    for sha256, *row in rows:
        yield row[0], intact(Event(*row), sha256)


def intact(raw: Event, sha256: str) -> bool:
    """Tell whether an event, with its data still as text, has the hash it should."""
    try:
        return digest(raw._replace(data=json.loads(str(raw.data)))) == sha256
    except ValueError:
        return False


def highest(db: sqlite3.Connection) -> int:
    """
    Give the highest sequence number in the log, 0 when it is empty.

    Each event of our own goes higher than all before it, so the last row holds it,
    or the note that a merge leaves. An index would cost a page at each commit.
    """
    last = db.execute("SELECT n FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    noted = db.execute("SELECT value FROM meta WHERE key = 'merged'").fetchone()
    return max(last[0] if last else 0, int(noted[0]) if noted else 0)


def line(event: Event) -> str:
    """Write an event as one line of a log file; `event.from_line` reads it."""
    return canonical(event).decode()


def _read(db: sqlite3.Connection, where: str, *values: Any) -> Iterator[Event]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM event AS e WHERE {where}", values)  # noqa: S608 - our own words
    for row in rows:
        cells = (*row[:-1], json.loads(row[-1]))
        yield Event(*cells)
