"""The commands for records, from the door, with real files."""

import json
import shutil
import sqlite3

import pytest
from click.testing import CliRunner

from milkit.cli import main
from milkit.ground import paths
from milkit.packs.build import build
from tests.packs.made import draw_quickly, source


@pytest.fixture
def milkit(tmp_path):
    def run(*words, code=0):
        done = CliRunner().invoke(main, ["--data", str(tmp_path / "data"), *words])
        assert done.exit_code == code, done.output
        assert "Traceback" not in done.output
        return done.output

    return run


def test_sample_export_backup_restore_check(milkit, tmp_path):
    assert json.loads(milkit("records", "check", "--json")) == {
        "good": True, "faults": [],
    }  # fmt: skip
    first = json.loads(milkit("records", "sample", "--runs", "3", "--json"))
    assert first["added"] > 20
    again = json.loads(milkit("records", "sample", "--runs", "3", "--json"))
    assert (again["added"], again["known"]) == (0, first["added"])
    to = tmp_path / "out.csv"
    assert "written" in milkit("records", "export", "--to", str(to))
    assert to.read_text(encoding="utf-8-sig").startswith("run,started")
    copy = json.loads(milkit("records", "backup", "--json"))
    assert copy["number"] == 1
    milkit("records", "sample", "--runs", "3", "--seed", "9")
    milkit("records", "restore", "1")
    done = milkit("records", "export", "--to", str(to), "--format", "jsonl", "--json")
    assert json.loads(done)["rows"] == first["added"]
    listed = json.loads(milkit("records", "restore", "--list", "--json"))
    assert [(one["number"], one["before_a_restore"]) for one in listed] == [
        (2, True), (1, False),
    ]  # fmt: skip
    assert "are good" in milkit("records", "check")


def test_a_frozen_program_samples_from_its_packs(milkit, tmp_path, monkeypatch):
    ready = tmp_path / "lessons"
    ready.mkdir()
    source(tmp_path / "core", (("flood", "en", "L1"), ("flood", "th", "L1")))
    checks = paths.bundled_lessons() / "core" / "checks"
    shutil.copytree(checks, tmp_path / "core" / "checks")
    build(tmp_path / "core", ready / "core.pack", draw_quickly)
    monkeypatch.setattr(paths, "bundled_lessons", lambda: ready)
    done = json.loads(milkit("records", "sample", "--runs", "2", "--json"))
    assert done["added"] >= 10


def test_a_log_comes_in_on_another_computer(milkit, tmp_path):
    milkit("records", "sample", "--runs", "2")
    log = tmp_path / "log.jsonl"
    milkit("records", "export", "--to", str(log), "--format", "jsonl")
    other = ["--data", str(tmp_path / "other"), "records"]
    done = CliRunner().invoke(main, [*other, "import", str(log), str(log), "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    assert told["added"] == told["known"] > 0


def test_refusals_are_a_sentence_and_end_with_one(milkit, tmp_path):
    assert "missing" in milkit("records", "restore", code=1)
    assert "missing" in milkit("records", "restore", "99", code=1)
    (tmp_path / "x.jsonl").write_text("{}")
    assert "x.jsonl" in milkit("records", "import", str(tmp_path / "x.jsonl"), code=1)
    db = sqlite3.connect(tmp_path / "data" / "records.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    for command in (("check",), ("backup",), ("sample",)):
        assert "newer" in milkit("records", *command, code=1).lower()


def test_check_finds_damage_and_changes_nothing(milkit, tmp_path):
    milkit("records", "sample", "--runs", "2")
    path = tmp_path / "data" / "records.db"
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    path.write_bytes(content)
    assert milkit("records", "check", code=1).strip()
    assert path.read_bytes() == bytes(content)


def test_every_command_shows_an_example():
    for command in main.commands["records"].commands:
        done = CliRunner().invoke(main, ["records", command, "--help"])
        assert done.exit_code == 0
        assert "Example: milkit" in done.output
