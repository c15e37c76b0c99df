"""Without a yes to a hub the whole main job touches no network at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from milkit.ground import settings
from tests import bundled, no_network
from tests.screens.conftest import built, data  # noqa: F401 - fixtures

HERE = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(
    not no_network.possible, reason="the kernel's filter needs Linux, x86-64 or arm64"
)

# Start, open a lesson, teach it with counts, finish; look at all places; close.
MAIN_JOB = """
import sys, time
from pathlib import Path
from tests import bundled, no_network
no_network.refuse()
from PySide6.QtWidgets import QApplication
from milkit import starting
from milkit.app import App
from milkit.ground import settings as choices
from milkit.widgets.look import arguments

folder = Path(sys.argv[1])
qt = QApplication(arguments(["milkit"]))
settings = choices.read(folder)
look = starting.first_look(qt, settings)
kit = App(qt, starting.open_parts(folder, look), settings, look)
kit.show()
kit._look_after()
kit.go("lesson", "L14", "en")
kit.teach("L14", "en", "", 40, "vote")
kit.pages["teach"].run.hand(1)
kit._finish()
for place in ("home", "lessons", "classes", "settings", "sharing", "help"):
    kit.go(place)
end = time.monotonic() + 1.5
while time.monotonic() < end:
    qt.processEvents()
    time.sleep(0.01)
runs = kit.parts.records.runs()
kit.window.close()
kit.close()
print("taught", len(runs), flush=True)
"""
CALLS = """
from tests import bundled, no_network
no_network.refuse()
import socket
socket.socket(socket.AF_UNIX).close()
print("still here", flush=True)
socket.socket(socket.AF_INET)
"""
SENDS = """
from tests import bundled, no_network
no_network.refuse()
from milkit.sync.drop import open_box
from milkit.sync.enrolment import Drop
open_box(Drop("http://127.0.0.1:9/x"), "hub").put("name", b"content")
"""


def run(script, *words):
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(HERE))
    command = [sys.executable, "-c", script, *words]
    return subprocess.run(
        command, env=env, cwd=HERE, capture_output=True, text=True, check=False
    )


def test_the_main_job_opens_no_socket(built, data):  # noqa: F811 - the fixtures
    bundled.furnish(data, built)
    settings.write(data, settings.Settings(first_start_done=True, follow_system=False))
    done = run(MAIN_JOB, str(data))
    assert (done.returncode, done.stdout) == (0, "taught 1\n"), done.stderr
    assert not (data / "sharing").exists()


def test_whoever_opens_one_is_found():
    done = run(CALLS)
    assert (done.returncode, done.stdout) == (-signal.SIGSYS, "still here\n")
    assert run(SENDS).returncode == -signal.SIGSYS  # also in a library in Rust
