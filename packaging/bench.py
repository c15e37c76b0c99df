"""Run every measurement of the kit and print them with the machine named.

Each one is a ratio beside a floor in the same run: this machine's figures change
from hour to hour, the ratios much less.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ORDER = (
    "startup",
    "frozen",
    "pack",
    "install",
    "search",
    "lesson",
    "print",
    "count",
    "log",
    "results",
    "hub",
    "kit",
)


def machine() -> str:
    """Name the machine: system, processor, cores, memory, Python."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = [x for x in info.read_text().splitlines() if x.startswith("model name")]
        cpu = lines[0].split(":", 1)[1].strip() if lines else cpu
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = f"Python {platform.python_version()}"
    size = f"{os.cpu_count()} cores, {memory:.0f} GB"
    return f"{platform.platform()}, {cpu}, {size}, {python}"


def main() -> int:
    """Run the measurements one after another."""
    print(machine())
    bad = 0
    for name in ORDER:
        script = HERE / f"bench_{name}.py"
        if not script.exists():
            continue
        print(f"\n== {name}", flush=True)
        env = dict(os.environ)
        if name not in {"startup", "frozen"}:
            env["QT_QPA_PLATFORM"] = "offscreen"
        bad |= subprocess.call([sys.executable, str(script)], env=env, cwd=HERE.parent)
    return bad


if __name__ == "__main__":
    sys.exit(main())
