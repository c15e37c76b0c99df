"""Take in results files: new ones are opened and merged, the rest is said by name."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.errors import FileUnreadable, Mishap
from milkit.hub.facts import LARGEST, opened
from milkit.hub.merging import Merged, merge
from milkit.records.connection import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from milkit.hub.facts import Opened
    from milkit.hub.sources import Found, Source

    Step = Callable[[int, int], None]
    Opener = Callable[[bytes, str], Opened]

NEW, SEEN, DAMAGED = "new", "seen", "damaged"
_NAME = re.compile(r"[0-9a-f]{64}(?=\.milr\Z)", re.IGNORECASE)
_BATCH = 100  # files in one transaction: a power cut costs these, and nothing is half


class File(NamedTuple):
    """
    What became of one file; *why* it is damaged is a mishap.

    *name* is the SHA-256 that names its bytes, or the name it had when damaged.
    """

    name: str
    source: str
    state: str
    install: str = ""
    country: str = ""
    place: str = ""
    statements: int = 0
    why: Mishap | None = None


class Collected(NamedTuple):
    """What was found in the sources, and what the merge did with it."""

    files: tuple[File, ...]
    merged: Merged

    def count(self, state: str) -> int:
        """Count the files of a state."""
        return sum(1 for file in self.files if file.state == state)


class _Read(NamedTuple):
    file: File
    opened: Opened | None
    sha256: str = ""


def collect(
    db: sqlite3.Connection,
    sources: Sequence[Source],
    secret: str,
    heard: str,
    step: Step | None = None,
) -> Collected:
    """
    Take in what is new; *secret* opens the files, *heard* is the time, for people only.

    What is new is told by the difference of names, never by a clock or a place in a
    list, so a listing that lags or a second run cost nothing. A damaged file is never
    "seen": when the same name comes whole, it is read.
    """
    found = [(source, one) for source in sources for one in source.files()]
    seen = {
        name: File(name, "", SEEN, install, country, place)
        for name, install, country, place in db.execute(
            "SELECT name, install, country, place FROM file"
        )
    }
    files: list[File] = []
    total = Merged()
    for batch in _batches(_read_all(found, seen, secret, step)):
        with transaction(db):
            for one in batch:
                total = _sum(total, _keep(db, one, heard))
        files += [one.file for one in batch]
    return Collected(tuple(files), total)


def _read_all(
    found: Sequence[tuple[Source, Found]],
    seen: dict[str, File],
    secret: str,
    step: Step | None,
) -> Iterator[_Read]:
    for number, (source, one) in enumerate(found):
        read = _read(source, one, seen, secret)
        if read.file.state == NEW:
            seen[read.file.name] = read.file._replace(state=SEEN)
        yield read
        if step is not None:
            step(number + 1, len(found))


def _read(source: Source, found: Found, seen: dict[str, File], secret: str) -> _Read:
    named = _NAME.search(found.name)
    name = named.group().lower() if named else ""
    if name in seen:
        return _Read(seen[name]._replace(source=source.title), None)
    sha256 = ""
    try:
        content = source.read(found, LARGEST)
        sha256 = hashlib.sha256(content).hexdigest()
        if sha256 in seen:  # somebody gave the file another name
            return _Read(seen[sha256]._replace(source=source.title), None)
        inside = opened(content, found.name, secret)
    except Mishap as mishap:
        return _Read(File(found.name, source.title, DAMAGED, why=mishap), None, sha256)
    file = File(
        sha256, source.title, NEW, inside.install, inside.country, inside.place,
        len(inside.heard),
    )  # fmt: skip
    return _Read(file, inside, sha256)


def _batches(reads: Iterable[_Read]) -> Iterator[list[_Read]]:
    batch: list[_Read] = []
    for one in reads:
        batch.append(one)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _sum(a: Merged, b: Merged) -> Merged:
    return Merged(*(x + y for x, y in zip(a, b, strict=True)))


def _keep(db: sqlite3.Connection, read: _Read, heard: str) -> Merged:
    file = read.file
    if file.state == DAMAGED:
        if not isinstance(file.why, FileUnreadable):  # the disk's fault is not kept
            row = (file.name, read.sha256, repr(file.why), heard, file.source)
            db.execute("INSERT OR REPLACE INTO damaged VALUES (?, ?, ?, ?, ?)", row)
        return Merged()
    if read.opened is None:
        return Merged()
    done = merge(db, read.opened.heard)
    whole = (
        file.name, file.install, file.country, file.place, file.statements, heard,
        file.source,
    )  # fmt: skip
    db.executemany(
        "INSERT OR IGNORE INTO passed VALUES (?, ?)",
        {(file.install, one.install) for one in read.opened.heard},
    )
    db.execute("INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", whole)
    db.execute("DELETE FROM damaged WHERE name LIKE ?", (f"{file.name}%",))
    return done
