"""One program at a time writes a data folder: a lock that goes with its process."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from typing import TYPE_CHECKING, BinaryIO

from milkit.ground import files
from milkit.ground.errors import AlreadyOpen, of_writing

if TYPE_CHECKING:
    from pathlib import Path

BELL = "knocks"  # folder in the data folder: a file in it asks for the window
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


def knock(folder: Path, file: str = "", patience: float = 3.0) -> bool:
    """
    Ask the program that has the folder to show its window; False if it does not.

    With *file*, a path, it is asked to open that too.

    A file is left where its doorbell watches, and taken away by the answer. The
    *patience*, in seconds, is longer than the other program takes to start.
    """
    paper = folder / BELL / str(os.getpid())
    written = folder / f"knock.{os.getpid()}"
    try:
        paper.parent.mkdir(exist_ok=True)
        written.write_text(file, "utf-8")
        written.replace(paper)  # whole before the other program sees it
    except OSError:
        return False
    end = time.monotonic() + patience
    while paper.exists():
        if time.monotonic() > end:
            with contextlib.suppress(OSError):
                paper.unlink()
            return False
        time.sleep(0.02)  # this program has no window yet, so nothing waits
    return True


if sys.platform == "win32":

    def _lock(file: BinaryIO) -> None:
        import msvcrt

        file.seek(_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: BinaryIO) -> None:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
