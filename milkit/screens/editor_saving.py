"""Keeps the copy while it is typed: soon after the last letter, at once when asked."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from milkit.ground.errors import Mishap
from milkit.library.editing import save

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from milkit.ground.clock import Clock
    from milkit.library.editing import State
    from milkit.library.library import Library
    from milkit.widgets.background import Background

PAUSE = 700  # ms after the last letter


class Saver(QObject):
    """
    Saves one copy. *saved* tells the id it is kept under and when, *failed* a mishap.

    Typing is saved in a thread, since a lesson is rendered and indexed whole. `now`
    waits for that and saves what came after; an older state never lands on a newer.
    """

    saved = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self, library: Library, background: Callable[[], Background], clock: Clock
    ) -> None:
        super().__init__()
        self._library, self._background, self._clock = library, background, clock
        self._lock = Lock()
        self._waiting: State | None = None
        self._number = self._done = 0
        self._copy = 0  # counts the copies opened: news of another one is no news
        self.id = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._begin)

    def open(self, copy: str) -> None:
        """Begin with another copy, "" when none was made yet; the last one is saved."""
        self.now()
        self.id = copy
        self._copy += 1

    def later(self, state: State) -> None:
        """Save a state soon."""
        self._waiting = state
        self._number += 1
        self._timer.start()

    def now(self) -> bool:
        """Save what waits, at once; False when it can't be saved."""
        self._timer.stop()
        state, self._waiting = self._waiting, None
        if state is None:
            with self._lock:  # one may be under way
                return True
        try:
            news = self._write(state, self._number)
        except Mishap as mishap:
            self._waiting = state
            self.failed.emit(mishap)
            return False
        self.saved.emit(*news)
        return True

    def drop(self) -> None:
        """Forget what waits: the copy is deleted."""
        self._timer.stop()
        self._waiting = None
        with self._lock:
            self._done = self._number + 1
            self._number = self._done

    @property
    def waits(self) -> bool:
        """Whether something is not saved yet."""
        return self._waiting is not None

    def _begin(self) -> None:
        state, self._waiting = self._waiting, None
        if state is None:
            return
        number, copy = self._number, self._copy
        self._background().run(
            lambda _step: self._write(state, number),
            owner=self,
            done=lambda news: self._tell(copy, news),
            failed=lambda error: self._failed(state, error),
        )

    def _write(self, state: State, number: int) -> tuple[str, datetime]:
        with self._lock:
            at = self._clock.now()
            if number > self._done:
                lesson = save(
                    self._library, self.id, state, at.isoformat("T", "seconds")
                )
                self.id, self._done = lesson.id, number
            return self.id, at

    def _tell(self, copy: int, news: tuple[str, datetime]) -> None:
        if copy == self._copy:
            self.saved.emit(*news)

    def _failed(self, state: State, error: Exception) -> None:
        if not isinstance(error, Mishap):
            raise error
        if self._waiting is None:
            self._waiting = state
        self.failed.emit(error)
