"""The step's time: it runs, stands still, and never asks what day it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milkit.ground.clock import Clock


class Stopwatch:
    """Seconds of a step, and seconds lost in pauses, by the monotonic clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._base = 0.0
        self._since: float | None = None
        self._paused_since: float | None = None

    def run_from(self, seconds: float) -> None:
        """Run, *seconds* into the step."""
        self._base = seconds
        self._since = self._clock.monotonic()
        self._paused_since = None

    def stand_at(self, seconds: float) -> None:
        """Stand still, *seconds* into the step; the pause begins now."""
        self._base = seconds
        self._since = None
        self._paused_since = self._clock.monotonic()

    def stop_at(self, seconds: float) -> None:
        """Stand still for good: the run is over, or only looked at."""
        self._base = seconds
        self._since = None
        self._paused_since = None

    @property
    def seconds(self) -> int:
        """Whole seconds of the step."""
        if self._since is None:
            return int(self._base)
        return int(self._base + self._clock.monotonic() - self._since)

    @property
    def paused(self) -> int:
        """Whole seconds that the pause of now has lasted."""
        if self._paused_since is None:
            return 0
        return int(self._clock.monotonic() - self._paused_since)
