"""The tables of the records file, and how an older file becomes today's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.ground.errors import DatabaseNewer, FileUnreadable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

APPLICATION = 0x4D494C4B  # "MILK", for file(1) and for us
SET = "milkit.records"

_LOG = (
    """CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  install TEXT NOT NULL,
  n INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT""",
    "CREATE UNIQUE INDEX event_once ON event (id, sha256)",
    "CREATE INDEX event_about ON event (about, n)",
    """CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END""",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE pulse (
  run TEXT PRIMARY KEY,
  step TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  lost INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT""",
)
# As sqlite_utils writes it, so that a file made without it can be migrated with it.
_MIGRATED = (
    """CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)""",
    """CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")""",
)


def _first_tables(db: Any) -> None:
    for statement in _LOG:
        db.execute(statement)


CORE = ("event", "meta", "pulse")  # tables that every version of the file has
Upgrade = tuple[str, "Callable[[Any], None]"]  # name, what to do with the Database
UPGRADES: tuple[Upgrade, ...] = (("first_tables", _first_tables),)


def version(db: sqlite3.Connection) -> int:
    """Give the number of upgrades that a file has."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def whole(db: sqlite3.Connection) -> bool:
    """Tell whether the tables that every version has are there."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name for (name,) in rows} >= set(CORE)


def refuse_newer(path: Path, upgrades: Sequence[Upgrade] = UPGRADES) -> None:
    """
    Raise DatabaseNewer for the file of a later program, without changing anything.

    The number stands in the file's first bytes. After a crash the truth may still be
    in the WAL: then a read-only connection looks, which never writes it back.
    """
    import sqlite3

    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as e:
        raise FileUnreadable(path) from e
    if head[:16] == b"SQLite format 3\0":
        found = int.from_bytes(head[60:64], "big")
        wal = path.with_name(path.name + "-wal")
        if wal.exists() and wal.stat().st_size:
            db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
            try:
                found = max(found, version(db))
            finally:
                db.close()
        if found > len(upgrades):
            raise DatabaseNewer(path)


def make(db: sqlite3.Connection, install: str, at: str) -> None:
    """Write the tables of a new file; the caller has begun a transaction."""
    for statement in (*_LOG, *_MIGRATED):
        db.execute(statement)
    db.executemany(
        'INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) '
        "VALUES (?, ?, ?)",
        [(SET, name, at) for name, _ in UPGRADES],
    )
    db.execute("INSERT INTO meta VALUES ('install', ?)", (install,))
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {len(UPGRADES)}")


def upgrade(db: sqlite3.Connection, upgrades: Sequence[Upgrade] = UPGRADES) -> None:
    """Bring an older file up to date; each step is whole or not done at all."""
    import sqlite_utils
    from sqlite_utils.migrations import Migrations

    due = Migrations(SET)
    for name, change in upgrades:
        due(name=name)(change)
    due.apply(sqlite_utils.Database(db))
    db.execute(f"PRAGMA user_version = {len(upgrades)}")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # refuse_newer reads the file's head
