"""Hold all packs of an offer to their list, byte for byte; nothing is kept."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from milkit.packs.copying import copy

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.packs.believing import Signed

    Step = Callable[[int, int], None]


def look_through(signed: Signed, step: Step | None = None) -> list[str]:
    """Give the ids of the packs that came along and are whole; raise what is wrong."""
    offer, whole = signed.offer, []
    with tempfile.TemporaryDirectory(prefix="milkit-") as passing:
        for pack in signed.listed.packs.values():
            file = offer.open(pack.now.file)
            if file is None:
                continue
            named = offer.path / pack.now.file if offer.path.is_dir() else offer.path
            with file:
                copy(file, pack, Path(passing) / pack.now.file, named, step).unlink()
            whole.append(pack.id)
    return whole
