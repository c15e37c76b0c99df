"""
Measure how long a hand takes to be safe on the disk, beside a bare insert and commit.

    python packaging/bench_count.py [--hands 1000] [--folder DIR]

The bare one writes the same row into a table with no index and nothing beside it, with
the same journal and the same sync to the disk. Both are measured in turn, one hand
each, in the middle of a lesson with a hundred lessons before it.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from milkit.content.read import read_lesson
from milkit.ground.clock import Clock
from milkit.records.connection import connect
from milkit.records.event import canonical, digest
from milkit.records.opening import open_records
from milkit.records.sample import outline, sample
from milkit.teaching.plan_run import fit
from milkit.teaching.start import RunPlan, start

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.records.event import Event

ROOT = Path(__file__).resolve().parents[1]
LESSON = ROOT / "lessons" / "core" / "find-the-first-photo" / "en.md"
LIMIT = 2.0
BARE = "INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def main() -> int:
    """Count hands, print the two and their ratio; 1 when it is over the limit."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--hands", type=int, default=1000)
    ask.add_argument("--folder", type=Path, default=ROOT / "build")
    asked = ask.parse_args()
    asked.folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        bare, counted = measure(Path(folder), asked.hands)
    print(f"{'':12}{'p50 ms':>9}{'p95 ms':>9}")
    for name, spent in (("bare", bare), ("count", counted)):
        print(f"{name:12}{middle(spent):9.3f}{high(spent):9.3f}")
    ratios = (middle(counted) / middle(bare), high(counted) / high(bare))
    print(f"{'ratio':12}{ratios[0]:9.2f}{ratios[1]:9.2f}   limit {LIMIT}")
    return int(max(ratios) > LIMIT)


def measure(folder: Path, hands: int) -> tuple[list[float], list[float]]:
    """Give the milliseconds of every bare insert and of every hand."""
    clock = Clock()
    lesson = read_lesson(LESSON)
    records = open_records(folder / "data", clock).records
    records.merge(sample([outline(lesson)], 100, 1))
    steps = fit(lesson, 40).steps
    run = start(records, lesson, RunPlan(steps, students=47, period=40), clock)
    run.next()
    events = list(records.events(run.id))
    db = connect(folder / "bare.db")
    db.execute("CREATE TABLE bare (sha, id, install, n, at, kind, about, data)")
    bare, counted = [], []
    for number in range(hands):
        row = row_of(events[-1])
        bare.append(timed(lambda row=row: db.execute(BARE, row)))
        counted.append(timed(lambda n=number: run.hand(1 + n % 3)))
    db.close()
    records.close()
    return bare, counted


def row_of(event: Event) -> tuple[str | int, ...]:
    """Give the row of an event; what it costs to make is not measured."""
    data = canonical(event).decode()
    return (
        digest(event), event.id, event.install, event.n, event.at, event.kind,
        event.about, data,
    )  # fmt: skip


def timed(act: Callable[[], object]) -> float:
    """Give the milliseconds of an act."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def middle(spent: list[float]) -> float:
    """Give the median."""
    return statistics.median(spent)


def high(spent: list[float]) -> float:
    """Give the 95th percentile."""
    return statistics.quantiles(spent, n=20)[-1]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except sqlite3.Error as error:
        sys.exit(f"the disk does not play along: {error}")
