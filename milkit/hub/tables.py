"""The hub's own file: statements once each, their files, and what was damaged."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from milkit.ground.errors import DatabaseNewer
from milkit.records.connection import connect
from milkit.records.place import away

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "hub.db"
APPLICATION = 0x4D494C48  # "MILH"
VERSION = 1
_CACHE = 128 << 10  # KiB: the index of a million ids stays in memory

# The statement that stands under its UUID is here once; the rest of a conflict in
# `other`. So every report reads one table and asks nothing about conflicts.
_TABLES = (
    """CREATE TABLE statement (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL,
  sha256 BLOB NOT NULL,
  country TEXT NOT NULL,
  month TEXT NOT NULL,
  install TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  n INTEGER NOT NULL,
  at TEXT NOT NULL,
  lesson TEXT,
  class TEXT,
  students INTEGER,
  sample INTEGER NOT NULL,
  undoes BLOB,
  data TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT""",
    "CREATE UNIQUE INDEX statement_once ON statement (id)",
    "CREATE INDEX statement_undoes ON statement (undoes) WHERE undoes IS NOT NULL",
    """CREATE INDEX statement_told ON statement (kind, about)
  WHERE kind IN ('run_started', 'students_counted', 'check_given')""",
    """CREATE TABLE other (
  id BLOB NOT NULL,
  sha256 BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (id, sha256)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE file (
  name TEXT PRIMARY KEY,
  install TEXT NOT NULL,
  country TEXT NOT NULL,
  place TEXT NOT NULL,
  statements INTEGER NOT NULL,
  heard TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE damaged (
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  why TEXT NOT NULL,
  heard TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (name, sha256)
) STRICT, WITHOUT ROWID""",
    # A laptop passes on what it took in of another: *via* sealed what *install* wrote.
    """CREATE TABLE passed (
  via TEXT NOT NULL,
  install TEXT NOT NULL,
  PRIMARY KEY (via, install)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sender (
  install TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE published (
  lrs TEXT NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (lrs, id)
) STRICT, WITHOUT ROWID""",
)


def open_tables(folder: Path) -> sqlite3.Connection:
    """
    Open the hub's file in *folder* for this thread; it is made when it is not there.

    Raises DatabaseNewer for the file of a later program, before anything is changed.
    """
    path = folder / NAME
    db = connect(path, away=away(folder))
    try:
        _look(db, path)
        db.execute(f"PRAGMA cache_size = -{_CACHE}")
    except (sqlite3.Error, DatabaseNewer):
        db.close()
        raise
    return db


@contextlib.contextmanager
def at_once(db: sqlite3.Connection) -> Iterator[None]:
    """Read several times as of one moment, while another program may take files in."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("COMMIT")


def memory() -> sqlite3.Connection:
    """Give the same tables in memory, to look at files before they are taken in."""
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _make(db)
    return db


def _look(db: sqlite3.Connection, path: Path) -> None:
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    if found > VERSION:
        raise DatabaseNewer(path)
    if found == 0:
        _make(db)


def _make(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    if int(db.execute("PRAGMA user_version").fetchone()[0]) == 0:
        for table in _TABLES:
            db.execute(table)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("COMMIT")
