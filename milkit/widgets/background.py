"""The one way to do slow work: in a thread, its news brought home to the window."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from milkit.ground.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    Step = Callable[[int, int], None]

T = TypeVar("T")


class Background(QObject):
    """
    Runs slow work in threads; the app makes one and hands it to its screens.

    *work* gets a *step(done, total)* to call as it goes, and touches no widget.
    The callbacks run in the window's thread, and only while *owner* lives:
    closing a screen cancels what it started. A failure that nobody asked about
    is told by the *failed* signal.
    """

    failed = Signal(Exception)
    _news = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._closed = False
        self._news.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Step], T],
        *,
        owner: QObject,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        stepped: Step | None = None,
    ) -> Event:
        """Start *work* and return the event that stops it."""
        stop = Event()

        def tell(callback: Callable[..., object], *news: object) -> None:
            self._news.emit(lambda: callback(*news) if isValid(owner) else None)

        def step(number: int, total: int) -> None:
            if stop.is_set() or not isValid(owner):
                raise Cancelled
            if stepped:
                tell(stepped, number, total)

        def task() -> None:
            try:
                result = work(step)
            except Exception as e:  # noqa: BLE001 - told to the window, never lost
                tell(failed or self.failed.emit, e)
            else:
                tell(done, result)

        self._submit(task)
        return stop

    def close(self) -> None:
        """
        Wait for the work under way; call as the app quits, with words on the screen.

        Writes are waited for; network work is given two seconds by its own limits.
        """
        self._closed = True
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _submit(self, task: Callable[[], None]) -> None:
        if not self._closed:  # a timer may ask once more as the window goes
            self._threads().submit(task)

    def _threads(self) -> ThreadPoolExecutor:
        """Give the pool; it is made for the first work, not at the start."""
        from concurrent.futures import ThreadPoolExecutor

        if self._pool is None:
            self._pool = ThreadPoolExecutor(thread_name_prefix="milkit")
        return self._pool

    @Slot(object)
    def _deliver(self, news: Callable[[], object]) -> None:
        news()
