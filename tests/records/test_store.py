import sqlite3

import pytest

from milkit.records.classes import SchoolClass
from milkit.records.event import new_id
from milkit.records.happenings import CountsChanged, PlannedStep, Started, Undone

START = Started(
    lesson="L14",
    lang="en",
    pack="core",
    version="1.0.0",
    title="Find the first photo",
    topic="images",
    class_id="",
    class_name="8 Melati",
    students=41,
    period=40,
    steps=(PlannedStep("look", "Look", 4), PlannedStep("vote", "Vote", 4)),
)
HAND = CountsChanged("first-vote", "first-vote", "fits", 1)


def hands(records, run):
    return records.run(run).counts.get(("first-vote", "first-vote"), {})


def test_what_is_told_is_there_after_opening_again(records):
    run = new_id()
    records.tell(run, START)
    for _ in range(3):
        records.tell(run, HAND)
    other = records.again()
    assert hands(other, run) == {"fits": 3}
    assert [row.id for row in other.runs()] == [run]
    assert other.runs()[0].present == 3
    assert other.open_run().id == run
    other.close()


def test_sequence_numbers_rise_over_all_that_was_seen(records, another):
    run = new_id()
    first = records.tell(run, START)
    assert first.n == 1
    there = another()
    for _ in range(10):
        there.tell(run, HAND)
    records.merge(there.events())
    assert records.tell(run, HAND).n == 11


def test_another_connection_that_writes_is_noticed(records):
    run = new_id()
    records.tell(run, START)
    records.tell(run, HAND)
    other = records.again()
    event = other.tell(run, HAND)
    assert event.n == 3
    assert records.tell(run, HAND).n == 4
    assert hands(records, run) == {"fits": 3}
    assert hands(other, run) == {"fits": 3}
    assert records.check() == []
    other.close()


def test_nothing_in_the_log_can_be_changed_or_deleted(records):
    records.tell(new_id(), START)
    db = sqlite3.connect(records.path)
    for attack in ("DELETE FROM event", "UPDATE event SET n = 9"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute(attack)
    db.close()


def test_undo_is_an_event(records):
    run = new_id()
    records.tell(run, START)
    records.tell(run, HAND)
    second = records.tell(run, HAND)
    records.tell(run, Undone(second.id))
    assert hands(records, run) == {"fits": 1}
    assert len(list(records.events(run))) == 4
    assert records.check() == []


def test_classes_are_saved_changed_put_away_and_put_back(records):
    one = SchoolClass(new_id(), "9 Anggrek", 47, (14, 14), "id", 45)
    records.save_class(one)
    records.save_class(
        SchoolClass(new_id(), "7 Kenanga", 38, (12, 13)),
    )
    assert [c.name for c in records.classes()] == ["7 Kenanga", "9 Anggrek"]
    changed = SchoolClass(one.id, "9 Anggrek", 48, (14, 15), "id", 45)
    records.save_class(changed)
    assert records.school_class(one.id) == changed
    records.put_class_away(one.id)
    assert [c.name for c in records.classes()] == ["7 Kenanga"]
    assert [c.put_away for c in records.classes(put_away=True)] == [False, True]
    records.put_class_away(one.id, away=False)
    assert len(records.classes()) == 2
    assert records.check() == []


def test_events_of_a_later_program_are_kept_and_change_nothing(records, another):
    run = new_id()
    records.tell(run, START)
    there = another()
    there.append("hologram_shown", run, {"where": "roof"})
    there.append("counts_changed", run, {"activity": 3})
    before = records.run(run)
    done = records.merge(there.events())
    assert (done.added, done.known) == (2, 0)
    assert records.run(run) == before
    assert records.check() == []


def test_check_finds_a_row_that_was_touched_from_outside(records):
    run = new_id()
    records.tell(run, START)
    records.tell(run, HAND)
    db = sqlite3.connect(records.path)
    db.execute("UPDATE run_count SET hands = 40")
    db.commit()
    db.close()
    assert records.check() == ["table run_count differs from the log"]
    records.rebuild()
    assert records.check() == []


def test_the_last_time_told_is_known(records, clock):
    assert records.last_told() is None
    records.tell(new_id(), START)
    assert records.last_told() == clock.now()


def test_the_pulse_is_one_row(records):
    run = new_id()
    for second in range(5):
        records.pulse(run, "look", second, 0, wait=second % 2 == 0)
        assert records.table("PRAGMA synchronous")[1] == [(2,)]
    other = records.again()
    assert other.last_pulse(run).seconds == 4
    other.close()
    assert records.last_pulse(new_id()) is None
