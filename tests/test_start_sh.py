"""On Linux a stick opens by `sh start.sh`: checked, unpacked once, in the menu."""

import hashlib
import io
import json
import os
import shutil
import stat
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

START = Path(__file__).parents[1] / "packaging" / "start.sh"
NAME = "milkit-linux.tar.xz"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.uname().machine != "x86_64",
    reason="the door for Linux on a 64-bit PC",
)


@pytest.fixture
def stick(tmp_path):
    """Give a stick with a program that says what it was asked, no file of it exec."""
    folder = tmp_path / "แผ่น 'a' $HOME"
    (folder / "linux").mkdir(parents=True)
    shutil.copyfile(START, folder / "start.sh")
    write_program(folder, "one")
    return folder


@pytest.fixture
def home(tmp_path):
    made = tmp_path / "ครู สมชาย"
    made.mkdir()
    return made


def write_program(stick, word):
    program = f'#!/bin/sh\necho "{word}: $*"\n'.encode()
    with tarfile.open(stick / "linux" / NAME, "w:xz") as tar:
        info = tarfile.TarInfo("milkit/milkit")
        info.mode, info.size = 0o755, len(program)
        tar.addfile(info, io.BytesIO(program))
    total = hashlib.sha256((stick / "linux" / NAME).read_bytes()).hexdigest()
    (stick / "linux" / f"{NAME}.sha256").write_text(f"{total}  {NAME}\n")
    return total


def start(stick, home, *words):
    env = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        ["sh", str(stick / "start.sh"), *words],
        env=env, capture_output=True, text=True, cwd="/", check=False,
    )  # fmt: skip


def programs(home):
    place = home / ".local/share/milkit-program"
    return sorted(place.iterdir()) if place.exists() else []


def test_it_unpacks_once_and_hands_on_what_it_was_asked(stick, home):
    done = start(stick, home, "open", "a b.milpack")
    assert (done.returncode, done.stdout) == (0, "one: open a b.milpack\n")
    (made,) = programs(home)
    before = made.stat().st_mtime_ns
    assert start(stick, home).stdout == "one: \n"
    assert made.stat().st_mtime_ns == before
    assert stat.S_IMODE((stick / "start.sh").stat().st_mode) & 0o111 == 0


def test_it_stands_in_the_menu_and_opens_our_files(stick, home):
    start(stick, home)
    share = home / ".local/share"
    (made,) = programs(home)
    entry = (share / "applications/milkit.desktop").read_text()
    assert f'Exec="{made}/milkit"\n' in entry
    opens = (share / "applications/milkit-open.desktop").read_text()
    assert f'Exec="{made}/milkit" open %f\n' in opens
    types = (share / "mime/packages/milkit.xml").read_text()
    for ending in ("milpack", "milr", "milhub"):
        assert f'pattern="*.{ending}"' in types


def test_a_newer_program_takes_the_place_of_the_older(stick, home):
    start(stick, home)
    write_program(stick, "two")
    assert start(stick, home).stdout == "two: \n"
    assert len(programs(home)) == 1


def test_the_list_of_the_kit_is_what_counts(stick, home):
    total = write_program(stick, "three")
    files = {
        f"linux/{NAME}.sha256": {"bytes": 1, "sha256": "0" * 64},
        f"linux/{NAME}": {"bytes": 1, "sha256": total},
    }
    (stick / "KIT.json").write_text(json.dumps({"format": 1, "files": files}, indent=1))
    (stick / "linux" / f"{NAME}.sha256").write_text("nonsense")
    assert start(stick, home).stdout == "three: \n"
    shutil.rmtree(home / ".local")
    files[f"linux/{NAME}"]["sha256"] = "1" * 64
    (stick / "KIT.json").write_text(json.dumps({"files": files}))
    done = start(stick, home)
    assert done.returncode == 1
    assert "damaged" in done.stderr


@pytest.mark.parametrize("harm", ["bit", "short", "gone", "unlisted"])
def test_a_damaged_stick_is_refused_and_nothing_is_changed(stick, home, harm):
    archive = stick / "linux" / NAME
    data = bytearray(archive.read_bytes())
    data[100] ^= 1
    if harm == "bit":
        archive.write_bytes(data)
    elif harm == "short":
        archive.write_bytes(data[:100])
    elif harm == "gone":
        archive.unlink()
    else:
        (stick / "KIT.json").write_text('{"files": {}}')
    done = start(stick, home)
    assert done.returncode == 1
    assert done.stderr.startswith("MIL Kit: ")
    assert done.stderr.count("\n") == 1
    assert list(home.iterdir()) == []


def test_an_archive_that_cannot_be_unpacked_leaves_nothing_half_done(stick, home):
    archive = stick / "linux" / NAME
    archive.write_bytes(b"no archive")
    total = hashlib.sha256(b"no archive").hexdigest()
    archive.with_name(f"{NAME}.sha256").write_text(total)
    done = start(stick, home)
    assert done.returncode == 1
    assert "could not be unpacked" in done.stderr
    assert programs(home) == []
