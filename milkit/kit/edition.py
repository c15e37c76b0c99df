"""The edition for any browser and any printer: what stands in static/ on a stick."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from milkit.ground.words import spoken, words
from milkit.kit.one_page import Beside, Pictures, one_page
from milkit.kit.quick_start import quick_start
from milkit.kit.start_here import Doors, start_here

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from milkit.activities.paper import Sheet
    from milkit.content.lesson import Lesson
    from milkit.packs.pack import Pack

START, FOLDER, PRINT = "START-HERE.html", "static", "static/print"


class Press(Protocol):
    """What needs Qt, handed in: PDFs as bytes, and pictures with fewer bytes."""

    def lesson(self, lesson: Lesson, read: Callable[[str, str], bytes]) -> bytes:
        """Print all of a lesson; *read* gives a picture by lesson and name."""

    def sheet(self, sheet: Sheet, lang: str) -> bytes:
        """Print a sheet that has no pictures."""

    def slim(self, content: bytes) -> bytes:
        """Give a picture as PNG or JPEG, small."""


class File(NamedTuple):
    """One file: its *path* from the root of the stick, with slashes; and its bytes."""

    path: str
    content: bytes


class Lessons:
    """The lessons of some packs, as their publishers wrote them, without own ones."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._packs = packs
        self._places = {
            (row.lang, row.id): (pack, number)
            for pack in reversed(packs)  # of two packs with one lesson the first counts
            for number, row in pack.rows.items()
        }

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are lessons in."""
        return tuple(sorted({lang for lang, _ in self._places}))

    def names(self, lang: str) -> list[str]:
        """Give the ids of the lessons in *lang*, in order."""
        return sorted(lesson for code, lesson in self._places if code == lang)

    def all(self, lang: str) -> list[Lesson]:
        """Open the lessons in *lang*, in the order of their ids."""
        places = (self._places[lang, name] for name in self.names(lang))
        return [pack.lesson(number) for pack, number in places]

    def picture(self, lesson: str, name: str) -> bytes:
        """Give a picture; raise PictureMissing."""
        from milkit.ground.errors import PictureMissing

        found = (pack.picture(lesson, name) for pack in self._packs)
        content = next((each for each in found if each is not None), None)
        if content is None:
            raise PictureMissing(lesson, name)
        return content


class Edition(NamedTuple):
    """
    What is to be written: *lessons* in *langs*, printed by *press*.

    *programs* are the systems (windows, macos, linux) whose programs lie beside it:
    START-HERE.html tells of no other. Languages without lessons have their part of
    START-HERE.html and a quick start if the kit speaks them.
    """

    lessons: Lessons
    langs: Sequence[str]
    press: Press
    programs: Collection[str] = ()

    @property
    def total(self) -> int:
        """How many files there will be."""
        prints = sum(len(self.lessons.names(lang)) for lang in self._pages)
        return 1 + len(self._spoken) + len(self._pages) + prints

    def files(self) -> Iterator[File]:
        """
        Make the files one after another: START-HERE.html, pages, PDFs.

        Made twice they are the same, but for the date inside a PDF. A PDF takes about
        a second. Raises what reading a pack may raise.
        """
        yield self._start()
        for lang in self._spoken:
            content = self.press.sheet(quick_start(words(lang)), lang)
            yield File(f"{PRINT}/{_quick(lang)}", content)
        for lang in self._pages:
            lessons = self.lessons.all(lang)
            yield self._page(lang, lessons)
            for lesson in lessons:
                content = self.press.lesson(lesson, self.lessons.picture)
                yield File(f"{PRINT}/{_print(lesson.id, lang)}", content)

    @property
    def _pages(self) -> list[str]:
        have = self.lessons.languages
        return [lang for lang in self.langs if lang in have]

    @property
    def _spoken(self) -> list[str]:
        have = {each.code for each in spoken()}
        return [lang for lang in self.langs if lang in have] or ["en"]

    def _start(self) -> File:
        pages = {lang: f"{FOLDER}/{_page(lang)}" for lang in self._pages}
        starts = {lang: f"{PRINT}/{_quick(lang)}" for lang in self._spoken}
        doors = Doors(self.programs, pages, starts, bool(pages))
        return File(START, start_here(self._spoken, doors).encode())

    def _page(self, lang: str, lessons: list[Lesson]) -> File:
        mine = {each.id for each in lessons}
        beside = Beside(
            {code: _page(code) for code in self._pages},
            {name: f"print/{_print(name, lang)}" for name in mine},
            {code: len({*self.lessons.names(code)} - mine) for code in self._pages},
        )
        pictures = Pictures(self.lessons.picture, self.press.slim)
        html = one_page(lessons, pictures, words(lang), beside)
        return File(f"{FOLDER}/{_page(lang)}", html.encode())


def _page(lang: str) -> str:
    return f"MIL-Kit-{lang}.html"  # named so that it can be found on a phone


def _quick(lang: str) -> str:
    return f"quick-start-{lang}.pdf"


def _print(lesson: str, lang: str) -> str:
    return f"{lesson}-{lang}.pdf"
