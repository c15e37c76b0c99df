"""The time: what the computer says, and whether to believe it."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

_SLACK = timedelta(hours=25)  # a laptop carried over a time zone or set by hand
_LIFE = timedelta(days=25 * 365)  # no kit is older than this


class Clock:
    """Tells the time; tests hand in a clock of their own with the same two calls."""

    def now(self) -> datetime:
        """Give the local time, with its zone."""
        return datetime.now(UTC).astimezone()

    def monotonic(self) -> float:
        """Give seconds that never jump, for measuring."""
        return time.monotonic()


def today_doubtful(
    now: datetime, last_event: datetime | None, built: datetime | None
) -> bool:
    """
    Tell whether to ask "is today really …?".

    A school laptop with an empty clock battery starts years ago: *now* lies before
    the last thing it wrote down, or before the program was *built*.
    """
    if any(past is not None and now < past - _SLACK for past in (last_event, built)):
        return True
    return built is not None and now > built + _LIFE
