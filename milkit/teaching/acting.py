"""What every act of a run needs: the lesson, the records, the time, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.records import happenings as h
from milkit.teaching.after import AfterLesson
from milkit.teaching.script import Script
from milkit.teaching.stopwatch import Stopwatch

if TYPE_CHECKING:
    from milkit.content.lesson import Activity, Lesson
    from milkit.ground.clock import Clock
    from milkit.records.happenings import Happening
    from milkit.records.run_state import RunState
    from milkit.records.store import Records

_UNDOABLE = (
    h.CountsChanged,
    h.CountsSet,
    h.ItemPlaced,
    h.PlacesCleared,
    h.MinutesChanged,
    h.StepLeftOut,
)


def _undoable(records: Records, run: str) -> list[tuple[str, Happening]]:
    """List what was done in the step of now and can be undone, after opening again."""
    acts: list[tuple[str, Happening]] = []
    for event in records.events(run):
        what = h.told(event.kind, event.data)
        if isinstance(what, h.StepFinished):
            acts.clear()
        elif isinstance(what, h.Undone):
            acts = [act for act in acts if act[0] != what.event]
        elif isinstance(what, _UNDOABLE):
            acts.append((event.id, what))
    return acts


class Acting:
    """
    A run that can be acted on; `Run` is made of what the teacher does with it.

    An act is on the disk when its method returns. It raises a mishap, with nothing
    changed, when the disk does not take it.
    """

    def __init__(
        self, records: Records, lesson: Lesson, run: str, clock: Clock
    ) -> None:
        self.id = run
        self.lesson = lesson
        self.after = AfterLesson(records, run)
        self._records = records
        self._script = Script(lesson)
        self._watch = Stopwatch(clock)
        self._acts = _undoable(records, run)

    @property
    def state(self) -> RunState:
        """Everything that happened so far, added up."""
        return self.after.state

    @property
    def seconds(self) -> int:
        """Whole seconds of the step of now."""
        return self._watch.seconds

    @property
    def activity(self) -> Activity | None:
        """The activity on the class screen; None when it shows the step's title."""
        return self._script.activity(self.state)

    def undo(self) -> Happening | None:
        """Undo the last count, place or change of time in this step; gives it."""
        if not self._acts:
            return None
        event, what = self._acts[-1]
        self._records.tell(self.id, h.Undone(event))
        self._acts.pop()
        return what

    def _tell(self, what: Happening) -> None:
        event = self._records.tell(self.id, what)
        if isinstance(what, _UNDOABLE):
            self._acts.append((event.id, what))
