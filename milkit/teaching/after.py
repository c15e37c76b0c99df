"""What a teacher writes down about a run, when it ends or any day later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.records.happenings import (
    BoosterPlanned,
    LineWritten,
    SlipsCounted,
    StudentsCounted,
)

if TYPE_CHECKING:
    from datetime import date

    from milkit.records.run_state import RunState
    from milkit.records.store import Records


class AfterLesson:
    """Students here, slips, one private line, a booster: each saved at once."""

    def __init__(self, records: Records, run: str) -> None:
        self._records = records
        self._run = run

    @property
    def state(self) -> RunState:
        """The run as it is now; KeyError when there is none."""
        state = self._records.run(self._run)
        if state is None:
            raise KeyError(self._run)
        return state

    def set_present(self, students: int) -> None:
        """Say how many students were here."""
        students = max(0, students)
        if students != self.state.here:
            self._records.tell(self._run, StudentsCounted(students))

    def write_line(self, text: str) -> None:
        """Keep one line for the teacher alone; "" takes it away."""
        text = " ".join(text.split())
        if text != self.state.line:
            self._records.tell(self._run, LineWritten(text))

    def set_slips(self, activity: str, not_yet: int, nearly: int, reached: int) -> None:
        """Keep the three piles of exit slips."""
        piles = SlipsCounted(activity, max(0, not_yet), max(0, nearly), max(0, reached))
        self._records.tell(self._run, piles)

    def plan_booster(self, week: int, on: date | None) -> None:
        """Remind of the booster of a *week* on a day; None: do not."""
        day = on.isoformat() if on else ""
        if (week, day) != (self.state.booster_week, self.state.booster_on):
            self._records.tell(self._run, BoosterPlanned(week, day))
