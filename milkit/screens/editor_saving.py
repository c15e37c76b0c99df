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


class _Kept:
    """Where one copy is kept, and which of its states is kept already."""

    def __init__(self, copy: str) -> None:
        self.copy = copy
        self.done = 0
        self.dropped = False
        self.lock = Lock()


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
        self._kept = _Kept("")
        self._waiting: State | None = None
        self._latest: State | None = None
        self._number = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.soon)

    @property
    def id(self) -> str:
        """The id of the copy, "" when none was made yet."""
        return self._kept.copy

    @property
    def waits(self) -> bool:
        """Whether something is not saved yet."""
        return self._waiting is not None

    def open(self, copy: str) -> None:
        """Begin with another copy, "" when none was made yet; nothing may wait."""
        self._timer.stop()
        self._waiting = self._latest = None
        self._kept = _Kept(copy)

    def later(self, state: State) -> None:
        """Save a state when typing pauses."""
        self._waiting = self._latest = state
        self._number += 1
        self._timer.start()

    def now(self) -> bool:
        """Save what waits, at once; False when it can't be saved."""
        self._timer.stop()
        state, self._waiting = self._latest, None
        if state is None or self._kept.done == self._number:
            return True
        try:  # a thread may be on its way with this state: the first one writes it
            news = self._write(self._kept, state, self._number)
        except Mishap as mishap:
            self._waiting = state
            self.failed.emit(mishap)
            return False
        self.saved.emit(*news)
        return True

    def soon(self) -> None:
        """Save what waits in a thread."""
        self._timer.stop()
        state, self._waiting = self._waiting, None
        if state is None:
            return
        kept, number = self._kept, self._number
        self._background().run(
            lambda _step: self._write(kept, state, number),
            owner=self,
            done=lambda news: self._tell(kept, news),
            failed=lambda error: self._failed(kept, state, error),
        )

    def drop(self) -> None:
        """Forget what waits: the copy is deleted."""
        self._timer.stop()
        self._waiting = self._latest = None
        with self._kept.lock:
            self._kept.dropped = True

    def _write(self, kept: _Kept, state: State, number: int) -> tuple[str, datetime]:
        with kept.lock:
            at = self._clock.now()
            if number > kept.done and not kept.dropped:
                saved = at.isoformat("T", "seconds")
                kept.copy = save(self._library, kept.copy, state, saved).id
                kept.done = number
            return kept.copy, at

    def _tell(self, kept: _Kept, news: tuple[str, datetime]) -> None:
        if kept is self._kept and not kept.dropped:
            self.saved.emit(*news)

    def _failed(self, kept: _Kept, state: State, error: Exception) -> None:
        if kept is self._kept and self._waiting is None:
            self._waiting = state
        if not isinstance(error, Mishap):
            raise error
        self.failed.emit(error)
