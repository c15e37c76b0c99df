"""
Do the items of a check hang together: alpha, KR-20, KR-21, and each item.

Scores are rows of pupils, 1 right, 0 wrong, None not answered. With gaps all sums go
over the pupils who answered both items of a pair. The order of rows never matters.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment.distributions import f_quantile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from milkit.assessment.change import Interval

Scores = list[list[int | None]]
_EDGE = 0.27
_NOTHING = 1e-12
_PAIR = 2


class Item(NamedTuple):
    """*p* right, how it goes with the rest, alpha without it, upper less lower."""

    p: float | None
    item_rest_r: float | None
    alpha_if_dropped: float | None
    discrimination: float | None


class Reliability(NamedTuple):
    """What was found; *gaps* is how many answers are missing."""

    alpha: float | None
    alpha_ci: Interval | None
    kr20: float | None
    kr21: float | None
    sem: float | None
    sd: float | None
    gaps: int
    items: tuple[Item, ...]


def reliability(scores: Scores) -> Reliability:
    """Give everything that these scores allow; None where they do not."""
    rows = [row for row in scores if any(x is not None for x in row)]
    k = len(rows[0]) if rows else len(scores[0]) if scores else 0
    gaps = sum(x is None for row in rows for x in row)
    table = covariances(rows, k)
    a = alpha(table)
    total = None if table is None else math.fsum(map(math.fsum, table))
    sd = math.sqrt(total) if total is not None and total > _NOTHING else None
    return Reliability(
        a,
        None if a is None else feldt(a, len(rows), k),
        a if gaps else kr20(rows),
        None if gaps else kr21([sum(x or 0 for x in row) for row in rows], k),
        None if a is None or a < 0 or sd is None else sd * math.sqrt(1 - a),
        sd,
        gaps,
        _items(rows, k, table),
    )


def covariances(rows: Scores, k: int) -> list[list[float]] | None:
    """
    Give the k × k sample covariances, pairwise; None where a pair shares one pupil.

    Item covariances go over /(n-1) of the pupils who answered both. Pupils are bits of
    whole numbers, so that a country's answers are counted as fast as a class's.
    """
    right = [_bits(row[i] == 1 for row in rows) for i in range(k)]
    known = [_bits(row[i] is not None for row in rows) for i in range(k)]
    table = [[0.0] * k for _ in range(k)]
    for i in range(k):
        for j in range(i, k):
            n = (known[i] & known[j]).bit_count()
            if n < _PAIR:
                return None
            x_sum = (right[i] & known[j]).bit_count()
            y_sum = (right[j] & known[i]).bit_count()
            products = (right[i] & right[j]).bit_count()
            table[i][j] = table[j][i] = (products - x_sum * y_sum / n) / (n - 1)
    return table


def _bits(flags: Iterable[bool]) -> int:
    return int("".join("1" if flag else "0" for flag in flags) or "0", 2)


def alpha(table: list[list[float]] | None) -> float | None:
    """
    Give Cronbach's alpha: k/(k-1)·(1-Σvar_i/var_total); below 0 is "not usable".

    Cronbach 1951, Psychometrika 16, 297-334. None without a spread, with one item, and
    where gaps make the covariances contradict each other (it would be over 1).
    """
    if table is None or len(table) < _PAIR:
        return None
    k = len(table)
    total = math.fsum(map(math.fsum, table))
    if total <= _NOTHING:
        return None
    found = k / (k - 1) * (1 - math.fsum(table[i][i] for i in range(k)) / total)
    return None if found > 1 + _NOTHING else _clean(min(1.0, found))


def feldt(a: float, n: int, k: int) -> Interval:
    """
    Give the 95 % interval of alpha for *n* pupils and *k* items.

    1-(1-a)·F(.975; n-1, (n-1)(k-1)) to 1-(1-a)·F(.025; same); Feldt 1965,
    Psychometrika 30, 357-370.
    """
    df1, df2 = n - 1, (n - 1) * (k - 1)
    return (
        1 - (1 - a) * f_quantile(0.975, df1, df2),
        1 - (1 - a) * f_quantile(0.025, df1, df2),
    )


def kr20(rows: Scores) -> float | None:
    """
    Give k/(k-1)·(1-Σp(1-p)/var_total) of rows without a gap, var_total /N.

    Kuder & Richardson 1937, Psychometrika 2, 151-160.
    """
    n, k = len(rows), len(rows[0]) if rows else 0
    totals = [sum(x or 0 for x in row) for row in rows]
    spread = _spread(totals)
    if not spread or k < _PAIR:
        return None
    rights = [sum(row[i] or 0 for row in rows) for i in range(k)]
    wrong = math.fsum(right / n * (1 - right / n) for right in rights)
    return _clean(k / (k - 1) * (1 - wrong / spread))


def kr21(totals: Sequence[int], k: int) -> float | None:
    """Give k/(k-1)·(1-M(k-M)/(k·var)), var /N; as if all items were equally hard."""
    spread = _spread(totals)
    if not spread or k < _PAIR:
        return None
    mean = sum(totals) / len(totals)
    return k / (k - 1) * (1 - mean * (k - mean) / (k * spread))


def _spread(totals: Sequence[int]) -> float:
    """Give the variance /N of whole numbers, exactly 0 when they are equal."""
    n = len(totals)
    if not n:
        return 0.0
    return (n * sum(x * x for x in totals) - sum(totals) ** 2) / n**2


def _items(rows: Scores, k: int, table: list[list[float]] | None) -> tuple[Item, ...]:
    ends = _ends(rows)
    return tuple(
        Item(
            _share([(1.0, row[i]) for row in rows]),
            _item_rest(table, i),
            alpha(_without(table, i)),
            _discrimination(rows, ends, i),
        )
        for i in range(k)
    )


def _without(table: list[list[float]] | None, i: int) -> list[list[float]] | None:
    if table is None:
        return None
    return [row[:i] + row[i + 1 :] for n, row in enumerate(table) if n != i]


def _item_rest(table: list[list[float]] | None, i: int) -> float | None:
    """Correlate an item with the sum of the others, from the covariances."""
    rest = _without(table, i)
    if table is None or not rest:
        return None
    spread = math.fsum(map(math.fsum, rest))
    own = table[i][i]
    if spread <= _NOTHING or own <= _NOTHING:
        return None
    return _clean((math.fsum(table[i]) - own) / math.sqrt(own * spread))


def _clean(value: float) -> float:
    """Keep the computer's rounding from calling 0 a negative figure."""
    return 0.0 if abs(value) < _NOTHING else value


def _share(weighed: list[tuple[float, int | None]]) -> float | None:
    known = [(w, x) for w, x in weighed if x is not None and w > 0]
    of = math.fsum(w for w, _ in known)
    return math.fsum(w * x for w, x in known) / of if known else None


def _ends(rows: Scores) -> tuple[list[float], list[float]]:
    """
    Weigh the pupils of the lower and of the upper 27 % (Kelley 1939).

    Pupils who tie at the edge share what room is left, so no order decides.
    """
    scores = [_own_share(row) for row in rows]
    room = _EDGE * len(rows)
    return (
        _weights(scores, sorted(set(scores)), room),
        _weights(scores, sorted(set(scores), reverse=True), room),
    )


def _own_share(row: list[int | None]) -> float:
    known = [x for x in row if x is not None]
    return sum(known) / len(known)


def _weights(scores: list[float], steps: list[float], room: float) -> list[float]:
    weight = {}
    for step in steps:
        many = scores.count(step)
        weight[step] = min(1.0, max(0.0, room) / many)
        room -= many
    return [weight[score] for score in scores]


def _discrimination(
    rows: Scores, ends: tuple[list[float], list[float]], i: int
) -> float | None:
    low, high = (
        _share([(w, row[i]) for w, row in zip(end, rows, strict=True)]) for end in ends
    )
    return None if low is None or high is None else high - low
