"""All installed packs and the teacher's own lessons, as one library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import PictureMissing
from milkit.library.shelf import Shelf

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.library.finding import Hit
    from milkit.library.own import Conflict
    from milkit.packs.row import Row


class Library(Shelf):
    """
    What can be taught: lists are on the shelf, here it is found, opened and changed.

    *mishaps* are what went wrong on opening, to be told once. Any thread may ask;
    all reads take milliseconds, but `find` with *inside*.
    """

    def find(
        self, text: str, lang: str = "", limit: int = 20, *, inside: bool = True
    ) -> list[Hit]:
        """
        Give what matches, best first: lessons, then activities and handouts.

        Those in *lang* come first. With *inside*, when nothing is found, the letters
        are looked for inside words: that takes up to two seconds in large
        libraries, so ask it away from the window's thread.
        """
        from milkit.library import finding

        return finding.find(self, text, lang, limit, inside=inside)

    def lesson(self, lesson: str, lang: str = "") -> Lesson:
        """
        Open a lesson as it is taught; raise LessonMissing.

        It is the teacher's own where there is one, with her own example in its place.
        """
        from milkit.library import local, own

        mine = own.read(self, lesson, lang)
        return local.taught(self.overlay, mine or self.packed(lesson, lang))

    def lesson_of_run(self, lesson: str, lang: str, pack: str, version: str) -> Lesson:
        """
        Open a lesson as it was when a run of it began; raise LessonMissing.

        A pack that was renewed since is read in the older version while a run needs it.
        """
        from milkit.library import local, own

        here = any((p.about.id, p.about.version) == (pack, version) for p in self.packs)
        older = None if here else self.older(pack, version)
        if older is None or own.read(self, lesson, lang) is not None:
            return self.lesson(lesson, lang)
        for number, row in older.rows.items():
            if (row.id, row.lang) == (lesson, lang):
                return local.taught(self.overlay, older.lesson(number))
        return self.lesson(lesson, lang)

    def picture(self, lesson: str, name: str) -> bytes:
        """Give a picture of a lesson by its name; raise PictureMissing."""
        from milkit.activities.own import place_of
        from milkit.library import own

        if place := place_of(name):
            example = self.overlay.examples.one(lesson, *place)
            if example is None or not example.picture:
                raise PictureMissing(lesson, name)
            return example.picture
        for wanted in (lesson, own.base_of(self, lesson)):
            for pack in (*self._packs_of(wanted), *self._opened.values()):
                found = pack.picture(wanted, name)
                if found is not None:
                    return found
        raise PictureMissing(lesson, name)

    # --- own lessons ---

    def keep(self, lesson: Lesson, saved: str) -> Row:
        """Keep a lesson as the teacher changed it, in the place of the pack's."""
        from milkit.library import own

        return own.keep(self, lesson, saved)

    def duplicate(self, lesson: str, lang: str, saved: str) -> Lesson:
        """Make a lesson of its own out of another, with an id of its own."""
        from milkit.library import own

        return own.duplicate(self, lesson, lang, saved)

    def put_back(self, lesson: str, lang: str) -> None:
        """Take the teacher's version away; the pack's shows again."""
        self.overlay.lessons.drop(lesson, lang)

    def changed(self, lesson: str, lang: str) -> tuple[str, ...]:
        """Give the fields that the teacher changed, like `steps/look/lead`."""
        mine = self.overlay.lessons.one(lesson, lang)
        return mine.changed if mine else ()

    def conflicts(self) -> list[Conflict]:
        """List own lessons whose lesson in the pack was renewed since."""
        from milkit.library import own

        return own.conflicts(self)

    def settle(self, lesson: str, lang: str, saved: str, *, renew: bool) -> list[str]:
        """
        End a conflict, and give the changes that found no place.

        With *renew* the teacher's changes are laid over the new lesson; without, the
        teacher's version stays as it is.
        """
        from milkit.library import own

        return own.settle(self, lesson, lang, saved, renew=renew)
