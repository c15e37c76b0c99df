"""The helper that keeps the computer awake is gone when the lesson is."""

import stat
import sys

import pytest

from milkit.ground.awake import Awake

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="asks the system in its own way there"
)


@pytest.fixture
def inhibitor(tmp_path, monkeypatch):
    """A stand-in of systemd-inhibit that only waits, as the real one does."""
    program = tmp_path / "systemd-inhibit"
    program.write_text("#!/bin/sh\nexec cat\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")


def test_it_begins_once_and_ends(inhibitor):
    awake = Awake()
    awake.begin()
    helper = awake._helper
    awake.begin()
    assert awake._helper is helper
    assert helper.poll() is None
    awake.end()
    assert helper.poll() is not None
    assert awake._helper is None


def test_nothing_happens_where_nothing_can_be_asked(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    awake = Awake()
    awake.begin()
    awake.end()
    assert awake._helper is None
