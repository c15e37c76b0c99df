"""Where lessons stand: in which pack, under which number, in which languages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from milkit.ground.errors import LessonMissing, Mishap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from milkit.content.lesson import Lesson
    from milkit.packs.overlay import Overlay
    from milkit.packs.pack import Pack
    from milkit.packs.row import Row, StepLine

_FIRST = "en"  # the language that every lesson is written in first


class Place(NamedTuple):
    """Where a lesson stands: its pack and its number there."""

    pack: Pack
    number: int

    @property
    def row(self) -> Row:
        """Its line in a list."""
        return self.pack.rows[self.number]


class InstalledPacks(NamedTuple):
    """
    Packs of publishers: they *renew* those of the program, or are *more*.

    *older* are the files of versions before, by id and version.
    """

    renew: tuple[Pack, ...] = ()
    more: tuple[Pack, ...] = ()
    older: Mapping[tuple[str, str], Path] = {}


class Shelf:
    """
    Packs and the overlay, with each lesson in its place.

    Of two packs with one lesson the earlier in *packs* counts.
    """

    def __init__(
        self,
        packs: Sequence[Pack],
        overlay: Overlay,
        mishaps: Sequence[Mishap] = (),
        passing: Sequence[TemporaryDirectory[str]] = (),
        older: Mapping[tuple[str, str], Path] | None = None,
    ) -> None:
        self.packs = tuple(packs)
        self.overlay = overlay
        self.mishaps = tuple(mishaps)
        self._passing = passing  # folders that go with us
        self._older = older or {}  # by id and version: files of versions before
        self._opened: dict[tuple[str, str], Pack] = {}

    def close(self) -> None:
        """Let all files go."""
        for pack in (*self.packs, *self._opened.values()):
            pack.close()
        self.overlay.close()
        for folder in self._passing:
            folder.cleanup()

    def __enter__(self) -> Self:
        """Use it for the time of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def rows(self, lang: str = "") -> list[Row]:
        """
        Give each lesson once: in *lang*, else in English, else as there is.

        The teacher's version stands in the place of the pack's, and comes first.
        """
        mine = {(row.id, row.lang): row for row in self.own_rows()}
        rows = [row for row in mine.values() if row.id not in self._languages]
        for lesson, languages in self._languages.items():
            chosen = _choose(languages, lang)
            place = self.places[lesson, chosen]
            rows.append(mine.get((lesson, chosen)) or self._row(place))
        return sorted(rows, key=lambda row: not row.mine)

    def row(self, lesson: str, lang: str = "") -> Row:
        """Give the line of one lesson; raise LessonMissing."""
        for row in self.own_rows():
            if row.id == lesson and lang in ("", row.lang):
                return row
        return self._row(self.place(lesson, lang))

    def languages(self, lesson: str) -> tuple[str, ...]:
        """Give the languages a lesson can be had in, () when there is none."""
        found = self._languages.get(lesson, ())
        more = (row.lang for row in self.own_rows() if row.id == lesson)
        return tuple(dict.fromkeys((*found, *more)))

    def steps(self, lesson: str, lang: str = "") -> tuple[StepLine, ...]:
        """Give a lesson's steps without opening it; raise LessonMissing."""
        row = self.row(lesson, lang)
        if row.mine:
            return self.overlay.lessons.steps(row.number)
        place = self.place(lesson, lang)
        return place.pack.steps(place.number)

    def packed(self, lesson: str, lang: str = "") -> Lesson:
        """Open a lesson as its pack has it; raise LessonMissing."""
        place = self.place(lesson, lang)
        return place.pack.lesson(place.number)

    def older(self, pack: str, version: str) -> Pack | None:
        """Open the version of a pack that a run began with; None when it is gone."""
        name = (pack, version)
        if name not in self._opened:
            if name not in self._older:
                return None
            from milkit.packs.pack import open_pack

            try:
                self._opened[name] = open_pack(self._older[name])
            except Mishap:  # no run that is open needed it: it was deleted
                return None
        return self._opened[name]

    def own_rows(self) -> list[Row]:
        """Give the teacher's own lessons as lists show them."""
        rows = self.overlay.rows()
        return [row._replace(mine=True, languages=self._known(row)) for row in rows]

    @cached_property
    def places(self) -> dict[tuple[str, str], Place]:
        """Where each lesson in each language stands."""
        found: dict[tuple[str, str], Place] = {}
        for pack in self.packs:
            for number, row in pack.rows.items():
                found.setdefault((row.id, row.lang), Place(pack, number))
        return found

    def place(self, lesson: str, lang: str = "") -> Place:
        """Say where a lesson stands; without *lang* in English or as there is."""
        languages = self._languages.get(lesson, ())
        if languages and not lang:
            lang = _choose(languages, lang)
        found = self.places.get((lesson, lang))
        if found is None:
            raise LessonMissing(lesson, lang)
        return found

    @cached_property
    def _languages(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for lesson, lang in self.places:
            found.setdefault(lesson, []).append(lang)
        return {lesson: tuple(languages) for lesson, languages in found.items()}

    def _row(self, place: Place) -> Row:
        row = place.row
        languages = self._languages[row.id]
        return row if languages == row.languages else row._replace(languages=languages)

    def _known(self, row: Row) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._languages.get(row.id, ()), row.lang)))

    def _packs_of(self, lesson: str) -> list[Pack]:
        langs = self._languages.get(lesson, ())
        return list(dict.fromkeys(self.places[lesson, lang].pack for lang in langs))


def _choose(languages: tuple[str, ...], lang: str) -> str:
    for wanted in (lang, _FIRST):
        if wanted in languages:
            return wanted
    return languages[0]
