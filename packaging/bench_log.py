"""
Measure whether a hand gets slower when the log is long: 100,000 events against none.

    python packaging/bench_log.py [--hands 600] [--events 100000] [--folder DIR]

Both logs are filled in turn, one hand each, on the same disk.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from milkit.content.read import read_lesson
from milkit.ground.clock import Clock
from milkit.records import happenings as h
from milkit.records.event import Event, new_id
from milkit.records.opening import open_records
from milkit.records.sample import outline, sample
from milkit.teaching.plan_run import fit
from milkit.teaching.start import RunPlan, start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from milkit.records.store import Records
    from milkit.teaching.run import Run

ROOT = Path(__file__).resolve().parents[1]
LESSON = ROOT / "lessons" / "core" / "find-the-first-photo" / "en.md"
LIMIT = 1.2
EACH = 200  # events of a lesson that was taught before


def main() -> int:
    """Count hands in both; print the two and their ratio; 1 when over the limit."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--hands", type=int, default=600)
    ask.add_argument("--events", type=int, default=100_000)
    ask.add_argument("--folder", type=Path, default=ROOT / "build")
    asked = ask.parse_args()
    asked.folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        short, long = measure(Path(folder), asked.hands, asked.events)
    print(f"{'':16}{'p50 ms':>9}{'p95 ms':>9}")
    for name, spent in (("empty log", short), (f"{asked.events:,} events", long)):
        p95 = statistics.quantiles(spent, n=20)[-1]
        print(f"{name:16}{statistics.median(spent):9.3f}{p95:9.3f}")
    ratio = statistics.median(long) / statistics.median(short)
    print(f"{'ratio':16}{ratio:9.2f}   limit {LIMIT}")
    return int(ratio > LIMIT)


def measure(folder: Path, hands: int, events: int) -> tuple[list[float], list[float]]:
    """Give the milliseconds of every hand in an empty and in a long log."""
    runs, spent = [], ([], [])
    opened: list[Records] = []
    for name, many in (("short", 0), ("long", events)):
        records = open_records(folder / name, Clock()).records
        records.merge(past(many))
        opened.append(records)
        runs.append(begun(records))
    for number in range(hands):
        for place, run in enumerate(runs):
            at = time.perf_counter()
            run.hand(1 + number % 3)
            spent[place].append((time.perf_counter() - at) * 1000)
    for records in opened:
        records.close()
    return spent


def begun(records: Records) -> Run:
    """Teach a lesson up to its vote."""
    clock, lesson = Clock(), read_lesson(LESSON)
    steps = fit(lesson, 40).steps
    run = start(records, lesson, RunPlan(steps, students=47, period=40), clock)
    run.next()
    return run


def past(events: int) -> Iterator[Event]:
    """Make up lessons of before, with a hand an event."""
    install = new_id()
    first = next(iter(sample([outline(read_lesson(LESSON))], 1, 1)))
    for number in range(0, events, EACH):
        run = new_id()
        for place in range(EACH):
            what = h.CountsChanged("first-vote", "first-vote", "fits", 1)
            if not place:
                what = _started(number)
            yield Event(
                new_id(), install, number + place + 1, first.at,
                h.kind_of(what), run, h.plain(what),
            )  # fmt: skip


def _started(number: int) -> h.Started:
    return h.Started(
        lesson="L14", lang="en", pack="core", version="1", title="Before",
        topic="images", class_id="", class_name="", students=40, period=40,
        steps=(h.PlannedStep("vote", f"Vote {number}", 8),),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
