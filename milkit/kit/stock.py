"""What there is to put into a kit: lessons by topic and language, and their weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from milkit.library.library import Library
    from milkit.packs.row import Row

    Step = object
FIRST = "en"  # every lesson is written in it first
_RENDERED = 3  # a lesson's words stand in a pack as data, as a page, in the index
_PRINT = 700_000  # bytes of a lesson's PDF, about


class Lot(NamedTuple):
    """
    A lesson in one language; *pack* is the id of its pack, "" when it is own.

    *handed_on* says that the pack is of another publisher, and goes along whole.
    """

    lesson: str
    lang: str
    title: str
    topic: str
    pack: str
    words: int = 0
    handed_on: bool = False


class Stock(NamedTuple):
    """All lots, the bytes of each lesson's pictures, and whether some are own."""

    lots: tuple[Lot, ...]
    pictures: dict[str, int]
    own: bool

    @property
    def lessons(self) -> tuple[str, ...]:
        """All lessons, each once."""
        return tuple(dict.fromkeys(lot.lesson for lot in self.lots))

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages, each once, as the kit orders them."""
        from milkit.ground.languages import LANGUAGES

        have = {lot.lang for lot in self.lots}
        return tuple(each.code for each in LANGUAGES if each.code in have)

    def of_topic(self, topic: str) -> list[str]:
        """Give the lessons of a topic."""
        found = (lot.lesson for lot in self.lots if lot.topic == topic)
        return list(dict.fromkeys(found))

    def chosen(self, lessons: Collection[str], langs: Collection[str]) -> list[Lot]:
        """
        Give the lots for some lessons in some languages.

        A lesson that lacks one of the languages goes along in English too.
        """
        have = {(lot.lesson, lot.lang) for lot in self.lots}
        return [
            lot
            for lot in self.lots
            if lot.lesson in lessons
            and (
                lot.lang in langs
                or (lot.lang == FIRST and self._lacks(lot, langs, have))
            )
        ]

    def missing(self, lessons: Collection[str], langs: Iterable[str]) -> dict[str, int]:
        """Count, for each language, the lessons that it does not have."""
        have = {(lot.lesson, lot.lang) for lot in self.lots}
        counts = {
            lang: sum((lesson, lang) not in have for lesson in lessons)
            for lang in langs
        }
        return {lang: count for lang, count in counts.items() if count}

    def size(self, lessons: Collection[str], langs: Collection[str]) -> int:
        """Weigh what is chosen, about: packs, pages for browsers and PDFs."""
        lots = self.chosen(lessons, langs)
        words = sum(lot.words for lot in lots) * (_RENDERED + 1)
        pictures = sum(self.pictures.get(each, 0) for each in {x.lesson for x in lots})
        pages = sum(self.pictures.get(lot.lesson, 0) for lot in lots) // 2
        return words + pictures + pages + _PRINT * len(lots)

    @staticmethod
    def _lacks(lot: Lot, langs: Collection[str], have: set[tuple[str, str]]) -> bool:
        return any((lot.lesson, lang) not in have for lang in langs)


def stock(library: Library, data: Path) -> Stock:
    """Look through the library; takes milliseconds a lesson."""
    handed_on = data / "packs"
    lots: list[Lot] = []
    pictures: dict[str, int] = {}
    for (lesson, lang), place in library.places.items():
        row, pack = place.row, place.pack
        words = len(pack.data(place.number).encode())
        foreign = pack.path.is_relative_to(handed_on)
        lots.append(Lot(lesson, lang, row.title, row.topic, row.pack, words, foreign))
        if lesson not in pictures:
            names = pack.lesson(place.number).pictures
            found = (pack.picture(lesson, name) or b"" for name in names)
            pictures[lesson] = sum(map(len, found))
    mine = library.own_rows()
    lots += [_own(row) for row in mine if (row.id, row.lang) not in library.places]
    return Stock(tuple(lots), pictures, bool(mine) or _has_examples(library))


def _own(row: Row) -> Lot:
    return Lot(row.id, row.lang, row.title, row.topic, "", 30_000)


def _has_examples(library: Library) -> bool:
    return any(library.overlay.examples.of(lesson) for lesson, _ in library.places)
