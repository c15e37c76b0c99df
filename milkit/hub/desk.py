"""What the window shows of a hub: files before and after they are taken in."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.hub.collecting import DAMAGED, NEW, SEEN, Collected, File, collect
from milkit.hub.merging import conflicts
from milkit.hub.receipts import Receipt, receipts
from milkit.hub.senders import Cover, Sender, coverage, senders
from milkit.hub.sources import Folder
from milkit.hub.tables import at_once, memory, open_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from milkit.hub.merging import Conflict
    from milkit.hub.place import Hub

    Step = Callable[[int, int], None]

_ORDER = {DAMAGED: 0, NEW: 1, SEEN: 2}


class Row(NamedTuple):
    """
    One school in one state, or one damaged file.

    *files* counts its files, *receipt* is what its receipt would say (None when
    damaged), *file* is the damaged one.
    """

    state: str
    files: int
    receipt: Receipt | None = None
    file: File | None = None

    @property
    def key(self) -> str:
        """Something to know the row by."""
        if self.receipt is not None:
            return self.receipt.sender.install
        return self.file.name if self.file is not None else ""


class Clash(NamedTuple):
    """A record that came with several contents: its day, and what is *apart*."""

    day: str
    kind: str
    apart: tuple[tuple[str, str, str], ...]  # field, what counts, what is kept


class Desk(NamedTuple):
    """All that lies on the hub's desk."""

    rows: tuple[Row, ...]
    covers: tuple[Cover, ...] = ()
    clashes: tuple[Clash, ...] = ()

    def count(self, state: str) -> int:
        """Count the files of a state."""
        return sum(row.files for row in self.rows if row.state == state)


def look(hub: Hub, places: Sequence[Path], at: str, step: Step | None = None) -> Desk:
    """Say what is in some folders, without taking anything in; *at* is the time."""
    with contextlib.closing(open_tables(hub.folder)) as db, at_once(db):
        known = {one.sender.install: one for one in receipts(db, hub.name, at)}
        files = db.execute("SELECT * FROM file").fetchall()
        names = db.execute("SELECT * FROM sender").fetchall()
        covers = coverage(senders(db), since(at))
    with contextlib.closing(memory()) as fresh:
        fresh.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", files)
        fresh.executemany("INSERT INTO sender VALUES (?, ?, ?)", names)
        old = {row[0] for row in files}
        done = collect(
            fresh, [Folder(place) for place in places], hub.secret(), at, step
        )
        fresh.executemany("DELETE FROM file WHERE name = ?", [(name,) for name in old])
        new = {one.sender.install: one for one in receipts(fresh, hub.name, at)}
    return Desk(_rows(done, new, known), tuple(covers))


def take_in(
    hub: Hub, places: Sequence[Path], at: str, step: Step | None = None
) -> Desk:
    """Take in what is new; the rows of senders show what the hub has of them now."""
    with contextlib.closing(open_tables(hub.folder)) as db:
        done = collect(db, [Folder(place) for place in places], hub.secret(), at, step)
        known = {one.sender.install: one for one in receipts(db, hub.name, at)}
        covers = coverage(senders(db), since(at))
        clashes = _clashes(conflicts(db))
    return Desk(_rows(done, known, known), tuple(covers), clashes)


def whole(hub: Hub, at: str) -> Desk:
    """Show all who have ever sent."""
    with contextlib.closing(open_tables(hub.folder)) as db, at_once(db):
        all_ = receipts(db, hub.name, at)
        covers = coverage([one.sender for one in all_], since(at))
        clashes = _clashes(conflicts(db))
    rows = tuple(Row(SEEN, len(one.names), one) for one in all_)
    return Desk(rows, tuple(covers), clashes)


def name(hub: Hub, sender: Sender, called: str, place: str) -> None:
    """Keep what the hub's people call a school; it never leaves this computer."""
    from milkit.hub.senders import name_sender

    with contextlib.closing(open_tables(hub.folder)) as db:
        name_sender(db, sender.install, called, place)


def since(at: str) -> str:
    """Give the day three months before a time like 2026-11-22T…, as 2026-08-22."""
    year, month = int(at[:4]), int(at[5:7]) - 3
    if month < 1:
        year, month = year - 1, month + 12
    return f"{year:04}-{month:02}-{at[8:10]}"


def _rows(
    done: Collected, new: dict[str, Receipt], known: dict[str, Receipt]
) -> tuple[Row, ...]:
    found: dict[tuple[str, str], Row] = {}
    for file in done.files:
        if file.state == DAMAGED:
            found[DAMAGED, f"{file.source}/{file.name}"] = Row(DAMAGED, 1, None, file)
            continue
        receipt = (new if file.state == NEW else known).get(file.install)
        receipt = receipt or new.get(file.install)
        key = (file.state, file.install)
        before = found.get(key, Row(file.state, 0, receipt))
        found[key] = before._replace(files=before.files + 1)
    return tuple(sorted(found.values(), key=_place))


def _place(row: Row) -> tuple[int, bool, str]:
    sender = row.receipt.sender if row.receipt else None
    called = (sender.name or sender.code) if sender else row.key
    return _ORDER[row.state], not (sender and sender.name), called


def _clashes(found: Sequence[Conflict]) -> tuple[Clash, ...]:
    return tuple(_clash(one) for one in found)


def _clash(one: Conflict) -> Clash:
    counts = json.loads(one.stands)
    kind = next(iter(counts["result"]["extensions"])).rpartition("/")[2]
    stands = dict(_leaves(counts, ""))
    apart: list[tuple[str, str, str]] = []
    for other in one.others:
        kept = dict(_leaves(json.loads(other), ""))
        apart += [
            (field.rpartition("/")[2], stands.get(field, ""), kept.get(field, ""))
            for field in sorted(stands.keys() | kept.keys())
            if stands.get(field) != kept.get(field)
        ]
    return Clash(counts["timestamp"][:10], kind, tuple(apart))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name_, inside in value.items():
            yield from _leaves(inside, f"{path}/{name_}")
    elif isinstance(value, list):
        for at, inside in enumerate(value):
            yield from _leaves(inside, f"{path}/{at}")
    else:
        yield path, str(value)
