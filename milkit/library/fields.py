"""What a teacher may change in a lesson: texts, and the steps' minutes and grouping."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from milkit.activities.shape import slots_of
from milkit.activities.table import KINDS
from milkit.content.lesson import Activity, Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from milkit.activities.shape import Says
    from milkit.content.lesson import Block, Lesson, Step

Path = tuple[str | int, ...]

OF_LESSON = ("title", "summary")
OF_STEP = ("title", "minutes", "grouping", "lead")
_SHARED = ("claim", "who")  # what a poll takes from a trace


@dataclass(frozen=True, slots=True)
class Field:
    """
    One thing that can be changed: *path* leads to it by names and ids.

    Like ("steps", "look", "title"), ("steps", "look", "notes", "say-0", "text") or
    ("steps", "look", "activities", "see", "starters", 1). *letters* is the most that an
    English text should have (0: as many as it needs). One that is not *needed* may be
    empty.
    """

    path: Path
    value: str | int
    letters: int = 0
    needed: bool = True

    @property
    def step(self) -> str:
        """The id of its step, "" for what belongs to the whole lesson."""
        return str(self.path[1]) if self.path[0] == "steps" else ""

    @property
    def activity(self) -> str:
        """The id of its activity, "" without one."""
        return str(self.path[3]) if self.path[2:3] == ("activities",) else ""


def fields(lesson: Lesson) -> tuple[Field, ...]:
    """List all there is to change, in the order of the lesson."""
    own = [Field((name,), getattr(lesson, name)) for name in OF_LESSON]
    return (*own, *(field for step in lesson.steps for field in of_step(step)))


def of_step(step: Step) -> tuple[Field, ...]:
    """List what can be changed in one step."""
    at: Path = ("steps", step.id)
    found = [Field((*at, name), getattr(step, name)) for name in OF_STEP]
    for name, block in named_blocks(step.blocks):
        if isinstance(block, Note):
            found += _of_note(block, (*at, "notes", name))
        elif isinstance(block, Activity):
            found += _of_activity(block, (*at, "activities", name))
    return tuple(found)


def value(lesson: Lesson, path: Path) -> str | int:
    """Give what stands at *path*; raise LookupError when nothing is there."""
    here: Any = lesson
    for name in path:
        here = _step_into(here, name)
    return here  # type: ignore[no-any-return]  # a path of ours ends at a text or number


def put(lesson: Lesson, path: Path, new: str | int) -> Lesson:
    """
    Give *lesson* with *new* at *path*; raise LookupError when nothing is there.

    What belongs together is kept together: polls that take their claim from a trace,
    a trace and the copy that is today's post, and the sums of minutes.
    """
    if path[0] != "steps":
        changed: Lesson = _with(lesson, path[0], new)
        return changed
    at = _place([step.id for step in lesson.steps], path[1])
    step = lesson.steps[at]
    steps = (*lesson.steps[:at], _in_step(step, path[2:], new), *lesson.steps[at + 1 :])
    return settled(replace(lesson, steps=steps))


def settled(lesson: Lesson) -> Lesson:
    """Give *lesson* with shared texts and the sums of minutes brought in line."""
    others = {a.id: a.data for a in lesson.every_activity}
    steps = tuple(
        replace(step, blocks=tuple(_filled(block, others) for block in step.blocks))
        for step in lesson.steps
    )
    core = sum(step.minutes for step in steps if not step.optional)
    extra = sum(step.minutes for step in steps if step.optional)
    return replace(lesson, steps=steps, minutes=core, optional_minutes=extra)


def _filled(block: Block, others: dict[str, Any]) -> Block:
    if not isinstance(block, Activity):
        return block
    data = KINDS[block.kind].fill(block.data, others)
    return block if data == block.data else replace(block, data=data)


def named_blocks(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    """Name notes by their label and how many of it stood before, activities by id."""
    seen: dict[str, int] = {}
    for block in blocks:
        if isinstance(block, Note):
            number = seen.get(block.label, 0)
            seen[block.label] = number + 1
            yield f"{block.label}-{number}", block
        elif isinstance(block, Activity):
            yield block.id, block


# --- inside a step -------------------------------------------------------------------


def _of_note(note: Note, at: Path) -> list[Field]:
    if note.answers:
        return [
            Field((*at, "answers", number, part), getattr(answer, part))
            for number, answer in enumerate(note.answers)
            for part in ("said", "reply")
        ]
    minutes = [Field((*at, "minutes"), note.minutes)] if note.label == "beat" else []
    return [Field((*at, "text"), note.text), *minutes]


def _of_activity(activity: Activity, at: Path) -> list[Field]:
    data = activity.data
    if getattr(data, "again", ""):
        return []
    left_out = _SHARED if getattr(data, "from_", "") else ()
    twin = _twin(data)
    return [
        Field((*at, *way), text, says.letters, needed)
        for way, text, says, needed in _texts(data, ())
        if way[0] not in left_out and (twin is None or way[:2] != ("artefacts", twin))
    ]


def _texts(data: Any, at: Path) -> Iterator[tuple[Path, str, Says, bool]]:
    """List the texts inside a shape; those that are empty only where one is needed."""
    for slot in slots_of(type(data)):
        if not slot.nested and (slot.holds is not str or slot.says.role != "text"):
            continue
        held = getattr(data, slot.name)
        for way, part in _parts(held, (*at, slot.name)):
            if slot.nested:
                yield from _texts(part, way)
            elif part or slot.required:
                yield way, part, slot.says, slot.required


def _parts(held: Any, at: Path) -> list[tuple[Path, Any]]:
    if isinstance(held, tuple):
        ids = [str(getattr(part, "id", "")) for part in held]
        return [((*at, one or n), held[n]) for n, one in enumerate(ids)]
    if isinstance(held, dict):
        return [((*at, key), part) for key, part in held.items()]
    return [] if held is None else [(at, held)]


def _twin(data: Any) -> str | None:
    """Give the letter of the copy that is today's post, word for word."""
    for copy in getattr(data, "artefacts", ()):
        if (copy.who, copy.caption, copy.picture) == (
            data.who,
            data.claim,
            data.picture,
        ):
            return str(copy.id)
    return None


def _step_into(here: Any, name: str | int) -> Any:
    if isinstance(here, dict):
        return here[name]
    if isinstance(here, tuple):
        if isinstance(name, int):
            return here[name]
        return here[_place([getattr(part, "id", "") for part in here], name)]
    blocks = getattr(here, "blocks", None)
    if blocks is not None and name in {"notes", "activities"}:
        return dict(named_blocks(blocks))
    if isinstance(here, Activity):
        here = here.data
    if not hasattr(here, str(name)):
        raise KeyError(name)
    return getattr(here, str(name))


def _place(names: list[str], wanted: str | int) -> int:
    if wanted not in names:
        raise KeyError(wanted)
    return names.index(str(wanted))


def _in_step(step: Step, path: Path, new: str | int) -> Step:
    if path[0] not in {"notes", "activities"}:
        changed_step: Step = _with(step, path[0], new)
        return changed_step
    names = dict(named_blocks(step.blocks))
    if path[1] not in names:
        raise KeyError(path[1])
    old = names[str(path[1])]
    changed: Block
    if isinstance(old, Note):
        changed = _in_note(old, path[2:], new)
    else:
        assert isinstance(old, Activity)  # noqa: S101 - only these have names
        changed = replace(old, data=_in_data(old.data, path[2:], new))
    blocks = tuple(changed if block is old else block for block in step.blocks)
    return replace(step, blocks=blocks)


def _in_note(note: Note, path: Path, new: str | int) -> Note:
    changed: Note = _into(note, path, new)
    if changed.answers:
        lines = (f'- [{a.mark}] "{a.said}" -> "{a.reply}"' for a in changed.answers)
        return replace(changed, text="\n".join(lines), html="")
    return replace(changed, html="")


def _in_data(data: Any, path: Path, new: str | int) -> Any:
    twin = _twin(data)
    changed = _into(data, path, new)
    if twin is not None:
        today = (changed.who, changed.claim)
        for name, text in zip(("who", "caption"), today, strict=True):
            changed = _into(changed, ("artefacts", twin, name), text)
    return changed


def _into(old: Any, path: Path, new: str | int) -> Any:
    if not path:
        return new
    name, rest = path[0], path[1:]
    if isinstance(old, dict):
        return {**old, name: _into(old[name], rest, new)}
    if isinstance(old, tuple):
        ids = [getattr(part, "id", "") for part in old]
        at = name if isinstance(name, int) else _place(ids, name)
        return (*old[:at], _into(old[at], rest, new), *old[at + 1 :])
    return _with(old, name, _into(getattr(old, str(name)), rest, new))


def _with(data: Any, name: str | int, new: Any) -> Any:
    return replace(data, **{str(name): new})
