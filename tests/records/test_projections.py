"""What screens read is what the log says, whatever happened and in whatever order."""

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milkit.ground.clock import Clock
from milkit.records import log, projections
from milkit.records.connection import transaction
from milkit.records.event import Event, digest, new_id
from milkit.records.happenings import KINDS, Undone, kind_of, plain
from milkit.records.opening import open_records
from milkit.records.run_rows import RUNS as RUN_TABLES
from tests.records.strategies import start, story

RUNS = [f"0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f000{n}" for n in range(3)]


def tables(path):
    db = sqlite3.connect(path)
    rows = projections.rows(db)
    db.close()
    return rows


def tell(records, run, told):
    events = []
    for one in told:
        if isinstance(one, int):
            what = Undone(events[-one].id if len(events) >= one else new_id())
        else:
            what = one
        events.append(records.tell(run, what))
    return events


@given(first=start, told=story)
@settings(max_examples=60, deadline=None)
def test_tables_made_live_equal_tables_made_anew(first, told):
    with tempfile.TemporaryDirectory() as folder:
        records = open_records(Path(folder), Clock()).records
        tell(records, RUNS[0], [first, *told])
        live, state = tables(records.path), records.run(RUNS[0])
        assert records.check() == []
        records.rebuild()
        assert tables(records.path) == live
        assert records.run(RUNS[0]) == state
        records.close()


def events_of(seed_story, run, install, n):
    return [
        Event(
            new_id(),
            install,
            n + i,
            "2026-11-12T10:05:00.000+07:00",
            kind_of(one),
            run,
            plain(one),
        )
        for i, one in enumerate(one for one in seed_story if not isinstance(one, int))
    ]


@given(
    stories=st.lists(
        st.tuples(st.integers(0, 2), start, story), min_size=1, max_size=4
    ),
    twist=st.randoms(use_true_random=False),
)
@settings(max_examples=40, deadline=None)
def test_logs_merge_the_same_in_any_order_and_any_number_of_times(stories, twist):
    events = []
    for number, first, told in stories:
        events += events_of([first, *told], RUNS[number], RUNS[-number], number + 1)
    for one in twist.sample(events, min(3, len(events))):  # the same UUID, other words
        events.append(
            Event(one.id, one.install, one.n, one.at, one.kind, one.about, {"x": 1})
        )
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in ("one", "two"):
            records = open_records(Path(folder) / turn, Clock()).records
            shuffled = twist.sample(events, len(events))
            half = twist.randint(0, len(events))
            added = records.merge(shuffled[:half]).added
            added += records.merge(shuffled[half:]).added
            assert added == len({(e.id, digest(e)) for e in events})
            again = records.merge(twist.sample(events, len(events)))
            assert (again.added, again.known) == (0, len(events))
            assert records.check() == []
            results.append(
                (
                    tables(records.path),
                    records.conflicts(),
                    [log.line(e) for e in records.events()],
                )
            )
            records.close()
    assert results[0] == results[1]


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_contents_the_smaller_hash_stands_and_both_are_kept(records, turn):
    one = Event(
        new_id(), RUNS[1], 1, "2026-11-12T10:05:00+07:00", "hologram", RUNS[0], {}
    )
    two = Event(one.id, RUNS[1], 1, one.at, one.kind, RUNS[0], {"other": True})
    for event in (one, two)[::turn]:
        assert records.merge([event]).added == 1
    stands, other = sorted((one, two), key=digest)
    (conflict,) = records.conflicts()
    assert conflict.stands == stands
    assert conflict.others == (other,)
    assert list(records.events(RUNS[0])) == [stands]
    assert len(list(records.events())) == 2


def test_a_conflict_that_moves_an_event_away_renews_both_sides(records):
    """The same UUID, once about one run and once about another."""
    said = {"name": "8 Melati", "students": 41, "ages": [13, 14]}
    one = Event(
        new_id(), RUNS[1], 1, "2026-11-12T10:05:00+07:00", "class_saved", RUNS[0], said
    )
    two = Event(one.id, RUNS[1], 1, one.at, one.kind, RUNS[2], said)
    first, second = sorted((one, two), key=digest, reverse=True)
    records.merge([first])
    assert [c.id for c in records.classes()] == [first.about]
    records.merge([second])
    assert [c.id for c in records.classes()] == [second.about]
    assert records.check() == []


def test_tables_of_an_older_program_are_made_anew(records, data, clock):
    db = sqlite3.connect(records.path, isolation_level=None)
    with transaction(db):
        db.execute("UPDATE meta SET value = 'older' WHERE key = 'projections'")
        db.execute("DROP TABLE run_slip")
    db.close()
    records.close()
    again = open_records(data, clock).records
    assert again.check() == []
    again.close()


def test_the_tables_know_every_kind_of_event_about_runs():
    assert RUN_TABLES.kinds == frozenset(KINDS)
