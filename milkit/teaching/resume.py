"""Go on with a run after a power cut, another day, or a change of mind."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from milkit.records.run_state import OPEN
from milkit.teaching.run import Run

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.ground.clock import Clock
    from milkit.records.store import Records

SITTING = 30 * 60  # seconds away: longer is another period, and the time starts anew


def resume(records: Records, run: str, lesson: Lesson, clock: Clock) -> Run:
    """
    Go on with a run: the same step, second, counts, and paused if it was.

    `records.open_run()` names the one that was cut off; a finished run goes on at its
    last step. KeyError when there is no such run.
    """
    made = Run(records, lesson, run, clock)
    state = made.state
    seconds = state.find(state.step).seconds
    gap, known = 0, False
    pulse = records.last_pulse(run)
    if pulse is not None and state.how == OPEN:
        if pulse.step == state.step:
            seconds = max(seconds, pulse.seconds)
        gap = max(0, pulse.lost - state.lost)
    away = _away(pulse.at if pulse else state.ended or state.started, clock)
    known = away is not None and away <= SITTING
    if known and away is not None:
        gap += away
    made.go_on(seconds, gap, sitting=not known)
    return made


def look_at(records: Records, run: str, lesson: Lesson, clock: Clock) -> Run:
    """Open a run to read it and to write down what came after; its time stands."""
    return Run(records, lesson, run, clock)


def _away(last: str, clock: Clock) -> int | None:
    """Give the seconds since *last* if the clock can be believed, else None."""
    gone = (clock.now() - datetime.fromisoformat(last)).total_seconds()
    return int(gone) if gone >= 0 else None
