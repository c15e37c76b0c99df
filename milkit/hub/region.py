"""The region at a glance: lessons by country and month, and learning by group."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from milkit.hub import learning, reporting
from milkit.hub.senders import senders
from milkit.hub.tables import at_once, open_tables
from milkit.reports.hiding import USUAL, hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.hub.learning import Learnt, Pair
    from milkit.hub.place import Hub
    from milkit.hub.reporting import Cell, Report
    from milkit.hub.senders import Sender

_MOST = 12  # months in a picture


class Country(NamedTuple):
    """Lessons taught in each of the *months*; None = nothing was received."""

    code: str
    lessons: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """All lessons of these months."""
        return sum(many or 0 for many in self.lessons)


class Region(NamedTuple):
    """
    What a coordinator sees; *year* "" = the newest twelve months.

    *hidden* groups took checks and are too small to show; *together* is all of them.
    *checked* of *schools* sent a check before and after.
    """

    years: tuple[str, ...]
    year: str
    months: tuple[str, ...]
    countries: tuple[Country, ...]
    report: Report
    groups: tuple[Learnt, ...]
    together: Learnt | None
    hidden: int
    schools: int
    checked: int


def region(hub: Hub, year: str = "") -> Region:
    """Read the hub's file."""
    with contextlib.closing(open_tables(hub.folder)) as db, at_once(db):
        report = reporting.report(db)
        pairs = learning.pairs(db)
        who = senders(db)
    return of(report, pairs, who, year)


def of(
    report: Report, pairs: Sequence[Pair], who: Sequence[Sender], year: str = ""
) -> Region:
    """Put the pieces together."""
    known = sorted({cell.month for cell in report.cells if cell.month})
    years = tuple(sorted({month[:4] for month in known}))
    months = _months(known, year)
    groups, few = _groups(pairs)
    together = learning.learnt("", pairs) if len(pairs) >= USUAL else None
    return Region(
        years,
        year if year in years else "",
        months,
        _countries(report.cells, months),
        report,
        groups,
        together,
        few,
        len(who),
        sum(1 for one in who if one.checked),
    )


def _months(known: Sequence[str], year: str) -> tuple[str, ...]:
    """Give the months from the first to the last with results, at most twelve."""
    some = [month for month in known if month.startswith(year)] or list(known)
    if not some:
        return ()
    last = _number(some[-1])
    first = max(_number(some[0]), last - _MOST + 1)
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _countries(cells: Sequence[Cell], months: Sequence[str]) -> tuple[Country, ...]:
    runs = {(cell.country, cell.month): cell.runs for cell in cells}
    codes = sorted({cell.country for cell in cells if cell.month in months})
    return tuple(
        Country(code, tuple(runs.get((code, month)) for month in months))
        for code in codes
    )


def _groups(pairs: Sequence[Pair]) -> tuple[tuple[Learnt, ...], int]:
    """Sum up by country, without those too small to show; give how many those are."""
    by: dict[str, list[Pair]] = {}
    for pair in pairs:
        by.setdefault(pair.country, []).append(pair)
    away = hidden({group: len(some) for group, some in by.items()})
    found = [
        learning.learnt(group, some)
        for group, some in sorted(by.items())
        if group not in away
    ]
    return tuple(one for one in found if one is not None), len(away)
