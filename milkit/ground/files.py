"""Write files so that a power cut or a pulled stick leaves the old or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from milkit.ground.errors import (
    DiskFull,
    FileUnreadable,
    FolderReadOnly,
    StickGone,
    StickUnsafe,
    of_writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.ground.errors import Mishap

_BINARY = getattr(os, "O_BINARY", 0)  # Windows only


def make_folder(folder: Path) -> Path:
    """Make *folder* and those above it; raise a mishap when that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise of_writing(e, folder) from e
    return folder


def write_whole(path: Path, content: bytes) -> None:
    """Write a file on the computer's own disk: the old one or the new, never half."""
    make_folder(path.parent)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        _write(part, content)
        keep(part, path)
    except OSError as e:
        with contextlib.suppress(OSError):
            part.unlink()
        raise of_writing(e, path, len(content)) from e


def keep(part: Path, path: Path) -> None:
    """Give the finished, synced file *part* its name *path*; raises OSError."""
    part.replace(path)
    sync_folder(path.parent)


def write_to_stick(path: Path, content: bytes) -> str:
    """
    Write a file on a FAT stick, read it back, and give its SHA-256 in hex.

    On FAT a rename over an old file left files of 0 bytes when the stick was pulled.
    So the old file steps aside to `.old` and goes only after the new one was read
    back; `settle_stick` puts it back after a pull.
    """
    import hashlib

    try:
        settle_stick(path)
        old = _put_on_stick(path, content)
        found = _digest(path)
        wanted = hashlib.sha256(content).hexdigest()
        if found == wanted and old.exists():
            old.unlink()
            sync_folder(path.parent)
    except OSError as e:
        raise of_stick(e, path, len(content)) from e
    if found != wanted:
        raise StickUnsafe(path)
    return wanted


def settle_stick(path: Path) -> None:
    """
    Put the old file back when a stick was pulled before the new one was read back.

    Raises OSError.
    """
    old = path.with_name(path.name + ".old")
    if old.exists():
        old.replace(path)
        sync_folder(path.parent)


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file's bytes in hex."""
    try:
        return _digest(path)
    except OSError as e:
        raise FileUnreadable(path) from e


def _put_on_stick(path: Path, content: bytes) -> Path:
    part = path.with_name(path.name + ".part")
    old = path.with_name(path.name + ".old")
    _write(part, content)
    if path.exists():
        path.rename(old)
    part.rename(path)
    sync_again(path)
    sync_folder(path.parent)
    return old


def _digest(path: Path) -> str:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_again(path: Path) -> None:
    """
    Sync a file that has got a new name, and forget what the system remembers of it.

    Raises OSError. Opened to be read only: a stick mounted `flush` sleeps 0.1 s in
    each close of a file that was opened to be written. Windows wants it so.
    """
    number = os.open(path, (os.O_RDWR if os.name == "nt" else os.O_RDONLY) | _BINARY)
    try:
        os.fsync(number)
        if hasattr(os, "posix_fadvise"):  # or the read-back only sees our own memory
            os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(number)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names onto the disk; raises OSError."""
    if os.name == "nt":  # folders cannot be opened there
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def of_stick(error: OSError, path: Path, size: int) -> Mishap:
    """Give the mishap of an error that a stick gave when it was written."""
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return FolderReadOnly(path)
    mishap = of_writing(error, path, size)
    return mishap if isinstance(mishap, DiskFull) else StickGone(path)
