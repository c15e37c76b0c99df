"""Counting hands: one by one, taken back, or typed as totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.records import happenings as h
from milkit.teaching.acting import Acting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.records.run_state import RunState


class Counting(Acting):
    """The acts of counting."""

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
