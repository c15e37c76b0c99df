"""A run of a lesson: what the teacher does, step by step, each act saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap
from milkit.records import happenings as h
from milkit.records.run_state import OPEN
from milkit.teaching import scenes, views
from milkit.teaching.class_screen import ClassScreen
from milkit.teaching.counting import Counting

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.ground.clock import Clock
    from milkit.records.run_state import RunState
    from milkit.records.store import Records
    from milkit.teaching.pace import Pace
    from milkit.teaching.scene import Scene
    from milkit.teaching.views import RunView

_PULSE, _PULSE_AWAY = 1, 5  # seconds; a stick is slow to write
_SURE = 10  # seconds: so much of a step's time may be lost when the power goes


class Run(ClassScreen, Counting):
    """
    One teaching of a lesson to a class.

    Each method that changes something is on the disk when it returns, and raises a
    mishap with nothing changed when the disk does not take it. Read `view()` for the
    console and `scene()` for the class after each call, and call `tick` a few times
    a second. `teaching.start` and `teaching.resume` make runs.
    """

    def __init__(
        self, records: Records, lesson: Lesson, run: str, clock: Clock
    ) -> None:
        super().__init__(records, lesson, run, clock)
        self.trouble: Mishap | None = None
        self._watch.stop_at(self.state.find(self.state.step).seconds)
        self._pulsed = -1

    # --- reading ---------------------------------------------------------------

    def view(self) -> RunView:
        """Give what the teacher's console shows."""
        return views.view_of(
            self._script,
            self.state,
            self._watch.seconds,
            self._watch.paused,
            can_undo=bool(self._acts),
        )

    def pace(self) -> Pace:
        """Tell whether the lesson is on time, and what could be shorter."""
        return self.view().pace

    def scene(self) -> Scene:
        """Give what the class sees."""
        return scenes.scene_of(self._script, self.state, self._watch.seconds)

    # --- time ------------------------------------------------------------------

    def tick(self) -> bool:
        """
        Note the time once a second; True when a second has gone by.

        A disk that does not take it is no reason to stop a lesson: *trouble* holds
        the mishap until a note is taken again.
        """
        state = self.state
        now = self._watch.seconds + self._watch.paused
        every = _PULSE_AWAY if self._records.away else _PULSE
        if state.how != OPEN or now == self._pulsed:
            return False
        if now // every != self._pulsed // every:
            self._note(state, wait=now // _SURE != self._pulsed // _SURE)
        self._pulsed = now
        return True

    def _note(self, state: RunState, *, wait: bool) -> None:
        seconds = self._watch.seconds
        lost = state.lost + self._watch.paused
        try:
            self._records.pulse(self.id, state.step, seconds, lost, wait=wait)
            self.trouble = None
        except Mishap as mishap:
            self.trouble = mishap

    def pause(self) -> None:
        """Let the step's time stand still."""
        if not self.state.paused:
            seconds = self._watch.seconds
            self._tell(h.Paused(seconds))
            self._watch.stand_at(seconds)

    def resume_time(self) -> None:
        """Let the step's time go on."""
        if self.state.paused:
            self._tell(h.WentOn(self._watch.paused))
            self._watch.run_from(self._watch.seconds)
            self._pulsed = -1

    def add_minute(self, minutes: int = 1) -> None:
        """Give the step of now more time."""
        step = self.state.find(self.state.step)
        self._tell(h.MinutesChanged(step.id, max(0, step.minutes + minutes)))

    # --- steps -----------------------------------------------------------------

    def go(self, step: str) -> None:
        """Go to a step, forward or back; its time goes on where it was left."""
        state = self.state
        if step == state.step or state.how != OPEN:
            return
        target = state.find(step)
        lost = self._watch.paused
        self._tell(h.StepFinished(state.step, self._watch.seconds, step, lost))
        self._watch.run_from(target.seconds)
        self._pulsed = -1
        self._acts.clear()

    def next(self) -> bool:
        """Go to the next step that is not left out; False at the last."""
        return self._go_by(1)

    def back(self) -> bool:
        """Go to the step before; False at the first."""
        return self._go_by(-1)

    def _go_by(self, direction: int) -> bool:
        state = self.state
        ids = [s.id for s in state.steps if not s.left_out or s.id == state.step]
        place = ids.index(state.step) + direction
        if not 0 <= place < len(ids):
            return False
        self.go(ids[place])
        return True

    def shorten(self, step: str, to: int) -> None:
        """Give a step *to* minutes."""
        if self.state.find(step).minutes != to:
            self._tell(h.MinutesChanged(step, max(0, to)))

    def leave_out(self, step: str, *, out: bool = True) -> None:
        """Leave a step out, or take it in again; not the one of now."""
        state = self.state
        if step != state.step and state.find(step).left_out != out:
            self._tell(h.StepLeftOut(step, out))

    # --- what comes next ---------------------------------------------------------

    def forward(self) -> bool:
        """Show what comes next: item, activity, step; False at the very end."""
        return self._move(1) or self.next()

    def backward(self) -> bool:
        """Show what came before; False at the very start."""
        if self._move(-1):
            return True
        if not self.back():
            return False
        there = self._script.activities(self.state.step)
        if len(there) > 1:
            self.show(there[-1].id)
        return True

    # --- the end ------------------------------------------------------------

    def end(self, *, finished: bool = True) -> None:
        """End the run, *finished* or given up."""
        state, seconds = self.state, self._watch.seconds
        if state.how == OPEN:
            self._tell(h.Ended(state.step, seconds, finished))
            self._watch.stop_at(seconds)
            self._acts.clear()

    def go_on(self, seconds: int, gap: int = 0, *, sitting: bool = False) -> None:
        """Open the run again, *seconds* into its step, after *gap* seconds away."""
        self._tell(h.Resumed(seconds, gap, sitting))
        if self.state.paused:
            self._watch.stand_at(seconds)
        else:
            self._watch.run_from(seconds)

    def begin(self) -> None:
        """Let the time run for the first time; for `start`."""
        self._watch.run_from(0)
