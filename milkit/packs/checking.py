"""
Read a whole pack once, when it is installed: pages, types, names, pictures.

The checks raise PackDamaged for bad pages or types, PackForeign for what may not be in.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from typing import TYPE_CHECKING

from milkit.ground.errors import PackDamaged, PackForeign
from milkit.packs import pictures
from milkit.packs.picture_sides import MOST_AREA, MOST_PX, sides_of

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_PLAIN_FILE = 0o100644
_TABLES = (
    "meta",
    "lesson",
    "step",
    "part",
    "word",
    '"check"',
    "found",
    "found_part",
)


def _check_pages(db: sqlite3.Connection, path: Path) -> None:
    """Read every page, also for the types of its columns."""
    if db.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise PackDamaged(path)


def _check_texts(db: sqlite3.Connection, path: Path) -> None:
    """Read every text: what is no UTF-8 is refused by the reading itself."""
    for table in _TABLES:
        deque(db.execute(f"SELECT * FROM {table}"), maxlen=0)  # noqa: S608 - our own names
    odd = db.execute(
        'SELECT count(*) FROM "check" WHERE NOT json_valid(data)'
    ).fetchone()
    if odd != (0,):
        raise PackDamaged(path)


def _check_lessons(db: sqlite3.Connection, path: Path) -> None:
    """
    Hold that every lesson has its text.

    Whether the text is a lesson is found when it is opened, as for any damage of later:
    to read them all would take half the time of an installation.
    """
    alone = db.execute(
        "SELECT count(*) FROM lesson LEFT JOIN whole ON whole.lesson = lesson.number "
        "WHERE typeof(whole.data) <> 'text' OR typeof(whole.html) <> 'text'"
    ).fetchone()
    if alone != (0,):
        raise PackDamaged(path)


def _check_pictures(db: sqlite3.Connection, path: Path) -> None:
    seen: set[str] = set()
    found = db.execute(
        "SELECT name, mode, typeof(data), sz, length(data), "
        "CASE WHEN length(data) > :most THEN x'' WHEN substr(data, 1, 2) = x'ffd8' "
        "THEN data ELSE substr(data, 1, 32) END FROM sqlar",
        {"most": pictures.LARGEST},
    )
    for name, mode, kind, size, length, head in found:
        folded = unicodedata.normalize("NFKC", str(name)).casefold()
        if not pictures.plain_name(name) or folded in seen or mode != _PLAIN_FILE:
            raise PackForeign(path, f"the file name {name!r}"[:200])
        if kind != "blob" or size != length or length > pictures.LARGEST:
            raise PackForeign(path, f"the size of {name}")
        wide, high = sides_of(head)
        if not 0 < max(wide, high) <= MOST_PX or wide * high > MOST_AREA:
            raise PackForeign(path, f"{name} is no picture, or too wide or high")
        seen.add(folded)


# Each reads another part, on a connection of its own: so they run side by side.
CHECKS = (_check_lessons, _check_texts, _check_pages, _check_pictures)
MAPPED = 1 << 30  # bytes of a pack that are read without copying, four times as fast
