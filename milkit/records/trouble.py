"""Say which mishap an error of SQLite is."""

from __future__ import annotations

import contextlib
import sqlite3
from json import JSONDecodeError
from typing import TYPE_CHECKING

from milkit.ground.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    FileUnreadable,
    FolderReadOnly,
    Mishap,
    StickGone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIMARY = 0xFF  # the upper bits of a result code say more
_READING = {
    sqlite3.SQLITE_IOERR_READ,
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_IOERR_FSTAT,
}


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file *path* into mishaps."""
    try:
        yield
    except sqlite3.DatabaseError as e:
        mishap = mishap_of(e, path)
        if mishap is None:
            raise
        raise mishap from e
    except (UnicodeDecodeError, JSONDecodeError) as e:  # a text of ours was damaged
        raise DatabaseDamaged(path) from e


def mishap_of(error: sqlite3.DatabaseError, path: Path) -> Mishap | None:
    """Give the mishap, or None when the error is a fault of the program."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # Python's own; only one of them is the file's fault
        return DatabaseDamaged(path) if "decode to UTF-8" in str(error) else None
    primary = code & _PRIMARY
    if primary == sqlite3.SQLITE_IOERR:
        return _of_disk(code, path)
    if primary == sqlite3.SQLITE_CANTOPEN and path.is_dir():
        return FileUnreadable(path)
    return _MISHAPS[primary](path) if primary in _MISHAPS else None


def _of_disk(code: int, path: Path) -> Mishap:
    if not path.parent.exists():
        return StickGone(path)
    if code in _READING:
        return FileUnreadable(path)
    # A quota or a size limit: SQLite knows only "no space left" as a full disk.
    return DiskFull(path)


_MISHAPS: dict[int, type[Mishap]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: FolderReadOnly,
    sqlite3.SQLITE_CANTOPEN: FolderReadOnly,
    sqlite3.SQLITE_PERM: FolderReadOnly,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_PROTOCOL: DatabaseBusy,
}
