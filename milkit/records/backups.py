"""Copies of the records: made whole, tried, kept for days and weeks, never used up."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import shutil
import sqlite3
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground import files
from milkit.ground.errors import BackupDamaged, BackupFailed, Mishap, of_writing
from milkit.records.connection import connect

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LAST, DAILY, WEEKLY, KEPT = 3, 7, 4, 3
_NAME = re.compile(r"records-(\d{6})-(\d{4}-\d\d-\d\d)-(\d{4})(-kept)?\.db\Z")


class Snapshot(NamedTuple):
    """
    A copy of the records. *number* gives the order; *day* is what the clock said.

    *kept* ones were made before a restore and are rotated among themselves.
    """

    path: Path
    number: int
    day: dt.date
    time: dt.time
    kept: bool


def folder_of(data: Path) -> Path:
    """Give the folder of the copies inside the data folder."""
    return data / "backups"


def snapshots(data: Path) -> list[Snapshot]:
    """Give the copies, newest first; other files in the folder are passed over."""
    folder = folder_of(data)
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    found = [one for name in names if (one := _read_name(folder / name))]
    return sorted(found, key=lambda one: one.number, reverse=True)


def _read_name(path: Path) -> Snapshot | None:
    match = _NAME.match(path.name)
    if match is None:
        return None
    number, day, time, kept = match.groups()
    try:
        return Snapshot(
            path,
            int(number),
            dt.date.fromisoformat(day),
            dt.time(int(time[:2]), int(time[2:])),
            kept is not None,
        )
    except ValueError:
        return None


def take(data: Path, now: dt.datetime, *, kept: bool = False) -> Snapshot:
    """
    Copy the records as they are now, try the copy, and let old copies go.

    It opens a connection of its own: call it from any thread, also while a lesson
    runs. Raises BackupFailed; older copies go only after the new one is good.
    """
    folder = files.make_folder(folder_of(data))
    number = max((one.number for one in snapshots(data)), default=0) + 1
    end = "-kept" if kept else ""
    path = folder / f"records-{number:06}-{now:%Y-%m-%d}-{now:%H%M}{end}.db"
    part = path.with_name(f"{path.name}.part")
    try:
        _copy(data / "records.db", part)
        files.keep(part, path)
    except (sqlite3.DatabaseError, OSError) as e:
        raise BackupFailed(folder) from e
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    for old in _to_go(snapshots(data)):
        with contextlib.suppress(OSError):
            old.path.unlink()
    return Snapshot(path, number, now.date(), now.time(), kept)


def _copy(source: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    db = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    try:
        db.execute("VACUUM INTO ?", (str(part),))
    finally:
        db.close()
    if not good(part):
        raise sqlite3.DatabaseError("the copy is not good")
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def good(path: Path) -> bool:
    """Tell whether a file is a whole records file."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        whole = db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        return whole and bool(
            db.execute("SELECT 1 FROM meta WHERE key = 'install'").fetchone()
        )
    except sqlite3.DatabaseError:
        return False
    finally:
        db.close()


def _to_go(copies: list[Snapshot]) -> list[Snapshot]:
    """Choose the copies that no rule keeps; the order is that of the numbers."""
    ours = [one for one in copies if not one.kept]
    staying = {one.number for one in ours[:LAST]}
    staying |= _newest_of_each({one.day: one.number for one in reversed(ours)}, DAILY)
    weeks = {one.day.isocalendar()[:2]: one.number for one in reversed(ours)}
    staying |= _newest_of_each(weeks, WEEKLY)
    staying |= {one.number for one in [one for one in copies if one.kept][:KEPT]}
    return [one for one in copies if one.number not in staying]


def _newest_of_each(numbers: Mapping[Any, int], many: int) -> set[int]:
    return set(sorted(numbers.values(), reverse=True)[:many])


def due(data: Path, highest: int) -> bool:
    """Tell whether the newest copy has fewer events than the log (*highest* of it)."""
    copies = snapshots(data)
    if not copies:
        return highest > 0
    db = sqlite3.connect(f"{copies[0].path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        row = db.execute("SELECT max(n) FROM event").fetchone()
    except sqlite3.DatabaseError:
        return True
    finally:
        db.close()
    return (row[0] or 0) != highest


def restore(data: Path, snapshot: Snapshot, now: dt.datetime) -> Snapshot | None:
    """
    Put a copy in the place of the records, after keeping today's; the copy stays.

    The records must be closed. Gives the copy of today's, None when there was nothing
    to keep. Raises BackupDamaged, BackupFailed, or what writing raises, with the
    records of today still in use.
    """
    if not snapshot.path.exists() or not good(snapshot.path):
        raise BackupDamaged(snapshot.path)
    path = data / "records.db"
    today = take(data, now, kept=True) if path.exists() else None
    if path.exists():
        settle(path)
    put_in_place(snapshot.path, path)
    return today


def settle(path: Path) -> None:
    """Write the WAL back into the file, so that no old WAL meets a new file."""
    db = connect(path, away=True)
    db.close()


def put_in_place(copy: Path, path: Path) -> None:
    """Copy a snapshot to *path* in one step; raises a mishap and changes nothing."""
    part = path.with_name(f"{path.name}.part")
    try:
        shutil.copyfile(copy, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        files.keep(part, path)
    except OSError as e:
        with contextlib.suppress(OSError):
            part.unlink()
        mishap: Mishap = of_writing(e, path, copy.stat().st_size)
        raise mishap from e
