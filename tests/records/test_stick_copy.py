"""Copies of the records that lie on a stick."""

import datetime as dt
import os

import pytest

from milkit.ground.errors import BackupDamaged, DatabaseNewer, StickGone
from milkit.records import backups, stick_copy
from milkit.records.classes import SchoolClass
from milkit.records.contents import Held, held
from milkit.records.event import new_id


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


def test_a_copy_holds_what_the_records_hold(records, data, clock, stick):
    records.save_class(SchoolClass(new_id(), "9 Anggrek", 47, (13, 14)))
    path = stick_copy.write_copy(data, stick, clock.now())
    assert held(path) == Held(1, 0)
    copy = stick_copy.read_copy(path)
    assert (copy.day, copy.time) == (dt.date(2026, 11, 12), dt.time(10, 5))
    assert len(backups.snapshots(data)) == 1


@pytest.mark.usefixtures("records")
def test_writing_twice_in_a_minute_leaves_one_whole_copy(data, clock, stick):
    stick_copy.write_copy(data, stick, clock.now())
    stick_copy.write_copy(data, stick, clock.now())
    (path,) = stick.iterdir()
    assert backups.good(path)


@pytest.mark.usefixtures("records")
def test_a_copy_with_another_name_has_the_day_of_its_file(data, clock, stick):
    path = stick_copy.write_copy(data, stick, clock.now())
    renamed = path.rename(stick / "milkit-records-2026-99-99-1005.db")
    os.utime(renamed, (0, dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC).timestamp()))
    assert stick_copy.read_copy(renamed).day == dt.date(2026, 3, 4)


def test_what_is_no_copy_is_refused(stick):
    letter = stick / "letter.db"
    for content in (b"", b"Dear colleague" * 100):
        letter.write_bytes(content)
        with pytest.raises(BackupDamaged):
            stick_copy.read_copy(letter)
        assert held(letter) is None
    with pytest.raises(BackupDamaged):
        stick_copy.read_copy(stick / "nothing.db")


@pytest.mark.usefixtures("records")
def test_a_copy_of_a_later_program_is_refused(data, clock, stick):
    path = stick_copy.write_copy(data, stick, clock.now())
    content = bytearray(path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(content)
    with pytest.raises(DatabaseNewer):
        stick_copy.read_copy(path)


@pytest.mark.usefixtures("records")
def test_a_pulled_stick_is_told(data, clock, tmp_path):
    with pytest.raises(StickGone):
        stick_copy.write_copy(data, tmp_path / "pulled", clock.now())
