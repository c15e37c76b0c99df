"""What was taught: sums, spans, and groups that stay hidden."""

import datetime as dt

from milkit.ground.words import words
from milkit.reports import taught_words
from milkit.reports.results import results
from milkit.reports.taught import Span, halves, taught
from tests.reports.fixtures import both, give, make_class, sheets, teach

W = words("en")


def test_a_term(records, clock):
    one, two = make_class(records), make_class(records, "9 Anggrek", 41)
    teach(records, clock, one, (2026, 2, 3), 40, 30)
    teach(records, clock, one, (2026, 8, 3), 45, 33)
    teach(records, clock, two, (2026, 10, 3), 35)
    give(records, clock, one, "before", (2026, 8, 1))
    found = taught(records, Span(dt.date(2026, 7, 1), dt.date(2026, 12, 31)))
    assert (len(found.lessons), found.minutes, found.reached) == (2, 80, 74)
    assert found.months == (
        (dt.date(2026, 8, 1), 1),
        (dt.date(2026, 9, 1), 0),
        (dt.date(2026, 10, 1), 1),
    )
    assert found.checks == 1
    assert [span.first for span in halves(records)] == [
        dt.date(2026, 7, 1),
        dt.date(2026, 1, 1),
    ]
    report = taught_words.report(found, W)
    assert report.head == "You taught 2 lessons in 2 classes."
    assert "74 students were reached" in report.text
    assert "how much was learnt" in " ".join(report.sure)
    assert len(taught(records).lessons) == 3
    of_one = taught(records, class_id=one.id)
    assert (of_one.reached, len(of_one.lessons)) == (33, 2)


def test_a_small_class_takes_the_next_with_it(records, clock):
    small, middle, large = (
        make_class(records, name, many)
        for name, many in (("S", 8), ("M", 30), ("L", 40))
    )
    for group in (small, middle, large):
        teach(records, clock, group, (2026, 8, 3))
    found = taught(records)
    assert {one.name: one.reached for one in found.classes} == {
        "S": None,
        "M": None,
        "L": 40,
    }
    assert found.reached == 78
    assert found.hidden == 2
    assert [one.present for one in found.lessons] == [None, None, None]
    assert "2 classes are not shown" in taught_words.report(found, W).hidden
    assert taught(records, class_id=small.id).reached is None
    alone = taught(records, class_id=middle.id)  # 78 - 40 - 30 would be the small one
    assert alone.reached is None
    assert [one.reached for one in alone.classes] == [None]
    assert taught(records, class_id=large.id).reached == 40


def test_nothing_taught(records):
    found = taught(records)
    report = taught_words.report(found, W)
    assert report.head == "No lesson was taught in this time."
    assert report.tables == ()
    assert halves(records) == []


def test_a_lesson_without_a_class(records, clock):
    group = make_class(records)._replace(id="", name="", students=0)
    teach(records, clock, group, (2026, 8, 3), present=25)
    report = taught_words.report(taught(records), W)
    assert report.tables[0].rows[0][0].shown == "No class chosen"
    assert report.tables[0].rows[0][2].value == 25


def test_the_checks_of_a_teacher(records, clock):
    one, small = make_class(records), make_class(records, "Small", 8)
    teach(records, clock, one, (2026, 8, 3))
    both(records, clock, one, sheets(38, 0.55, 0.5), sheets(38, 0.85, 0.25, 2))
    both(records, clock, small, sheets(8, 0.5, 0.5), sheets(8, 0.9, 0.1))
    checked = [results(records, group.id, "I1") for group in (one, small)]
    report = taught_words.report(taught(records), W, checked=checked)
    table = report.tables[-1]
    good, few = table.rows
    assert good[0].value == "8 Melati · News Judgement Check"
    assert good[1].value == "Your class became better at telling true from false."
    assert good[2].value == 38
    assert good[4].value < good[3].value < good[5].value
    assert [cell.value for cell in few[2:]] == [None] * 4
    assert "Too few" in few[1].value
