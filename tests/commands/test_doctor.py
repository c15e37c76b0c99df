"""`milkit doctor` says what is well and what to do, and sends nothing."""

import json
import socket

import pytest
from click.testing import CliRunner

from milkit.cli import main
from milkit.commands import attached
from milkit.ground import drives
from milkit.ground.words import words
from milkit.library.open import FOLDER
from tests import bundled


def run(data, *more):
    return CliRunner().invoke(main, ["--data", str(data), "doctor", *more])


@pytest.fixture(scope="module")
def data(tmp_path_factory, qapp):
    data = tmp_path_factory.mktemp("data")
    return bundled.furnish(data, bundled.folder(tmp_path_factory))


@pytest.fixture
def other(data, tmp_path):
    """Give a data folder of its own, with the lessons built already."""
    return bundled.furnish(tmp_path, data / FOLDER)


def checks(data):
    done = run(data, "--json")
    return {each["name"]: each for each in json.loads(done.stdout)}, done.exit_code


def test_this_machine_is_well(data):
    found, code = checks(data)
    assert code == 0
    assert set(found) == {
        "system", "memory", "data folder", "records", "lessons", "word ends",
        "fonts", "projector", "sticks", "clock", "network",
    }  # fmt: skip
    for each in found.values():
        assert each["found"]
        assert each["state"] in {"well", "look", "wrong"}
        assert (each["state"] == "well") == (each["now"] == "")
    assert not (data / "doctor.tmp").exists()


def test_for_people(data):
    done = run(data)
    assert "+ lessons: " in done.stdout
    assert done.exit_code == 0


def test_damaged_records_end_with_1(other):
    (other / "records.db").write_bytes(b"garbage" * 1000)
    found, code = checks(other)
    assert code == 1
    assert found["records"]["state"] == "wrong"
    assert "Open MIL Kit" in found["records"]["now"]
    assert (other / "records.db").read_bytes() == b"garbage" * 1000


def test_a_folder_that_takes_nothing_ends_with_1(tmp_path):
    (tmp_path / "file").write_text("")
    found, code = checks(tmp_path / "file" / "data")
    assert code == 1
    assert found["data folder"]["state"] == "wrong"
    assert found["lessons"]["state"] == "look"


def test_a_clock_that_went_back_is_wrong(other):
    from datetime import UTC, datetime

    from milkit.ground.clock import Clock
    from milkit.records.opening import open_records

    class Later(Clock):
        def now(self):
            return datetime(2049, 1, 1, tzinfo=UTC)

    opened = open_records(other, Later())
    opened.records.append("nothing", "x", {})
    opened.records.close()
    found, code = checks(other)
    assert code == 1
    assert found["clock"]["state"] == "wrong"
    assert attached.last_told(other).year == 2049


def test_every_library_answers(data):
    done = run(data, "--self-test", "--json")
    assert done.exit_code == 0, done.output
    assert {"PySide6", "sqlite3", "ICU"} <= {c["name"] for c in json.loads(done.stdout)}


def test_screens_are_named():
    done = CliRunner().invoke(main, ["doctor", "--screens"])
    assert all(len(each) == 5 for each in json.loads(done.stdout))


@pytest.mark.parametrize(
    ("screens", "state", "word"),
    [
        ([], "look", "No screen"),
        ([("a", 1366, 768, 0, 0)], "look", "Only the screen"),
        ([("a", 1366, 768, 0, 0), ("b", 1024, 768, 1366, 0)], "well", "b 1024x768"),
        ([("a", 1024, 768, 0, 0), ("b", 1024, 768, 0, 0)], "look", "a 1024x768"),
    ],
)
def test_projector(monkeypatch, data, screens, state, word):
    monkeypatch.setattr(attached, "_screens", lambda: screens)
    told = attached.projector(data, words("en"))
    assert told.state == state
    assert word in told.found


def test_the_network_is_not_asked(monkeypatch, data):
    sent = []
    for name in ("send", "sendto", "sendall"):
        monkeypatch.setattr(
            f"socket.socket.{name}", lambda *_: sent.append(1), raising=False
        )
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: sent.append(1))
    assert attached.network(data, words("en")).state == "well"
    assert not sent


def test_sticks_on_linux(tmp_path):
    blocks = tmp_path / "block"
    for name, removable in (("sda", "0"), ("sdb", "1")):
        (blocks / name / f"{name}1").mkdir(parents=True)
        (blocks / name / "removable").write_text(removable)
        (blocks / f"{name}1").symlink_to(blocks / name / f"{name}1")
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw 0 0\n"
        "/dev/sdb1 /media/MIL\\040KIT vfat rw 0 0\n"
    )
    found = drives._on_linux(mounts, blocks)
    assert [(str(folder), kind) for folder, kind in found] == [
        ("/media/MIL KIT", "vfat")
    ]


@pytest.mark.parametrize(
    ("stick", "state"),
    [
        ({}, "well"),
        ({"writable": False}, "look"),
        ({"free": 1 << 20}, "look"),
    ],
)
def test_sticks(monkeypatch, data, stick, state):
    made = drives.Stick(
        data, "vfat", **{"free": 8 << 30, "total": 8 << 30, "writable": True, **stick}
    )
    monkeypatch.setattr(drives, "sticks", lambda: [made])
    told = attached.sticks(data, words("en"))
    assert told.state == state
    assert "vfat" in told.found


def test_nothing_attached(data):
    assert all(stick.total > 0 for stick in drives.sticks())
    assert attached.last_told(data) is None
