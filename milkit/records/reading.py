"""Questions to the tables: which classes, which runs, what is due, what is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records import projections
from milkit.records.classes import SchoolClass
from milkit.records.run_rows import RUN

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


# Students here: as the teacher said, else the most hands counted for one question.
PRESENT = """coalesce(present, (SELECT max(hands) FROM (
    SELECT sum(hands) AS hands FROM run_count WHERE run = run.id
    GROUP BY activity, question) WHERE hands > 0))"""
_COLUMNS = ", ".join(
    f"{PRESENT} AS present" if name == "present" else name
    for name in (column.split()[0] for column in RUN.columns)
)
RUNS = f"SELECT {_COLUMNS} FROM run"  # noqa: S608 - our own names


class RunRow(NamedTuple):
    """
    A run in a list; *started* and *ended* are local times as text, "" = not yet.

    *present* is None when nobody was counted; *seconds* is the time taught; *how* is
    open, finished or abandoned; *steps* were planned and *steps_taught* reached.
    """

    id: str
    n: int
    lesson: str
    lang: str
    pack: str
    version: str
    title: str
    topic: str
    class_id: str
    class_name: str
    students: int
    present: int | None
    period: int
    started: str
    ended: str
    how: str
    step: str
    steps: int
    steps_taught: int
    seconds: int
    booster_week: int
    booster_on: str
    line: str
    sample: bool


class Pulse(NamedTuple):
    """How far a step's time was when the computer last said so."""

    step: str
    seconds: int
    lost: int
    at: str


class Booster(NamedTuple):
    """Five minutes that are to come *on* a day (2026-12-02)."""

    run: str
    lesson: str
    title: str
    class_id: str
    class_name: str
    week: int
    on: str


def meta(db: sqlite3.Connection, key: str) -> str:
    """Give one of the file's own notes."""
    return str(db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()[0])


def classes(db: sqlite3.Connection, *, put_away: bool) -> list[SchoolClass]:
    """Give the classes by name."""
    found = db.execute(
        "SELECT id, name, students, youngest, oldest, lang, minutes, put_away "
        "FROM class WHERE put_away <= ? ORDER BY name, id",
        (int(put_away),),
    )
    return [
        SchoolClass(
            row[0], row[1], row[2], (row[3], row[4]), row[5], row[6], bool(row[7])
        )
        for row in found
    ]


def runs(db: sqlite3.Connection, class_id: str | None, lesson: str) -> list[RunRow]:
    """Give the runs, newest first."""
    found = db.execute(
        f"{RUNS} WHERE (?1 IS NULL OR class = ?1) "
        "AND (?2 = '' OR lesson = ?2) ORDER BY n DESC, id",
        (class_id, lesson),
    )
    return [_run(row) for row in found]


def open_run(db: sqlite3.Connection) -> RunRow | None:
    """Give the newest open run of a real class."""
    row = db.execute(
        f"{RUNS} WHERE how = 'open' AND NOT sample ORDER BY n DESC, id LIMIT 1"
    ).fetchone()
    return _run(row) if row else None


def _run(row: tuple[Any, ...]) -> RunRow:
    cells = (*row[:-1], bool(row[-1]))
    return RunRow(*cells)


def pulse(db: sqlite3.Connection, run: str) -> Pulse | None:
    """Give the last note of a run's time."""
    row = db.execute(
        "SELECT step, seconds, lost, at FROM pulse WHERE run = ?", (run,)
    ).fetchone()
    return Pulse(*row) if row else None


def boosters(db: sqlite3.Connection) -> list[Booster]:
    """Give the planned boosters by day."""
    found = db.execute(
        "SELECT id, lesson, title, class, class_name, booster_week, booster_on "
        "FROM run WHERE booster_on != '' ORDER BY booster_on, n"
    )
    return [Booster(*row) for row in found]


def last_told(db: sqlite3.Connection, install: str) -> datetime | None:
    """Give the time of the installation's last event."""
    from datetime import datetime

    row = db.execute(
        "SELECT at FROM event WHERE install = ? ORDER BY seq DESC LIMIT 1", (install,)
    ).fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def faults(db: sqlite3.Connection) -> list[str]:
    """
    List what is damaged: pages, events whose content is not what was written, rows.

    The rows of all tables are made again beside the old ones and compared.
    """
    found = [
        row[0] for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"
    ]
    return found or projections.faults(db)
