"""A copy of the records on a stick: it survives a lost laptop."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from typing import TYPE_CHECKING

from milkit.ground import files
from milkit.ground.errors import BackupDamaged, FileUnreadable
from milkit.records import backups, schema

if TYPE_CHECKING:
    from pathlib import Path

NAME = "milkit-records-{day}-{time}.db"
_NAME = re.compile(r"milkit-records-(\d{4}-\d\d-\d\d)-(\d{4})\.db")


def write_copy(data: Path, folder: Path, now: dt.datetime) -> Path:
    """
    Copy the records into a *folder* of a stick, read the copy back, and give its path.

    Raises BackupFailed, or what writing to a stick raises. Any thread may call it.
    """
    snapshot = backups.take(data, now)
    try:
        content = snapshot.path.read_bytes()
    except OSError as e:
        raise FileUnreadable(snapshot.path) from e
    path = folder / NAME.format(day=f"{now:%Y-%m-%d}", time=f"{now:%H%M}")
    files.write_to_stick(path, content)
    return path


def read_copy(path: Path) -> backups.Snapshot:
    """
    Take a file for a copy of the records, to be restored; it may lie on a stick.

    Its day is that of its name, else the day the file was written.

    Raises BackupDamaged when it is none, DatabaseNewer when a later program wrote it.
    """
    if not path.is_file() or not backups.good(path):
        raise BackupDamaged(path)
    schema.refuse_newer(path)
    made = _made(path)
    return backups.Snapshot(path, 0, made.date(), made.time(), kept=False)


def _made(path: Path) -> dt.datetime:
    match = _NAME.fullmatch(path.name)
    if match is not None:
        with contextlib.suppress(ValueError):
            return dt.datetime.fromisoformat("T".join(match.groups()))
    return dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
