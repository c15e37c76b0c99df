"""The door: with no words the window opens, else the command line listens."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

import milkit

if TYPE_CHECKING:
    from pathlib import Path

FILES = (".milpack", ".milr", ".milhub", ".milreceipt")
ROOMS = ("", "screens", "widgets")  # of modules that come after PySide at the start


def start() -> None:
    """Open the window, or run the command that was typed."""
    file = _file()
    if len(sys.argv) > 1 and file is None:
        from milkit.cli import main as command

        command(prog_name="milkit")
    else:
        gc.disable()  # until the window stands: what is made now stays
        # What needs no Qt comes before PySide, which looks into all that follows it.
        import milkit.library.open
        import milkit.records.opening  # noqa: F401

        spare_reading()
        from milkit.app import main as window

        sys.exit(window(file=file))


def _file() -> Path | None:
    """Give the file of the kit that was double-clicked, the only word there is."""
    if len(sys.argv) != 2 or not sys.argv[1].endswith(FILES):  # noqa: PLR2004 - us and it
        return None
    from pathlib import Path

    return Path(sys.argv[1]).absolute()


def spare_reading() -> None:
    """
    Spare PySide the reading of our source at every start.

    It reads each module that comes after it to see whether its switches (snake_case
    and the like) are used there, and keeps the answer in a table that it publishes:
    0 is "Qt as it is". Where a later PySide has no such table, it reads.
    """
    import PySide6  # noqa: F401 - it brings the module with the table

    feature = sys.modules.get("PySide6.support.feature")
    known = getattr(feature, "pyside_feature_dict", {})
    home = os.path.dirname(milkit.__file__)  # noqa: PTH120 - pathlib takes as long as is won
    for room in ROOMS:
        try:
            names = os.listdir(os.path.join(home, room))  # noqa: PTH118, PTH208 - same
        except OSError:  # a frozen program has no source to read
            return
        way = f"milkit.{room}." if room else "milkit."
        known.update((way + name[:-3], 0) for name in names if name.endswith(".py"))


if __name__ == "__main__":
    start()
