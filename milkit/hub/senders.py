"""Who has sent: what each installation did, and the name that the hub gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.hub.reporting import LEAST, RUNS

if TYPE_CHECKING:
    import sqlite3

_BOTH = 2  # phases: before and after
_SUMS = (
    RUNS  # noqa: S608 - our own words
    + """, own AS (
  SELECT p.via, t.* FROM taught AS t JOIN passed AS p ON p.install = t.install
), party AS (
  SELECT via, install, party, max(students) AS students FROM own
  GROUP BY via, install, party
), people AS (
  SELECT via, sum(students) AS learners FROM party GROUP BY via
)
SELECT o.via, count(DISTINCT o.about), count(DISTINCT o.class), max(p.learners)
FROM own AS o JOIN people AS p ON p.via = o.via GROUP BY o.via"""
)
_CHECKED = """SELECT p.via, s.class,
  count(DISTINCT json_extract(s.data, '$.phase'))
FROM statement AS s JOIN passed AS p ON p.install = s.install
WHERE s.kind = 'check_given'
  AND json_extract(s.data, '$.phase') IN ('before', 'after')
GROUP BY p.via, s.install, s.class"""
_FILES = """SELECT f.install, min(f.country), min(f.place), count(*),
  sum(f.statements), max(f.heard), coalesce(max(s.name), ''), coalesce(max(s.place), '')
FROM file AS f LEFT JOIN sender AS s ON s.install = f.install GROUP BY f.install"""


class Sender(NamedTuple):
    """
    One installation; *name* and *place* are what the hub's own people wrote.

    The sender tells a country and a district's code, and nothing else of where it is.
    *checked* of *to_check* classes took a check before and after. *learners* is None
    for a school with fewer than ten.
    """

    install: str
    name: str
    country: str
    place: str
    files: int
    statements: int
    heard: str
    runs: int = 0
    classes: int = 0
    learners: int | None = 0
    checked: int = 0
    to_check: int = 0

    @property
    def code(self) -> str:
        """A short code that the sender sees too, like 3F2A-91BC."""
        return short_code(self.install)


class Cover(NamedTuple):
    """A place, and how many of the senders *known* there were *heard* since a day."""

    country: str
    place: str
    heard: int
    known: int


def short_code(install: str) -> str:
    """Give the short code of an installation."""
    return f"{install[:4]}-{install[4:8]}".upper()


def senders(db: sqlite3.Connection) -> list[Sender]:
    """Give all who have sent, by name and then by code."""
    sums = {row[0]: row[1:] for row in db.execute(_SUMS)}
    both: dict[str, list[int]] = {}
    for install, _, phases in db.execute(_CHECKED):
        seen = both.setdefault(install, [0, 0])
        seen[0] += phases == _BOTH
        seen[1] += 1
    found = []
    for install, country, place, files, told, heard, name, own in db.execute(_FILES):
        runs, classes, learners = sums.get(install, (0, 0, 0))
        few = 0 < learners < LEAST
        found.append(
            Sender(
                install,
                name,
                country,
                own or place,
                files,
                told,
                heard,
                runs,
                classes,
                None if few else learners,
                *both.get(install, (0, 0)),
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (one.name == "", one.name, one.code))


def name_sender(
    db: sqlite3.Connection, install: str, name: str, place: str = ""
) -> None:
    """Keep the name and the district that the hub's people give an installation."""
    db.execute(
        "INSERT OR REPLACE INTO sender VALUES (?, ?, ?)",
        (install, " ".join(name.split()), " ".join(place.split())),
    )


def coverage(all_: list[Sender], since: str) -> list[Cover]:
    """Count by country and place who was heard since a day like 2026-09-01."""
    found: dict[tuple[str, str], list[int]] = {}
    for one in all_:
        seen = found.setdefault((one.country, one.place), [0, 0])
        seen[0] += one.heard[:10] >= since
        seen[1] += 1
    return [Cover(*place, *counts) for place, counts in sorted(found.items())]
