"""Open the library: build the lessons that came with the program, or reuse them."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from milkit.ground import paths
from milkit.ground.errors import (
    DiskFull,
    FileUnreadable,
    FolderReadOnly,
    NoLessons,
    PackDamaged,
    PackForeign,
    PackNewer,
)
from milkit.library.built import (
    Built,
    fingerprint,
    forget_built,
    hashed,
    read_built,
    write_built,
)
from milkit.library.library import Library
from milkit.library.shelf import InstalledPacks
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack

if TYPE_CHECKING:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from milkit.ground.errors import LessonBroken, Mishap
    from milkit.packs.build import Draw, Step
    from milkit.packs.pack import Pack

FOLDER = "packs-built"
_READY = ".pack"
_KEPT = 2  # packs of one name: the present one and the one before


def open_library(
    data_folder: Path,
    draw: Draw,
    progress: Step | None = None,
    lessons: Path | None = None,
) -> Library:
    """
    Open all that can be taught; lessons that changed are built into packs first.

    A program on a stick brings packs in place of lessons; they are opened where they
    lie.
    Where the data folder takes nothing, the pack built last is opened, or one is
    built in the system's place for passing files; the library's *mishaps* tell.
    Raises NoLessons, DatabaseNewer, and DiskFull or FolderReadOnly when no place at
    all can be written.
    """
    lessons = lessons or paths.bundled_lessons()
    overlay, mishap = open_overlay(data_folder)
    opening = _Opening(data_folder / FOLDER, draw, progress)
    if mishap is not None:
        opening.tell(mishap)
    packs: list[Pack] = []
    try:
        packs.extend(map(opening.pack, _sources(lessons)))
        installed = _installed(data_folder, packs, opening)
    except BaseException:
        Library(packs, overlay, (), opening.passing).close()
        raise
    packs = [*installed.renew, *packs, *installed.more]
    return Library(packs, overlay, opening.mishaps, opening.passing, installed.older)


def _installed(data: Path, packs: list[Pack], opening: _Opening) -> InstalledPacks:
    """Open the packs of publishers; on most computers there are none to look for."""
    if not (data / "packs").is_dir():
        return InstalledPacks()
    from milkit.library.installed import open_installed

    return open_installed(data, packs, opening.tell_each)


def _sources(lessons: Path) -> list[Path]:
    folders = sorted(lessons.iterdir()) if lessons.is_dir() else []
    found = [
        each
        for each in folders
        if each.suffix == _READY or (each / "pack.toml").is_file()
    ]
    if not found:
        raise NoLessons(lessons)
    return found


class _Opening:
    """Gathers what goes wrong while packs are opened."""

    def __init__(self, folder: Path, draw: Draw, progress: Step | None) -> None:
        self._folder = folder
        self._draw = draw
        self._progress = progress
        self.mishaps: list[Mishap] = []
        self.passing: list[TemporaryDirectory[str]] = []

    def tell(self, mishap: Mishap) -> None:
        """Keep a mishap, one of each sort: a full disk is told once."""
        if all(type(known) is not type(mishap) for known in self.mishaps):
            self.mishaps.append(mishap)

    def tell_each(self, mishap: Mishap) -> None:
        """Keep a mishap of a pack: each is told."""
        self.mishaps.append(mishap)

    def pack(self, source: Path) -> Pack:
        """Open the pack of *source*, built now if it must be; or *source* itself."""
        if source.suffix == _READY:
            return open_pack(source)
        seen = fingerprint(source)
        built = read_built(self._folder, source.name)
        if built is not None and built.seen == seen:
            pack = self._try(source, self._folder / built.file)
            if pack is not None:
                self._tell_broken(built.broken)
                return pack
        try:
            return self._build(source, seen, self._folder)
        except (DiskFull, FolderReadOnly) as mishap:
            self.tell(mishap)
            return self._last(source) or self._build_in_passing(source, seen)

    def _build(self, source: Path, seen: str, folder: Path) -> Pack:
        from milkit.packs.build import build

        path = folder / f"{source.name}-{hashed(source)[:16]}.pack"
        broken: list[LessonBroken] = []
        build(source, path, self._draw, self._progress, broken)
        forget = partial(forget_built, folder, source.name)
        pack = open_pack(path, forget)
        self._tell_broken(tuple(broken))
        built = Built(seen, path.name, tuple(broken))
        with contextlib.suppress(DiskFull, FolderReadOnly):  # it is built again then
            write_built(folder, source.name, built)
        _clear(folder, source.name, path)
        return pack

    def _try(self, source: Path, path: Path) -> Pack | None:
        forget = partial(forget_built, self._folder, source.name)
        try:
            return open_pack(path, forget)
        except (PackDamaged, PackForeign, PackNewer, FileUnreadable):
            return None

    def _last(self, source: Path) -> Pack | None:
        """Open the newest pack that was built before."""
        paths = _newest_first(self._folder, source.name)
        packs = (self._try(source, path) for path in paths)
        return next((pack for pack in packs if pack is not None), None)

    def _build_in_passing(self, source: Path, seen: str) -> Pack:
        from pathlib import Path
        from tempfile import TemporaryDirectory

        try:
            folder = TemporaryDirectory(prefix="milkit-", ignore_cleanup_errors=True)
        except OSError as e:
            raise FolderReadOnly(self._folder) from e
        self.passing.append(folder)
        return self._build(source, seen, Path(folder.name))

    def _tell_broken(self, broken: tuple[LessonBroken, ...]) -> None:
        self.mishaps += broken


def _newest_first(folder: Path, name: str) -> list[Path]:
    def age(path: Path) -> float:
        return -path.stat().st_mtime

    with contextlib.suppress(OSError):
        return sorted(folder.glob(f"{name}-*.pack"), key=age)
    return []


def _clear(folder: Path, name: str, new: Path) -> None:
    others = [path for path in _newest_first(folder, name) if path != new]
    for path in others[_KEPT - 1 :]:
        with contextlib.suppress(OSError):  # in use, on Windows
            path.unlink()
