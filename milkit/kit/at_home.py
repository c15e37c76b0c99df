"""Where this computer may have the bytes of a kit, to mend a stick with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.kit import programs
from milkit.kit.make import EDITION, FOLDER

if TYPE_CHECKING:
    from pathlib import Path


def folders(data: Path) -> list[Path]:
    """Give the folders laid out like a kit: installed, made here, beside us."""
    stage = data / FOLDER
    places = [data, stage, stage / EDITION, programs.beside()]
    return [each for each in places if each is not None]
