"""One class for each mishap; mishap_words.py tells each of them to the teacher."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class Mishap(Exception):
    """Something that went wrong and that a person can be told about."""

    def __str__(self) -> str:
        """Show the class and its fields, for logs."""
        return repr(self)


class Cancelled(Mishap):
    """The user stopped the work, or left the screen that had asked for it."""


@dataclass(eq=False)
class Unforeseen(Mishap):
    """Nobody thought of this; *what* is for the report, not for the teacher."""

    what: str


# --- files and folders -----------------------------------------------------------


@dataclass(eq=False)
class DiskFull(Mishap):
    """There is no room for *path*; *needed* is in bytes, 0 when not known."""

    path: Path
    needed: int = 0


@dataclass(eq=False)
class FolderReadOnly(Mishap):
    """The system does not let us write *path*."""

    path: Path


@dataclass(eq=False)
class FileUnreadable(Mishap):
    """*path* is missing, or the disk or the system does not give it."""

    path: Path


@dataclass(eq=False)
class FileUnknown(Mishap):
    """*path* is not a kind of file that the kit opens."""

    path: Path


@dataclass(eq=False)
class StickGone(Mishap):
    """The stick with *path* was pulled out, or stopped answering."""

    path: Path


@dataclass(eq=False)
class StickUnsafe(Mishap):
    """What was read back from *path* is not what was written."""

    path: Path


# --- lessons and packs -----------------------------------------------------------


@dataclass(eq=False)
class LessonBroken(Mishap):
    """A lesson file has problems, each with its line, what it is and how to mend it."""

    path: Path
    problems: tuple[tuple[int, str, str], ...] = ()


@dataclass(eq=False)
class LessonMissing(Mishap):
    """No pack has the lesson, or not in this language."""

    lesson: str
    lang: str = ""


@dataclass(eq=False)
class NoLessons(Mishap):
    """The folder of the lessons that come with the program is not there or empty."""

    folder: Path


@dataclass(eq=False)
class PackDamaged(Mishap):
    """A pack does not read as it was written."""

    path: Path


@dataclass(eq=False)
class PackForeign(Mishap):
    """A file is not a pack, or holds what a pack may not hold: *why*, for the log."""

    path: Path
    why: str = ""


@dataclass(eq=False)
class PackNewer(Mishap):
    """A pack is made for a later version of the program."""

    path: Path


@dataclass(eq=False)
class PictureMissing(Mishap):
    """A lesson names a picture that is not there."""

    lesson: str
    name: str


@dataclass(eq=False)
class PictureBad(Mishap):
    """A file is not a picture that the kit shows, or it is too large."""

    path: Path


@dataclass(eq=False)
class FontMissing(Mishap):
    """The letters of a language did not come with the program."""

    lang: str


# --- the teacher's data ----------------------------------------------------------


@dataclass(eq=False)
class DatabaseDamaged(Mishap):
    """Records were damaged: *kept* holds them, *restored* is the copy now in use."""

    path: Path
    kept: Path | None = None
    restored: Path | None = None


@dataclass(eq=False)
class DatabaseNewer(Mishap):
    """Data was written by a later version of the program; nothing was changed."""

    path: Path


@dataclass(eq=False)
class DatabaseBusy(Mishap):
    """Another program holds the records, and did not let go in time."""

    path: Path


@dataclass(eq=False)
class OverlayDamaged(Mishap):
    """The teacher's own lessons and examples were damaged: *kept* holds them."""

    path: Path
    kept: Path | None = None


@dataclass(eq=False)
class SettingsDamaged(Mishap):
    """The settings could not be read and were moved to *kept*."""

    kept: Path


@dataclass(eq=False)
class BackupFailed(Mishap):
    """No copy of the records could be made in *folder*."""

    folder: Path


@dataclass(eq=False)
class BackupDamaged(Mishap):
    """A copy of the records cannot be used to restore them."""

    path: Path


@dataclass(eq=False)
class AlreadyOpen(Mishap):
    """The program is already open with this data *folder*."""

    folder: Path


# --- the machine -----------------------------------------------------------------


@dataclass(eq=False)
class PrinterFailed(Mishap):
    """The printer did not take the pages."""

    printer: str = ""


@dataclass(eq=False)
class ProjectorGone(Mishap):
    """The screen that the class watched went away."""

    screen: str = ""


@dataclass(eq=False)
class ClockWrong(Mishap):
    """The computer's *today* lies before the *last* day it wrote something down."""

    today: datetime
    last: datetime


_FULL = {errno.ENOSPC, errno.EDQUOT}
_FULL_WINDOWS = {39, 112}  # not all of them arrive as ENOSPC


def of_writing(error: OSError, path: Path, needed: int = 0) -> Mishap:
    """Tell which mishap an *error* in writing *path* is."""
    full = getattr(error, "winerror", None) in _FULL_WINDOWS or error.errno in _FULL
    return DiskFull(path, needed) if full else FolderReadOnly(path)
