"""All that a teacher has comes out in one file, and comes in again elsewhere."""

import json
import sqlite3
import zipfile

import pytest

from milkit.ground import settings
from milkit.ground.errors import FolderReadOnly
from milkit.library.everything import export_everything
from milkit.packs.overlay import open_overlay
from milkit.records import happenings as h
from milkit.records.classes import SchoolClass
from milkit.records.event import new_id
from milkit.records.export import read_log
from tests.records.fixtures import another, clock, data, records
from tests.records.test_store import HAND, START

__all__ = ["another", "clock", "data", "records"]


def test_everything_goes_out_and_in_again(records, another, data, tmp_path):
    run = new_id()
    records.save_class(SchoolClass(new_id(), "ม.2/1", 41, (13, 14), "th"))
    records.tell(run, START)
    records.tell(run, HAND)
    records.tell(run, h.LineWritten("They were tired."))
    settings.write(data, settings.Settings(language="th"))
    overlay, _ = open_overlay(data)
    overlay.close()
    done = export_everything(records, data, tmp_path / "all.zip")
    assert done.rows == 4
    with zipfile.ZipFile(done.path) as archive:
        assert set(archive.namelist()) == {
            "records.jsonl", "lessons.xlsx", "counts.csv", "own.db", "settings.json",
        }  # fmt: skip
        assert archive.testzip() is None
        archive.extractall(tmp_path / "out")
    there = another()
    there.merge(read_log(tmp_path / "out" / "records.jsonl"))
    assert there.run(run) == records.run(run)
    assert there.run(run).line == "They were tired."
    assert there.classes() == records.classes()
    assert json.loads((tmp_path / "out" / "settings.json").read_bytes())["language"]
    db = sqlite3.connect(tmp_path / "out" / "own.db")
    assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
    db.close()


def test_with_nothing_of_one_s_own_the_log_is_enough(records, data, tmp_path):
    done = export_everything(records, data, tmp_path / "all.zip")
    assert done.rows == 0
    with zipfile.ZipFile(done.path) as archive:
        assert "own.db" not in archive.namelist()


def test_where_nothing_can_be_written_it_says_so(records, data, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FolderReadOnly):
        export_everything(records, data, tmp_path / "file" / "all.zip")
