"""What a stick is to a kit: ready, shared with other files, an older kit, too small."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from milkit.ground import drives
from milkit.ground.drives import Stick
from milkit.ground.stick_files import BATCH
from milkit.kit import names, place

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.kit.listing import Listing

State = Literal["ready", "others", "older", "same", "begun", "small", "closed"]

_CLUSTER = 32 << 10  # bytes that a file takes at least, on most large sticks
_WRITES, _READS = 6 << 20, 20 << 20  # bytes a second of a plain USB 2 stick
_CLOSE = 0.02  # seconds for each file on a stick that desktops mount `flush`


@dataclass(frozen=True, slots=True)
class Seen:
    """
    A stick as a kit's maker sees it.

    *home* is where the kit goes. *others* counts files that are not the kit's, *older*
    is the list of a kit that stands there. *needed* bytes must be free, *writes* bytes
    are to be written.
    """

    stick: Stick
    home: Path
    state: State
    others: int = 0
    older: Listing | None = None
    needed: int = 0
    writes: int = 0
    reads: int = 0
    files: int = 0

    @property
    def usable(self) -> bool:
        """Say whether a kit can be written."""
        return self.state not in ("small", "closed")

    @property
    def seconds(self) -> float:
        """About how long it takes on a plain stick: all written, and all read back."""
        reading = self.reads / _READS
        return self.writes / _WRITES + reading + self.files * _CLOSE


def found(listing: Listing) -> list[Seen]:
    """Look at all sticks that are in."""
    return [look(stick, listing) for stick in drives.sticks()]


def folder(path: Path) -> Stick:
    """Take a folder that the user chose for a stick; raises OSError."""
    room = shutil.disk_usage(path)
    return Stick(path, "", room.free, room.total, writable=_writable(path))


def look(stick: Stick, listing: Listing) -> Seen:
    """Look at one stick without changing anything on it."""
    home = place.home(stick.folder)
    older = place.older(home)
    others = place.others(stick.folder, older) if home == stick.folder else 1
    if home != stick.folder:
        others = place.others(stick.folder) - _in(home, older)
    seen = Seen(stick, home, "ready", max(0, others), older)
    grows, writes, files = _work(listing, older)
    state = _state(seen, listing, grows)
    return Seen(
        stick, home, state, seen.others, older, grows, writes, listing.size, files
    )


def _in(home: Path, older: Listing | None) -> int:
    """Count the files of a kit that stands in a folder of its own."""
    return len(older.files) + 2 if older else place.others(home)


def _state(seen: Seen, listing: Listing, grows: int) -> State:
    if not seen.stick.writable:
        return "closed"
    if grows > seen.stick.free:
        return "small"
    if place.begun(seen.home):
        return "begun"
    if seen.older is not None:
        return "same" if seen.older == listing else "older"
    return "others" if seen.others else "ready"


def _work(listing: Listing, older: Listing | None) -> tuple[int, int, int]:
    """Give the bytes that must be free, those to be written, and the files."""
    had = older.files if older else {}
    changed = {p: f for p, f in listing.files.items() if had.get(p) != f}
    if not changed:
        return 0, 0, 0
    writes = sum(f.size for f in changed.values())
    grows = sum(_taken(f.size) for f in changed.values())
    grows -= sum(_taken(had[p].size) for p in changed if p in had)
    largest = max(f.size for f in changed.values())
    replaced = any(p in had for p in changed)
    spare = max(BATCH, largest) if replaced else 0  # the old ones go after the new
    lists = 3 * _taken(200 * len(listing.files))
    return max(0, grows) + spare + lists, writes, len(changed)


def _taken(size: int) -> int:
    return -(-size // _CLUSTER) * _CLUSTER


def _writable(path: Path) -> bool:
    import os

    return os.access(path, os.W_OK) and path.name != names.RESULTS
