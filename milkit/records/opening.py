"""Open the records; when they are damaged, go on with the best that can be had."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground import files
from milkit.ground.errors import BackupFailed, DatabaseDamaged, Mishap, of_writing
from milkit.records import place, projections, reading, schema
from milkit.records.connection import connect, transaction
from milkit.records.event import new_id
from milkit.records.store import Records
from milkit.records.trouble import told

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.ground.clock import Clock

NAME = "records.db"
_LOOK_THROUGH = 4 << 20  # bytes; a larger file is looked through in the background
_SMALLEST = 512  # bytes: SQLite's smallest page; less is no database
_FIRST = 4096  # bytes: the one page of a file that was begun and never filled
_DUE = "to-be-read"


class Opened(NamedTuple):
    """The records, and what the teacher must be told about them (None = nothing)."""

    records: Records
    mishap: Mishap | None = None


def open_records(data: Path, clock: Clock, *, portable: bool = False) -> Opened:
    """
    Open the records in the data folder, or begin new ones.

    *portable* means that the folder is on a stick. Damaged records are moved aside,
    the newest good copy takes their place and what can be read of them is told again.
    Raises DatabaseNewer, DatabaseBusy, DiskFull or FolderReadOnly, changing nothing.
    """
    files.make_folder(data)
    path = data / NAME
    away = portable or place.away(data)
    mishap: Mishap | None = None
    try:
        _refuse_lost(data)
        records = _open(path, clock, away=away)
    except DatabaseDamaged:
        mishap = _put_right(data, clock)
        records = _open(path, clock, away=away)
    _tell_again(data, records)
    return Opened(records, mishap)


def _open(path: Path, clock: Clock, *, away: bool) -> Records:
    with told(path):
        if path.exists():
            schema.refuse_newer(path)
        unclean = _unclean(path)
        db = connect(path, away=away)
        try:
            _bring_up_to_date(db, path, clock)
            _refuse_damaged(db, path, unclean=unclean)
            return Records(db, path, clock, away=away)
        except (sqlite3.Error, ValueError, Mishap):
            db.close()
            raise


def _unclean(path: Path) -> bool:
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def _refuse_lost(data: Path) -> None:
    """Take a file that is gone or has no page, with copies beside it, for damage."""
    path = data / NAME
    if not path.exists() or path.stat().st_size < _SMALLEST:
        _refuse_empty(path)


def _refuse_empty(path: Path) -> None:
    """Begin nothing new where something stood: SQLite takes a torn file for new."""
    from milkit.records import backups

    once = path.exists() and path.stat().st_size > _FIRST
    if once or backups.snapshots(path.parent):
        raise DatabaseDamaged(path)


def _bring_up_to_date(db: sqlite3.Connection, path: Path, clock: Clock) -> None:
    if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        _refuse_empty(path)
        with transaction(db):
            schema.make(db, new_id(), clock.now().isoformat(timespec="seconds"))
            projections.rebuild(db)
    elif db.execute("PRAGMA application_id").fetchone()[
        0
    ] != schema.APPLICATION or not schema.whole(db):
        raise DatabaseDamaged(path)
    elif schema.version(db) < len(schema.UPGRADES):
        from milkit.records import backups

        backups.take(path.parent, clock.now(), kept=True)
        schema.upgrade(db)
    if projections.stale(db):
        with transaction(db):
            projections.rebuild(db)


def _refuse_damaged(db: sqlite3.Connection, path: Path, *, unclean: bool) -> None:
    if (unclean or path.stat().st_size <= _LOOK_THROUGH) and db.execute(
        "PRAGMA quick_check(1)"
    ).fetchone()[0] != "ok":
        raise DatabaseDamaged(path)
    if not db.execute("SELECT count(*) FROM meta WHERE key = 'install'").fetchone()[0]:
        raise DatabaseDamaged(path)


def _put_right(data: Path, clock: Clock) -> DatabaseDamaged:
    """Move the damaged file aside, and put the newest good copy or a new file there."""
    from milkit.records import backups, salvage

    path = data / NAME
    kept = _move_aside(path)
    for snapshot in backups.snapshots(data):
        if backups.good(snapshot.path):
            backups.put_in_place(snapshot.path, path)
            return DatabaseDamaged(path, kept, snapshot.path)
    with told(path), contextlib.closing(connect(path, away=True)) as db:
        install = (salvage.read(kept).install if kept else "") or new_id()
        with transaction(db):
            schema.make(db, install, clock.now().isoformat(timespec="seconds"))
            projections.rebuild(db)
    return DatabaseDamaged(path, kept)


def _move_aside(path: Path) -> Path | None:
    """
    Move the file and its WAL into a folder of their own, to be read from there.

    The mark comes first: when the power goes now, the next start reads it all.
    """
    there = [
        one
        for one in (
            path,
            *(path.with_name(path.name + end) for end in ("-wal", "-shm")),
        )
        if one.exists()
    ]
    if not there:
        return None
    number = 1
    while (folder := path.parent / "damaged" / f"{number:03}").exists():
        number += 1
    files.make_folder(folder)
    try:
        (folder / _DUE).touch()
        for one in reversed(there):
            one.replace(folder / one.name)
    except OSError as e:
        raise of_writing(e, path) from e
    return folder / path.name


def _tell_again(data: Path, records: Records) -> None:
    """Take the events out of files that were moved aside; once, and by their UUIDs."""
    damaged = data / "damaged"
    for mark in sorted(damaged.glob(f"*/{_DUE}")) if damaged.exists() else ():
        from milkit.records import salvage

        with contextlib.suppress(
            OSError
        ):  # a disk that does not read: the rest goes on
            records.merge(salvage.read(mark.with_name(NAME)).events)
        with contextlib.suppress(OSError):
            mark.unlink()


def take_due_copy(data: Path, clock: Clock) -> Mishap | None:
    """
    Copy the records if something was told since the last copy. For any thread.

    Gives the mishap instead of raising it: no copy today must not stop a lesson.
    """
    from milkit.records import backups

    try:
        with contextlib.closing(
            sqlite3.connect(f"{(data / NAME).absolute().as_uri()}?mode=ro", uri=True)
        ) as db:
            highest = db.execute("SELECT max(n) FROM event").fetchone()[0] or 0
        if backups.due(data, highest):
            backups.take(data, clock.now())
    except BackupFailed as e:
        return e
    except sqlite3.DatabaseError:
        return BackupFailed(backups.folder_of(data))
    return None


def faults(data: Path) -> list[str]:
    """
    List what is damaged in the records of a folder without changing anything.

    No records yet are no fault. Raises DatabaseNewer, DatabaseBusy, FileUnreadable.
    """
    path = data / NAME
    if not path.exists():
        return []
    schema.refuse_newer(path)
    try:
        with (
            told(path),
            contextlib.closing(
                sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
            ) as db,
        ):
            return reading.faults(db)
    except DatabaseDamaged:
        return [f"{path.name} cannot be read"]
