"""Beside a class that waited: Welch's interval, and words that claim no cause."""

import pytest

from milkit.assessment.change import paired
from milkit.ground.words import words
from milkit.reports import results_words
from milkit.reports.results import results
from milkit.reports.waiting import candidates, compared, welch
from tests.reports.fixtures import both, give, key, make_class, sheets


def test_welch_by_hand():
    """Two groups of 15 with s² 7.9 and 3.8: SE .883, 24.9 degrees of freedom."""
    one = paired((0, 20.8), (0, 7.9**0.5), 0, 15)
    two = paired((0, 23.0), (0, 3.8**0.5), 0, 15)
    diff, (low, high) = welch(one, two)
    assert diff == pytest.approx(-2.2)
    se = ((7.9 + 3.8) / 15) ** 0.5
    assert diff / se == pytest.approx(-2.49, abs=0.01)
    assert (high - low) / 2 / se == pytest.approx(2.0595, abs=0.005)  # t(.975; 25)


def test_a_class_that_waited(records, clock):
    here, there = make_class(records), make_class(records, "8 Kenanga", 36)
    both(records, clock, here, sheets(38, 0.55, 0.5), sheets(38, 0.85, 0.25, 2))
    both(records, clock, there, sheets(36, 0.55, 0.5, 3), sheets(36, 0.56, 0.49, 4))
    half = make_class(records, "8 Dahlia")
    key(records, give(records, clock, half, "before"), sheets(30, 0.5, 0.5))
    assert [one.class_name for one in candidates(records, here.id, "I1")] == [
        "8 Kenanga"
    ]
    found = results(records, here.id, "I1")
    beside = compared(records, found, there.id)
    assert beside.ci[0] > 0
    assert beside.g > 0
    w = words("en")
    said = " ".join(results_words.report(found, w, beside).sure)
    assert "for the better beside 8 Kenanga, which waited" in said
    assert "can differ in other ways" in said
    assert "effect" not in said
    back = compared(records, results(records, there.id, "I1"), here.id)
    assert back.diff == pytest.approx(-beside.diff)
    assert compared(records, found, half.id) is None


def test_a_small_class_is_no_comparison(records, clock):
    here, there = make_class(records), make_class(records, "Small", 8)
    both(records, clock, here, sheets(38, 0.55, 0.5), sheets(38, 0.85, 0.25, 2))
    both(records, clock, there, sheets(8, 0.5, 0.5, 3), sheets(8, 0.5, 0.5, 4))
    assert compared(records, results(records, here.id, "I1"), there.id) is None
