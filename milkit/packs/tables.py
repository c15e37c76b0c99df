"""Read the tables of lessons, in packs and in the teacher's overlay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.packs.row import Row, StepLine

if TYPE_CHECKING:
    import sqlite3

_ROWS = """
SELECT id, lang, title, summary, topic, band, age_from, age_to, minutes,
  optional_minutes, half_minutes, needs, kinds, unesco, competencies, review, number
FROM lesson ORDER BY number"""
_TYPES = (*[str] * 6, *[int] * 5, *[str] * 5, int)


class OddTypes(Exception):
    """A value is not of the type its column says: nobody honest wrote it."""


def rows(db: sqlite3.Connection, pack: str, version: str) -> dict[int, Row]:
    """Give all lessons by number; raise OddTypes."""
    found = db.execute(_ROWS).fetchall()
    languages: dict[str, list[str]] = {}
    for row in found:
        if tuple(map(type, row)) != _TYPES:
            raise OddTypes
        languages.setdefault(row[0], []).append(row[1])
    named = {lesson: tuple(langs) for lesson, langs in languages.items()}
    return {row[-1]: _row(row, pack, version, named[row[0]]) for row in found}


def steps(db: sqlite3.Connection, number: int) -> tuple[StepLine, ...]:
    """Give the steps of a lesson without opening it."""
    found = db.execute(
        "SELECT id, title, minutes, grouping, phase, optional, lead FROM step "
        "WHERE lesson = ? ORDER BY place LIMIT 200",
        (number,),
    )
    return tuple(
        StepLine(step, title, minutes, grouping, phase, bool(optional), lead)
        for step, title, minutes, grouping, phase, optional, lead in found
    )


def whole(db: sqlite3.Connection, number: int, column: str = "data") -> str:
    """Give the *data* or the *html* of a lesson; raise OddTypes."""
    row = db.execute(
        f"SELECT {column} FROM whole WHERE lesson = ?",  # noqa: S608 - our own two names
        (number,),
    ).fetchone()
    if row is None or not isinstance(row[0], str):
        raise OddTypes
    return row[0]


def words(db: sqlite3.Connection) -> list[str]:
    """Give the words of scripts without spaces."""
    found = db.execute("SELECT word FROM word LIMIT 500000")
    return [word for (word,) in found if isinstance(word, str)]


def _row(
    row: tuple[Any, ...], pack: str, version: str, languages: tuple[str, ...]
) -> Row:
    (
        lesson, lang, title, summary, topic, band, age_from, age_to, minutes, optional,
        half, needs, kinds, unesco, competencies, review, number,
    ) = row  # fmt: skip
    return Row(
        lesson,
        lang,
        title,
        summary,
        topic,
        band,
        (age_from, age_to),
        minutes,
        optional,
        half,
        tuple(needs.split()),
        tuple(kinds.split()),
        tuple(unesco.split()),
        tuple(competencies.split()),
        review,
        pack,
        version,
        languages,
        number=number,
    )
