"""What all schools together did, by country and month; small groups are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.hub.tables import at_once

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    Ask = Callable[[str], "list[tuple[Any, ...]]"]

LEAST = 10  # learners: no figure for a smaller group

# SQLite and DuckDB both understand this. A run's learners are those who were there,
# else those the class has; a class's are the most of its runs, so that nobody is
# counted again in each lesson.
_STANDS = (  # an undo counts for what happened to the same thing only
    "NOT EXISTS (SELECT 1 FROM statement AS u "
    "WHERE u.undoes = s.id AND u.about = s.about)"
)
RUNS = """
WITH run AS (
  SELECT about, install, country, month, lesson, class, students, sample
  FROM statement AS s WHERE kind = 'run_started' AND _STANDS_
),
present AS (
  SELECT about, max(students) AS students FROM statement AS s
  WHERE kind = 'students_counted' AND _STANDS_ GROUP BY about
),
taught AS (
  SELECT run.about, run.install, run.country, run.month, run.lesson, run.sample,
    CASE WHEN run.class = '' THEN NULL ELSE run.class END AS class,
    CASE WHEN run.class = '' THEN run.about ELSE run.class END AS party,
    coalesce(present.students, run.students) AS students
  FROM run LEFT JOIN present ON present.about = run.about
)
""".replace("_STANDS_", _STANDS)
_CELLS = (
    RUNS  # noqa: S608 - our own words
    + """, party AS (
  SELECT country, month, install, party, max(students) AS students
  FROM taught GROUP BY country, month, install, party
), people AS (
  SELECT country, month, sum(students) AS learners FROM party GROUP BY country, month
)
SELECT t.country, t.month, count(DISTINCT t.install), count(DISTINCT t.about),
  count(DISTINCT t.lesson), count(DISTINCT t.class), max(p.learners),
  sum(CASE WHEN t.sample THEN 1 ELSE 0 END)
FROM taught AS t JOIN people AS p ON p.country = t.country AND p.month = t.month
GROUP BY t.country, t.month ORDER BY t.country, t.month"""
)
_TOTAL = (
    RUNS  # noqa: S608 - our own words
    + """, party AS (
  SELECT install, party, max(students) AS students FROM taught GROUP BY install, party
)
SELECT count(DISTINCT install), count(DISTINCT about), count(DISTINCT lesson),
  count(DISTINCT class), coalesce((SELECT sum(students) FROM party), 0),
  coalesce(sum(CASE WHEN sample THEN 1 ELSE 0 END), 0)
FROM taught"""
)
_CHECKS = """SELECT country, month, count(DISTINCT about) FROM statement AS s
WHERE kind = 'check_given' AND _STANDS_
GROUP BY country, month ORDER BY country, month""".replace("_STANDS_", _STANDS)
_SENDERS = "SELECT count(DISTINCT install) FROM statement"


class Cell(NamedTuple):
    """
    One country in one month ("" = the sender's clock cannot be right).

    *learners* is None where the figure would speak of fewer than ten people, or
    would let one work out such a figure.
    """

    country: str
    month: str
    installations: int
    runs: int
    lessons: int
    classes: int
    learners: int | None
    checks: int


class Report(NamedTuple):
    """All of it; *made_up* runs are among the *runs*, *hidden* counts the cells."""

    installations: int
    runs: int
    lessons: int
    classes: int
    learners: int | None
    checks: int
    conflicts: int
    made_up: int
    hidden: int
    cells: tuple[Cell, ...]


def report(db: sqlite3.Connection) -> Report:
    """Read the hub's own file."""
    with at_once(db):
        conflicts = db.execute("SELECT count(DISTINCT id) FROM other").fetchone()[0]
        return of(lambda sql: db.execute(sql).fetchall(), int(conflicts))


def of(ask: Ask, conflicts: int) -> Report:
    """Make the report by asking a table `statement`, in SQLite or DuckDB."""
    checks = {(row[0], row[1]): int(row[2]) for row in ask(_CHECKS)}
    raw = {(row[0], row[1]): row for row in ask(_CELLS)}
    cells = [
        _cell(place, raw.get(place), checks.get(place, 0))
        for place in sorted(raw.keys() | checks.keys())
    ]
    shown = hide(cells)
    _, runs, lessons, classes, learners, made_up = map(int, ask(_TOTAL)[0])
    return Report(
        installations=int(ask(_SENDERS)[0][0]),
        runs=runs,
        lessons=lessons,
        classes=classes,
        learners=None if 0 < learners < LEAST else learners,
        checks=sum(checks.values()),
        conflicts=conflicts,
        made_up=made_up,
        hidden=sum(1 for cell in shown if cell.learners is None),
        cells=shown,
    )


def _cell(place: tuple[str, str], row: tuple[Any, ...] | None, checks: int) -> Cell:
    if row is None:
        return Cell(*place, 0, 0, 0, 0, 0, checks)
    installs, runs, lessons, classes, learners = (int(each) for each in row[2:7])
    return Cell(*place, installs, runs, lessons, classes, learners, checks)


def hide(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """
    Take out the learners of small groups, and enough others that none follows.

    Whoever knows a sum and all but one of its parts knows that part: so in each
    country, and in all together, at least two cells with ten people or more between
    them go, or none.
    """
    small = {i for i, cell in enumerate(cells) if 0 < (cell.learners or 0) < LEAST}
    for country in sorted({cells[i].country for i in small}):
        inside = [i for i, cell in enumerate(cells) if cell.country == country]
        small |= _complement(cells, small & set(inside), inside)
    small = _complement(cells, small, range(len(cells)))
    return tuple(
        cell._replace(learners=None) if i in small else cell
        for i, cell in enumerate(cells)
    )


def _complement(
    cells: Sequence[Cell], hidden: set[int], among: Iterable[int]
) -> set[int]:
    """Hide the smallest of the rest until what is hidden cannot be worked out."""
    out = set(hidden)
    rest = sorted(
        (i for i in among if i not in out and cells[i].learners),
        key=lambda i: cells[i].learners or 0,
    )
    while out and rest and (len(out) == 1 or _people(cells, out) < LEAST):
        out.add(rest.pop(0))
    return out


def _people(cells: Sequence[Cell], some: Iterable[int]) -> int:
    return sum(cells[i].learners or 0 for i in some)
