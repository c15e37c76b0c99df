"""What students learnt: paired, by newest check, with classes as clusters."""

import itertools
import math
import random
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milkit.assessment.distributions import t_quantile
from milkit.ground.words import words
from milkit.hub import learning, region, region_words
from milkit.hub.reporting import Cell, report
from milkit.records.event import new_id
from tests.hub.test_reporting import Log

ITEMS = [f"i{n}" for n in range(1, 17)]
TRUE = ITEMS[:8]


def check(log, group, phase, answers, students=20):
    """Give a check and key its answers: {code: {item: answer}}."""
    about = new_id()
    data = {
        "check": "I1", "title": "", "lang": "en", "class_id": group,
        "class_name": "", "students": students, "phase": phase, "way": "paper",
        "forms": "A", "short": False, "items": ITEMS, "true_items": TRUE,
        "sample": False,
    }  # fmt: skip
    log.tell("check_given", about, data)
    for code, keyed in answers.items():
        for item, answer in keyed.items():
            told = {"code": code, "item": item, "answer": answer, "again": False}
            log.tell("check_answered", about, told)
    return about


def sheet(right):
    """Right answers to the first *right* items of each side, wrong ones else."""
    return {
        item: ("real" if (item in TRUE) == (at % 8 < right) else "false")
        for at, item in enumerate(ITEMS)
    }


@pytest.fixture
def log(db):
    db.execute("PRAGMA synchronous = OFF")
    return Log(db)


def test_the_same_students_before_and_after(db, log):
    group = new_id()
    check(log, group, "before", {"1": sheet(4), "2": sheet(5), "3": sheet(4)})
    check(log, group, "after", {"1": sheet(7), "2": sheet(8), "9": sheet(2)})
    found = learning.pairs(db)
    assert len(found) == 2
    one = learning.learnt("KH", found)
    assert (one.students, one.classes) == (2, 1)
    assert one.before.mean < one.after.mean
    assert one.change.mean == pytest.approx(one.after.mean - one.before.mean)
    assert one.before.low is None
    assert one.c_before == pytest.approx(0, abs=1e-9)


def test_d_prime_is_that_of_the_statistics(db, log):
    group = new_id()
    check(log, group, "before", {"1": sheet(4)})
    check(log, group, "after", {"1": sheet(8)})
    (pair,) = learning.pairs(db)
    assert pair.before[0] == pytest.approx(0)
    assert pair.after[0] == pytest.approx(2 * NormalDist().inv_cdf(8.5 / 9))


def test_settled_and_newer_checks_count_and_undone_ones_do_not(db, log):
    group = new_id()
    check(log, group, "before", {"1": sheet(2)})
    about = check(log, group, "before", {"1": sheet(4)})
    check(log, group, "after", {"1": sheet(8)})
    log.tell("check_settled", about, {"code": "1", "item": "i1", "answer": "false"})
    gone = {"code": "1", "item": "i2", "answer": "false", "again": False}
    wrong = log.tell("check_answered", about, gone)
    log.tell("check_undone", about, {"event": wrong.id})
    (pair,) = learning.pairs(db)
    hits, alarms = 3.5 / 9, 4.5 / 9
    normal = NormalDist()
    assert pair.before[0] == pytest.approx(
        normal.inv_cdf(hits) - normal.inv_cdf(alarms)
    )


def test_clusters_are_taken_into_account():
    values = [1.0, 1.0, 1.0, 3.0, 3.0, 3.0]
    by_class = learning.clustered(values, "aaabbb")
    alone = learning.clustered(values, range(6))
    assert by_class.mean == alone.mean == 2
    assert by_class.high - by_class.low > 3 * (alone.high - alone.low)
    # each its own cluster = the plain t interval of a mean
    sd = math.sqrt(sum((v - 2) ** 2 for v in values) / 5)
    assert alone.high == pytest.approx(2 + t_quantile(0.975, 5) * sd / math.sqrt(6))
    assert learning.clustered(values, "aaaaaa").low is None


@given(st.lists(st.tuples(st.floats(-3, 3), st.integers(0, 4)), min_size=2))
def test_an_interval_holds_its_mean(drawn):
    values, parties = zip(*drawn, strict=True)
    found = learning.clustered(values, parties)
    if found.low is not None:
        assert found.low - 1e-9 <= found.mean <= found.high + 1e-9
    shuffled = random.Random(1).sample(drawn, len(drawn))
    again = learning.clustered(*zip(*shuffled, strict=True))
    assert again.mean == pytest.approx(found.mean, abs=1e-9)


def pair(country, party, before, after):
    return learning.Pair("i", country, party, (before, 0.2), (after, 0.1))


def shown(pairs, cells=(), year=""):
    empty = report_of(cells)
    return region.of(empty, pairs, [], year)


def report_of(cells):
    from milkit.hub.reporting import Report

    return Report(0, 0, 0, 0, 0, 0, 0, 0, 0, tuple(cells))


def test_small_groups_are_hidden_and_another_with_them():
    some = [pair("KH", n % 3, 0.1 * n, 1 + 0.1 * n) for n in range(12)]
    more = [pair("TH", n % 3, 0.1 * n, 1 + 0.1 * n) for n in range(15)]
    few = [pair("LA", 1, 0.1, 1.0) for _ in range(4)]
    found = shown(some + more + few)
    assert [one.group for one in found.groups] == ["TH"]
    assert found.hidden == 2
    assert found.together.students == 31
    w = words("en")
    assert "2 groups are hidden" in region_words.hidden(found, w)
    assert "better" in region_words.headline(found, w)[0]
    alone = shown(few)
    assert alone.together is None
    assert "cannot be shown" in region_words.headline(alone, w)[0]


def test_worse_and_no_change_are_said():
    w = words("en")
    worse = [pair("KH", n % 4, 1 + n / 50, n / 60) for n in range(20)]
    assert "less well" in region_words.headline(shown(worse), w)[0]
    same = [pair("KH", n % 4, n % 7, (n * 3) % 7) for n in range(20)]
    assert "No clear change" in region_words.headline(shown(same), w)[0]
    one = [pair("KH", 1, 0.1, 1.0) for _ in range(12)]
    assert "One class" in region_words.headline(shown(one), w)[0]


def test_months_without_results_are_a_line_and_years_are_filters():
    cells = [
        Cell(country, month, 1, runs, 1, 1, 40, 0)
        for country, month, runs in (
            ("KH", "2025-11", 1), ("KH", "2026-01", 2), ("KH", "2026-04", 3),
            ("TH", "2026-02", 4), ("TH", "", 9),
        )
    ]  # fmt: skip
    found = shown([], cells, "2026")
    assert found.months == ("2026-01", "2026-02", "2026-03", "2026-04")
    assert [(one.code, one.lessons) for one in found.countries] == [
        ("KH", (2, None, None, 3)), ("TH", (None, 4, None, None)),
    ]  # fmt: skip
    assert found.years == ("2025", "2026")
    assert shown([], cells).months[0] == "2025-11"
    assert len(shown([], cells, "1999").months) == 6
    assert "Jan 2026 to Apr 2026" in region_words.title(found, words("en"))


def test_the_report_says_no_figure_that_is_hidden(db, log):
    log.run(new_id(), 6)
    log.run(new_id(), 40, month="2026-10")
    told = region_words.report(region.of(report(db), [], []), words("en"))
    students = list(itertools.chain.from_iterable(told.tables[0].rows))
    assert "6" not in {cell.shown for cell in students}
    assert {"–"} <= {cell.shown for cell in students}
