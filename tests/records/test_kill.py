"""The power goes at any moment: every hand that was shown as counted is there."""

import random
import subprocess
import sys

import pytest

from milkit.records.opening import open_records
from tests.records.test_store import HAND, START, hands

RUN = "0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0001"
COUNTING = """
import pathlib, sys
from milkit.ground.clock import Clock
from milkit.records.happenings import CountsChanged, PlannedStep, Started
from milkit.records.opening import open_records
records = open_records(pathlib.Path({data!r}), Clock(), portable={portable}).records
if records.run({run!r}) is None:
    records.tell({run!r}, {start!r})
while True:
    records.tell({run!r}, {hand!r})
    sys.stdout.write("+")
    sys.stdout.flush()
"""
MOMENT = 0.4  # seconds: of the rounds that wait for no hand some end before one


@pytest.mark.parametrize("portable", [False, True])
def test_no_acknowledged_hand_is_lost(data, clock, portable):
    chance = random.Random(portable)
    script = COUNTING.format(
        data=str(data), run=RUN, start=START, hand=HAND, portable=portable
    )
    acknowledged = 0
    for turn in range(8):
        counting = subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, bufsize=0
        )
        seen = counting.stdout.read(1) if turn % 2 else b""
        try:
            counting.communicate(timeout=chance.uniform(0.05, MOMENT))
        except subprocess.TimeoutExpired:
            counting.kill()
        shown, _ = counting.communicate()
        assert set(shown) <= {ord("+")}
        acknowledged += len(seen + shown)
        opened = open_records(data, clock)
        assert opened.mishap is None
        assert opened.records.check() == []
        run = opened.records.run(RUN)
        there = hands(opened.records, RUN).get("fits", 0) if run else 0
        assert acknowledged <= there <= acknowledged + 1
        acknowledged = there  # one more may be on the disk that nobody saw
        opened.records.close()
    assert acknowledged > 0
