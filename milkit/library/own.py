"""The teacher's versions of lessons: kept, put back, and met with renewed lessons."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from milkit.ground.errors import LessonMissing
from milkit.library import local
from milkit.packs.changes import changes, lay_over
from milkit.packs.own_lessons import Base
from milkit.packs.query import ZWSP

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.library.shelf import Shelf
    from milkit.packs.changes import Json
    from milkit.packs.own_lessons import Own
    from milkit.packs.row import Row


@dataclass(frozen=True, slots=True)
class Conflict:
    """
    An own lesson whose lesson in the pack was renewed since it was made.

    *mine* are the fields the teacher changed, *theirs* those that the pack changed,
    *both* those in both lists. *gone*: the pack has the lesson no more.
    """

    row: Row
    was: str
    now: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    both: tuple[str, ...]
    gone: bool = False


def read(shelf: Shelf, lesson: str, lang: str) -> Lesson | None:
    """Open the teacher's version of a lesson, if there is one."""
    from milkit.content.plain import from_json

    row = next(
        (r for r in shelf.own_rows() if r.id == lesson and lang in ("", r.lang)), None
    )
    mine = shelf.overlay.lessons.one(lesson, row.lang) if row else None
    return from_json(mine.data) if mine else None


def base_of(shelf: Shelf, lesson: str) -> str:
    """Give the id of the lesson that an own lesson was made from, or its own."""
    for row in shelf.own_rows():
        if row.id == lesson:
            mine = shelf.overlay.lessons.one(lesson, row.lang)
            return mine.base.id if mine else lesson
    return lesson


def keep(shelf: Shelf, lesson: Lesson, saved: str) -> Row:
    """Keep a lesson; what it was made from stays known."""
    mine = shelf.overlay.lessons.one(lesson.id, lesson.lang)
    base = mine.base if mine else _base(shelf, lesson.id, lesson.lang)
    _keep(shelf, lesson, base, saved)
    return shelf.row(lesson.id, lesson.lang)


def duplicate(shelf: Shelf, lesson: str, lang: str, saved: str) -> Lesson:
    """Copy a lesson under a free id."""
    whole = read(shelf, lesson, lang) or shelf.packed(lesson, lang)
    taken = {row.id for row in (*shelf.own_rows(), *shelf.rows())}
    number = 2
    while f"{lesson}-{number}" in taken:
        number += 1
    base = _base(shelf, base_of(shelf, lesson), whole.lang)
    copy = replace(whole, id=f"{lesson}-{number}")
    _keep(shelf, copy, base, saved)
    local.copied(shelf.overlay, lesson, copy, saved)
    return copy


def conflicts(shelf: Shelf) -> list[Conflict]:
    """List them in the order of their ids."""
    rows = {(row.id, row.lang): row for row in shelf.own_rows()}
    found = (
        _conflict(shelf, mine, rows[mine.id, mine.lang])
        for mine in shelf.overlay.lessons.all()
    )
    return [each for each in found if each is not None]


def settle(
    shelf: Shelf, lesson: str, lang: str, saved: str, *, renew: bool
) -> list[str]:
    """End a conflict; see `Library.settle`."""
    from milkit.content.plain import from_json

    mine = shelf.overlay.lessons.one(lesson, lang)
    if mine is None:
        raise LessonMissing(lesson, lang)
    base = _base(shelf, mine.base.id, lang)
    if not renew:
        _keep(shelf, from_json(mine.data), base, saved)
        return []
    changed = changes(_table(mine.base.data), _table(mine.data))
    laid, lost = lay_over(_table(base.data), changed)
    _keep(shelf, from_json(json.dumps(laid)), base, saved)
    return lost


def _base(shelf: Shelf, lesson: str, lang: str) -> Base:
    place = shelf.place(lesson, lang)
    return Base(lesson, place.row.version, place.pack.data(place.number))


def _keep(shelf: Shelf, lesson: Lesson, base: Base, saved: str) -> None:
    from milkit.packs.entries import entry_again

    made = entry_again(lesson)
    changed = changes(_table(base.data), _table(made.data))
    changed.pop("id", None)
    shelf.overlay.lessons.keep(made, base, tuple(changed), saved)


def _table(data: str) -> Json:
    """Read what was written of a lesson; where words end is no change."""
    return json.loads(data.replace(ZWSP, ""))


def _conflict(shelf: Shelf, mine: Own, row: Row) -> Conflict | None:
    try:
        place = shelf.place(mine.base.id, mine.lang)
    except LessonMissing:
        return Conflict(row, mine.base.version, "", mine.changed, (), (), gone=True)
    theirs = _changed(mine.base.data, place.pack.data(place.number))
    if not theirs:
        return None
    both = tuple(path for path in mine.changed if path in theirs)
    version = place.row.version
    return Conflict(row, mine.base.version, version, mine.changed, theirs, both)


def _changed(old: str, new: str) -> tuple[str, ...]:
    """Compare as this version writes lessons: a new field is no change."""
    from milkit.content.plain import from_json, to_json

    if old == new:
        return ()
    before, after = (to_json(from_json(data)) for data in (old, new))
    return tuple(changes(_table(before), _table(after)))
