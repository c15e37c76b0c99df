import os
import signal
import subprocess
import sys

import pytest

from milkit.ground.errors import AlreadyOpen
from milkit.records import lock


def test_one_program_at_a_time(data):
    first = lock.take(data)
    with pytest.raises(AlreadyOpen) as held:
        lock.take(data)
    assert held.value.folder == data
    first.release()
    lock.take(data).release()


def test_a_killed_program_leaves_no_lock(data):
    script = f"""
import pathlib, sys, time
from milkit.records import lock
held = lock.take(pathlib.Path({str(data)!r}))
print("held", flush=True)
sys.stdin.read()
"""
    other = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout.readline() == b"held\n"
    with pytest.raises(AlreadyOpen):
        lock.take(data)
    os.kill(other.pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    other.communicate()
    lock.take(data).release()


def test_a_knock_that_nobody_answers_leaves_nothing(data):
    lock.take(data).release()
    assert not lock.knock(data, patience=0.05)
    assert not list((data / lock.BELL).iterdir())


def test_a_knock_where_nothing_can_be_written_is_not_answered(tmp_path):
    file = tmp_path / "file"
    file.touch()
    assert not lock.knock(file)
