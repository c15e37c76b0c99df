"""Open a pack file as a stranger's: read-only, its shape held equal to ours."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

from milkit.ground.errors import FileUnreadable, PackDamaged, PackForeign, PackNewer
from milkit.packs import schema

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.ground.errors import Mishap

_LARGEST_VALUE = 32 << 20  # bytes
_OPS = 10_000  # steps of SQLite between two looks at the clock
_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "query_only=ON",
    "temp_store=MEMORY",
)


def connect(path: Path) -> sqlite3.Connection:
    """
    Open a pack that may come from anybody; raise a mishap before a row is read.

    One thread at a time may use what comes back.
    """
    try:
        db = sqlite3.connect(_uri(path), uri=True, check_same_thread=False)
    except sqlite3.OperationalError as e:
        raise FileUnreadable(path) from e
    try:
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
        limit(db, 2.0)
        _hold_equal(db, path)
    except sqlite3.DatabaseError as e:
        db.close()
        raise mishap_of(e, path) from e
    except UnicodeDecodeError as e:  # SQLite's complaint quotes what is no text
        db.close()
        raise PackDamaged(path) from e
    except BaseException:
        db.close()
        raise
    return db


def limit(db: sqlite3.Connection, seconds: float) -> None:
    """Stop whatever is asked next when it takes longer than *seconds*."""
    end = time.monotonic() + seconds
    db.set_progress_handler(lambda: time.monotonic() > end, _OPS)


def timed_out(error: sqlite3.DatabaseError) -> bool:
    """Tell whether `limit` stopped the question."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def mishap_of(error: sqlite3.DatabaseError, path: Path) -> Mishap:
    """Say what an error in reading a pack is: gone, foreign or damaged."""
    if not path.exists():
        return FileUnreadable(path)
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_NOTADB and not _is_ours(path):
        return PackForeign(path, str(error))
    return PackDamaged(path)


def _hold_equal(db: sqlite3.Connection, path: Path) -> None:
    if not path.stat().st_size:
        raise PackDamaged(path)  # what a pulled stick leaves
    ours = _number(db, "application_id") == schema.APPLICATION
    if ours and _number(db, "user_version") > schema.FORMAT:
        raise PackNewer(path)
    found = schema.shape(db)
    if not ours or found != schema.wanted():
        names = sorted(name for _, name, _ in found ^ schema.wanted())
        raise PackForeign(path, ", ".join(names)[:200])


def _number(db: sqlite3.Connection, pragma: str) -> int:
    row = db.execute(f"PRAGMA {pragma}").fetchone()
    return int(row[0])


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return False
    return head[68:72] == schema.APPLICATION.to_bytes(4, "big")


def _uri(path: Path) -> str:
    text = path.absolute().as_uri()  # quotes spaces, #, ? and every script
    if text.startswith("file://") and not text.startswith("file:///"):
        text = "file:////" + text.removeprefix("file://")  # a network share
    return text + "?mode=ro&immutable=1"
