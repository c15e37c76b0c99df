"""
Measure what trust costs: installing a large pack against copying its bytes.

    QT_QPA_PLATFORM=offscreen python packaging/bench_install.py [--lessons 1000]

Installing holds the signature, hashes while it copies, and reads the whole pack once
before it has its name: every page, text and picture. Beside it the floor: the same
bytes read, written and synced. A pack with its last byte changed is refused; beside
that the floor is reading it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_pack import large

from milkit.ground.errors import Mishap
from milkit.packs import publishing
from milkit.packs.installing import Trust, install
from milkit.packs.offers import of_folder
from milkit.trust.key import new_key

if TYPE_CHECKING:
    from collections.abc import Callable

BEYOND = 0.15  # s: the goal
ROUNDS = 9


def timed(call: Callable[[], object], before: Callable[[], object]) -> float:
    """Give the seconds of the fastest round; *before* is not timed."""
    took = []
    for _ in range(ROUNDS):
        before()
        start = time.perf_counter()
        call()
        took.append(time.perf_counter() - start)
    return min(took)


def copied(pack: Path, to: Path) -> None:
    """Read, write and sync the same bytes."""
    with pack.open("rb") as source, to.open("wb") as out:
        while piece := source.read(1 << 20):
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())


def read(pack: Path) -> None:
    """Read a file once."""
    with pack.open("rb") as source:
        while source.read(1 << 20):
            pass


def published(root: Path, pack: Path) -> Path:
    """Sign a pack; give the publisher's folder."""
    key = new_key()
    listed = publishing.first_list("Bench", key.public, date(2026, 11, 1))
    listed, entry = publishing.with_pack(listed, pack)
    made = publishing.signed(listed, key, date(2026, 11, 1))
    return publishing.write_folder(root, made, {entry.now.file: pack})


def refused(folder: Path, data: Path) -> None:
    """Try to install what was changed."""
    try:
        install(of_folder(folder), data, Trust.CONFIRMED)
    except Mishap:
        return
    raise SystemExit("a changed pack was taken")


def main() -> int:
    """Measure; 1 when the goal is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lessons", type=int, default=1000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        large(root / "large.pack", wanted.lessons)
        folder, data = published(root / "stick", root / "large.pack"), root / "data"
        pack = next(folder.glob("*.pack"))
        size = pack.stat().st_size / 1e6
        print(f"{wanted.lessons} lessons, {size:.0f} MB")

        def clear() -> None:
            shutil.rmtree(data, ignore_errors=True)
            (root / "copy").unlink(missing_ok=True)

        floor = timed(lambda: copied(pack, root / "copy"), clear)
        ours = timed(lambda: install(of_folder(folder), data, Trust.CONFIRMED), clear)
        clear()
        with pack.open("r+b") as file:
            file.seek(-1, os.SEEK_END)
            last = file.read(1)
            file.seek(-1, os.SEEK_END)
            file.write(bytes([last[0] ^ 1]))
        reading = timed(lambda: read(pack), clear)
        refusing = timed(lambda: refused(folder, data), clear)
    beyond = ours - floor
    print(
        f"  copying {floor:.3f} s, installing {ours:.3f} s: {beyond:.3f} s beyond",
        end="",
    )
    print(f" (goal <= {BEYOND})")
    print(f"  reading {reading:.3f} s, refusing a changed pack {refusing:.3f} s")
    return int(beyond > BEYOND)


if __name__ == "__main__":
    sys.exit(main())
