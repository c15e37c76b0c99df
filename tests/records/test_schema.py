"""An older file is brought up to date, a newer one is refused and left alone."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys

import pytest
import sqlite_utils

from milkit.ground.errors import DatabaseNewer
from milkit.records import schema
from milkit.records.connection import connect
from milkit.records.event import new_id
from milkit.records.opening import open_records
from tests.records.test_store import HAND, START


def state_of(folder):
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if not path.name.endswith("-shm")  # a reader's own notes, no data
    }


def shape(path):
    db = sqlite3.connect(path)
    found = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name"
    ).fetchall()
    db.close()
    return found


def test_a_new_file_is_what_the_upgrades_would_make(tmp_path):
    fresh, grown = tmp_path / "fresh.db", tmp_path / "grown.db"
    db = sqlite3.connect(fresh, isolation_level=None)
    schema.make(db, new_id(), "2026-11-12T10:05:00+07:00")
    db.close()
    db = sqlite3.connect(grown, isolation_level=None)
    schema.upgrade(db)
    assert schema.version(db) == len(schema.UPGRADES)
    db.close()
    assert shape(fresh) == shape(grown)


def test_an_older_file_gets_what_is_due_and_only_that(records):
    records.tell(new_id(), START)
    db = connect(records.path)

    def second(db):
        db["note"].create({"id": int, "text": str}, pk="id")

    upgrades = (*schema.UPGRADES, ("second_tables", second))
    schema.upgrade(db, upgrades)
    schema.upgrade(db, upgrades)
    assert schema.version(db) == len(upgrades)
    assert sqlite_utils.Database(db)["note"].exists()
    assert db.execute("SELECT count(*) FROM event").fetchone() == (1,)
    db.close()


def test_an_upgrade_that_fails_changes_nothing(records):
    db = connect(records.path)

    def broken(db):
        db["note"].create({"id": int}, pk="id")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        schema.upgrade(db, (*schema.UPGRADES, ("broken", broken)))
    assert schema.version(db) == len(schema.UPGRADES)
    assert not sqlite_utils.Database(db)["note"].exists()
    db.close()


def test_a_newer_file_is_refused_and_nothing_is_changed(records, data, clock):
    records.tell(new_id(), START)
    records.close()
    db = connect(data / "records.db")
    db.execute(f"PRAGMA user_version = {len(schema.UPGRADES) + 1}")
    db.close()
    before = state_of(data)
    for _ in range(2):
        with pytest.raises(DatabaseNewer):
            open_records(data, clock)
    assert state_of(data) == before


def test_newer_data_that_only_the_wal_knows_of_is_refused_too(
    records, data, clock, tmp_path
):
    """A later program was killed before its WAL was written back."""
    records.tell(new_id(), START)
    records.close()
    db = connect(data / "records.db")
    db.execute(f"PRAGMA user_version = {len(schema.UPGRADES) + 1}")
    crashed = tmp_path / "crashed"
    shutil.copytree(data, crashed)
    db.close()
    (crashed / "records.db-shm").unlink()
    assert (crashed / "records.db-wal").stat().st_size
    before = state_of(crashed)
    with pytest.raises(DatabaseNewer):
        open_records(crashed, clock)
    assert state_of(crashed) == before


def test_opening_and_counting_loads_no_heavy_library(data):
    script = f"""
import sys, pathlib
from milkit.ground.clock import Clock
from milkit.records.opening import open_records
from tests.records.test_store import HAND, START
for _ in range(2):
    records = open_records(pathlib.Path({str(data)!r}), Clock()).records
    run = "0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0001"
    records.tell(run, START); records.tell(run, HAND); records.close()
heavy = {{"sqlite_utils", "click", "xlsxwriter", "platformdirs", "PySide6", "asyncio",
         "http", "email", "tomllib", "csv"}} & set(sys.modules)
sys.exit(str(heavy) if heavy else 0)
""".replace("from tests.records.test_store import HAND, START", _plain_imports())
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _plain_imports():
    return (
        "from milkit.records.happenings import *\n"
        f"from milkit.records.happenings import PlannedStep\nSTART = {START!r}\n"
        f"HAND = {HAND!r}"
    )
