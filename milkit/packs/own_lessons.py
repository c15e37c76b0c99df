"""The teacher's own lessons: whole lessons that stand over or beside those of packs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from milkit.packs import tables

if TYPE_CHECKING:
    import sqlite3

    from milkit.packs.filling import Entry
    from milkit.packs.overlay_file import OverlayFile
    from milkit.packs.query import Dictionary
    from milkit.packs.row import StepLine
    from milkit.packs.search import Found

_EVERY = (0, 2**62)  # numbers: own lessons are not in order of language


@dataclass(frozen=True, slots=True)
class Base:
    """The lesson of a pack that an own lesson was made from, as it was then."""

    id: str
    version: str
    data: str


@dataclass(frozen=True, slots=True)
class Own:
    """
    An own lesson: *data* is the whole of it, *changed* the fields that differ.

    With the id of its *base* it stands in its place; with another it is a lesson of
    its own. *saved* is the local time of the last change.
    """

    number: int
    id: str
    lang: str
    base: Base
    data: str
    changed: tuple[str, ...]
    saved: str


class OwnLessons:
    """
    The own lessons in the overlay.

    Every change is on the disk when its method returns; one that cannot be written
    raises its mishap and changes nothing.
    """

    def __init__(self, file: OverlayFile) -> None:
        self._file = file

    def one(self, lesson: str, lang: str) -> Own | None:
        """Give one whole, or None."""
        return next(iter(self._own("AND l.id = ? AND l.lang = ?", lesson, lang)), None)

    def all(self) -> list[Own]:
        """Give all whole."""
        return self._own("")

    def steps(self, number: int) -> tuple[StepLine, ...]:
        """Give the steps of one by its number."""
        with self._file.reading() as db:
            return tables.steps(db, number)

    def keep(
        self, entry: Entry, base: Base, changed: tuple[str, ...], saved: str
    ) -> None:
        """Keep one, in the place of the one with its id and language."""
        from milkit.packs.filling import fill, insert

        with self._file.writing() as db:
            number = _number(db, entry.lesson.id, entry.lesson.lang) or _free(db)
            _drop(db, number)
            fill(db, number, entry)
            was = (base.id, base.version, base.data)
            insert(db, "own", (number, *was, json.dumps(changed), saved))
            words = [(word,) for word in entry.searched.words]
            db.executemany("INSERT OR IGNORE INTO word VALUES (?)", words)
        self.__dict__.pop("_dictionary", None)

    def drop(self, lesson: str, lang: str) -> None:
        """Take one away; the lesson of the pack shows again."""
        with self._file.writing() as db:
            number = _number(db, lesson, lang)
            if number is not None:
                _drop(db, number)

    def find(self, text: str, limit: int) -> list[Found]:
        """Give those that match what a user typed, by number."""
        from milkit.packs import search
        from milkit.packs.query import query

        asked = query(text, self._dictionary)
        if not asked.match:
            return []
        with self._file.reading() as db:
            return list(search.lessons(db, asked, _EVERY, limit))

    @cached_property
    def _dictionary(self) -> Dictionary:
        from milkit.packs.query import Dictionary

        return Dictionary(self._words)

    def _words(self) -> list[str]:
        with self._file.reading() as db:
            return tables.words(db)

    def _own(self, where: str, *values: str) -> list[Own]:
        sql = (
            "SELECT l.number, l.id, l.lang, o.base, o.base_version, o.base_data, "  # noqa: S608 - our own words
            "w.data, o.changed, o.saved FROM lesson l, own o, whole w "
            f"WHERE o.number = l.number AND w.lesson = l.number {where} ORDER BY l.id"
        )
        with self._file.reading() as db:
            found = db.execute(sql, values).fetchall()
        return [
            Own(n, i, lang, Base(b, v, was), data, tuple(json.loads(changed)), saved)
            for n, i, lang, b, v, was, data, changed, saved in found
        ]


def _number(db: sqlite3.Connection, lesson: str, lang: str) -> int | None:
    row = db.execute(
        "SELECT number FROM lesson WHERE id = ? AND lang = ?", (lesson, lang)
    ).fetchone()
    return None if row is None else int(row[0])


def _free(db: sqlite3.Connection) -> int:
    row = db.execute("SELECT coalesce(max(number), 0) + 1 FROM own").fetchone()
    return int(row[0])


def _drop(db: sqlite3.Connection, number: int) -> None:
    from milkit.packs.filling import empty

    empty(db, number)
    db.execute("DELETE FROM own WHERE number = ?", (number,))
