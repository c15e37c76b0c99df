import datetime as dt
import sqlite3

import pytest

from milkit.ground.errors import BackupDamaged, BackupFailed
from milkit.records import backups
from milkit.records.event import new_id
from milkit.records.opening import open_records, take_due_copy
from tests.records.test_store import HAND, START, hands


def test_a_copy_is_whole_and_stands_alone(records, data, clock):
    run = new_id()
    records.tell(run, START)
    records.tell(run, HAND)
    copy = backups.take(data, clock.now())
    assert copy.path.name == "records-000001-2026-11-12-1005.db"
    assert backups.good(copy.path)
    db = sqlite3.connect(copy.path)
    assert db.execute("SELECT count(*) FROM event").fetchone() == (2,)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    db.close()
    assert sorted(p.name for p in copy.path.parent.iterdir()) == [copy.path.name]


def test_old_copies_go_by_the_rule_and_the_order_is_that_of_the_numbers(
    records, data, clock
):
    records.tell(new_id(), START)
    days = []
    for _ in range(60):
        for _ in range(2):
            days.append(backups.take(data, clock.now()).day)
            clock.pass_by(hours=2)
        clock.pass_by(hours=20)
    left = backups.snapshots(data)
    today = max(days)
    assert [s.day for s in left[:3]] == [today, today, today - dt.timedelta(1)]
    assert {s.day for s in left} >= {today - dt.timedelta(n) for n in range(7)}
    assert len({s.day.isocalendar()[:2] for s in left}) == 4
    assert len(left) <= 3 + 7 + 4


def test_a_clock_that_jumps_back_does_not_let_good_copies_go(records, data, clock):
    """The battery is empty: each morning begins in 2009."""
    records.tell(new_id(), START)
    real = [backups.take(data, clock.now()) for _ in range(2)]
    clock.time = dt.datetime(2009, 1, 1, tzinfo=dt.UTC)
    for _ in range(20):
        newest = backups.take(data, clock.now())
    left = backups.snapshots(data)
    assert left[0].number == newest.number
    assert real[-1].number in {s.number for s in left}
    assert len(left) <= 6


def test_restoring_keeps_today_first_and_never_uses_a_copy_up(records, data, clock):
    run = new_id()
    records.tell(run, START)
    records.tell(run, HAND)
    copy = backups.take(data, clock.now())
    content = copy.path.read_bytes()
    records.tell(run, HAND)
    records.close()
    today = backups.restore(data, copy, clock.now())
    assert copy.path.read_bytes() == content
    assert today.kept
    again = open_records(data, clock).records
    assert hands(again, run) == {"fits": 1}
    again.close()
    backups.restore(data, today, clock.now())
    again = open_records(data, clock).records
    assert hands(again, run) == {"fits": 2}
    again.close()


def test_copies_kept_before_a_restore_are_rotated_among_themselves(
    records, data, clock
):
    records.tell(new_id(), START)
    plain = backups.take(data, clock.now())
    records.close()
    for _ in range(6):
        backups.restore(data, plain, clock.now())
    left = backups.snapshots(data)
    assert [s.kept for s in left] == [True, True, True, False]
    assert left[-1].number == plain.number


def test_a_damaged_copy_is_refused_and_today_stays(records, data, clock):
    run = new_id()
    records.tell(run, START)
    copy = backups.take(data, clock.now())
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    records.close()
    with pytest.raises(BackupDamaged):
        backups.restore(data, copy, clock.now())
    again = open_records(data, clock).records
    assert again.run(run) is not None
    again.close()


def test_a_copy_is_due_only_when_something_was_told(records, data, clock):
    assert take_due_copy(data, clock) is None
    assert backups.snapshots(data) == []
    records.tell(new_id(), START)
    for _ in range(3):
        assert take_due_copy(data, clock) is None
    assert len(backups.snapshots(data)) == 1
    records.tell(new_id(), START)
    take_due_copy(data, clock)
    assert len(backups.snapshots(data)) == 2


def test_no_copy_can_be_made_of_damaged_records(records, data, clock):
    records.tell(new_id(), START)
    records.close()
    content = bytearray((data / "records.db").read_bytes())
    content[5000:9000] = b"\xff" * 4000
    (data / "records.db").write_bytes(content)
    with pytest.raises(BackupFailed):
        backups.take(data, clock.now())
    assert backups.snapshots(data) == []
    assert list(backups.folder_of(data).iterdir()) == []


def test_other_files_in_the_folder_are_left_alone(records, data, clock):
    records.tell(new_id(), START)
    folder = backups.folder_of(data)
    folder.mkdir()
    (folder / "my notes.txt").write_text("mine")
    (folder / "records-000009-2026-99-99-1005.db").write_text("odd")
    for _ in range(8):
        backups.take(data, clock.now())
    assert (folder / "my notes.txt").exists()
    assert (folder / "records-000009-2026-99-99-1005.db").exists()
