"""Choose from a list of lessons: age, minutes, topic, competency, language, needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.packs.row import Row


class Filters(NamedTuple):
    """
    What is wanted; 0, "" and None ask for nothing.

    *minutes* is what there is: lessons that need no more; with *halves* also those
    whose first half fits and can be taught alone. *ages* are the youngest and the
    oldest of a class: lessons for any of them. *have* is what is at hand: lessons
    that need nothing else. Of *topics*, *competencies* and *kinds* one is enough.
    """

    age: int = 0
    ages: tuple[int, int] | None = None
    minutes: int = 0
    halves: bool = False
    lang: str = ""
    topics: frozenset[str] = frozenset()
    competencies: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    have: frozenset[str] | None = None
    mine: bool = False


def filter(rows: Iterable[Row], wanted: Filters) -> list[Row]:  # noqa: A001 - read as library.filter
    """Give the rows that fit all that is wanted, in the same order."""
    return [row for row in rows if _fits(row, wanted)]


def _fits(row: Row, wanted: Filters) -> bool:
    return (
        (not wanted.age or row.ages[0] <= wanted.age <= row.ages[1])
        and (wanted.ages is None or _overlap(wanted.ages, row.ages))
        and (not wanted.minutes or _fits_period(row, wanted))
        and (not wanted.lang or wanted.lang in row.languages)
        and (not wanted.topics or row.topic in wanted.topics)
        and _meet(wanted.competencies, row.competencies)
        and _meet(wanted.kinds, row.kinds)
        and (wanted.have is None or wanted.have.issuperset(row.needs))
        and (row.mine or not wanted.mine)
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _fits_period(row: Row, wanted: Filters) -> bool:
    half = row.half_minutes if wanted.halves else 0
    return row.minutes <= wanted.minutes or 0 < half <= wanted.minutes


def _meet(wanted: frozenset[str], given: tuple[str, ...]) -> bool:
    return not wanted or not wanted.isdisjoint(given)
