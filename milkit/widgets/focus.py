"""The keyboard focus ring: two rings outside the control, shown after keyboard use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QProxyStyle, QStyle, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOption

    from milkit.widgets.look import Look

ROOM = 6  # px around a control, kept free by the layouts
OWN_RING = "own_ring"  # property of a widget that draws its ring itself
KEYS = "keys"  # property of the focused widget while the keyboard is in use


class _Room(QProxyStyle):
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Keep the ring ROOM px outside the control."""
        margins = (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        )
        return (
            ROOM if metric in margins else super().pixelMetric(metric, option, widget)
        )


class FocusRing(QFocusFrame):
    """
    Follows the focus in the application; app.py makes one for each window.

    It listens to the focused widget only: a filter on the whole application would
    take every event through Python.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._keys = False
        self._on: QWidget | None = None
        self._style = _Room()
        self.setStyle(self._style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether the keyboard or the mouse is in use."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and not self._keys:
            self._keys = True
            self._show_on(self._on)
        elif kind == QEvent.Type.MouseButtonPress and self._keys:
            self._keys = False
            self._show_on(self._on)
        if isinstance(watched, QWidget) and watched is self.widget():
            return super().eventFilter(watched, event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark ring outside and the bright one inside."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, self._look, QRectF(self.rect()))

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is not self.window():
            return
        if self._on is not None:
            self._on.removeEventFilter(self)
            self._on.setProperty(KEYS, False)
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._keys = False
        self._on = new
        if new is not None:
            new.installEventFilter(self)
            new.destroyed.connect(self._gone)
        self._show_on(new)

    def _gone(self, gone: QObject) -> None:
        if gone is self._on:
            self._on = None

    def _show_on(self, widget: QWidget | None) -> None:
        if widget is not None:
            widget.setProperty(KEYS, self._keys)
            widget.update()
        if widget is not None and self._keys and not widget.property(OWN_RING):
            self.setWidget(widget)
        else:
            self.setWidget(None)  # type: ignore[arg-type] # Qt's way to let go


def paint_ring(painter: QPainter, look: Look, box: QRectF, radius: float = 9) -> None:
    """Paint both rings just inside *box*."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("focus_out"), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.setPen(QPen(look.colour("focus_in"), 3))
    inner = box.adjusted(3, 3, -3, -3)
    painter.drawRoundedRect(inner, radius - 2, radius - 2)
