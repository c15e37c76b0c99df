"""Beside a class that waited for the lessons: how far the two changes lie apart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment.change import apart
from milkit.assessment.distributions import t_quantile
from milkit.reports.hiding import USUAL
from milkit.reports.results import listed, results

if TYPE_CHECKING:
    from milkit.assessment.change import Change, Interval
    from milkit.records.store import Records
    from milkit.reports.results import Listed, Results


class Compared(NamedTuple):
    """
    The change in d' here less the change there, with its 95 % interval.

    *name* is the class that waited, *n* its students; *g* is Hedges' size.
    """

    name: str
    n: int
    diff: float
    ci: Interval
    g: float | None


def candidates(records: Records, class_id: str, check: str) -> list[Listed]:
    """Give the other classes that had this check before and after."""
    return [
        one
        for one in listed(records)
        if one.check == check
        and one.class_id != class_id
        and one.before_on is not None
        and one.after_on is not None
    ]


def compared(
    records: Records, found: Results, other: str, least: int = USUAL
) -> Compared | None:
    """Compare with the class *other*; None where either has no interval to show."""
    there = results(records, other, found.check, least=least)
    if there is None or found.figures is None or there.figures is None:
        return None
    one, two = found.figures.d_prime, there.figures.d_prime
    if one is None or two is None or not one.se or not two.se:
        return None
    diff, ci = welch(one, two)
    sds = (one.se * math.sqrt(one.n), two.se * math.sqrt(two.n))
    sizes = apart((one.diff, two.diff), sds, (one.n, two.n))
    return Compared(
        there.class_name, two.n, diff, ci, sizes[1] if sizes is not None else None
    )


def welch(one: Change, two: Change) -> tuple[float, Interval]:
    """
    Give the difference of two means with its 95 % interval, spreads not assumed equal.

    SE = √(se1²+se2²) on (se1²+se2²)²/(se1⁴/(n1-1)+se2⁴/(n2-1)) degrees of freedom;
    Welch 1947, Biometrika 34, 28-35.
    """
    v1, v2 = (one.se or 0.0) ** 2, (two.se or 0.0) ** 2
    df = (v1 + v2) ** 2 / (v1**2 / (one.n - 1) + v2**2 / (two.n - 1))
    reach = t_quantile(0.975, df) * math.sqrt(v1 + v2)
    diff = one.diff - two.diff
    return diff, (diff - reach, diff + reach)
