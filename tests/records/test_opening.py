"""Damage of many kinds: the lesson goes on, and what can be read comes back."""

import random
import shutil

import pytest

from milkit.ground.errors import DatabaseDamaged
from milkit.records import backups
from milkit.records.connection import connect
from milkit.records.event import new_id
from milkit.records.opening import open_records
from tests.records.test_store import HAND, START, hands


@pytest.fixture
def taught(records, data, clock):
    """A run with a copy in the middle: 60 hands before it and 40 after."""
    run = new_id()
    records.tell(run, START)
    for _ in range(60):
        records.tell(run, HAND)
    backups.take(data, clock.now())
    for _ in range(40):
        records.tell(run, HAND)
    records.close()
    return run


def zero_the_head(path):
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)


def cut_in_half(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def write_over_with_text(path):
    path.write_text("hello")


def empty(path):
    path.write_bytes(b"")


def lose(path):
    path.unlink()


def spoil_some_pages(path):
    content = bytearray(path.read_bytes())
    chance = random.Random(14)
    pages = len(content) // 4096
    for page in chance.sample(range(1, pages), pages // 3):
        content[page * 4096 : page * 4096 + 2048] = chance.randbytes(2048)
    path.write_bytes(content)


DAMAGES = [
    zero_the_head,
    cut_in_half,
    write_over_with_text,
    empty,
    lose,
    spoil_some_pages,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_after_damage_the_newest_copy_is_used_and_the_teacher_is_told(
    taught, data, clock, damage
):
    damage(data / "records.db")
    left = (data / "records.db").read_bytes() if damage is not lose else None
    opened = open_records(data, clock)
    assert isinstance(opened.mishap, DatabaseDamaged)
    assert opened.mishap.restored == backups.snapshots(data)[0].path
    assert hands(opened.records, taught)["fits"] >= 60
    assert opened.records.check() == []
    if left is not None:
        assert opened.mishap.kept.read_bytes() == left
    opened.records.close()
    again = open_records(data, clock)
    assert again.mishap is None
    again.records.close()


def test_a_lost_head_loses_no_hand(taught, data, clock):
    zero_the_head(data / "records.db")
    opened = open_records(data, clock)
    assert hands(opened.records, taught) == {"fits": 100}
    opened.records.close()


@pytest.mark.usefixtures("taught")
@pytest.mark.parametrize("damage", DAMAGES)
def test_with_no_copy_at_all_new_records_begin(data, clock, damage):
    shutil.rmtree(backups.folder_of(data))
    damage(data / "records.db")
    opened = open_records(data, clock)
    if damage in {empty, lose}:  # as on the very first start
        assert opened.mishap is None
    else:
        assert opened.mishap.restored is None
    assert opened.records.check() == []
    opened.records.close()


def test_with_no_copy_what_can_be_read_comes_back_with_the_installation(
    taught, data, clock
):
    before = open_records(data, clock).records
    install = before.install
    before.close()
    shutil.rmtree(backups.folder_of(data))
    zero_the_head(data / "records.db")
    opened = open_records(data, clock)
    assert opened.records.install == install
    assert hands(opened.records, taught) == {"fits": 100}
    opened.records.close()


def test_a_damaged_copy_is_passed_over_for_an_older_good_one(taught, data, clock):
    older = backups.snapshots(data)[0]
    newer = backups.take(data, clock.now())
    zero_the_head(newer.path)
    zero_the_head(data / "records.db")
    opened = open_records(data, clock)
    assert opened.mishap.restored == older.path
    assert hands(opened.records, taught) == {"fits": 100}
    opened.records.close()


def test_power_that_goes_during_the_repair_costs_nothing(taught, data, clock):
    """The damaged file lies aside, the copy stands: but nothing was told again yet."""
    aside = data / "damaged" / "001"
    aside.mkdir(parents=True)
    (aside / "to-be-read").touch()
    (data / "records.db").replace(aside / "records.db")
    opened = open_records(data, clock)
    assert hands(opened.records, taught) == {"fits": 100}
    opened.records.close()
    assert not (aside / "to-be-read").exists()


def test_the_wal_of_a_killed_program_is_read_when_the_file_is_damaged(
    records, data, clock, tmp_path
):
    run = new_id()
    records.tell(run, START)
    for _ in range(25):
        records.tell(run, HAND)
    crashed = tmp_path / "crashed"
    shutil.copytree(data, crashed)  # as a kill leaves it: the WAL not written back
    zero_the_head(crashed / "records.db")
    opened = open_records(crashed, clock)
    assert hands(opened.records, run) == {"fits": 25}
    opened.records.close()


def test_another_program_s_database_is_moved_aside(data, clock):
    data.mkdir()
    db = connect(data / "records.db")
    db.execute("CREATE TABLE recipes (name)")
    db.close()
    opened = open_records(data, clock)
    assert isinstance(opened.mishap, DatabaseDamaged)
    assert opened.mishap.kept.parent == data / "damaged" / "001"
    opened.records.close()


def test_portable_records_have_no_wal_and_sync_twice(data, clock):
    home = open_records(data, clock).records
    run = new_id()
    home.tell(run, START)
    home.close()
    opened = open_records(data, clock, portable=True)
    opened.records.tell(run, HAND)
    names, rows = opened.records.table("PRAGMA journal_mode")
    assert (names, rows) == (["journal_mode"], [("truncate",)])
    assert opened.records.table("PRAGMA synchronous")[1] == [(3,)]
    assert not (data / "records.db-wal").exists()
    other = opened.records.again()
    assert hands(other, run) == {"fits": 1}
    other.close()
    opened.records.close()


def test_at_home_every_commit_is_synced(records):
    assert records.table("PRAGMA journal_mode")[1] == [("wal",)]
    assert records.table("PRAGMA synchronous")[1] == [(2,)]
