"""When the keyboard is in use, and the two rings that then show the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from milkit.widgets.look import Look
    from milkit.widgets.ring import Ring

OWN_RING = "own_ring"  # property of a widget that draws its ring itself
KEYS = "keys"  # property of the focused widget while the keyboard is in use


class FocusRing(QObject):
    """
    Follows the focus in a window; app.py makes one for each.

    It listens to the focused widget only: a filter on the whole application would
    take every event through Python. The ring is made at the first key.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._keys = False
        self._on: QWidget | None = None
        self.ring: Ring | None = None
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
        return False

    def let_go(self) -> None:
        """Follow the focus no longer: another look's ring takes its place."""
        self._moved(None, None)
        if self.ring is not None and isValid(self.ring):
            self.ring.deleteLater()
        self.deleteLater()

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is not self._window:
            return
        if self._on is not None and isValid(self._on):
            self._on.removeEventFilter(self)
            self._on.setProperty(KEYS, False)
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._keys = False
        self._on = new
        if new is not None:
            new.installEventFilter(self)
        self._show_on(new)

    def _show_on(self, widget: QWidget | None) -> None:
        if widget is not None and not isValid(widget):
            widget = None  # its page was let go
        if widget is not None:
            widget.setProperty(KEYS, self._keys)
            widget.update()
        if widget is not None and self._keys and not widget.property(OWN_RING):
            self._made().lay_on(widget)
        elif self.ring is not None and isValid(self.ring):
            self.ring.lift()

    def _made(self) -> Ring:
        """Give the ring; Qt lays it into a page, and it goes with that page."""
        from milkit.widgets.ring import Ring

        if self.ring is None or not isValid(self.ring):
            self.ring = Ring(self._look, self._window)
        return self.ring
