"""Copy and hash the bytes of files, each byte read once."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import FileIO
    from pathlib import Path

CHUNK = 1 << 20


class SourceUnreadable(Exception):
    """The file that is copied cannot be read to its end."""


def copied(source: FileIO, target: FileIO, told: Callable[[int], None]) -> str:
    """
    Copy what is left of *source*, tell the bytes of each piece, give the SHA-256.

    A large file is hashed in a thread of its own while the next bytes are read and
    written. Raises SourceUnreadable, or OSError when *target* does not take it.
    """
    size = os.fstat(source.fileno()).st_size
    if size >= CHUNK:
        return _large(source, target, told)
    whole = hashlib.sha256()  # most files are small: no thread for them
    view = memoryview(bytearray(size + 1))
    while many := _read(source, view):
        whole.update(view[:many])
        _write(target, view[:many])
        told(many)
    return whole.hexdigest()


def _large(source: FileIO, target: FileIO, told: Callable[[int], None]) -> str:
    whole = hashlib.sha256()
    view, other = memoryview(bytearray(CHUNK)), memoryview(bytearray(CHUNK))
    many = _read(source, view)
    with ThreadPoolExecutor(1) as hasher:
        while many:
            busy = hasher.submit(whole.update, view[:many])
            _write(target, view[:many])
            told(many)
            view, other = other, view
            many = _read(source, view)
            busy.result()
    return whole.hexdigest()


def digest(
    path: Path, told: Callable[[int], None] | None = None, *, fresh: bool = False
) -> str:
    """
    Give the SHA-256 of a file in hex; raises OSError.

    *fresh* reads from the stick itself, not from the system's memory of it.
    """
    whole = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        if fresh:
            forget(file.fileno())
        size = os.fstat(file.fileno()).st_size
        view = memoryview(bytearray(min(size + 1, CHUNK)))
        while many := file.readinto(view):
            whole.update(view[:many])
            if told:
                told(many)
    return whole.hexdigest()


def forget(number: int) -> None:
    """Make the system forget what it remembers of an open file's bytes."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)


def _read(source: FileIO, view: memoryview) -> int:
    try:
        return source.readinto(view) or 0
    except OSError as e:
        raise SourceUnreadable from e


def _write(target: FileIO, view: memoryview) -> None:
    while view:
        view = view[target.write(view) :]
