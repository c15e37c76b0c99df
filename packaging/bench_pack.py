"""
Measure the building of the bundled lessons, and the opening of a large pack.

    QT_QPA_PLATFORM=offscreen python packaging/bench_pack.py [--lessons 1000]

Built as at a first start: read, checked, rendered, drawn, indexed, on the disk. The
first round also loads the code that builds. The large pack is made of the bundled
lessons over and over; opened is told when its shape was checked and all its lessons
can be listed. Beside it the floor: bare SQLite giving the same rows.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtGui import QGuiApplication

from milkit.ground.paths import bundled_lessons
from milkit.packs.build import build, lesson_files
from milkit.packs.pack import open_pack
from milkit.packs.tables import _ROWS as BARE
from milkit.widgets.drawing import draw_svg

if TYPE_CHECKING:
    from collections.abc import Callable

BUILT, OPENED = 2.0, 20.0  # s and ms: the goals
ROUNDS = 25  # openings


def timed(call: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of processor that a call takes."""
    clock, processor = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - clock, time.process_time() - processor


def built(folder: Path, rounds: int) -> float:
    """Build the bundled lessons some times; print and give the seconds it takes."""
    source = bundled_lessons() / "core"
    to = folder / "core.pack"
    took = [timed(lambda: build(source, to, draw_svg)) for _ in range(rounds)]
    files = len(list(lesson_files(source)))
    size = to.stat().st_size / 1e6
    print(f"built: {files} lessons and translations, {size:.1f} MB")
    for name, (clock, processor) in (("first", took[0]), ("fastest", min(took))):
        print(f"  {name:8} {clock:6.2f} s on the clock, {processor:.2f} s of processor")
    return took[0][0]


def large(to: Path, lessons: int) -> None:
    """Write a pack of the bundled lessons over and over, without their pictures."""
    from milkit.content.read import read_lesson
    from milkit.packs.about import About
    from milkit.packs.entries import entry
    from milkit.packs.writing import Writing

    files = lesson_files(bundled_lessons() / "core")
    whole = [entry(read_lesson(each)) for each in files if each.stem == "en"]
    with Writing(to, About("large", "1", {"en": "Large"}, "CC0", "we")) as pack:
        for number in range(lessons):
            one = whole[number % len(whole)]
            lesson = replace(one.lesson, id=f"X{number}")
            pack.add(replace(one, lesson=lesson))


def listed(path: Path) -> int:
    """Open a pack and list its lessons."""
    with open_pack(path) as pack:
        return len(pack.rows)


def read_one(path: Path) -> Callable[[], object]:
    """Give what opens one lesson of a pack."""
    pack = open_pack(path)
    number = next(iter(pack.rows))
    return lambda: pack.lesson(number)


def bare(path: Path) -> int:
    """Let SQLite alone give the same rows."""
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return len(db.execute(BARE).fetchall())
    finally:
        db.close()


def median(call: Callable[[], object]) -> float:
    """Milliseconds on the clock."""
    return statistics.median(timed(call)[0] for _ in range(ROUNDS)) * 1000


def opened(folder: Path, lessons: int) -> float:
    """Open the large pack some times; print and give the milliseconds it takes."""
    path = folder / "large.pack"
    large(path, lessons)
    ours, floor = median(lambda: listed(path)), median(lambda: bare(path))
    print(f"opened: {lessons} lessons, {path.stat().st_size / 1e6:.0f} MB")
    print(f"  with its list of lessons {ours:6.1f} ms, bare SQLite {floor:.1f} ms")
    print(f"  one lesson of it         {median(read_one(path)):6.1f} ms")
    return ours


def main() -> int:
    """Measure both; 1 when a goal is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--lessons", type=int, default=1000)
    wanted = parser.parse_args()
    app = QGuiApplication(["bench"])
    with tempfile.TemporaryDirectory() as name:
        seconds = built(Path(name), wanted.rounds)
        milliseconds = opened(Path(name), wanted.lessons)
    app.quit()
    print(f"built {seconds:.2f} s (goal < {BUILT})   ", end="")
    print(f"opened {milliseconds:.1f} ms (goal <= {OPENED})")
    return int(seconds >= BUILT or milliseconds > OPENED)


if __name__ == "__main__":
    sys.exit(main())
