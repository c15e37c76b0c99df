"""The frame that carries the focus rings around a control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from milkit.widgets.panel import paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look


ROOM = 6  # px around a control, kept free by the layouts


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

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        """Lay the ring over the window: the control's own parent would cut it off."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class Ring(QFocusFrame):
    """One for a window; it moves with the control it lies on, also while scrolling."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._room = _Room()
        self.setStyle(self._room)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lay_on(self, widget: QWidget) -> None:
        """Show the ring around a control, also one that scrolls into sight now."""
        self.setWidget(widget)
        if not self.isVisible():
            QTimer.singleShot(0, self, self._lay_again)

    def _lay_again(self) -> None:
        widget = self.widget()
        if widget is not None and not self.isVisible():
            self.setWidget(None)  # type: ignore[arg-type] # Qt's way to let go
            self.setWidget(widget)

    def lift(self) -> None:
        """Take the ring away."""
        self.setWidget(None)  # type: ignore[arg-type] # Qt's way to let go
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark ring outside and the bright one inside."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, self._look, QRectF(self.rect()))
