"""Open the records file so that what was said to be saved is on the disk."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 5.0  # seconds to wait for another program


def connect(path: Path, *, away: bool = False) -> sqlite3.Connection:
    """
    Open *path* for this thread; *away* is for sticks and network drives.

    At home: WAL, and a sync to the disk at each commit. Away: no WAL (its shared
    memory does not work over networks) and a sync of the folder too.
    """
    db = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE)
    try:
        _set_up(db, away=away)
    except (sqlite3.Error, UnicodeDecodeError):
        db.close()
        raise
    return db


def _set_up(db: sqlite3.Connection, *, away: bool) -> None:
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    if sys.platform == "darwin":  # there a plain fsync stays in the drive's memory
        db.execute("PRAGMA fullfsync = ON")
        db.execute("PRAGMA checkpoint_fullfsync = ON")
    if away:
        # Exclusive, so that leaving the WAL behind needs no shared memory.
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = TRUNCATE")
        db.execute("PRAGMA locking_mode = NORMAL")
        db.execute("SELECT count(*) FROM sqlite_master")
        db.execute("PRAGMA synchronous = EXTRA")
    else:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, on the disk when the block has been left."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # SQLite itself goes back when the disk is full
            db.execute("ROLLBACK")
        raise
