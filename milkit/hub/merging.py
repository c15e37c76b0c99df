"""Statements go in by their UUID: in any order, any often, with the same result."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence


class Heard(NamedTuple):
    """
    One statement as the hub keeps it; *id* 16 bytes, *sha256* 32 of its canonical form.

    *month* is like 2026-11, "" when the sender's clock cannot be right. *lesson*,
    *group* (the class's id) and *students* are what a report asks for, else None;
    *undoes* is the id of the statement that no longer counts.
    *data* is the event's data as JSON, *body* the whole statement in canonical form.
    """

    id: bytes
    sha256: bytes
    country: str
    month: str
    install: str
    kind: str
    about: str
    n: int
    at: str
    lesson: str | None
    group: str | None
    students: int | None
    sample: bool
    undoes: bytes | None
    data: str
    body: bytes


class Merged(NamedTuple):
    """What a merge did; *conflicts* are contents that came under a known UUID."""

    added: int = 0
    known: int = 0
    conflicts: int = 0


_BATCH = 2000
_COLUMNS = (
    "id, sha256, country, month, install, kind, about, n, at, "
    "lesson, class, students, sample, undoes, data, body"
)
_MARKS = ", ".join("?" * 16)
_PUT = f"INSERT INTO statement ({_COLUMNS}) VALUES ({_MARKS})"  # noqa: S608 - ours
_KEEP = "INSERT OR IGNORE INTO other VALUES (?, ?, ?)"


def merge(db: sqlite3.Connection, heard: Iterable[Heard]) -> Merged:
    """
    Insert or ignore by UUID; the caller has begun a transaction.

    Of two contents under one UUID the one whose canonical bytes have the smaller
    SHA-256 stands, whichever came first, and the other is kept beside it.
    """
    total = Merged()
    left = iter(heard)
    while batch := list(itertools.islice(left, _BATCH)):
        done = _merge_batch(db, batch)
        total = Merged(*(a + b for a, b in zip(total, done, strict=True)))
    return total


def _merge_batch(db: sqlite3.Connection, batch: Sequence[Heard]) -> Merged:
    known = _known(db, [one.id for one in batch])
    new: dict[bytes, Heard] = {}
    twice: list[Heard] = []
    same = 0
    for one in batch:
        stands = known.get(one.id)
        if stands is None:
            known[one.id] = one.sha256
            new[one.id] = one
        elif stands == one.sha256:
            same += 1
        else:
            twice.append(one)
    # In the order of the index, so that a page of it is touched once a batch.
    db.executemany(_PUT, [new[each] for each in sorted(new)])
    conflicts = sum(_settle(db, one) for one in twice)
    return Merged(len(new), same + len(twice) - conflicts, conflicts)


def _known(db: sqlite3.Connection, ids: Sequence[bytes]) -> dict[bytes, bytes]:
    """Give the hash that stands under each id that is there."""
    found: dict[bytes, bytes] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        marks = ", ".join("?" * len(part))
        rows = db.execute(
            f"SELECT id, sha256 FROM statement WHERE id IN ({marks})",  # noqa: S608 - question marks
            part,
        )
        found.update(rows)
    return found


def _settle(db: sqlite3.Connection, one: Heard) -> bool:
    """Keep both contents of a UUID; False when exactly this one was kept before."""
    row = db.execute(
        "SELECT sha256, body FROM statement WHERE id = ?", (one.id,)
    ).fetchone()
    if row[0] == one.sha256:
        return False
    if one.sha256 > row[0]:
        kept = db.execute(_KEEP, (one.id, one.sha256, one.body)).rowcount
        return bool(kept == 1)
    db.execute(_KEEP, (one.id, *row))
    db.execute("DELETE FROM statement WHERE id = ?", (one.id,))
    db.execute(_PUT, one)
    return True


class Conflict(NamedTuple):
    """One UUID that came with several contents: the one that stands, and the rest."""

    id: bytes
    stands: bytes
    others: tuple[bytes, ...]


def conflicts(db: sqlite3.Connection) -> list[Conflict]:
    """List the UUIDs that came with several contents, as canonical bytes."""
    rows = db.execute(
        "SELECT s.id, s.body, o.body FROM other AS o JOIN statement AS s USING (id) "
        "ORDER BY s.id, o.sha256"
    )
    return [
        Conflict(*key, tuple(row[2] for row in group))
        for key, group in itertools.groupby(rows, key=lambda row: (row[0], row[1]))
    ]
