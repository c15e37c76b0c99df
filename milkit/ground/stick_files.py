"""Put many files on a stick so that a pull leaves none that is good in name only."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from milkit.ground.copying import SourceUnreadable, copied, digest
from milkit.ground.errors import FileUnreadable, StickGone, StickUnsafe
from milkit.ground.files import of_stick, sync_again, sync_folder
from milkit.ground.kit_errors import NameTaken, SourceChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from milkit.ground.errors import Mishap

BATCH = 32 << 20  # bytes that are synced together
MANY = 200  # files that are synced together
CLOSERS = 8  # a stick mounted `flush` sleeps 0.1 s in each close
# What is about one name alone; all other trouble is the stick's.
_ONE_NAME = {
    errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.EINVAL,
    errno.ENAMETOOLONG,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to put at *path*: *source* has its bytes, or is them."""

    path: Path
    size: int
    sha256: str
    source: Path | bytes


class Told:
    """Hears how far the writing is; each call may raise Cancelled to stop it."""

    def go_on(self) -> None:
        """Hear that some bytes were handed to the system."""

    def synced(self, many: int) -> None:
        """Hear that *many* bytes have reached the stick."""

    def checked(self, many: int) -> None:
        """Hear that *many* bytes were read back."""


def batches(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Cut *pieces* into what is synced together."""
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        if batch and (size + piece.size > BATCH or len(batch) >= MANY):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += piece.size
    if batch:
        yield batch


def put(
    root: Path,
    batch: Sequence[Piece],
    told: Told | None = None,
    *,
    marked: bool = False,
) -> dict[Path, Mishap]:
    """
    Write *batch* below *root*, read it back, and give what could not be put.

    Each file is written as `x.part`; all are synced; an old one steps aside to
    `x.old` and the new one gets its name; all are synced again and read back from
    the stick; then the old ones go. (A sync for each file costs four times the
    writes.) What stands at `x.part` or `x.old` already is not ours, unless the batch
    was *marked*. Raises StickGone, DiskFull or FolderReadOnly when it is the stick.
    """
    putting = _Putting(told or Told(), marked=marked)
    device = device_of(root)
    try:
        written = putting.write(batch)
        _all_synced(root, [_part(p.path) for p in written])
        putting.tell_synced(written)
        same_device(root, device)
        named = [p for p in written if putting.name(p.path)]
        _all_synced(root, [p.path for p in named])
        good = [p for p in named if putting.read_back(p)]
        _drop_old(root, good)
    except OSError as e:
        raise of_stick(e, root, sum(p.size for p in batch)) from e
    return putting.failed


def mark(path: Path, content: bytes) -> None:
    """Leave `x.part` of *path* as a sign that something is begun; raises OSError."""
    with io.FileIO(_part(path), "w") as file:
        file.write(content)
        os.fsync(file.fileno())
    sync_folder(path.parent)


def settle(path: Path, *, good: bool) -> None:
    """
    Tidy what a pull left beside *path*; raises OSError.

    When the file is *good* the old one goes, else the old one is put back.
    """
    old = _old(path)
    if old.is_file():
        if good:
            old.unlink()
        else:
            old.replace(path)
    _part(path).unlink(missing_ok=True)


def device_of(root: Path) -> int:
    """Give the number of the device that *root* is on; raise StickGone."""
    try:
        return root.stat().st_dev
    except OSError as e:
        raise StickGone(root) from e


def same_device(root: Path, device: int) -> None:
    """Raise StickGone when *root* is no longer on *device*: the stick was pulled."""
    if device_of(root) != device:
        raise StickGone(root)


class _Putting:
    """One batch on its way: what has failed, and bytes that were told as synced."""

    def __init__(self, told: Told, *, marked: bool) -> None:
        self._told, self._marked = told, marked
        self._early = 0  # bytes of large files, synced on the way
        self._begun: set[Path] = set()
        self.failed: dict[Path, Mishap] = {}

    def write(self, batch: Sequence[Piece]) -> list[Piece]:
        """Write each file as `x.part`, and give those that are to be named."""
        try:
            written = self._write(batch)
        except BaseException:
            self._take_back(self._begun)
            raise
        self._take_back([_part(path) for path in self.failed])
        return written

    def _write(self, batch: Sequence[Piece]) -> list[Piece]:
        written: list[Piece] = []
        closing: list[Future[None]] = []
        with ThreadPoolExecutor(CLOSERS) as pool:
            for piece in batch:
                target = self._opened(piece.path)
                if target is None:
                    continue
                good = self._copied(piece, target)
                closing.append(pool.submit(_closed, target))
                if good:
                    written.append(piece)
        for each in closing:
            each.result()
        return written

    def tell_synced(self, written: Sequence[Piece]) -> None:
        """Tell the bytes that the sync of the batch has brought onto the stick."""
        self._told.synced(sum(p.size for p in written) - self._early)

    def name(self, path: Path) -> bool:
        """Give a written file its name; an older one steps aside."""
        try:
            if path.is_file():
                path.rename(_free(_old(path)))
            _part(path).rename(path)
        except OSError as e:
            if e.errno not in _ONE_NAME:
                raise
            self.failed[path] = NameTaken(path)
            self._take_back([_part(path)])
            return False
        return True

    def read_back(self, piece: Piece) -> bool:
        """Read a file from the stick itself; say whether it is what was meant."""
        with contextlib.suppress(OSError):  # one bad spot is not the whole stick
            if digest(piece.path, self._told.checked, fresh=True) == piece.sha256:
                return True
        self.failed[piece.path] = StickUnsafe(piece.path)
        with contextlib.suppress(OSError):
            piece.path.unlink()
            settle(piece.path, good=False)
        return False

    def _opened(self, path: Path) -> io.FileIO | None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = io.FileIO(_part(path), "w" if self._marked else "x")
        except OSError as e:
            if e.errno not in _ONE_NAME:
                raise
            self.failed[path] = NameTaken(path)
            return None
        self._begun.add(_part(path))
        return file

    def _copied(self, piece: Piece, target: io.FileIO) -> bool:
        """Copy into an open file, which stays open; say whether all came over."""
        try:
            found = self._bytes_copied(piece, target)
        except SourceUnreadable:
            self.failed[piece.path] = FileUnreadable(Path(str(piece.source)))
            return False
        except BaseException:
            with contextlib.suppress(OSError):
                target.close()
            raise
        if found != piece.sha256:
            self.failed[piece.path] = SourceChanged(piece.path)
        return found == piece.sha256

    def _bytes_copied(self, piece: Piece, target: io.FileIO) -> str:
        if isinstance(piece.source, bytes):
            target.write(piece.source)
            return hashlib.sha256(piece.source).hexdigest()
        try:
            source = io.FileIO(piece.source)
        except OSError as e:
            raise SourceUnreadable from e
        unsynced = 0

        def on_the_way(many: int) -> None:
            nonlocal unsynced
            unsynced += many
            if unsynced >= BATCH:  # so a pull in a large file is noticed soon
                os.fsync(target.fileno())
                self._told.synced(unsynced)
                self._early += unsynced
                unsynced = 0
            self._told.go_on()

        with source:
            return copied(source, target, on_the_way)

    def _take_back(self, parts: Iterable[Path]) -> None:
        """Take away what this batch has begun, and nothing else of that name."""
        for part in self._begun.intersection(parts):
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _closed(target: io.FileIO) -> None:
    with target:
        if not _syncs_whole():
            os.fsync(target.fileno())


def _drop_old(root: Path, good: Sequence[Piece]) -> None:
    old = [path for path in (_old(p.path) for p in good) if path.is_file()]
    for path in old:
        path.unlink()
    if old:
        _all_synced(root, [])


def _part(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _old(path: Path) -> Path:
    return path.with_name(path.name + ".old")


def _free(path: Path) -> Path:
    """Give *path* if nothing stands there, else raise FileExistsError."""
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    return path


def _syncs_whole() -> bool:
    """Say whether this system can sync a whole stick at once."""
    return sys.platform == "linux"


def _all_synced(root: Path, paths: Sequence[Path]) -> None:
    """Bring *paths* and their folders onto the stick; raises OSError."""
    if _syncs_whole():
        _sync_whole(root)
        for path in paths[-1:]:  # and once empty the stick's own memory
            sync_again(path)
        return
    with ThreadPoolExecutor(CLOSERS) as pool:
        list(pool.map(sync_again, paths))
    for folder in {path.parent for path in paths} or {root}:
        sync_folder(folder)


def _sync_whole(root: Path) -> None:
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    number = os.open(root, os.O_RDONLY)
    try:
        if libc.syncfs(number):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(root))
    finally:
        os.close(number)
