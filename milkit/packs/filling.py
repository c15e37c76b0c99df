"""Put a lesson into the tables, in a new pack and in the teacher's overlay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.packs.schema import PART_ROOM

if TYPE_CHECKING:
    import sqlite3

    from milkit.content.lesson import Lesson
    from milkit.packs.searched import Searched


@dataclass(frozen=True, slots=True)
class Entry:
    """One lesson in one language, ready for the tables."""

    lesson: Lesson
    searched: Searched
    data: str
    html: str = ""


def fill(db: sqlite3.Connection, number: int, entry: Entry) -> None:
    """Insert a lesson under its *number* into all tables but `word`."""
    lesson, text = entry.lesson, entry.searched
    insert(db, "lesson", (number, *_columns(lesson)))
    insert(db, "whole", (number, entry.data, entry.html))
    _index(db, "found", number, text.title, text.body)
    for place, step in enumerate(lesson.steps):
        shown = (step.title, step.minutes, step.grouping, step.phase)
        insert(
            db,
            "step",
            (number, place, step.id, *shown, int(step.optional), step.lead),
        )
    for at, part in enumerate(text.parts[:PART_ROOM]):
        own = number * PART_ROOM + at
        insert(db, "part", (own, number, part.id, part.what, part.kind, part.step))
        _index(db, "found_part", own, part.title, part.body)


def empty(db: sqlite3.Connection, number: int) -> None:
    """Take a lesson out of all tables but `word`."""
    parts = (number * PART_ROOM, number * PART_ROOM + PART_ROOM - 1)
    db.execute("DELETE FROM lesson WHERE number = ?", (number,))
    db.execute("DELETE FROM whole WHERE lesson = ?", (number,))
    db.execute("DELETE FROM step WHERE lesson = ?", (number,))
    db.execute("DELETE FROM part WHERE number BETWEEN ? AND ?", parts)
    db.execute("DELETE FROM found WHERE rowid = ?", (number,))
    db.execute("DELETE FROM found_part WHERE rowid BETWEEN ? AND ?", parts)


def insert(db: sqlite3.Connection, table: str, values: tuple[object, ...]) -> None:
    """Insert one row; the *table* is one of ours."""
    places = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO {table} VALUES ({places})", values)  # noqa: S608 - our own names


def _index(
    db: sqlite3.Connection, index: str, number: int, title: str, body: str
) -> None:
    sql = f"INSERT INTO {index}(rowid, title, body) VALUES (?, ?, ?)"  # noqa: S608 - our own names
    db.execute(sql, (number, title, body))


def _columns(lesson: Lesson) -> tuple[object, ...]:
    return (
        lesson.id,
        lesson.lang,
        lesson.title,
        lesson.summary,
        lesson.topic,
        lesson.band,
        *lesson.ages,
        lesson.minutes,
        lesson.optional_minutes,
        half_minutes(lesson),
        " ".join(lesson.needs),
        " ".join(lesson.kinds),
        " ".join(lesson.unesco),
        " ".join(lesson.competencies),
        lesson.review,
    )


def half_minutes(lesson: Lesson) -> int:
    """Give the minutes of the half that can be taught alone; 0 when there is none."""
    minutes = 0
    for step in lesson.core:
        if step.split:
            return minutes
        minutes += step.minutes
    return 0
