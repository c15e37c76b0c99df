"""What a copy of the records holds, so that a teacher can choose the right one."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Held:
    """How many classes and lessons a file of records holds."""

    classes: int
    lessons: int


def held(path: Path) -> Held | None:
    """Count what is in a file of records; None when it cannot be read."""
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return None
    with contextlib.closing(db):
        try:
            return Held(
                db.execute("SELECT count(*) FROM class WHERE put_away = 0").fetchone()[
                    0
                ],
                db.execute("SELECT count(*) FROM run WHERE sample = 0").fetchone()[0],
            )
        except sqlite3.Error:
            return None
