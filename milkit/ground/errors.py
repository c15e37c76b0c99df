"""One class for each mishap; mishap_words.py tells each of them to the teacher."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


# Plain classes: thirty dataclasses would take as long to load as a window to paint.
class Mishap(Exception):
    """Something that went wrong and that a person can be told about."""

    def __repr__(self) -> str:
        """Show the class and its fields, for logs."""
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"

    __str__ = __repr__


class _OfFile(Mishap):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class _OfFolder(Mishap):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class Cancelled(Mishap):
    """The user stopped the work, or left the screen that had asked for it."""


class Unforeseen(Mishap):
    """Nobody thought of this; *what* is for the report, not for the teacher."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


# --- files and folders -----------------------------------------------------------


class DiskFull(Mishap):
    """There is no room for *path*; *needed* is in bytes, 0 when not known."""

    def __init__(self, path: Path, needed: int = 0) -> None:
        super().__init__(path, needed)
        self.path = path
        self.needed = needed


class FolderReadOnly(_OfFile):
    """The system does not let us write *path*."""


class FileUnreadable(_OfFile):
    """*path* is missing, or the disk or the system does not give it."""


class FileUnknown(_OfFile):
    """*path* is not a kind of file that the kit opens."""


class AnswersUnclear(Mishap):
    """
    A table of answers cannot be read at *line*; *why* is one word for the sentence.

    columns, code, phase, answer, twice, long, mixed, items, truth or table; *cell* is
    what stands there.
    """

    def __init__(self, path: Path, line: int, why: str, cell: str = "") -> None:
        super().__init__(path, line, why, cell)
        self.path = path
        self.line = line
        self.why = why
        self.cell = cell


class StickGone(_OfFile):
    """The stick with *path* was pulled out, or stopped answering."""


class StickUnsafe(_OfFile):
    """What was read back from *path* is not what was written."""


# --- lessons and packs -----------------------------------------------------------


class LessonBroken(Mishap):
    """A lesson file has problems, each with its line, what it is and how to mend it."""

    def __init__(
        self, path: Path, problems: tuple[tuple[int, str, str], ...] = ()
    ) -> None:
        super().__init__(path, problems)
        self.path = path
        self.problems = problems


class LessonMissing(Mishap):
    """No pack has the lesson, or not in this language."""

    def __init__(self, lesson: str, lang: str = "") -> None:
        super().__init__(lesson, lang)
        self.lesson = lesson
        self.lang = lang


class CheckMissing(Mishap):
    """No pack has the check."""

    def __init__(self, check: str) -> None:
        super().__init__(check)
        self.check = check


class NoLessons(_OfFolder):
    """The folder of the lessons that come with the program is not there or empty."""


class PackDamaged(_OfFile):
    """A pack does not read as it was written."""


class PackForeign(Mishap):
    """A file is not a pack, or holds what a pack may not hold: *why*, for the log."""

    def __init__(self, path: Path, why: str = "") -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class PackNewer(_OfFile):
    """A pack is made for a later version of the program."""


class PictureMissing(Mishap):
    """A lesson names a picture that is not there."""

    def __init__(self, lesson: str, name: str) -> None:
        super().__init__(lesson, name)
        self.lesson = lesson
        self.name = name


class PictureBad(_OfFile):
    """A file is not a picture that the kit shows, or it is too large."""


class FontMissing(Mishap):
    """The letters of a language did not come with the program."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self.lang = lang


# --- the teacher's data ----------------------------------------------------------


class DatabaseDamaged(Mishap):
    """Records were damaged: *kept* holds them, *restored* is the copy now in use."""

    def __init__(
        self, path: Path, kept: Path | None = None, restored: Path | None = None
    ) -> None:
        super().__init__(path, kept, restored)
        self.path = path
        self.kept = kept
        self.restored = restored


class DatabaseNewer(_OfFile):
    """Data was written by a later version of the program; nothing was changed."""


class DatabaseBusy(_OfFile):
    """Another program holds the records, and did not let go in time."""


class OverlayDamaged(Mishap):
    """The teacher's own lessons and examples were damaged: *kept* holds them."""

    def __init__(self, path: Path, kept: Path | None = None) -> None:
        super().__init__(path, kept)
        self.path = path
        self.kept = kept


class SettingsDamaged(Mishap):
    """The settings could not be read and were moved to *kept*."""

    def __init__(self, kept: Path) -> None:
        super().__init__(kept)
        self.kept = kept


class BackupFailed(_OfFolder):
    """No copy of the records could be made in *folder*."""


class BackupDamaged(_OfFile):
    """A copy of the records cannot be used to restore them."""


class AlreadyOpen(_OfFolder):
    """The program is already open with this data *folder*."""


# --- results files and hubs --------------------------------------------------------


class ResultsForeign(_OfFile):
    """*path* is no results file."""


class ResultsNotOurs(_OfFile):
    """A results file is sealed for another hub: no key here opens it."""


class ResultsDamaged(_OfFile):
    """A results file was cut or changed on its way."""


class ResultsUnsigned(_OfFile):
    """The signature in a results file does not hold."""


class ResultsTooLarge(_OfFile):
    """A results file holds more than one may."""


class ResultsNewer(_OfFile):
    """A results file was made by a later version of the program."""


class EnrolmentBroken(_OfFile):
    """*path* is not a hub's file, or it does not read as it was made."""


class EnrolmentUnsigned(_OfFile):
    """A hub's file was changed after the hub had signed it."""


class EnrolmentNewer(_OfFile):
    """A hub's file was made by a later version of the program."""


class ReceiptBroken(_OfFile):
    """*path* is no receipt of the hub that this computer shares with."""


class NoHub(_OfFolder):
    """The teacher has agreed to no hub: nothing is sealed, nothing is sent."""


class DropRefused(Mishap):
    """The drop box did not accept the credential (401 or 403)."""

    def __init__(self, hub: str) -> None:
        super().__init__(hub)
        self.hub = hub


class DropUnreachable(Mishap):
    """The drop box could not be reached; *why* is for the log."""

    def __init__(self, hub: str, why: str = "") -> None:
        super().__init__(hub, why)
        self.hub = hub
        self.why = why


# --- the machine -----------------------------------------------------------------


class PrinterFailed(Mishap):
    """The printer did not take the pages."""

    def __init__(self, printer: str = "") -> None:
        super().__init__(printer)
        self.printer = printer


class ProjectorGone(Mishap):
    """The screen that the class watched went away."""

    def __init__(self, screen: str = "") -> None:
        super().__init__(screen)
        self.screen = screen


class ClockWrong(Mishap):
    """The computer's *today* lies before the *last* day it wrote something down."""

    def __init__(self, today: datetime, last: datetime) -> None:
        super().__init__(today, last)
        self.today = today
        self.last = last


_FULL = {errno.ENOSPC, errno.EDQUOT}
_FULL_WINDOWS = {39, 112}  # not all of them arrive as ENOSPC


def of_writing(error: OSError, path: Path, needed: int = 0) -> Mishap:
    """Tell which mishap an *error* in writing *path* is."""
    full = getattr(error, "winerror", None) in _FULL_WINDOWS or error.errno in _FULL
    return DiskFull(path, needed) if full else FolderReadOnly(path)
