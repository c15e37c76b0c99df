"""Write a signed kit into one folder: only what is missing or differs, and checked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from milkit.ground import files as safe
from milkit.ground.copying import digest
from milkit.ground.errors import FileUnreadable, StickUnsafe
from milkit.ground.kit_errors import NameTaken
from milkit.ground.stick_files import (
    Piece,
    batches,
    device_of,
    mark,
    put,
    same_device,
    settle,
)
from milkit.kit import names, place
from milkit.kit.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from milkit.ground.errors import Mishap
    from milkit.kit.contents import Source
    from milkit.kit.listing import Listed, Listing, Signed

_ROUNDS = 2  # a file that was not kept is written once more


@dataclass(frozen=True, slots=True)
class Written:
    """
    How the writing in *folder* ended: files and bytes that are good, and the others.

    *wrote* are the bytes that had to be written, *removed* counts files of an older
    kit that were taken away.
    """

    folder: Path
    good: int
    size: int
    wrote: int
    failed: tuple[Mishap, ...]
    removed: int = 0

    @property
    def whole(self) -> bool:
        """Say whether the kit is written and checked."""
        return not self.failed


class Sources(Protocol):
    """Gives the file to copy for a place on the stick, or None; a dict does."""

    def get(self, path: str, /) -> Source | None:
        """Give the source of *path*."""


def write(
    signed: Signed,
    sources: Sources,
    folder: Path,
    progress: Progress | None = None,
    *,
    claimed: bool = False,
) -> Written:
    """
    Write the kit *signed* into *folder*, or go on where an earlier writing stopped.

    The list comes last: until then the folder holds no finished kit. What stands
    there and is not a kit's stays, unless its place is *claimed* (a kit of which the
    list was lost). A file without a source is told as FileUnreadable. Raises
    StickGone, DiskFull, FolderReadOnly, or Cancelled when *progress* says so.
    """
    writing = _Writing(signed, sources, folder, progress or Progress())
    return writing.run(claimed=claimed)


class _Writing:
    def __init__(
        self,
        signed: Signed,
        sources: Sources,
        folder: Path,
        progress: Progress,
    ) -> None:
        self._signed, self._sources = signed, sources
        self._folder, self._progress = folder, progress
        self._failed: dict[str, Mishap] = {}
        self._wrote = self._device = 0

    def run(self, *, claimed: bool) -> Written:
        files = self._signed.listing.files
        safe.make_folder(self._folder)
        self._device = device_of(self._folder)
        self._progress.begin(self._signed.listing.size)
        older = place.older(self._folder)
        try:
            begun, ours = place.begun(self._folder), place.written_by_us(self._folder)
            if claimed:
                ours = {names.folded(path) for path in files}
            todo = [
                path
                for path, listed in files.items()
                if not self._there(path, listed, ours, begun=begun)
            ]
            removed = self._write_all(todo, older)
        except OSError as e:
            raise safe.of_stick(e, self._folder, 0) from e
        good = [path for path in files if path not in self._failed]
        size = sum(files[path].size for path in good)
        failed = tuple(self._failed.values())
        return Written(self._folder, len(good), size, self._wrote, failed, removed)

    def _there(self, path: str, listed: Listed, ours: set[str], *, begun: bool) -> bool:
        """Say whether a file needs no writing: it is there and good, or in the way."""
        where = self._folder / path
        mine = names.folded(path) in ours
        if mine and begun:
            settle(where, good=_same(where, listed))
        self._progress.go_on()
        if _same(where, listed):
            self._progress.there(listed.size)
            return True
        if where.exists() and not mine:
            self._failed[path] = NameTaken(where)
        return path in self._failed

    def _write_all(self, todo: Sequence[str], older: Listing | None) -> int:
        current = self._current()
        if not todo and not self._failed and current:
            return 0
        for name, content in self._signed.pair:
            mark(self._folder / name, content)
        left = list(todo)
        for _ in range(_ROUNDS):
            left = self._round(left)
        if self._failed:
            return 0
        removed = self._remove(older)
        last = [self._piece_of(name, content) for name, content in self._signed.pair]
        self._keep(put(self._folder, last[::-1], marked=True))
        return removed

    def _current(self) -> bool:
        """Say whether the very list we would write stands there already."""
        with suppress(OSError):
            return not place.begun(self._folder) and all(
                (self._folder / name).read_bytes() == content
                for name, content in self._signed.pair
            )
        return False

    def _round(self, todo: Sequence[str]) -> list[str]:
        """Write *todo*; give what the stick did not keep."""
        again: list[str] = []
        pieces = [piece for path in todo if (piece := self._piece(path))]
        for batch in batches(pieces):
            same_device(self._folder, self._device)
            self._progress.now = batch[0].path.name
            failed = put(self._folder, batch, self._progress)
            self._wrote += sum(p.size for p in batch if p.path not in failed)
            again += self._keep(failed)
        return again

    def _keep(self, failed: dict[Path, Mishap]) -> list[str]:
        """Note what failed; give the paths that another try may help."""
        again: list[str] = []
        for where, mishap in failed.items():
            path = where.relative_to(self._folder).as_posix()
            self._failed[path] = mishap
            if isinstance(mishap, StickUnsafe) and path in self._signed.listing.files:
                self._progress.again(self._signed.listing.files[path].size)
                again.append(path)
        return again

    def _piece(self, path: str) -> Piece | None:
        listed, source = self._signed.listing.files[path], self._sources.get(path)
        if source is None:
            self._failed[path] = FileUnreadable(self._folder / path)
            return None
        self._failed.pop(path, None)
        return Piece(self._folder / path, listed.size, listed.sha256, source.file)

    def _piece_of(self, name: str, content: bytes) -> Piece:
        import hashlib

        sha256 = hashlib.sha256(content).hexdigest()
        return Piece(self._folder / name, len(content), sha256, content)

    def _remove(self, older: Listing | None) -> int:
        """Take away what the older kit had and the new one has not, if unchanged."""
        kept = {names.folded(path) for path in self._signed.listing.files}
        gone = 0
        for path, listed in older.files.items() if older else ():
            where = self._folder / path
            ours = path.startswith(place.TREE)  # whatever an odd list may claim
            if ours and names.folded(path) not in kept and _same(where, listed):
                where.unlink()
                gone += 1
        return gone


def _same(where: Path, listed: Listed) -> bool:
    """Say whether a file on the stick is the listed one, byte for byte."""
    try:
        if where.is_symlink() or where.stat().st_size != listed.size:
            return False
        return digest(where, fresh=True) == listed.sha256
    except OSError:  # not there, or a bad spot: it is written anew
        return False
