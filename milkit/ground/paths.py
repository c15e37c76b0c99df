"""Where things are: what came with the program, and the user's data folder."""

from __future__ import annotations

import sys
from pathlib import Path

NAME = "milkit"


def resources() -> Path:
    """Give the folder of icons, fonts, catalogues and plan forms."""
    return _home() / "resources"


def bundled_lessons() -> Path:
    """Give the folder of the lessons that came with the program."""
    return _home() / "lessons"


def data_folder(wanted: Path | None = None) -> Path:
    """
    Give the folder for the user's data: *wanted*, else the system's place for it.

    Nothing is made. The window knows the same place from Qt and hands it in: the
    library that finds it here is slow to load.
    """
    if wanted is not None:
        return wanted.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def _home() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)  # set by the freezer's starter
    if frozen:
        return Path(frozen)
    home = Path(__file__).parents[2]
    # The portable Windows program keeps our code in one file, its things beside it.
    return home.parent if home.suffix == ".zip" else home
