"""A full disk, a disk that may not be written: the right words, and nothing lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from milkit.ground.errors import (
    BackupFailed,
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    FileUnreadable,
    FolderReadOnly,
)
from milkit.records import backups
from milkit.records.connection import connect
from milkit.records.event import new_id
from milkit.records.opening import open_records, take_due_copy
from tests.records.fixtures import fill, run_tool
from tests.records.test_store import HAND, START, hands


@pytest.mark.parametrize("portable", [False, True])
def test_a_full_disk_takes_nothing_away_and_goes_on_after(small_disk, clock, portable):
    data = small_disk / "data"
    records = open_records(data, clock, portable=portable).records
    run = new_id()
    records.tell(run, START)
    filler = fill(small_disk)
    said = iter(range(10_000))
    with pytest.raises(DiskFull) as full:
        all(records.tell(run, HAND) for _ in said)
    said = next(said) - 1
    assert full.value.path == data / "records.db"
    shown = hands(records, run)
    assert shown == ({"fits": said} if said else {})
    with pytest.raises(DiskFull):
        records.tell(run, HAND)
    with pytest.raises(BackupFailed):
        backups.take(data, clock.now())
    assert isinstance(take_due_copy(data, clock), BackupFailed)
    filler.unlink()
    records.tell(run, HAND)
    assert hands(records, run) == {"fits": said + 1}
    assert records.check() == []
    records.close()
    records = open_records(data, clock, portable=portable).records
    assert hands(records, run) == {"fits": said + 1}
    records.close()


def test_a_disk_that_is_full_at_the_start_says_so(small_disk, clock):
    fill(small_disk)
    with pytest.raises(DiskFull):
        open_records(small_disk / "data", clock)


def test_a_quota_counts_as_a_full_disk(data, clock):
    """A limit on the size of files stands for a quota: SQLite only sees an error."""
    script = f"""
import resource, pathlib
from milkit.ground.clock import Clock
from milkit.ground.errors import DiskFull
from milkit.records.opening import open_records
from milkit.records.happenings import *
records = open_records(pathlib.Path({str(data)!r}), Clock()).records
run = "0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0001"
records.tell(run, {START!r})
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
hands = 0
try:
    while hands < 5000:
        records.tell(run, {HAND!r})
        hands += 1
except DiskFull:
    print(hands)
""".replace("import *", "import CountsChanged, PlannedStep, Started")
    if sys.platform == "win32":
        pytest.skip("Windows has no such limit")
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    records = open_records(data, clock).records
    run = "0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0001"
    assert hands(records, run) == {"fits": int(done.stdout)}
    assert int(done.stdout) > 10
    records.close()


@pytest.mark.parametrize("there", [True, False])
def test_a_disk_that_may_not_be_written_says_so(small_disk, clock, there):
    data = small_disk / "data"
    if there:
        records = open_records(data, clock).records
        records.tell(new_id(), START)
        records.close()
    assert run_tool("mount", "-o", "remount,ro", str(small_disk))
    with pytest.raises(FolderReadOnly):
        open_records(data, clock)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_without_rights_says_so(data, clock):
    data.mkdir()
    data.chmod(0o555)
    with pytest.raises(FolderReadOnly):
        open_records(data, clock)
    data.chmod(0o755)


def test_another_program_that_does_not_let_go(records, monkeypatch):
    monkeypatch.setattr("milkit.records.connection._PATIENCE", 0.05)
    impatient = records.again()
    db = connect(records.path)
    db.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy):
        impatient.tell(new_id(), START)
    db.execute("ROLLBACK")
    db.close()
    impatient.close()


def test_damage_that_is_met_while_reading(records, data, clock):
    run = new_id()
    records.tell(run, START)
    for _ in range(50):
        records.tell(run, HAND)
    records.close()
    opened = open_records(data, clock).records
    other = opened.again()
    content = bytearray((data / "records.db").read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    (data / "records.db").write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        list(other.events())
    with pytest.raises(DatabaseDamaged):
        opened.again()
    other.close()
    opened.close()


def test_a_folder_in_the_place_of_the_file(data, clock):
    (data / "records.db").mkdir(parents=True)
    with pytest.raises(FileUnreadable):
        open_records(data, clock)


def test_a_fault_of_the_program_is_no_mishap(records):
    import sqlite3

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        records.table("SELECT * FROM nowhere")


def test_the_data_folder_cannot_be_made(tmp_path, clock):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderReadOnly):
        open_records(Path(tmp_path / "file" / "data"), clock)
