"""
Measure results files: bytes a statement on the wire, and the time to seal and write.

    python packaging/bench_results.py [--rounds 40] [--folder DIR]

The statements are those of made-up lessons (votes, steps, slips), fifty in a file, as
they go from a school to a hub. Beside the time stands a floor in the same run: the same
bytes put into the same table of SQLite with the same sync to the disk.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from pyrage import x25519

from milkit.content.read import read_lesson
from milkit.ground.clock import Clock
from milkit.records.event import new_id
from milkit.records.sample import outline, sample
from milkit.sync import sealed
from milkit.sync.outbox import Outbox, Packed
from milkit.sync.statement import Where, statements

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted((ROOT / "lessons" / "core").glob("*/en.md"))
EACH = 50  # statements in a file
MOST_BYTES = 90.0  # a statement
MOST_MS = 30.0  # to seal and write fifty


def main() -> int:
    """Seal and write; print bytes and times; 1 when one is over its limit."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--rounds", type=int, default=40)
    ask.add_argument("--folder", type=Path, default=ROOT / "build")
    asked = ask.parse_args()
    asked.folder.mkdir(exist_ok=True)
    told = made_up()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        sizes, both, floor = measure(Path(folder), told, asked.rounds)
    plain = statistics.mean(len(sealed.statement.canonical(one)) for one in told)
    wire = sum(sizes) / (len(sizes) * EACH)
    print(f"{'statement as JSON':24}{plain:9.0f} bytes")
    print(f"{'on the wire':24}{wire:9.1f} bytes   limit {MOST_BYTES}")
    middle, least = statistics.median(both), statistics.median(floor)
    print(f"{'write alone, p50':24}{least:9.2f} ms")
    print(f"{'seal and write, p50':24}{middle:9.2f} ms      limit {MOST_MS}")
    print(f"{'ratio':24}{middle / least:9.2f}")
    return int(wire > MOST_BYTES or middle > MOST_MS)


def made_up() -> list[dict[str, Any]]:
    """Give the statements of a term of made-up lessons."""
    lessons = [outline(read_lesson(path)) for path in LESSONS]
    return list(statements(sample(lessons, 200, 5), Where("KH", "KP")))


def measure(
    folder: Path, told: list[dict[str, Any]], rounds: int
) -> tuple[list[int], list[float], list[float]]:
    """Give the bytes of each file, and the milliseconds with and without sealing."""
    hub = [str(x25519.Identity.generate().to_public())]
    install, seed, clock = new_id(), os.urandom(32), Clock()
    outbox = Outbox(folder / "outbox.db", "hub")
    bare = Outbox(folder / "bare.db", "hub")
    sizes, both, floor = [], [], []
    for number in range(rounds):
        start = number * EACH % (len(told) - EACH)
        batch = told[start : start + EACH]
        packed = [Packed(f"{number}-{at}", "run") for at in range(EACH)]
        made: list[sealed.Sealed] = []

        def act() -> None:
            for file in sealed.seal(batch, install, seed, hub):  # noqa: B023 - called at once
                outbox.put(file, packed, clock.now())  # noqa: B023 - same
                made.append(file)  # noqa: B023 - same

        both.append(timed(act))
        floor.append(timed(lambda: bare.put(made[0], packed, clock.now())))  # noqa: B023 - same
        sizes += [len(file.content) for file in made]
    outbox.close()
    bare.close()
    return sizes, both, floor


def timed(act: Callable[[], object]) -> float:
    """Give the milliseconds of an act."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
