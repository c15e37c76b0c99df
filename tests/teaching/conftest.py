"""Real lessons, real records, and a clock that the test winds."""

import functools
from pathlib import Path

import pytest

from milkit.content.read import read_lesson
from milkit.teaching.plan_run import fit
from milkit.teaching.start import RunPlan, start
from tests.records.fixtures import another, clock, data, records, small_disk

__all__ = ["another", "clock", "data", "records", "small_disk"]
CORE = Path(__file__).parents[2] / "lessons" / "core"


@functools.cache
def lesson_in(folder):
    return read_lesson(CORE / folder / "en.md")


@pytest.fixture
def lesson():
    """L14: eight steps of 40 and 20 minutes, a first vote and a second one."""
    return lesson_in("find-the-first-photo")


@pytest.fixture
def run(records, lesson, clock):
    """A run of the core of L14 with 41 students in a period of 40 minutes."""
    plan = RunPlan(fit(lesson, 40, optional=()).steps, students=41, period=40)
    return start(records, lesson, plan, clock)
