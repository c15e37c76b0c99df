"""A lesson looked up fast: its steps, boosters and activities by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content.lesson import Activity
from milkit.teaching.stops import Stop, answer_waits, stop, stops

if TYPE_CHECKING:
    from milkit.content.lesson import Booster, Lesson, Step
    from milkit.records.run_state import RunState


class Script:
    """A lesson as a run needs it, many times a second."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        parts: tuple[Step | Booster, ...] = (*lesson.steps, *lesson.boosters)
        self._content = {part.id: part for part in parts}
        self._activities = {
            part.id: tuple(b for b in part.blocks if isinstance(b, Activity))
            for part in parts
        }
        self._last: tuple[object, Stop] | None = None

    def content(self, step: str) -> Step | Booster | None:
        """Give the words for a step or a booster; None when the lesson has changed."""
        return self._content.get(step)

    def activities(self, step: str) -> tuple[Activity, ...]:
        """Give the activities of a step or a booster, () for one that is not known."""
        return self._activities.get(step, ())

    def activity(self, state: RunState) -> Activity | None:
        """Give the activity on the class screen: at first the step's first, if any."""
        there = self.activities(state.step)
        if state.activity is None:
            return there[0] if there else None
        return next((one for one in there if one.id == state.activity), None)

    def stop(self, state: RunState) -> Stop:
        """Say where inside the activity the class is."""
        activity = self.activity(state)
        if activity is None:
            return Stop()
        item = state.items.get(activity.id, 0)
        placed = state.placed.get(activity.id, ())
        wanted = (state.step, activity.id, item, placed)
        if self._last is None or self._last[0] != wanted:
            self._last = (wanted, stop(activity, item, placed))
        return self._last[1]

    def stops(self, activity: Activity, state: RunState) -> int:
        """Say how many stops an activity has now."""
        answered = state.reveals.get((activity.id, "")) == "answer"
        return stops(activity, answered=answered)

    def waits(self, state: RunState) -> bool:
        """Tell whether the answer opens later, where the same is asked again."""
        activity = self.activity(state)
        later = [one for step in state.plan for one in self.activities(step.id)]
        return activity is not None and answer_waits(activity, later)

    def again(self, activity: str) -> str:
        """Give the first vote of which an activity is the second one, else ""."""
        found = self.lesson.activity(activity)
        return str(getattr(found.data, "again", "")) if found else ""
