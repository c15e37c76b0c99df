"""Copy a pack from anywhere onto this computer's disk, held to its list."""

from __future__ import annotations

import contextlib
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from milkit.ground.errors import (
    FileUnreadable,
    PackDamaged,
    PackForeign,
    PackNewer,
    of_writing,
)
from milkit.ground.files import keep, make_folder
from milkit.ground.trust_errors import PackTooLarge, SignatureBad
from milkit.packs.listed import order
from milkit.packs.pack import open_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from milkit.packs.listed import File, Listed

    Step = Callable[[int, int], None]  # bytes done, bytes in all

_PIECE = 1 << 20  # bytes


def copy(
    file: BinaryIO, pack: Listed, to: Path, named: Path, step: Step | None = None
) -> Path:
    """
    Copy the pack in *file* to *to*: hashed on the way, looked through, then named.

    *named* is the file that mishaps tell of. Raises SignatureBad, PackTooLarge,
    PackDamaged, PackForeign, PackNewer, and the mishaps of reading and writing.
    """
    make_folder(to.parent)
    part = to.with_name(f"{to.name}.{os.getpid()}.part")
    try:
        with (
            ThreadPoolExecutor(1) as pool,
            _told(to, pack.now.bytes),
            part.open("wb") as out,
        ):
            _pour(_Pouring(file, out, pool, named, step), pack.now)
            out.flush()
            syncing = pool.submit(os.fsync, out.fileno())
            _look_through(part, pack, named)  # while the disk takes it
            syncing.result()
        with _told(to):
            keep(part, to)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    return to


class _Pouring(NamedTuple):
    source: BinaryIO
    out: BinaryIO
    pool: ThreadPoolExecutor
    named: Path
    step: Step | None


def _pour(pouring: _Pouring, wanted: File) -> None:
    """Copy all, hashed beside the writing; no more is read than the list says."""
    whole, done = hashlib.sha256(), 0
    hashing: list[Future[None]] = []
    while piece := _piece(pouring.source, pouring.named):
        done += len(piece)
        if done > wanted.bytes:
            raise PackTooLarge(pouring.named)
        for each in hashing:
            each.result()
        hashing = [pouring.pool.submit(whole.update, piece)]
        pouring.out.write(piece)
        if pouring.step is not None:
            pouring.step(done, wanted.bytes)
    for each in hashing:
        each.result()
    if done != wanted.bytes or whole.hexdigest() != wanted.sha256:
        raise SignatureBad(pouring.named)


def _piece(file: BinaryIO, named: Path) -> bytes:
    try:
        return file.read(_PIECE)
    except OSError as e:
        raise FileUnreadable(named) from e


def _look_through(part: Path, pack: Listed, named: Path) -> None:
    """Read all of a pack once; what is told of names the file that was offered."""
    try:
        with open_pack(part) as made:
            made.check()
            about = made.about
    except (FileUnreadable, PackDamaged, PackForeign, PackNewer) as e:
        e.path = named
        raise
    if (about.id, order(about.version)) != (pack.id, order(pack.now.version)):
        raise PackForeign(named, "the list names another pack or version")


@contextlib.contextmanager
def _told(path: Path, size: int = 0) -> Iterator[None]:
    try:
        yield
    except OSError as e:
        raise of_writing(e, path, size) from e
