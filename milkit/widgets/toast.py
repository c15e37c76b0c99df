"""Toasts: short good news at the bottom left, with one action, for six seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from milkit.widgets.labels import IconLabel
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.panel import Bar, paint_card
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

STAYS = 6000  # milliseconds
LONGER = 60_000  # for an offer that comes while a page is being read


class _Action(QPushButton):
    """The one action of a toast, light on indigo."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._words = look, look.type.ready(text)
        self.setAccessibleName(plain(text))
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Give the room of the word."""
        from PySide6.QtCore import QSize

        width = advance(self._words, self._look.type.font("strong"))
        return QSize(round(width) + 1 + 2 * self._look.px(14), self._look.px(42))

    def minimumSizeHint(self) -> QSize:
        """Give the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        edge = "side_ink" if self.underMouse() else "side_ink2"
        paint_card(painter, self._look, box, "side", edge)
        ink = Ink("strong", "side_ink")
        centre = Qt.AlignmentFlag.AlignHCenter
        paint_line(painter, self._look, self._words, box, ink, centre)


class Toast(QWidget):
    """One toast; *closed* comes when its time is over or its action was taken."""

    closed = Signal()

    def __init__(
        self,
        look: Look,
        text: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        icon: str = "check-circle-fill",
    ) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(plain(text))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(18), look.px(7), look.px(10), look.px(7))
        row.setSpacing(look.px(24))
        row.addWidget(
            IconLabel(look, icon, text, "body", colour="side_ink", icon_colour="tur"), 1
        )
        if action:
            button = _Action(look, action)
            button.clicked.connect(self.closed.emit)
            if do is not None:
                button.clicked.connect(lambda _on=False: do())
            button.installEventFilter(self)
            row.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.closed.emit)
        self._timer.start(STAYS)

    def stay(self) -> None:
        """Wait longer than good news does."""
        self._timer.start(LONGER)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait while the action has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._timer.start(STAYS)
        return False

    def enterEvent(self, event: QEvent) -> None:
        """Wait while the mouse is over the toast."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._timer.start(STAYS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint indigo with an edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint_card(painter, self._look, box, "side", "side_line")


class Toasts(QWidget):
    """
    Lies over the bottom left of *host* and holds its toasts, the newest lowest.

    *said* is the list of what was told, newest last. Errors are never toasts.
    """

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self.said: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        host.installEventFilter(self)
        self.hide()

    def tell(
        self, text: str, action: str = "", do: Callable[[], object] | None = None
    ) -> Toast:
        """Show a toast; *action* is one verb like Undo, and *do* does it."""
        toast = Toast(self._look, text, action, do)
        toast.closed.connect(lambda: self._drop(toast))
        self._column.addWidget(toast)
        self.said.append(plain(text))
        announce(self, text)
        self.place()
        QTimer.singleShot(0, self, self.place)  # the page beneath may be new
        self.show()
        self.raise_()
        return toast

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom left when the host is resized."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def _drop(self, toast: Toast) -> None:
        self._column.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        if self._column.count():
            self.place()
        else:
            self.hide()

    def place(self) -> None:
        """Lie at the bottom left, above the buttons of a page's footer."""
        host = self.parentWidget()
        if host is None:
            return
        self.adjustSize()
        gap = self._look.px(24)
        width = min(
            max(self.sizeHint().width(), self._look.px(360)), host.width() - 2 * gap
        )
        self.setGeometry(
            gap,
            host.height() - self.sizeHint().height() - self._below(host, gap),
            width,
            self.sizeHint().height(),
        )

    def _below(self, host: QWidget, gap: int) -> int:
        """Give the pixels to keep free: a toast over a button takes its click."""
        feet = (bar for bar in host.findChildren(Bar) if bar.is_footer)
        shown = [bar.height() for bar in feet if bar.isVisible()]
        return max(shown) + self._look.px(10) if shown else gap
