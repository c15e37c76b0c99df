"""Mend a kit from another stick or any folder that has the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.copying import digest
from milkit.ground.errors import Mishap
from milkit.ground.kit_errors import NoKit
from milkit.kit import listing, place
from milkit.kit.contents import Source
from milkit.kit.write import write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from milkit.kit.listing import Listed, Signed
    from milkit.kit.progress import Progress
    from milkit.kit.write import Written


def repair(
    folder: Path, sources: Sequence[Path], progress: Progress | None = None
) -> Written:
    """
    Mend the kit in *folder* with files of *sources* that have the signed bytes.

    What no source has is told as FileUnreadable and stays as it is. The stick's own
    list stands; when that is damaged or was never finished, the list of the first
    source that is a kit takes its place. Raises NoKit when no list is left, the
    mishap of the stick's list when it alone is there, and what can befall a stick.
    """
    home = place.home(folder)
    homes = [home for each in sources for home in (each, each / place.OWN)]
    signed = _list_for(home, homes)
    had = place.has_kit(home)
    return write(signed, _Elsewhere(signed, homes), home, progress, claimed=had)


class _Elsewhere:
    """Finds the bytes of a file in other kits, or in folders laid out like one."""

    def __init__(self, signed: Signed, homes: Sequence[Path]) -> None:
        self._files, self._homes = signed.listing.files, homes

    def get(self, path: str) -> Source | None:
        """Give a file with the signed bytes; None when nobody has it."""
        listed = self._files[path]
        for home in self._homes:
            if _is(home / path, listed):
                return Source(path, home / path, listed.size)
        return None


def _is(file: Path, listed: Listed) -> bool:
    try:
        return (
            not file.is_symlink()
            and file.stat().st_size == listed.size
            and digest(file) == listed.sha256
        )
    except OSError:
        return False


def _list_for(home: Path, homes: Sequence[Path]) -> Signed:
    first: Mishap | None = None
    for each in (home, *homes):
        try:
            return listing.read(each)
        except Mishap as mishap:
            first = first or mishap
    raise first or NoKit(home)
