"""The teacher's own examples: words and a picture of the place for a lesson."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from milkit.ground.errors import PictureBad
from milkit.packs import pictures
from milkit.packs.filling import insert

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from milkit.packs.overlay_file import OverlayFile

    Shrink = Callable[[bytes], bytes]

_LARGEST = 4 << 20  # bytes of a picture, after shrinking


@dataclass(frozen=True, slots=True)
class Example:
    """
    An example for a *slot* (the id of a `local` fence) of a lesson.

    *texts* answers the slot's questions by their ids. *picture* is a png or jpeg
    that tells no place, or nothing; *alt* says it in words. *saved* is the
    local time of the last change.
    """

    lesson: str
    lang: str
    slot: str
    texts: dict[str, str]
    picture: bytes = b""
    alt: str = ""
    saved: str = ""


class OwnExamples:
    """The examples in the overlay; on the disk when a method returns."""

    def __init__(self, file: OverlayFile) -> None:
        self._file = file

    def keep(self, example: Example, shrink: Shrink | None = None) -> Example:
        """
        Keep an example, and give it as it was kept.

        *shrink* makes the picture small; it is handed in, since only the window's
        library reads pictures. What a camera noted in it is taken out here. Raises
        PictureBad when it is no png or jpeg, or still too large.
        """
        if example.picture:
            example = replace(example, picture=self._fit(example, shrink))
        key = (example.lesson, example.lang, example.slot)
        texts = json.dumps(example.texts, ensure_ascii=False)
        with self._file.writing() as db:
            db.execute(_DROP, key)
            values = (*key, texts, example.picture, example.alt, example.saved)
            insert(db, "example", values)
        return example

    def one(self, lesson: str, lang: str, slot: str) -> Example | None:
        """Give the example in a slot, or None."""
        found = self._all(_ONE, lesson, lang, slot)
        return found[0] if found else None

    def of(self, lesson: str) -> list[Example]:
        """Give the examples of a lesson in all languages."""
        return self._all("WHERE lesson = ? ORDER BY lang, slot", lesson)

    def all(self) -> list[Example]:
        """Give all examples."""
        return self._all("ORDER BY lesson, lang, slot")

    def drop(self, lesson: str, lang: str, slot: str) -> None:
        """Take an example away."""
        with self._file.writing() as db:
            db.execute(_DROP, (lesson, lang, slot))

    def _fit(self, example: Example, shrink: Shrink | None) -> bytes:
        small = shrink(example.picture) if shrink else example.picture
        picture = pictures.without_notes(small)
        if not picture or len(picture) > _LARGEST:
            raise PictureBad(self._named(example))
        return picture

    def _named(self, example: Example) -> Path:
        return self._file.path.with_name(example.slot)

    def _all(self, which: str, *values: str) -> list[Example]:
        sql = f"SELECT lesson, lang, slot, texts, picture, alt, saved FROM example {which}"  # noqa: E501, S608 - our own words
        with self._file.reading() as db:
            found = db.execute(sql, values).fetchall()
        return [
            Example(lesson, lang, slot, json.loads(texts), picture, alt, saved)
            for lesson, lang, slot, texts, picture, alt, saved in found
        ]


_ONE = "WHERE lesson = ? AND lang = ? AND slot = ?"
_DROP = f"DELETE FROM example {_ONE}"  # noqa: S608 - our own words
