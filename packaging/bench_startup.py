"""Measure the start to Home: window painted and idle, and memory, beside a bare window.

    python packaging/bench_startup.py [--rounds 7]

An outside observer under Xvfb (Debian: xvfb): the same eye for both programs, which
start in turn. "Ready" is when the window shows something and its processes have then
used no more than 20 ms of processor in half a second; memory is PSS at that moment
(what other programs share with ours is divided among them: other Qt programs running
beside make it smaller), and USS, which is ours alone. Warm: the lessons are built,
the code is compiled, the files are in memory.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
from Xlib import X, display, error

from milkit.ground import settings
from milkit.ground.paths import NAME

ROOT = Path(__file__).resolve().parent.parent
QUIET, TICK, LIMIT = 0.5, 0.02, 60.0


@dataclass(frozen=True)
class Start:
    """One start: seconds until ready, megabytes then, and megabytes read by then."""

    ready: float
    pss: float
    uss: float
    read: float = 0.0


def family(pid: int) -> list[psutil.Process]:
    """The process and its children, as far as they live."""
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def worked(pid: int) -> float:
    """Processor seconds of the family."""
    total = 0.0
    for one in family(pid):
        try:
            times = one.cpu_times()
            total += times.user + times.system
        except psutil.Error:
            continue
    return total


def memory(pid: int) -> tuple[float, float]:
    """PSS and USS of the family, MB."""
    found = [one.memory_full_info() for one in family(pid)]
    return sum(one.pss for one in found) / 1e6, sum(one.uss for one in found) / 1e6


def read(pid: int) -> float:
    """MB that the family had to fetch from storage."""
    counted = [one.io_counters() for one in family(pid) if hasattr(one, "io_counters")]
    return sum(one.read_bytes for one in counted) / 1e6


def is_painted(screen: display.Display) -> bool:
    """Whether a large window shows anything but black."""
    for window in screen.screen().root.query_tree().children:
        try:
            shape = window.get_geometry()
            if window.get_attributes().map_state != X.IsViewable or shape.width < 300:
                continue
            for y in range(20, shape.height, max(1, shape.height // 5)):
                line = window.get_image(0, y, shape.width, 1, X.ZPixmap, 0xFFFFFF).data
                if any(line[0::4]) or any(line[1::4]) or any(line[2::4]):
                    return True
        except error.XError:
            continue
    return False


def one_start(command: list[str], screen: display.Display, home: str) -> Start:
    """Start a program, watch it until it is ready, end it."""
    env = dict(
        os.environ, HOME=home, XDG_DATA_HOME=f"{home}/data", QT_QPA_PLATFORM="xcb"
    )
    begun = time.perf_counter()
    program = subprocess.Popen(
        command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not is_painted(screen):
            if time.perf_counter() - begun > LIMIT or program.poll() is not None:
                raise SystemExit(f"{command[-1]} showed no window")
            time.sleep(0.008)
        used, since = worked(program.pid), time.perf_counter()
        while time.perf_counter() - since < QUIET:
            time.sleep(0.02)
            if worked(program.pid) - used >= TICK:
                used, since = worked(program.pid), time.perf_counter()
        return Start(since - begun, *memory(program.pid), read(program.pid))
    finally:
        for one in reversed(family(program.pid)):
            one.kill()
        program.wait()


def at_home(home: str) -> None:
    """Make a data folder whose first start lies behind, and compile the code."""
    folder = Path(home, "data", NAME)
    folder.mkdir(parents=True)
    settings.write(folder, settings.Settings(first_start_done=True))
    compileall.compile_dir(ROOT / "milkit", quiet=2)


def ratio(kit: list[Start], bare: list[Start], what: str) -> float:
    """The median of the ratios of paired starts."""
    pairs = zip(kit, bare, strict=True)
    return statistics.median(getattr(k, what) / getattr(b, what) for k, b in pairs)


def main() -> None:
    """Print both programs' medians and the ratios of paired starts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    if "DISPLAY" not in os.environ or "MILKIT_BENCH" not in os.environ:
        if shutil.which("xvfb-run") is None:
            print("start: not measured, xvfb-run is not here (apt-get install xvfb)")
            return
        env = dict(os.environ, MILKIT_BENCH="1")
        screen = "-screen 0 1920x1080x24"
        sys.exit(
            subprocess.call(
                ["xvfb-run", "-a", "-s", screen, sys.executable, *sys.argv], env=env
            )
        )
    programs = {
        "bare window": [sys.executable, str(ROOT / "packaging" / "bare_window.py")],
        "MIL Kit": [sys.executable, "-m", "milkit"],
    }
    screen = display.Display()
    with tempfile.TemporaryDirectory() as home:
        at_home(home)
        for command in programs.values():
            one_start(command, screen, home)  # warm, and the lessons are built
        seen = {name: [] for name in programs}
        for _ in range(rounds):
            for name, command in programs.items():
                seen[name].append(one_start(command, screen, home))
    bare, kit = seen["bare window"], seen["MIL Kit"]
    for name, starts in seen.items():
        ready = statistics.median(s.ready for s in starts)
        pss = statistics.median(s.pss for s in starts)
        uss = statistics.median(s.uss for s in starts)
        size = f"PSS {pss:6.1f} MB   USS {uss:6.1f} MB"
        print(f"{name:12} ready {ready * 1000:6.0f} ms   {size}")
    print(
        f"ready {ratio(kit, bare, 'ready'):.2f} x bare (goal <= 2.0)   "
        f"PSS {ratio(kit, bare, 'pss'):.2f} x bare (goal <= 1.7)   "
        f"USS {ratio(kit, bare, 'uss'):.2f} x"
    )


if __name__ == "__main__":
    main()
