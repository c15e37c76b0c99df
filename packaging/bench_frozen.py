"""Measure the frozen program's start beside the source's and beside bare windows.

    python packaging/bench_frozen.py [--rounds 5] [--cold 2]

The same observer as bench_startup.py, under Xvfb (Debian: xvfb). Warm: all in memory.
Cold: the page cache is dropped before each start (root), and what the program had to
fetch from storage is counted: bytes divided by a stick's speed is the least that a
cold start from it takes. The floor is an empty window, frozen and slimmed in the same
way: its pages are its own, while a bare window from source shares Qt's with every
other program that runs from the same libraries, which makes its PSS smaller. The
program is frozen first where it is older than the code.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from Xlib import display

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(HERE)]

from bench_startup import Start, at_home, one_start, ratio  # noqa: E402 - path above
from freeze import BUILD, frozen  # noqa: E402
from proof_frozen import fresh  # noqa: E402

CACHE = Path("/proc/sys/vm/drop_caches")


def programs() -> dict[str, list[str]]:
    """Freeze what is not frozen yet; give the command of each program."""
    kit, bare = BUILD / "dist" / "milkit" / "milkit", BUILD / "dist" / "bare" / "bare"
    window = HERE / "bare_window.py"
    if not fresh():
        frozen()
    if not bare.is_file():
        frozen(window)
    return {
        "bare": [sys.executable, str(window)],
        "frozen bare": [str(bare)],
        "source": [sys.executable, "-m", "milkit"],
        "frozen": [str(kit)],
    }


def cold(command: list[str], screen: display.Display, home: str) -> Start:
    """Start with nothing in memory."""
    os.sync()
    CACHE.write_text("3")
    return one_start(command, screen, home)


def main() -> None:
    """Print the medians and the ratios of paired starts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cold", type=int, default=2)
    asked = parser.parse_args()
    if not sys.platform.startswith("linux") or shutil.which("xvfb-run") is None:
        print(
            "frozen: not measured, it needs Linux and xvfb-run (apt-get install xvfb)"
        )
        return
    if "MILKIT_BENCH" not in os.environ:
        env = dict(os.environ, MILKIT_BENCH="1")
        run = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"]
        sys.exit(subprocess.call([*run, sys.executable, *sys.argv], env=env))
    commands = programs()
    screen = display.Display()
    with tempfile.TemporaryDirectory() as home:
        at_home(home)
        seen = measured(commands, screen, home, asked.rounds)
        told(seen)
        if os.access(CACHE, os.W_OK) and asked.cold:
            pair = {name: commands[name] for name in ("frozen bare", "frozen")}
            reads: dict[str, list[Start]] = {name: [] for name in pair}
            for _ in range(asked.cold):
                for name, command in pair.items():
                    reads[name].append(cold(command, screen, home))
            bare, kit = reads["frozen bare"], reads["frozen"]
            print(
                f"cold start reads {_median(kit, 'read'):.1f} MB, "
                f"{ratio(kit, bare, 'read'):.2f} x a frozen bare window (goal <= 1.25)"
            )
        else:
            print("cold start: not measured, it needs root")


def measured(
    commands: dict[str, list[str]], screen: display.Display, home: str, rounds: int
) -> dict[str, list[Start]]:
    """Start each program in turn, after one start that warms it."""
    for command in commands.values():
        one_start(command, screen, home)
    seen: dict[str, list[Start]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            seen[name].append(one_start(command, screen, home))
    return seen


def told(seen: dict[str, list[Start]]) -> None:
    """Print what the warm starts took."""
    for name, starts in seen.items():
        ready = _median(starts, "ready") * 1000
        print(f"{name:12} ready {ready:6.0f} ms   PSS {_median(starts, 'pss'):6.1f} MB")
    print(
        f"ready {ratio(seen['frozen'], seen['source'], 'ready'):.2f} x source "
        f"(goal <= 1.3)   "
        f"PSS {ratio(seen['frozen'], seen['frozen bare'], 'pss'):.2f} x frozen bare "
        f"(goal <= 1.9), {ratio(seen['frozen'], seen['bare'], 'pss'):.2f} x bare "
        "from source"
    )


def _median(starts: list[Start], what: str) -> float:
    return statistics.median(getattr(each, what) for each in starts)


if __name__ == "__main__":
    main()
