"""Results files on this laptop: sealed once, kept until the hub has them."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.errors import DatabaseDamaged, of_writing
from milkit.ground.files import make_folder
from milkit.records.connection import connect, transaction
from milkit.records.place import away
from milkit.records.trouble import told

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from milkit.sync.receipt import Receipt
    from milkit.sync.sealed import Sealed

NAME = "outbox.db"
_YEAR = timedelta(days=366)
_STATE = (
    "CASE WHEN received != '' THEN 3 WHEN sent != '' THEN 2 "
    "WHEN saved != '' THEN 1 ELSE 0 END"
)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS file (
  name TEXT PRIMARY KEY, hub TEXT NOT NULL, content BLOB, statements INTEGER NOT NULL,
  sealed TEXT NOT NULL, saved TEXT NOT NULL DEFAULT '', sent TEXT NOT NULL DEFAULT '',
  received TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE IF NOT EXISTS inside (
  hub TEXT NOT NULL, sha256 TEXT NOT NULL, about TEXT NOT NULL, file TEXT NOT NULL,
  PRIMARY KEY (hub, sha256)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS note (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


class Went(NamedTuple):
    """The records that came as far as *state* on a day: 0 waits, 1 saved, 2 sent, 3."""

    day: str
    state: int
    records: int
    files: int


class Packed(NamedTuple):
    """
    An event that a file tells: its SHA-256 in the log, and what it is about.

    *about* is "" for what is no record of its own to a teacher, as a class is.
    """

    sha256: str
    about: str


class Outbox:
    """The results files for one hub; for one thread."""

    def __init__(self, path: Path, hub: str) -> None:
        self.path, self.hub = path, hub
        make_folder(path.parent)
        with told(path):
            self._db = connect(path, away=away(path.parent))
            try:
                self._db.executescript(_SCHEMA)
            except sqlite3.Error:
                self._db.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def known(self) -> set[str]:
        """Give the SHA-256 of every event that was sealed for this hub."""
        with told(self.path):
            found = self._db.execute(
                "SELECT sha256 FROM inside WHERE hub = ?", (self.hub,)
            )
            return {row[0] for row in found}

    def put(self, file: Sealed, packed: Iterable[Packed], at: datetime) -> None:
        """Keep a sealed file and note what is in it, both or neither."""
        with told(self.path), transaction(self._db):
            self._db.execute(
                "INSERT INTO file (name, hub, content, statements, sealed) "
                "VALUES (?, ?, ?, ?, ?)",
                (file.name, self.hub, file.content, len(file.ids), _text(at)),
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO inside VALUES (?, ?, ?, ?)",
                [(self.hub, one.sha256, one.about, file.name) for one in packed],
            )

    def put_aside(self, packed: Packed) -> None:
        """Note an event that no statement can hold: it stays on the laptop."""
        with told(self.path):
            self._db.execute(
                "INSERT OR IGNORE INTO inside VALUES (?, ?, '', '')",
                (self.hub, packed.sha256),
            )

    def unsent(self) -> list[str]:
        """Name the files that no drop box has yet, oldest first."""
        return self._names("sent = '' AND received = ''")

    def unreceived(self) -> list[str]:
        """Name the files that the hub has not said it has, oldest first."""
        return self._names("received = ''")

    def content(self, name: str) -> bytes:
        """Give a file's bytes; KeyError when they are no longer kept."""
        with told(self.path):
            row = self._db.execute(
                "SELECT content FROM file WHERE name = ? AND content IS NOT NULL",
                (name,),
            ).fetchone()
        if row is None:
            raise KeyError(name)
        return bytes(row[0])

    def mark_sent(self, name: str, at: datetime) -> None:
        """Note that a drop box said yes."""
        self._mark("sent", name, at)

    def mark_saved(self, name: str, at: datetime) -> None:
        """Note that a stick has a file, read back."""
        self._mark("saved", name, at)

    def take(self, receipt: Receipt, at: datetime) -> int:
        """Note what the hub has; its bytes need not stay. Gives how many are new."""
        new = 0
        with told(self.path), transaction(self._db):
            for wanted in receipt.files:
                done = self._db.execute(
                    "UPDATE file SET received = ?, content = NULL "
                    "WHERE received = '' AND hub = ? AND name LIKE ?",
                    (_text(at), self.hub, f"%/{wanted}.milr"),
                )
                new += done.rowcount
        return new

    def tidy(self, now: datetime) -> None:
        """Let the bytes go of what went out a year ago."""
        with told(self.path):
            self._db.execute(
                "UPDATE file SET content = NULL WHERE content IS NOT NULL "
                "AND (sent != '' OR saved != '') AND sealed < ?",
                (_text(now - _YEAR),),
            )

    def places(self) -> dict[str, int]:
        """Tell how far all of a record is: 0 waits, 1 saved, 2 sent, 3 received."""
        with told(self.path):
            found = self._db.execute(
                f"SELECT about, min({_STATE}) FROM inside "  # noqa: S608 - our own words
                "JOIN file ON file.name = inside.file "
                "WHERE inside.hub = ? AND about != '' GROUP BY about",
                (self.hub,),
            )
            return dict(found.fetchall())

    def went(self) -> list[Went]:
        """List by day what went how far, newest first; days are local, 2026-11-12."""
        with told(self.path):
            found = self._db.execute(
                f"SELECT day, state, count(DISTINCT about), count(DISTINCT name) "  # noqa: S608 - our own words
                f"FROM (SELECT f.name, i.about, {_STATE} AS state, substr("
                "CASE WHEN received != '' THEN received WHEN sent != '' THEN sent "
                "WHEN saved != '' THEN saved ELSE sealed END, 1, 10) AS day "
                "FROM file AS f JOIN inside AS i ON i.file = f.name "
                "WHERE f.hub = ? AND i.about != '') "
                "GROUP BY day, state ORDER BY day DESC, state",
                (self.hub,),
            )
            return [Went(*row) for row in found]

    def note(self, key: str, value: str | None = None) -> str:
        """Give a note of the sender; with *value*, write it first."""
        with told(self.path):
            if value is not None:
                self._db.execute(
                    "INSERT OR REPLACE INTO note VALUES (?, ?)", (key, value)
                )
            row = self._db.execute(
                "SELECT value FROM note WHERE key = ?", (key,)
            ).fetchone()
        return str(row[0]) if row else ""

    # --- inside ------------------------------------------------------------------

    def _names(self, where: str) -> list[str]:
        with told(self.path):
            found = self._db.execute(
                f"SELECT name FROM file WHERE hub = ? AND content IS NOT NULL "  # noqa: S608 - our own words
                f"AND {where} ORDER BY rowid",
                (self.hub,),
            )
            return [row[0] for row in found]

    def _mark(self, column: str, name: str, at: datetime) -> None:
        with told(self.path):
            self._db.execute(
                f"UPDATE file SET {column} = ? WHERE name = ?",  # noqa: S608 - our own words
                (_text(at), name),
            )


def open_outbox(folder: Path, hub: str) -> Outbox:
    """
    Open the outbox in a sharing *folder*.

    A damaged one is moved aside: all of it can be sealed again from the records, and
    a hub knows what it had.
    """
    path = folder / NAME
    try:
        return Outbox(path, hub)
    except DatabaseDamaged:
        _move_aside(path)
        return Outbox(path, hub)


def _move_aside(path: Path) -> None:
    try:
        for one in (
            path,
            *(path.with_name(path.name + end) for end in ("-wal", "-shm")),
        ):
            if one.exists():
                one.replace(one.with_name(f"damaged-{one.name}"))
    except OSError as e:
        raise of_writing(e, path) from e


def _text(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
