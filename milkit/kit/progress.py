"""How far one stick is: bytes that reached it and bytes that were read back."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

from milkit.ground.errors import Cancelled
from milkit.ground.stick_files import Told

if TYPE_CHECKING:
    from collections.abc import Callable

_SOON = 3.0  # seconds of work before a time can be told


class Progress(Told):
    """
    Hears the writing of one stick in its thread; any thread may look at it.

    *total* are the bytes of the kit; bytes that were there already count as done.
    """

    def __init__(
        self, stop: Event | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.total = 0
        self.done = 0  # bytes on the stick
        self.read = 0  # bytes read back
        self.now = ""  # the file that is written
        self._stop, self._clock = stop or Event(), clock
        self._began, self._saved = clock(), 0

    def begin(self, total: int) -> None:
        """Hear how many bytes there are in all."""
        self.total, self._began = total, self._clock()

    def there(self, many: int) -> None:
        """Hear that *many* bytes are on the stick already and good."""
        self.done += many
        self.read += many
        self._saved += 2 * many
        self.go_on()

    def go_on(self) -> None:
        """Raise Cancelled when the user wants to stop."""
        if self._stop.is_set():
            raise Cancelled

    def synced(self, many: int) -> None:
        """Count bytes that reached the stick."""
        self.done += many
        self.go_on()

    def checked(self, many: int) -> None:
        """Count bytes that were read back."""
        self.read += many
        self.go_on()

    def again(self, many: int) -> None:
        """Take back bytes of a file that must be written once more."""
        self.done -= many
        self.read -= many

    @property
    def share(self) -> float:
        """The part of the work that is done, 0 to 1."""
        return min(1.0, (self.done + self.read) / (2 * self.total or 1))

    @property
    def checking(self) -> bool:
        """Say whether all is written and only reading back is left."""
        return bool(self.total) and self.done >= self.total

    @property
    def seconds_left(self) -> float | None:
        """Seconds to the end at the speed so far; None while that is a guess."""
        passed = self._clock() - self._began
        work = self.done + self.read - self._saved
        if passed < _SOON or work <= 0:
            return None
        return max(0.0, passed * (2 * self.total - self.done - self.read) / work)
