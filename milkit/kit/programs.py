"""The programs that go onto a stick: found beside the running one, or in a folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from milkit.kit import contents
from milkit.kit.contents import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

SYSTEMS = ("windows", "macos", "linux")
_DOORS = {"windows": "MIL Kit.bat", "linux": "start.sh"}
_PROGRAM = {  # what tells our programs from any other folder of that name
    "windows": ("MILKit/*.exe", "MILKit-Setup.exe"),
    "macos": ("MILKit-*.dmg",),
    "linux": ("milkit-linux.tar.xz",),
}


def beside() -> Path | None:
    """
    Find a folder with programs: the stick we run from, or what was built from source.

    None when there is none: a kit without programs is a good kit too.
    """
    home = Path(__file__).resolve().parents[2]
    if getattr(sys, "frozen", False):
        places = list(Path(sys.executable).resolve().parents)[:5]
    else:
        places = [home / "build" / "programs", *list(home.parents)[:4]]
    return next((each for each in places if systems(each)), None)


def systems(folder: Path | None) -> tuple[str, ...]:
    """Say for which systems a folder has programs; a door without a room is none."""
    if folder is None:
        return ()
    return tuple(name for name in SYSTEMS if _holds(folder, name))


def files(folder: Path | None) -> Iterator[Source]:
    """List the programs of a folder, each in its place on the stick."""
    if folder is None:
        return
    for name in systems(folder):
        yield from contents.tree(folder / name, name)
        door = folder / _DOORS.get(name, "")
        if name in _DOORS and door.is_file():
            yield Source(door.name, door, door.stat().st_size)


def _holds(folder: Path, name: str) -> bool:
    try:
        found = [f for kind in _PROGRAM[name] for f in (folder / name).glob(kind)]
        return any(each.stat().st_size for each in found)
    except OSError:
        return False
