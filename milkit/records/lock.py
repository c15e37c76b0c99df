"""One program at a time writes a data folder: a lock that goes with its process."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, BinaryIO

from milkit.ground import files
from milkit.ground.errors import AlreadyOpen, of_writing

if TYPE_CHECKING:
    from pathlib import Path

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}
_BYTE = 1 << 30  # Windows locks bytes, also against readers: one that nobody reads


class Lock:
    """
    Held from `take` until `release` or the end of the process, however it ends.

    It is the system's own lock on an open file, so a crash never leaves it behind.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def release(self) -> None:
        """Let another program have the folder."""
        self._file.close()


def take(folder: Path) -> Lock:
    """Lock a data folder; raise AlreadyOpen when another program has it."""
    files.make_folder(folder)
    path = folder / "milkit.lock"
    try:
        file = path.open("ab")
    except OSError as e:
        raise of_writing(e, path) from e
    try:
        _lock(file)
    except OSError as e:
        if e.errno in _HELD:
            file.close()
            raise AlreadyOpen(folder) from e
        # A network drive without locks: better one lock less than no lesson.
    return Lock(file)


def pipe_name(folder: Path) -> str:
    """
    Name the local pipe by which a second start asks the first to show its window.

    The same for one folder and user, short (macOS allows 104 bytes with its folder).
    """
    import hashlib

    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    of = f"{user}|{os.path.normcase(folder.resolve())}"
    return f"milkit-{hashlib.sha256(of.encode()).hexdigest()[:16]}"


if sys.platform == "win32":

    def _lock(file: BinaryIO) -> None:
        import msvcrt

        file.seek(_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: BinaryIO) -> None:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
