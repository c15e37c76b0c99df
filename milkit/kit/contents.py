"""What goes on a stick: files from folders, each with its place below the stick."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.ground.copying import digest
from milkit.ground.errors import FileUnreadable
from milkit.ground.kit_errors import NameRefused, NothingToWrite
from milkit.kit import names
from milkit.kit.listing import Listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from milkit.ground.errors import Mishap

    Step = Callable[[int, int], None]

_NOT_OURS = {".DS_Store", "Thumbs.db", "desktop.ini", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Source:
    """A file for the place *path* below the stick: *file* has its bytes."""

    path: str
    file: Path
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """Files for a kit, by place, and what had to stay behind, each with its reason."""

    sources: dict[str, Source]
    left_out: tuple[Mishap, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(each.size for each in self.sources.values())

    def below(self, folder: str) -> int:
        """Bytes of the files below one folder of the stick."""
        start = f"{folder}/"
        found = (s.size for s in self.sources.values() if s.path.startswith(start))
        return sum(found)


def tree(folder: Path, place: str = "") -> Iterator[Source]:
    """List the files of a folder, to stand below *place*; links are left out."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = f"{place}/{entry.name}" if place else entry.name
        if entry.is_symlink() or entry.name in _NOT_OURS:
            continue
        if entry.is_dir():
            yield from tree(folder / entry.name, path)
        elif entry.is_file():
            yield Source(path, folder / entry.name, entry.stat().st_size)


def gather(sources: Iterable[Source]) -> Contents:
    """Take what FAT and Windows can hold; the first of two with one name counts."""
    taken: dict[str, Source] = {}
    seen: set[str] = set()
    left: list[Mishap] = []
    for source in sources:
        if not names.fits(source.path) or source.size > names.LARGEST:
            left.append(NameRefused(source.file))
        elif names.folded(source.path) not in seen:
            seen.add(names.folded(source.path))
            taken[source.path] = source
    return Contents(taken, tuple(left))


def hashed(contents: Contents, step: Step) -> tuple[Contents, dict[str, Listed]]:
    """
    Read every file once for its sum; what cannot be read is left out and told.

    *step* gets bytes done and bytes in all. Raises NothingToWrite.
    """
    files: dict[str, Listed] = {}
    left: list[Mishap] = []
    done, total = 0, contents.size

    def told(many: int) -> None:
        nonlocal done
        done += many
        step(min(done, total), total)

    for path, source in contents.sources.items():
        try:
            found = digest(source.file, told)
        except OSError:
            left.append(FileUnreadable(source.file))
            continue
        files[path] = Listed(source.file.stat().st_size, found)
    if not files:
        raise NothingToWrite
    kept = {path: contents.sources[path] for path in files}
    return Contents(kept, (*contents.left_out, *left)), files
