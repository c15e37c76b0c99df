"""The file of the teacher's own lessons: make it, mend it, or do without."""

from __future__ import annotations

import contextlib
import sqlite3
from threading import Lock
from typing import TYPE_CHECKING

from milkit.ground.errors import (
    DatabaseDamaged,
    DatabaseNewer,
    FileUnreadable,
    FolderReadOnly,
    Mishap,
    OverlayDamaged,
)
from milkit.ground.files import make_folder
from milkit.packs import schema
from milkit.records.connection import transaction
from milkit.records.trouble import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "own.db"
VERSION = 1

_SCHEMA = f"""{schema.LESSONS}
CREATE TABLE own(number INTEGER PRIMARY KEY, base TEXT NOT NULL,
  base_version TEXT NOT NULL, base_data TEXT NOT NULL, changed TEXT NOT NULL,
  saved TEXT NOT NULL) STRICT;
CREATE TABLE example(lesson TEXT NOT NULL, lang TEXT NOT NULL, slot TEXT NOT NULL,
  texts TEXT NOT NULL, picture BLOB NOT NULL, alt TEXT NOT NULL, saved TEXT NOT NULL,
  PRIMARY KEY(lesson, lang, slot)) STRICT;
"""
_TABLES = ("lesson", "whole", "step", "part", "word", "own", "example")


class OverlayFile:
    """
    The open file; any thread may use it, one at a time.

    What is written is on the disk when the block of `writing` has been left.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._db = db
        self._lock = Lock()

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend the database for reading."""
        with self._lock, told(self.path):
            yield self._db

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the database for a change that happens whole or not at all."""
        if not self.writable:
            raise FolderReadOnly(self.path)
        with self._lock, told(self.path), transaction(self._db):
            yield self._db


def open_file(folder: Path) -> tuple[OverlayFile, Mishap | None]:
    """Open the file in a data *folder*; see `overlay.open_overlay`."""
    path = folder / NAME
    try:
        make_folder(folder)
        return OverlayFile(path, _open(path), writable=True), None
    except DatabaseDamaged:
        return _mend(path)
    except DatabaseNewer:
        raise
    except Mishap as mishap:
        return OverlayFile(path, _open_to_read(path), writable=False), mishap


def _open(path: Path) -> sqlite3.Connection:
    with told(path):
        db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            _set_up(db, path)
        except BaseException:
            db.close()
            raise
    return db


def _set_up(db: sqlite3.Connection, path: Path) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise DatabaseNewer(path)
    # Rarely written, and perhaps on a stick: no WAL, and a sync of the folder too.
    for pragma in (
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "journal_mode=TRUNCATE",
        "synchronous=EXTRA",
    ):
        db.execute(f"PRAGMA {pragma}").fetchall()
    if version == 0:
        db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version={VERSION}; COMMIT;")
    elif db.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise DatabaseDamaged(path)
    db.execute("BEGIN IMMEDIATE")  # fails where nothing can be written
    db.execute("COMMIT")


def _open_to_read(path: Path) -> sqlite3.Connection:
    with contextlib.suppress(sqlite3.DatabaseError):
        uri = path.absolute().as_uri() + "?mode=ro&immutable=1"
        db = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            db.execute("SELECT count(*) FROM own").fetchone()
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.executescript(_SCHEMA)
    return db


def _mend(path: Path) -> tuple[OverlayFile, Mishap]:
    kept = _move_aside(path)
    db = _open(path)
    with contextlib.closing(sqlite3.connect(kept)) as old:
        db.execute("BEGIN")
        for table in _TABLES:
            _take_over(old, db, table)
        _make_whole(db)
        db.execute("COMMIT")
    return OverlayFile(path, db, writable=True), OverlayDamaged(path, kept)


def _move_aside(path: Path) -> Path:
    for number in range(1, 1000):
        kept = path.with_name(f"own-damaged-{number}.db")
        if kept.exists():
            continue
        try:
            path.with_name(path.name + "-journal").unlink(missing_ok=True)
            path.rename(kept)
        except OSError as e:
            raise FileUnreadable(path) from e
        return kept
    raise FileUnreadable(path)


def _take_over(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    """Copy the rows that still read, one by one: a bad page ends the table."""
    with contextlib.suppress(sqlite3.DatabaseError):
        for row in old.execute(f"SELECT * FROM {table}"):  # noqa: S608 - our own names
            sql = f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(row))})"  # noqa: S608 - our own names
            with contextlib.suppress(sqlite3.DatabaseError):
                new.execute(sql, row)


def _make_whole(db: sqlite3.Connection) -> None:
    """Keep the lessons of which all parts were read, and index their titles."""
    whole = (
        "SELECT number FROM lesson JOIN own USING (number) "
        "JOIN whole ON whole.lesson = lesson.number"
    )
    for table, column in (("own", "number"), ("whole", "lesson"), ("lesson", "number")):
        db.execute(f"DELETE FROM {table} WHERE {column} NOT IN ({whole})")  # noqa: S608 - our own names
    db.execute(
        "INSERT INTO found(rowid, title, body) "
        "SELECT number, title, summary FROM lesson"
    )
