"""A teacher's copy meets a renewed lesson: what differs, and taking either side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from milkit.content.lesson import Activity, Local, Note, Paper
from milkit.content.plain import from_json
from milkit.library import fields, ordering
from milkit.library.editing import bare
from milkit.packs.query import ZWSP

if TYPE_CHECKING:
    from collections.abc import Collection

    from milkit.content.lesson import Block, Lesson, Step
    from milkit.library.fields import Path
    from milkit.library.library import Library

Key = tuple[str, "Path"]


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One thing the kit has renewed since the copy was made.

    *what* is text (at *path*), step (a step whose parts were changed), new or gone (a
    step). *was* stood in the kit, *now* stands there, *mine* in the copy. *both* says
    that the teacher changed it too.
    """

    what: str
    path: Path
    was: str = ""
    now: str = ""
    mine: str = ""
    both: bool = False

    @property
    def key(self) -> Key:
        """What names it among the differences of a lesson."""
        return (self.what, self.path)

    @property
    def step(self) -> str:
        """The id of its step, "" for what belongs to the whole lesson."""
        return str(self.path[1]) if self.path[0] == "steps" else ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The kit's lesson as it *was* and is *now*, the copy, and how they differ."""

    was: Lesson
    now: Lesson
    mine: Lesson
    differences: tuple[Difference, ...]


def meeting(library: Library, lesson: str, lang: str) -> Meeting | None:
    """Give what there is to settle for a copy; None when the kit's is the same."""
    row = library.overlay.lessons.one(lesson, lang)
    if row is None or (row.base.id, lang) not in library.places:
        return None
    was, mine = (from_json(d.replace(ZWSP, "")) for d in (row.base.data, row.data))
    now = bare(library.packed(row.base.id, lang))
    if replace(was, id="") == replace(now, id=""):
        return None
    return Meeting(was, now, mine, tuple(differences(was, now, mine)))


def is_gone(library: Library, lesson: str, lang: str) -> bool:
    """Tell whether the kit no longer has the lesson of a copy."""
    row = library.overlay.lessons.one(lesson, lang)
    return row is not None and (row.base.id, lang) not in library.places


def differences(was: Lesson, now: Lesson, mine: Lesson) -> list[Difference]:
    """List what the kit renewed and what the copy says instead."""
    found = [_text(d, was, now, mine) for d in _paths(was, now) if len(d) == 1]
    old, new, own = ({s.id: s for s in each.steps} for each in (was, now, mine))
    for step in new:
        if step in old and step in own:
            found += _in_step(step, (old, new, own), (was, now, mine))
        elif step not in old and step not in own:
            found.append(Difference("new", ("steps", step), now=words_of(new[step])))
    found += [
        Difference("gone", ("steps", s), words_of(old[s]), "", words_of(own[s]))
        for s in own
        if s in old and s not in new
    ]
    return [d for d in found if d.now != d.mine or d.what != "text"]


def settle(library: Library, met: Meeting, take: Collection[Key], saved: str) -> Lesson:
    """
    Keep the copy with the renewed parts named in *take*; the rest stays the teacher's.

    The copy then belongs to the kit's lesson as it is now.
    """
    lesson = merged(met, take)
    library.settle(lesson.id, lesson.lang, saved, renew=False)
    library.keep(lesson, saved)
    return lesson


def merged(met: Meeting, take: Collection[Key]) -> Lesson:
    """Give the copy with the renewed parts named in *take*."""
    made = _unasked(met)
    for one in met.differences:
        if one.key in take:
            made = _taken(made, one, met.now)
    return fields.settled(made)


def words_of(step: Step) -> str:
    """Write the texts of a step one below the other, to compare it whole."""
    return "\n".join(
        text
        for field in fields.of_step(step)
        if field.path[2:] != ("grouping",) and (text := str(field.value))
    )


# --- inside ------------------------------------------------------------------------


def _unasked(met: Meeting) -> Lesson:
    """Take over what no teacher can change: plan, facts, pictures, handouts, key."""
    mine = met.mine
    kept = {name: getattr(mine, name) for name in ("id", "steps", *fields.OF_LESSON)}
    pictures = {**mine.pictures, **met.now.pictures}  # the copy may still show old ones
    return replace(met.now, pictures=pictures, **kept)


def _taken(made: Lesson, one: Difference, now: Lesson) -> Lesson:
    if one.what == "text":
        return fields.put(made, one.path, fields.value(now, one.path))
    if one.what == "gone":
        return ordering.take_out(made, one.step)
    step = next(s for s in now.steps if s.id == one.step)
    if one.what == "new":
        return ordering.put_in(made, step, ordering.before(now, one.step))
    steps = tuple(step if s.id == one.step else s for s in made.steps)
    return replace(made, steps=steps)


def _in_step(
    step: str, steps: tuple[dict[str, Step], ...], lessons: tuple[Lesson, ...]
) -> list[Difference]:
    """Compare a step text by text, or whole when its parts are not the same."""
    old, new, own = (each[step] for each in steps)
    was, now, mine = lessons
    paths = [path for path in _paths(was, now) if path[:2] == ("steps", step)]
    if _bones(old) == _bones(new) and all(_is_there(mine, path) for path in paths):
        return [_text(path, was, now, mine) for path in paths]
    texts = (words_of(old), words_of(new), words_of(own))
    return [Difference("step", ("steps", step), *texts, both=texts[0] != texts[2])]


def _text(path: Path, was: Lesson, now: Lesson, mine: Lesson) -> Difference:
    old, new, own = (str(fields.value(each, path)) for each in (was, now, mine))
    return Difference("text", path, old, new, own, both=own != old)


def _is_there(lesson: Lesson, path: Path) -> bool:
    try:
        fields.value(lesson, path)
    except LookupError:
        return False
    return True


def _paths(was: Lesson, now: Lesson) -> list[Path]:
    """List the places of both lessons where they do not say the same."""
    old = {field.path: field.value for field in fields.fields(was)}
    new = {field.path: field.value for field in fields.fields(now)}
    return [path for path in old if path in new and old[path] != new[path]]


def _bones(step: Step) -> list[Any]:
    """Give a step without its texts: what it is made of, in order."""
    return [step.phase, step.split, step.optional, *map(_bone, step.blocks)]


def _bone(block: Block) -> Any:
    from milkit.activities.plain import respelled

    if isinstance(block, Note):
        return (block.label, [answer.mark for answer in block.answers])
    if isinstance(block, Activity):
        return (block.id, block.kind, respelled(block.data, _no_text))
    assert isinstance(block, Paper | Local)  # noqa: S101 - there is nothing else
    return type(block)


def _no_text(_text: str) -> str:
    return ""
