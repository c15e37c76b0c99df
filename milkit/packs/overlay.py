"""The overlay: what a teacher made of lessons, kept beside the packs, never in them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from milkit.packs import tables
from milkit.packs.overlay_file import open_file

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.ground.errors import Mishap
    from milkit.packs.overlay_file import OverlayFile
    from milkit.packs.own_examples import OwnExamples
    from milkit.packs.own_lessons import OwnLessons
    from milkit.packs.row import Row


def open_overlay(folder: Path) -> tuple[Overlay, Mishap | None]:
    """
    Open the overlay of a data *folder*, and tell what went wrong on the way.

    A damaged file is moved aside and what can be read of it is taken over
    (OverlayDamaged). Where nothing can be written, what is there is read, and
    changes raise FolderReadOnly. Raises DatabaseNewer and changes nothing when a
    later version wrote it.
    """
    file, mishap = open_file(folder)
    return Overlay(file), mishap


class Overlay:
    """Own *lessons* and own *examples* in one file; any thread may ask."""

    def __init__(self, file: OverlayFile) -> None:
        self._file = file

    def rows(self) -> list[Row]:
        """Give the own lessons as lists show them."""
        with self._file.reading() as db:
            return list(tables.rows(db, "", "").values())

    @cached_property
    def lessons(self) -> OwnLessons:
        """The teacher's own lessons."""
        from milkit.packs.own_lessons import OwnLessons

        return OwnLessons(self._file)

    @cached_property
    def examples(self) -> OwnExamples:
        """The teacher's own examples."""
        from milkit.packs.own_examples import OwnExamples

        return OwnExamples(self._file)

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._file.path

    @property
    def writable(self) -> bool:
        """Whether changes can be kept."""
        return self._file.writable

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def __enter__(self) -> Self:
        """Use it for the time of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()
