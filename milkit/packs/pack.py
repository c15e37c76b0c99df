"""A pack that is open: its lessons, pictures and index."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from milkit.ground.errors import PackDamaged
from milkit.packs import foreign, tables
from milkit.packs.about import About
from milkit.packs.schema import LANGUAGE_ROOM, PART_ROOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from milkit.content.instrument import Instrument
    from milkit.content.lesson import Lesson
    from milkit.packs.checks import CheckLine
    from milkit.packs.query import Dictionary, Query
    from milkit.packs.row import Row, StepLine
    from milkit.packs.search import Found

_PATIENCE = 10.0  # seconds for a plain read from a slow old disk
_SEARCH_PATIENCE = 2.0


def open_pack(path: Path, damaged: Callable[[], None] | None = None) -> Pack:
    """
    Open a pack in place, or raise PackForeign, PackDamaged, PackNewer.

    *damaged* is called when a later read finds damage, before PackDamaged is raised.
    """
    pack = Pack(path, damaged)
    try:
        pack.about  # noqa: B018 - the first read tells whether it reads at all
    except BaseException:
        pack.close()
        raise
    return pack


class Pack:
    """
    A pack file, read in place and never changed; any thread may ask it.

    Every read that fails raises PackDamaged with its path, or FileUnreadable when
    the file went away.
    """

    def __init__(self, path: Path, damaged: Callable[[], None] | None = None) -> None:
        self.path = path
        self._damaged = damaged
        self._closed = False
        self._free = deque([foreign.connect(path)])

    def close(self) -> None:
        """Let the file go; a read under way in another thread ends first."""
        self._closed = True
        while self._free:
            self._free.pop().close()

    def __enter__(self) -> Self:
        """Use it for the time of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    @cached_property
    def about(self) -> About:
        """What the pack says of itself."""
        with self._reading() as db:
            table = dict(db.execute("SELECT key, value FROM meta LIMIT 50"))
        try:
            return _about(table)
        except (LookupError, ValueError, TypeError, RecursionError) as e:
            raise self._damage() from e

    @cached_property
    def rows(self) -> dict[int, Row]:
        """All lessons in all languages, by number."""
        with self._reading() as db:
            return tables.rows(db, self.about.id, self.about.version)

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        """The first and last number of each language."""
        spans: dict[str, tuple[int, int]] = {}
        for number, row in self.rows.items():
            first = number // LANGUAGE_ROOM * LANGUAGE_ROOM
            spans.setdefault(row.lang, (first, first + LANGUAGE_ROOM - 1))
        return spans

    @cached_property
    def dictionary(self) -> Dictionary:
        """The words that cut what a user types."""
        from milkit.packs.query import Dictionary

        return Dictionary(self._words)

    def data(self, number: int) -> str:
        """Give a lesson as it was written into the pack."""
        with self._reading() as db:
            return tables.whole(db, number)

    def html(self, number: int) -> str:
        """Give a lesson as a page."""
        with self._reading() as db:
            return tables.whole(db, number, "html")

    def lesson(self, number: int) -> Lesson:
        """Open a lesson by its number in the pack."""
        from milkit.content.plain import from_json

        try:
            return from_json(self.data(number))
        except (
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
            RecursionError,
        ) as e:
            raise self._damage() from e

    def steps(self, number: int) -> tuple[StepLine, ...]:
        """Give the steps of a lesson without opening it."""
        with self._reading() as db:
            return tables.steps(db, number)

    def picture(self, lesson: str, name: str) -> bytes | None:
        """Give a picture of a lesson: a png, jpeg or webp by its bytes; or None."""
        with self._reading() as db:
            row = db.execute(
                "SELECT data FROM sqlar WHERE name = ?", (f"{lesson}/{name}.png",)
            ).fetchone()
        from milkit.packs import pictures

        if row is None:
            return None
        if not isinstance(row[0], bytes) or not pictures.kind_of(row[0]):
            raise self._damage()
        return row[0]

    @cached_property
    def checks(self) -> tuple[CheckLine, ...]:
        """The checks it holds, in all languages."""
        from milkit.packs import checks

        with self._reading() as db:
            return tuple(checks.lines(db))

    def check_in(self, check: str, lang: str) -> Instrument | None:
        """Open a check in a language; None when it is not there."""
        from milkit.packs import checks

        try:
            with self._reading() as db:
                return checks.read(db, check, lang)
        except (ValueError, TypeError, LookupError, AttributeError) as e:
            raise self._damage() from e

    def query(self, text: str) -> Query:
        """Make a question to this pack of what a user typed."""
        from milkit.packs.query import query

        return query(text, self.dictionary)

    def find(self, asked: Query, span: tuple[int, int], limit: int) -> list[Found]:
        """Give the best lessons in a span of lesson numbers."""
        from milkit.packs import search

        return self._search(search.lessons, asked, span, limit)

    def find_parts(
        self, asked: Query, span: tuple[int, int], limit: int
    ) -> list[Found]:
        """Give activities and handouts in a span of lesson numbers."""
        from milkit.packs import search

        parts = (span[0] * PART_ROOM, span[1] * PART_ROOM + PART_ROOM - 1)
        return self._search(search.parts, asked, parts, limit)

    def find_inside(
        self, asked: Query, span: tuple[int, int], limit: int
    ) -> list[Found]:
        """Look inside words; takes milliseconds for each hundred lessons."""
        from milkit.packs import search

        return self._search(search.inside, asked, span, limit)

    def check(self) -> None:
        """
        Read everything once, at install; raise PackDamaged or PackForeign.

        The file must lie on this computer's disk: a stick that is pulled out while its
        file is mapped would end the program.
        """
        from concurrent.futures import ThreadPoolExecutor

        from milkit.packs.checking import CHECKS

        with ThreadPoolExecutor(len(CHECKS)) as pool:
            for done in [pool.submit(self._run, check) for check in CHECKS]:
                done.result()

    def _run(self, check: Callable[[sqlite3.Connection, Path], None]) -> None:
        from milkit.packs.checking import MAPPED

        with self._reading(60.0) as db:
            db.execute(f"PRAGMA mmap_size={MAPPED}")
            check(db, self.path)
            db.execute("PRAGMA mmap_size=0")

    def _damage(self) -> PackDamaged:
        if self._damaged is not None:
            self._damaged()
        return PackDamaged(self.path)

    def _words(self) -> list[str]:
        with self._reading() as db:
            return tables.words(db)

    def _search(self, ask: Any, *how: Any) -> list[Found]:
        """Gather hits; what a slow disk has not given in time is left out."""
        hits: list[Found] = []
        with self._reading(_SEARCH_PATIENCE) as db:
            try:
                hits.extend(ask(db, *how))
            except sqlite3.OperationalError as e:
                if not foreign.timed_out(e):
                    raise
        return hits

    @contextlib.contextmanager
    def _reading(self, seconds: float = _PATIENCE) -> Iterator[sqlite3.Connection]:
        """Lend a connection to this thread alone."""
        try:
            db = self._free.pop()
        except IndexError:  # all are in use by other threads
            db = foreign.connect(self.path)
        try:
            foreign.limit(db, seconds)
            yield db
        except sqlite3.DatabaseError as e:
            mishap = foreign.mishap_of(e, self.path)
            raise (self._damage() if isinstance(mishap, PackDamaged) else mishap) from e
        except (tables.OddTypes, UnicodeDecodeError) as e:
            raise self._damage() from e
        finally:
            self._free.append(db)
            if self._closed:
                self.close()


def _about(table: dict[Any, Any]) -> About:
    if not all(isinstance(value, str) for value in table.values()):
        raise TypeError
    title = json.loads(table["title"])
    if not isinstance(title, dict):
        raise TypeError
    about = About(
        table["id"], table["version"], title, table["licence"], table["credits"]
    )
    about.order  # noqa: B018 - raises ValueError when it is not numbers with dots
    return about
