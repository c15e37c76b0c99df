"""The tables of a pack: what is written, and the only thing that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION = 0x4D494C4B  # "MILK": what `file` and SQLite show of it
FORMAT = 2
LANGUAGE_ROOM = 1_000_000  # numbers of lessons in one language
PART_ROOM = 1000  # numbers of activities and handouts in one lesson

_TOKENS = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"

# Numbers of lessons run language by language, so that one range is one language.
# The large texts stand apart: a list of lessons is read without passing them.
# found has a row a lesson, with its number; found_part one for each of its parts.
LESSONS = f"""
CREATE TABLE lesson(number INTEGER PRIMARY KEY, id TEXT NOT NULL, lang TEXT NOT NULL,
  title TEXT NOT NULL, summary TEXT NOT NULL, topic TEXT NOT NULL, band TEXT NOT NULL,
  age_from INTEGER NOT NULL, age_to INTEGER NOT NULL, minutes INTEGER NOT NULL,
  optional_minutes INTEGER NOT NULL, half_minutes INTEGER NOT NULL, needs TEXT NOT NULL,
  kinds TEXT NOT NULL, unesco TEXT NOT NULL, competencies TEXT NOT NULL,
  review TEXT NOT NULL, UNIQUE(lang, id)) STRICT;
CREATE TABLE step(lesson INTEGER NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL,
  title TEXT NOT NULL, minutes INTEGER NOT NULL, grouping TEXT NOT NULL,
  phase TEXT NOT NULL, optional INTEGER NOT NULL, lead TEXT NOT NULL,
  PRIMARY KEY(lesson, place)) STRICT, WITHOUT ROWID;
CREATE TABLE part(number INTEGER PRIMARY KEY, lesson INTEGER NOT NULL, id TEXT NOT NULL,
  what TEXT NOT NULL, kind TEXT NOT NULL, step TEXT NOT NULL) STRICT;
CREATE TABLE whole(lesson INTEGER PRIMARY KEY, data TEXT NOT NULL,
  html TEXT NOT NULL) STRICT;
CREATE TABLE word(word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE found USING fts5(title, body,
  tokenize="{_TOKENS}", prefix='2 3');
CREATE VIRTUAL TABLE found_part USING fts5(title, body,
  tokenize="{_TOKENS}", prefix='2 3');
"""

SCHEMA = f"""{LESSONS}
CREATE TABLE "check"(lang TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL,
  review TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY(lang, id)) STRICT, WITHOUT ROWID;
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sqlar(name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB);
"""

_SHADOWS = tuple(
    f"{table}_{part}"
    for table in ("found", "found_part")
    for part in ("data", "idx", "content", "docsize", "config")
)


def shape(db: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """
    Give every statement of the database that is not SQLite's own.

    The tables behind an index are known by name only: how SQLite writes them
    differs between its versions.
    """
    return {
        (kind, name, "" if name in _SHADOWS and kind == "table" else sql or "")
        for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_master")
    }


def wanted() -> frozenset[tuple[str, str, str]]:
    """Give the shape that a pack of this format must have."""
    import sqlite3

    model = sqlite3.connect(":memory:")
    model.executescript(SCHEMA)
    found = frozenset(shape(model))
    model.close()
    return found
