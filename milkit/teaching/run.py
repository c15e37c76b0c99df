"""A run of a lesson: what the teacher does, step by step, each act saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap
from milkit.records import happenings as h
from milkit.records.run_state import OPEN
from milkit.teaching import scenes, views
from milkit.teaching.after import AfterLesson
from milkit.teaching.script import Script
from milkit.teaching.stops import ANSWER, COUNTS
from milkit.teaching.stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.content.lesson import Activity, Lesson
    from milkit.ground.clock import Clock
    from milkit.records.happenings import Happening
    from milkit.records.run_state import RunState
    from milkit.records.store import Records
    from milkit.teaching.scene import Scene
    from milkit.teaching.views import RunView

_UNDOABLE = (
    h.CountsChanged,
    h.CountsSet,
    h.ItemPlaced,
    h.PlacesCleared,
    h.MinutesChanged,
    h.StepLeftOut,
)
_PULSE, _PULSE_AWAY = 1, 5  # seconds; a stick is slow to write
_SURE = 10  # seconds: so much of a step's time may be lost when the power goes


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


class Run:
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
        self.id = run
        self.lesson = lesson
        self._script = Script(lesson)
        self.after = AfterLesson(records, run)
        self.trouble: Mishap | None = None
        self._records = records
        self._watch = Stopwatch(clock)
        self._watch.stop_at(self.state.find(self.state.step).seconds)
        self._pulsed = -1
        self._acts = _undoable(records, run)

    # --- reading ---------------------------------------------------------------

    @property
    def state(self) -> RunState:
        """Everything that happened so far, added up."""
        return self.after.state

    @property
    def seconds(self) -> int:
        """Whole seconds of the step of now."""
        return self._watch.seconds

    def view(self) -> RunView:
        """Give what the teacher's console shows."""
        return views.view_of(
            self._script,
            self.state,
            self._watch.seconds,
            self._watch.paused,
            can_undo=bool(self._acts),
        )

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

    # --- the class screen --------------------------------------------------------

    @property
    def activity(self) -> Activity | None:
        """The activity on the class screen; None when it shows the step's title."""
        return self._script.activity(self.state)

    def show(self, activity: str) -> None:
        """Put an activity of the step on the class screen; "" = the step's title."""
        now = self.activity
        if self.state.activity is None and now and now.id == activity:
            return
        if activity != self.state.activity:
            self._tell(h.ActivityShown(activity))

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

    def _move(self, direction: int) -> bool:
        state, now = self.state, self.activity
        there = self._script.activities(state.step)
        if now is None:
            if there and direction > 0:
                self.show(there[0].id)
                return True
            return False
        item = state.items.get(now.id, 0) + direction
        if 0 <= item < self._script.stops(now, state):
            self.go_to_item(item)
            return True
        place = [one.id for one in there].index(now.id) + direction
        if not 0 <= place < len(there):
            return False
        self.show(there[place].id)
        return True

    def go_to_item(self, item: int) -> None:
        """Show a card, post or round of the activity by its place, from 0."""
        now = self.activity
        if now and item != self.state.items.get(now.id, 0):
            item = min(max(0, item), self._script.stops(now, self.state) - 1)
            self._tell(h.ItemReached(now.id, item, 0, self._watch.seconds))

    def turn_to(self, page: int) -> None:
        """Show a page of a text that needs more than one."""
        now = self.activity
        if now and page != self.state.pages.get(now.id, 0):
            item = self.state.items.get(now.id, 0)
            self._tell(h.ItemReached(now.id, item, page, self._watch.seconds))

    def blank(self, *, on: bool = True) -> None:
        """Show nothing to the class, or show again."""
        if self.state.blank != on:
            frozen = self.state.frozen is not None
            self._tell(h.ScreenChanged(on, frozen, self.state.frozen_at))

    def freeze(self, *, on: bool = True) -> None:
        """Keep what the class sees while the teacher looks elsewhere, or let go."""
        if (self.state.frozen is not None) != on:
            self._tell(h.ScreenChanged(self.state.blank, on, self._watch.seconds))

    # --- counting --------------------------------------------------------------

    def count(self, activity: str, question: str, option: str, by: int = 1) -> int:
        """Add hands, or take them with *by* below 0; gives the hands now."""
        again = self._script.again(activity)
        return self._count(
            self.state, h.CountsChanged(activity, question, option, by, again)
        )

    def _count(self, state: RunState, what: h.CountsChanged) -> int:
        hands = state.counts.get((what.activity, what.question), {})
        now = hands.get(what.option, 0)
        if now + what.by < 0:
            what = what._replace(by=-now)
        if what.by:
            self._tell(what)
        return now + what.by

    def hand(self, number: int, by: int = 1) -> bool:
        """Add or take a hand for answer *number* (from 1) of the question of now."""
        state = self.state
        now = self._script.activity(state)
        questions = self._script.stop(state).questions
        if now is None or not questions:
            return False
        if not 1 <= number <= len(questions[0].options):
            return False
        option = questions[0].options[number - 1].id
        again = str(getattr(now.data, "again", ""))
        self._count(state, h.CountsChanged(now.id, questions[0].id, option, by, again))
        return True

    def set_count(self, activity: str, question: str, hands: Mapping[str, int]) -> None:
        """Type the totals of a question, by option."""
        typed = {option: max(0, many) for option, many in hands.items()}
        self._tell(h.CountsSet(activity, question, typed, self._script.again(activity)))

    # --- revealing -------------------------------------------------------------

    def show_counts(self) -> None:
        """Show the hands of the question of now to the class."""
        if self.view().reveal != ANSWER:
            self._reveal(COUNTS)

    def show_answer(self) -> None:
        """Show the answer too, if it opens here."""
        self._reveal(ANSWER)

    def reveal_next(self) -> str:
        """Climb one rung: counts, then the answer; gives what is shown, or ""."""
        rung = self.view().next_reveal
        if rung:
            self._reveal(rung)
        return rung

    def hide(self) -> None:
        """Hide counts and answer of the question of now again."""
        self._reveal("")

    def _reveal(self, rung: str) -> None:
        now = self.activity
        if now is None or (
            rung and rung not in views.rungs_of(self._script, self.state)
        ):
            return
        key = self._script.stop(self.state).key
        if self.state.reveals.get((now.id, key), "") != rung:
            self._tell(h.RevealChanged(now.id, key, rung))

    # --- placing ---------------------------------------------------------------

    def put(self, item: str, where: str, *, several: bool = False) -> None:
        """
        Put an item of the activity of now somewhere; the pair is `stage.view.Place`'s.

        With *several*, what is there already is taken away.
        """
        now = self.activity
        if now is not None:
            there = (item, where) in self.state.placed.get(now.id, ())
            self.place(now.id, item, "" if there and several else where)

    def place(self, activity: str, item: str, where: str) -> None:
        """Put an item of an activity somewhere; "" takes it back."""
        placed = dict(self.state.placed.get(activity, ()))
        if placed.get(item, "") != where:
            self._tell(h.ItemPlaced(activity, item, where))

    def take_back(self) -> bool:
        """Take back what was placed last in the activity of now."""
        now = self.activity
        placed = self.state.placed.get(now.id, ()) if now else ()
        if now is None or not placed:
            return False
        self._tell(h.ItemPlaced(now.id, placed[-1][0], ""))
        return True

    def clear_places(self) -> None:
        """Start the activity of now again, with nothing placed."""
        now = self.activity
        if now and self.state.placed.get(now.id):
            self._tell(h.PlacesCleared(now.id))

    # --- undo and end ------------------------------------------------------------

    def undo(self) -> Happening | None:
        """Undo the last count, place or change of time in this step; gives it."""
        if not self._acts:
            return None
        event, what = self._acts[-1]
        self._records.tell(self.id, h.Undone(event))
        self._acts.pop()
        return what

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

    # --- inside ------------------------------------------------------------------

    def _tell(self, what: Happening) -> None:
        event = self._records.tell(self.id, what)
        if isinstance(what, _UNDOABLE):
            self._acts.append((event.id, what))
