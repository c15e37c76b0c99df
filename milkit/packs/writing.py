"""Write a pack file: the tables filled, indexed and put in place whole."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from typing import TYPE_CHECKING, Self

from milkit.ground.errors import of_writing
from milkit.ground.files import keep, make_folder
from milkit.packs import schema
from milkit.packs.filling import fill, insert
from milkit.records.trouble import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from milkit.packs.about import About
    from milkit.packs.filling import Entry


class Writing:
    """
    A pack being written; leave the `with` block to have it whole, or not at all.

    Raises the mishaps of writing. The same lessons give the same bytes: nothing
    here tells the time. *lessons* and *checks* count those that were added.
    """

    def __init__(self, to: Path, about: About) -> None:
        self._to = to
        self._about = about
        self._part = to.with_name(f"{to.name}.{os.getpid()}.part")
        self._languages: list[str] = []
        self._words: set[str] = set()
        self.lessons = self.checks = 0

    def __enter__(self) -> Self:
        """Open the file beside the one that is to come."""
        make_folder(self._to.parent)
        with _told(self._to):
            self._part.unlink(missing_ok=True)
            self._db = sqlite3.connect(self._part, isolation_level=None)
            for pragma in (
                "journal_mode=OFF",  # the file is new: a failure throws it away
                "synchronous=OFF",
                f"application_id={schema.APPLICATION}",
                f"user_version={schema.FORMAT}",
            ):
                self._db.execute(f"PRAGMA {pragma}")
            self._db.executescript(schema.SCHEMA)
            self._db.execute("BEGIN")
        return self

    def add(self, entry: Entry) -> None:
        """Add a lesson in one language."""
        with _told(self._to):
            fill(self._db, self._number(entry.lesson.lang), entry)
        self._words |= entry.searched.words

    def add_check(self, row: tuple[str, str, str, str, str]) -> None:
        """Add a check in one language: its language, id, title, review and data."""
        with _told(self._to):
            insert(self._db, '"check"', row)
        self.checks += 1

    def picture(self, name: str, content: bytes) -> None:
        """Add a picture by its *name* in the pack, `lesson/picture.png`."""
        with _told(self._to):
            insert(self._db, "sqlar", (name, 0o100644, 0, len(content), content))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the pack in its place; throw it away after a failure."""
        try:
            if kind is None:
                self._finish()
        finally:
            self._db.close()
            with contextlib.suppress(OSError):
                self._part.unlink()

    def _finish(self) -> None:
        with _told(self._to):
            for key, value in _meta(self._about, self._languages).items():
                insert(self._db, "meta", (key, value))
            for word in sorted(self._words):
                insert(self._db, "word", (word,))
            for index in ("found", "found_part"):
                self._db.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608 - our own two names
            self._db.execute("COMMIT")
            self._db.close()
            with self._part.open("rb+") as file:
                os.fsync(file.fileno())
            keep(self._part, self._to)

    def _number(self, lang: str) -> int:
        if lang not in self._languages:
            self._languages.append(lang)
        self.lessons += 1
        return (self._languages.index(lang) + 1) * schema.LANGUAGE_ROOM + self.lessons


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        with told(path):
            yield
    except OSError as e:
        raise of_writing(e, path) from e


def _meta(about: About, languages: list[str]) -> dict[str, str]:
    return {
        "format": str(schema.FORMAT),
        "id": about.id,
        "version": about.version,
        "title": json.dumps(about.title, ensure_ascii=False, sort_keys=True),
        "languages": " ".join(languages),
        "licence": about.licence,
        "credits": about.credits,
    }
