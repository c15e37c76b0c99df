"""Real records in a real folder, and a clock that the test winds."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

import pytest

from milkit.records.opening import open_records

ZONE = dt.timezone(dt.timedelta(hours=7))


@dataclass
class WoundClock:
    """Tells the time that the test set."""

    time: dt.datetime = field(
        default_factory=lambda: dt.datetime(2026, 11, 12, 10, 5, tzinfo=ZONE)
    )
    seconds: float = 1000.0

    def now(self):
        return self.time

    def monotonic(self):
        return self.seconds

    def pass_by(self, **span):
        step = dt.timedelta(**span)
        self.time += step
        self.seconds += step.total_seconds()


@pytest.fixture
def clock():
    return WoundClock()


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def records(data, clock):
    opened = open_records(data, clock)
    assert opened.mishap is None
    yield opened.records
    opened.records.close()


@pytest.fixture
def another(tmp_path, clock):
    """Open records of another computer."""
    opened = []

    def open_another(name="another"):
        opened.append(open_records(tmp_path / name, clock).records)
        return opened[-1]

    yield open_another
    for one in opened:
        one.close()


def run_tool(*words):
    tool = shutil.which(words[0])
    if tool is None:
        return False
    return (
        subprocess.run([tool, *words[1:]], check=False, capture_output=True).returncode
        == 0
    )


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 512 KB of its own; only root may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if not (
        sys.platform == "linux"
        and os.geteuid() == 0
        and run_tool("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder))
    ):
        pytest.skip("no file system can be mounted here")
    yield folder
    assert run_tool("umount", str(folder))


def fill(folder):
    """Leave no room at all, then give the name of what fills it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return filler
