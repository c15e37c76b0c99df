"""Sums by country and month, people counted once, small groups hidden."""

import itertools
import json

from hypothesis import given
from hypothesis import strategies as st

from milkit.hub.facts import hear
from milkit.hub.merging import merge
from milkit.hub.reporting import LEAST, Cell, hide, report
from milkit.records.connection import transaction
from milkit.records.event import Event, new_id
from milkit.sync.statement import Where, statement

ONE, TWO = new_id(), new_id()


class Log:
    """Writes events of an installation, and gives their statements to the hub."""

    def __init__(self, db, install=ONE, country="KH"):
        self.db, self.install, self.country = db, install, country
        self.n = itertools.count(1)

    def tell(self, kind, about, data, month="2026-11"):
        at = f"{month}-05T10:00:00+07:00"
        event = Event(new_id(), self.install, next(self.n), at, kind, about, data)
        with transaction(self.db):
            merge(self.db, [hear(statement(event, Where(self.country)))])
        return event

    def run(self, group, students, lesson="L14", month="2026-11", *, sample=False):
        about = new_id()
        data = {
            "lesson": lesson, "lang": "en", "pack": "core", "version": "1",
            "topic": "images", "class_id": group, "students": students, "period": 40,
            "steps": [], "sample": sample,
        }  # fmt: skip
        return about, self.tell("run_started", about, data, month)


def test_nothing_yet(db):
    found = report(db)
    assert (found.installations, found.runs, found.learners, found.cells) == (
        0, 0, 0, (),
    )  # fmt: skip
    assert json.dumps(found)


def test_a_class_is_counted_once_and_by_who_was_there(db):
    log = Log(db)
    group = new_id()
    first, _ = log.run(group, 40)
    log.tell("students_counted", first, {"present": 35})
    log.run(group, 40, "L02")
    log.run("", 12, "L02", month="2026-10")
    found = report(db)
    assert (found.runs, found.lessons, found.classes, found.learners) == (3, 2, 1, 52)
    november = next(cell for cell in found.cells if cell.month == "2026-11")
    assert november == Cell("KH", "2026-11", 1, 2, 2, 1, 40, 0)


def test_what_was_undone_does_not_count(db):
    log = Log(db)
    about, started = log.run(new_id(), 40)
    other, _ = log.run(new_id(), 30)
    log.tell("undone", about, {"event": started.id})
    assert report(db).runs == 1
    log.tell("undone", other, {"event": started.id})
    assert report(db).runs == 1


def test_only_events_of_the_same_run_undo(db):
    _, started = Log(db).run(new_id(), 40)
    Log(db, TWO).tell("undone", new_id(), {"event": started.id})
    assert report(db).runs == 1


def test_made_up_runs_are_said_and_clocks_that_cannot_be_right_too(db):
    log = Log(db)
    log.run(new_id(), 40, sample=True)
    log.run(new_id(), 40, month="2001-01")
    found = report(db)
    assert found.made_up == 1
    assert [cell.month for cell in found.cells] == ["", "2026-11"]


def test_countries_and_installations(db):
    Log(db).run(new_id(), 40)
    Log(db, TWO, "TH").run(new_id(), 50)
    found = report(db)
    assert found.installations == 2
    assert [(c.country, c.learners) for c in found.cells] == [("KH", 40), ("TH", 50)]


def cells(*learners):
    return [
        Cell(country, f"2026-{month:02}", 1, 1, 1, 1, many, 0)
        for (country, month), many in zip(
            itertools.product(("KH", "TH", "VN"), range(1, 13)), learners, strict=False
        )
    ]


@given(st.lists(st.integers(0, 60), max_size=36))
def test_no_small_figure_is_shown_or_follows(learners):
    shown = hide(cells(*learners))
    hidden = [m for m, c in zip(learners, shown, strict=True) if c.learners is None]
    for many, cell in zip(learners, shown, strict=True):
        assert cell.learners in (None, many)
        assert cell.learners is None or not 0 < cell.learners < LEAST
    visible = [c for c in shown if c.learners]
    if hidden and visible:
        assert len(hidden) > 1
        assert sum(hidden) >= LEAST


def test_nothing_is_hidden_without_need():
    assert hide(cells(10, 0, 25)) == tuple(cells(10, 0, 25))
