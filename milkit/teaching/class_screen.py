"""What the class is shown: activities, items, pages, counts, answers, places."""

from __future__ import annotations

from milkit.records import happenings as h
from milkit.teaching import views
from milkit.teaching.acting import Acting
from milkit.teaching.stops import ANSWER, COUNTS


class ClassScreen(Acting):
    """The acts that change what the class sees."""

    def show(self, activity: str) -> None:
        """Put an activity of the step on the class screen; "" = the step's title."""
        now = self.activity
        if self.state.activity is None and now and now.id == activity:
            return
        if activity != self.state.activity:
            self._tell(h.ActivityShown(activity))

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

    # --- revealing -------------------------------------------------------------

    def show_counts(self) -> None:
        """Show the hands of the question of now to the class."""
        if self._shown() != ANSWER:
            self._reveal(COUNTS)

    def show_answer(self) -> None:
        """Show the answer too, if it opens here."""
        self._reveal(ANSWER)

    def reveal_next(self) -> str:
        """Climb one rung: counts, then the answer; gives what is shown, or ""."""
        rungs = views.rungs_of(self._script, self.state)
        rung = views.next_rung(rungs, self._shown())
        if rung:
            self._reveal(rung)
        return rung

    def hide(self) -> None:
        """Hide counts and answer of the question of now again."""
        self._reveal("")

    def _shown(self) -> str:
        now, key = self.activity, self._script.stop(self.state).key
        return self.state.reveals.get((now.id, key), "") if now else ""

    def _reveal(self, rung: str) -> None:
        now, state = self.activity, self.state
        opens = not rung or rung in views.rungs_of(self._script, state)
        if now is not None and opens and self._shown() != rung:
            self._tell(h.RevealChanged(now.id, self._script.stop(state).key, rung))

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
