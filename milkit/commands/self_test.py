"""Load and use every library once: a frozen program may have lost one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.commands.looked import WELL, WRONG, Check

if TYPE_CHECKING:
    from collections.abc import Callable

_RED = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'


def self_test() -> list[Check]:
    """Use each library; what cannot be loaded or answers oddly is wrong."""
    return [_tried(name, use) for name, use in _USES.items()]


def _tried(name: str, use: Callable[[], str]) -> Check:
    try:
        return Check(name, WELL, use())
    except (ImportError, OSError, AttributeError, RuntimeError, ValueError) as e:
        return Check(name, WRONG, repr(e), "Freeze the program again.")


def _sqlite() -> str:
    import sqlite3

    from milkit.packs.schema import SCHEMA

    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    db.close()
    return sqlite3.sqlite_version


def _sqlite_utils() -> str:
    import sqlite_utils
    from sqlite_utils import Migrations

    Migrations("self-test").apply(sqlite_utils.Database(memory=True))
    return "Migrations"


def _markdown() -> str:
    from milkit.content.render import reader

    made = str(reader().convert("**word**"))
    if made != "<p><strong>word</strong></p>":
        raise ValueError(made)
    return made


def _click() -> str:
    import click

    return click.format_filename("milkit")


def _platformdirs() -> str:
    from milkit.ground.paths import data_folder

    return str(data_folder())


def _qt() -> str:
    from PySide6 import QtCore, QtNetwork, QtPrintSupport, QtWidgets

    from milkit.widgets.drawing import draw_svg

    if not draw_svg(_RED, None, 8).startswith(b"\x89PNG"):
        raise ValueError("no picture was drawn")
    parts = (QtNetwork.QLocalServer, QtPrintSupport.QPrinter, QtWidgets.QApplication)
    return f"{QtCore.qVersion()}, {len(parts)} parts"


def _icu() -> str:
    from milkit.content.breaks import word_ends

    ends = word_ends("ข่าวปลอม", "th")
    if ends != [4, 8]:
        raise ValueError(ends)
    return "Thai is cut"


_USES: dict[str, Callable[[], str]] = {
    "sqlite3": _sqlite,
    "sqlite-utils": _sqlite_utils,
    "markdown": _markdown,
    "click": _click,
    "platformdirs": _platformdirs,
    "PySide6": _qt,
    "ICU": _icu,
}
