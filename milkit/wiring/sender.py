"""Send results by itself, in a thread of its own that the window never waits for."""

from __future__ import annotations

import contextlib
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from milkit.ground.errors import DropRefused, DropUnreachable, Mishap
from milkit.sync import agreement, sending

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.going import Going
    from milkit.sync.sending import State

    Then = Callable[[Exception | None], object]

_AGAIN = 600.0  # seconds until the next look for what is new
_TEACHING = 60.0  # seconds until the next look while a class is taught
_NAME = "milkit-sender"


class Sender(QObject):
    """
    Sends what is new while the program is open, if the teacher agreed to it.

    A line that fails is tried again, later each time; a drop box that refuses is told
    once and not tried until the teacher asks. Nothing goes while a class is taught.
    """

    _news = Signal(object, object, int)

    def __init__(self, app: Going) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._app = app
        self._tries = 0
        self.failed = 0  # rounds that the line ended, in all
        self._under_way = False
        self._then: Then | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._news.connect(self._ended, Qt.ConnectionType.QueuedConnection)

    def begin(self, then: Then | None = None) -> None:
        """Send now; *then* gets the mishap that ended it, or None."""
        self._then = then or self._then
        self._timer.start(0)

    def stop(self) -> None:
        """Send nothing more by itself; what is under way ends."""
        self._timer.stop()

    def say_state(self) -> None:
        """Say at the foot of the sidebar where the records are, once it is known."""
        app = self._app
        app.background().run(lambda _step: self._state(), owner=self, done=self._show)

    # --- inside ------------------------------------------------------------------

    def _look(self) -> None:
        if self._under_way:
            return
        if "teach" in self._app.pages and self._then is None:
            self._wait(_TEACHING)
            return
        self._under_way = True
        Thread(target=self._work, name=_NAME, daemon=True).start()

    def _work(self) -> None:
        error: Exception | None = None
        state: State | None = None
        sent = 0
        parts = self._app.parts
        try:
            with contextlib.closing(parts.records.again()) as records:
                try:
                    if self._may_send():
                        sent = sending.send(parts.folder, records, parts.clock).done
                finally:
                    state = sending.state(parts.folder, records)
        except Exception as e:  # noqa: BLE001 - told to the window, never lost
            error = e
        with contextlib.suppress(RuntimeError):  # the window has gone
            self._news.emit(state, error, sent)

    def _may_send(self) -> bool:
        """Look whether the teacher agreed, and to a line like this one."""
        agreed = agreement.read(self._app.parts.folder)
        if agreed is None or agreed.way != agreement.SEND:
            return False
        return agreed.metered or self._then is not None or not metered()

    def _ended(self, state: State | None, error: Exception | None, sent: int) -> None:
        self._under_way = False
        then, self._then = self._then, None
        if then is not None:
            then(error)
        elif sent:
            self._tell_sent()
        elif isinstance(error, DropRefused) or not isinstance(error, Mishap | None):
            self._app.tell(error)
        if isinstance(error, DropUnreachable):
            self._wait(sending.wait_for(self._tries))
            self._tries += 1
            self.failed += 1
        elif error is None:
            self._tries = 0
            self._wait(_AGAIN)
        self._show(state)

    def _tell_sent(self) -> None:
        app, w = self._app, self._app.look.words
        see = w.t("See list")
        text = w.t("Results sent")
        app.window.toasts.tell(text, see, lambda: app.go("sharing"))

    def _wait(self, seconds: float) -> None:
        self._timer.start(round(seconds * 1000))

    def _state(self) -> State | None:
        parts = self._app.parts
        with contextlib.closing(parts.records.again()) as records:
            return sending.state(parts.folder, records)

    def _show(self, state: State | None) -> None:
        if state is None:
            self._app.say_state()
            return
        w, sidebar = self._app.look.words, self._app.window.sidebar
        saved = w.t("All saved on this laptop.")
        if state.waiting:
            waits = w.n(
                "{count} record waiting.", "{count} records waiting.", state.waiting
            )
            sidebar.set_state(w.t("Working offline"), f"{waits} {saved}")
            return
        went = (
            (w.t("{count} sent.", count=w.number(state.sent)), state.sent),
            (w.t("{count} received.", count=w.number(state.received)), state.received),
            (w.t("{count} on a stick.", count=w.number(state.saved)), state.saved),
        )
        text = " ".join([*(text for text, many in went if many), saved])
        sidebar.set_state(w.t("Nothing waiting"), text, "cloud-check")


def sender_of(app: Going) -> Sender:
    """Give the one sender of the window; it is made when first needed."""
    found = app.findChild(Sender, _NAME)
    return found if isinstance(found, Sender) else Sender(app)


def metered() -> bool:
    """Tell whether the line is paid by the megabyte; False when nobody knows."""
    try:
        from PySide6.QtNetwork import QNetworkInformation
    except ImportError:  # a build without it
        return False
    if not QNetworkInformation.loadDefaultBackend():
        return False
    line = QNetworkInformation.instance()
    return line is not None and line.isMetered()
