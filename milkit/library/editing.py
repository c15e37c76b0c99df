"""A teacher's copy while it is changed: what it was, what it is, and the way back."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from milkit.ground.errors import LessonMissing, Mishap
from milkit.library import fields, local, ordering
from milkit.packs.query import ZWSP

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.content.lesson import Lesson, Step
    from milkit.library.fields import Field, Path
    from milkit.library.library import Library
    from milkit.library.own_example import OwnExample

_STEPS_BACK = 200


@dataclass(frozen=True, slots=True)
class State:
    """The copy at a moment; *own* is its example (None: the lesson has no slot)."""

    lesson: Lesson
    own: OwnExample | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """
    One thing that differs from the kit's lesson.

    *what* is text (at *path*, which was *was*), added, gone or order (of steps; *step*
    is the id).
    """

    what: str
    step: str = ""
    path: Path = ()
    was: str | int = ""


class Draft:
    """
    Holds the kit's lesson (*base*, as it was when the copy was made) and the copy.

    Every change goes through `change` and can be undone. Typing on in one place is one
    change. *id* is "" as long as nothing was kept.
    """

    def __init__(
        self,
        base: Lesson,
        state: State,
        number: str = "",
        blank: OwnExample | None = None,
    ) -> None:
        self.base = base
        self.state = state
        self.id = number
        self._blank = blank
        self._back: list[State] = []
        self._forth: list[State] = []
        self._typing: object = None
        self._fields: tuple[Lesson, dict[Path, Field]] | None = None
        self._was = {field.path: field for field in fields.fields(base)}

    # --- what it is ------------------------------------------------------------------

    @property
    def lesson(self) -> Lesson:
        """The copy as it is now."""
        return self.state.lesson

    @property
    def own(self) -> OwnExample | None:
        """The own example as it is now."""
        return self.state.own

    def fields(self) -> dict[Path, Field]:
        """Give all that can be changed, by path; emptied texts of the kit too."""
        lesson = self.state.lesson
        if self._fields is None or self._fields[0] is not lesson:
            found = {field.path: field for field in fields.fields(lesson)}
            found |= self._emptied(found)
            self._fields = (lesson, found)
        return self._fields[1]

    def _emptied(self, found: dict[Path, Field]) -> dict[Path, Field]:
        more: dict[Path, Field] = {}
        for path, old in self._was.items():
            if path not in found and not old.needed:
                try:
                    now = fields.value(self.lesson, path)
                except LookupError:
                    continue
                more[path] = replace(old, value=now)
        return more

    def was(self, path: Path) -> str | int | None:
        """Give what the kit has at a path; None when it has nothing there."""
        old = self._was.get(path)
        return old.value if old else None

    def is_changed(self, path: Path) -> bool:
        """Tell whether a field differs from the kit's."""
        now, old = self.fields().get(path), self._was.get(path)
        return now is not None and old is not None and now.value != old.value

    def step(self, wanted: str) -> Step | None:
        """Give a step of the copy."""
        return next((s for s in self.lesson.steps if s.id == wanted), None)

    def changes(self) -> list[Change]:
        """List what differs, in the order of the lesson, then what is gone."""
        old = [step.id for step in self.base.steps]
        new = [step.id for step in self.lesson.steps]
        found = []
        for path, field in self.fields().items():
            if field.step and field.step not in old:
                if path[2:] == ("title",):
                    found.append(Change("added", field.step, path))
            elif self.is_changed(path):
                found.append(Change("text", field.step, path, self._was[path].value))
        found += [Change("gone", step) for step in old if step not in new]
        if [s for s in old if s in new] != [s for s in new if s in old]:
            found.append(Change("order"))
        return found

    @property
    def count(self) -> int:
        """How many fields there are to change."""
        return len(self.fields())

    @property
    def own_changed(self) -> bool:
        """Whether an own example was written."""
        return self.state.own is not None and self.state.own != self._blank

    # --- changing it -----------------------------------------------------------------

    def write(self, path: Path, new: str | int) -> bool:
        """Put a text or number at a path; False when it stands there already."""
        if fields.value(self.lesson, path) == new:
            return False
        lesson = fields.put(self.lesson, path, new)
        self.change(replace(self.state, lesson=lesson), path)
        return True

    def put_back(self, path: Path) -> None:
        """Put the kit's text back."""
        old = self._was.get(path)
        if old is not None:
            self.pause()
            self.write(path, old.value)
            self.pause()

    def reorder(self, make: Callable[[Lesson], Lesson]) -> None:
        """Change the steps by one of the functions of `ordering`."""
        self.change(replace(self.state, lesson=make(self.lesson)))

    def put_step_back(self, step: str) -> None:
        """Put a step of the kit back that was taken out."""
        old = next((s for s in self.base.steps if s.id == step), None)
        if old is None or self.step(step) is not None:
            return
        before = ordering.before(self.base, step)
        self.reorder(lambda lesson: ordering.put_in(lesson, old, before))

    def set_own(self, own: OwnExample, typing: object = None) -> None:
        """Change the own example."""
        self.change(replace(self.state, own=own), typing)

    def change(self, state: State, typing: object = None) -> None:
        """Take a new state; *typing* names the place that is being written in."""
        if state == self.state:
            return
        if typing is None or typing != self._typing:
            self._back = [*self._back[-_STEPS_BACK:], self.state]
        self._typing = typing
        self._forth = []
        self.state = state

    def pause(self) -> None:
        """Let what is typed next be a change of its own."""
        self._typing = None

    def undo(self) -> bool:
        """Go one change back."""
        return self._go(self._back, self._forth)

    def redo(self) -> bool:
        """Take an undone change again."""
        return self._go(self._forth, self._back)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change."""
        return bool(self._forth)

    def _go(self, there: list[State], back: list[State]) -> bool:
        self._typing = None
        if not there:
            return False
        back.append(self.state)
        self.state = there.pop()
        return True


def copy_of(library: Library, lesson: str, lang: str) -> str:
    """Give the id of the copy that was made last of a lesson of the kit, or ""."""
    found = [
        own
        for own in library.overlay.lessons.all()
        if own.base.id == lesson and own.lang == lang and own.id != lesson
    ]
    return max(found, key=lambda own: own.saved).id if found else ""


def open_draft(library: Library, lesson: str, lang: str) -> Draft:
    """
    Open a copy to change it, or a lesson of the kit of which one will be made.

    Raises LessonMissing.
    """
    from milkit.content.plain import from_json

    mine = library.overlay.lessons.one(lesson, lang)
    if mine is None:
        kit = bare(library.packed(lesson, lang))
        return Draft(kit, _state(library, kit), blank=_blank(kit))
    whole = from_json(mine.data.replace(ZWSP, ""))
    base = from_json(mine.base.data.replace(ZWSP, ""))
    return Draft(base, _state(library, whole), mine.id, _blank(whole))


def bare(lesson: Lesson) -> Lesson:
    """Give a lesson without the marks for word ends: as it is typed and compared."""
    from milkit.content.plain import from_json, to_json

    return from_json(to_json(lesson).replace(ZWSP, ""))


def save(library: Library, draft_id: str, state: State, saved: str) -> Lesson:
    """
    Keep a copy as it is in *state*; "" makes the copy now, under an id of its own.

    Gives the lesson with the id under which it was kept.
    """
    made = not draft_id
    if made:
        lesson = state.lesson
        draft_id = library.duplicate(lesson.id, lesson.lang, saved).id
    try:
        return _keep(library, replace(state.lesson, id=draft_id), state, saved)
    except Mishap:
        if made:  # or each try would leave an empty copy behind
            with contextlib.suppress(Mishap):
                library.put_back(draft_id, state.lesson.lang)
        raise


def _keep(library: Library, lesson: Lesson, state: State, saved: str) -> Lesson:
    try:
        library.keep(lesson, saved)
    except LessonMissing:  # taken away meanwhile
        return lesson
    if state.own is not None:
        local.keep(library.overlay, lesson, state.own, saved)
    return lesson


def _state(library: Library, lesson: Lesson) -> State:
    return State(lesson, local.of(library.overlay, lesson))


def _blank(lesson: Lesson) -> OwnExample | None:
    slot = local.slot_of(lesson)
    return local.blank(slot) if slot else None
