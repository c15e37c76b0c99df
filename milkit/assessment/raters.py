"""How far two or more people who score the same work agree."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAIR = 2


def kappa(table: Sequence[Sequence[int]]) -> float | None:
    """
    Give (po-pe)/(1-pe) of a square table of counts; None where chance says all.

    Cohen 1960, Educational and Psychological Measurement 20, 37-46.
    """
    n = sum(map(sum, table))
    if not n:
        return None
    seen = sum(row[i] for i, row in enumerate(table)) / n
    columns = [sum(column) for column in zip(*table, strict=True)]
    chance = (
        sum(sum(row) * column for row, column in zip(table, columns, strict=True))
        / n**2
    )
    return None if chance >= 1 else (seen - chance) / (1 - chance)


def icc(rows: Sequence[Sequence[float]]) -> tuple[float, float] | None:
    """
    Give ICC(2,1) and ICC(3,1) of rows of works by columns of raters.

    Mean squares of the two-way table; Shrout & Fleiss 1979, Psychological Bulletin 86,
    420-428. None with fewer than two works or raters, or without any spread.
    """
    n, k = len(rows), len(rows[0]) if rows else 0
    if n < _PAIR or k < _PAIR:
        return None
    grand = math.fsum(math.fsum(row) for row in rows) / (n * k)
    works = k * math.fsum((math.fsum(row) / k - grand) ** 2 for row in rows)
    columns = list(zip(*rows, strict=True))
    judges = n * math.fsum((math.fsum(col) / n - grand) ** 2 for col in columns)
    total = math.fsum((x - grand) ** 2 for row in rows for x in row)
    between, judge = works / (n - 1), judges / (k - 1)
    error = max(0.0, total - works - judges) / ((n - 1) * (k - 1))
    any_judge = between + (k - 1) * error + k * (judge - error) / n
    same_judges = between + (k - 1) * error
    if not any_judge or not same_judges:
        return None
    return (between - error) / any_judge, (between - error) / same_judges
