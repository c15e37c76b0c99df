"""Filters take out what does not fit, and nothing else."""

import pytest

from milkit.library import filters
from milkit.library.filters import Filters
from milkit.packs.row import Row

ROW = Row(
    id="L1",
    lang="en",
    title="Flood photo",
    summary="",
    topic="images",
    band="J",
    ages=(12, 14),
    minutes=40,
    optional_minutes=20,
    half_minutes=20,
    needs=("projector",),
    kinds=("poll", "trace"),
    unesco=("M4",),
    competencies=("E2", "E3"),
    review="draft",
    languages=("en", "th"),
)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Filters(), True),
        (Filters(age=12), True),
        (Filters(age=14), True),
        (Filters(age=15), False),
        (Filters(ages=(9, 12)), True),
        (Filters(ages=(9, 11)), False),
        (Filters(ages=(15, 18)), False),
        (Filters(minutes=40), True),
        (Filters(minutes=39), False),
        (Filters(minutes=20, halves=True), True),
        (Filters(minutes=19, halves=True), False),
        (Filters(lang="th"), True),
        (Filters(lang="km"), False),
        (Filters(topics=frozenset({"ads", "images"})), True),
        (Filters(topics=frozenset({"ads"})), False),
        (Filters(competencies=frozenset({"E3"})), True),
        (Filters(competencies=frozenset({"A1"})), False),
        (Filters(kinds=frozenset({"trace"})), True),
        (Filters(kinds=frozenset({"sort"})), False),
        (Filters(have=frozenset({"projector", "paper"})), True),
        (Filters(have=frozenset()), False),
        (Filters(mine=True), False),
        (Filters(age=13, minutes=45, lang="en"), True),
    ],
)
def test_each_filter(wanted, fits):
    assert filters.filter([ROW], wanted) == ([ROW] if fits else [])


def test_a_lesson_without_halves_is_taken_whole():
    whole = ROW._replace(half_minutes=0)
    assert filters.filter([whole], Filters(minutes=20, halves=True)) == []


def test_the_order_stays():
    rows = [ROW._replace(id=f"L{n}") for n in range(9)]
    assert filters.filter(rows, Filters(age=13)) == rows
