"""The mishaps of kits on sticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap

if TYPE_CHECKING:
    from pathlib import Path


class _OfFile(Mishap):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class _OfFolder(Mishap):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class NameTaken(_OfFile):
    """Something else stands at *path*, where a file of the kit belongs."""


class SourceChanged(_OfFile):
    """The file for *path* was changed while a stick was written."""


class NoKit(_OfFolder):
    """There is no kit in *folder*."""


class KitUnfinished(_OfFolder):
    """The writing of the kit in *folder* did not come to its end."""


class KitForeign(Mishap):
    """The list *path* is not a kit's: *why*, for the log."""

    def __init__(self, path: Path, why: str = "") -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class KitChanged(_OfFile):
    """The signature does not fit the list *path* of a kit, or is missing."""


class NothingToWrite(Mishap):
    """No lessons, packs or languages are left for a kit."""


class NameRefused(_OfFile):
    """FAT or Windows refuses the name of *path*, or the file is over 2 GiB."""
