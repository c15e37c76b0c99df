"""The class view with a laptop and a 4:3 projector, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LAPTOP, PROJECTOR = [0, 0, 1366, 768], [1366, 0, 1024, 768]


@pytest.fixture(scope="module")
def told():
    """What `two_screens.py` saw; the platform's argument must hold no colon."""
    platform = "offscreen:configfile=" + str(
        (HERE / "two_screens.json").relative_to(ROOT)
    )
    done = subprocess.run(
        [sys.executable, str(HERE / "two_screens.py")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_projector_is_the_other_screen(told):
    assert told["others"] == ["projector"]
    assert told["found"] == "projector"
    assert told["mirrored"] == [False, False]
    assert told["console on the projector"] == "laptop"


def test_it_fills_the_projector_and_only_that(told):
    assert told["on projector"] == [PROJECTOR, True, True]
    assert told["grabbed"] == [1024, 768]


def test_on_a_projector_keys_go_to_the_console_and_no_strip_is_shown(told):
    assert told["keys"] == [int(Qt.Key.Key_Escape), int(Qt.Key.Key_Right)]
    assert told["still there"]
    assert not told["strip on projector"]


def test_the_pointer_rests(told):
    assert told["pointer"] == "ArrowCursor"
    assert told["pointer after rest"] == ["BlankCursor", 2000]


def test_it_hides_when_it_is_laid_over_the_notes_and_comes_back(told):
    assert not told["wandered"]
    assert told["back again"] == PROJECTOR
    assert told["put away"] == [False, False]


def test_on_the_only_screen_it_says_how_to_leave(told):
    assert told["here"] == [LAPTOP, True]
    assert told["strip here"]
    assert told["strip says"] == "Esc or click: back to your notes"
    assert told["strip again"]
    assert told["left"] == [False, 1]
