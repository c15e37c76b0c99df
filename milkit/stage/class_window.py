"""The window that the class sees: on the projector, or on the one screen on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from milkit.stage.scene_view import SceneView
from milkit.stage.way_back import WayBack

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMoveEvent, QResizeEvent, QScreen

    from milkit.ground.words import Words
    from milkit.stage.look import StageLook

POINTER_REST = 2000  # ms: no pointer on the class view after this
TRIES = (300, 900, 2000)  # ms until it is put onto its screen once more


class ClassWindow(SceneView):
    """
    The class view as a window of its own; *words* are the teacher's.

    On a second screen it fills it, without taking the keyboard; wherever else a window
    system lays it, it hides at once, since that may be over the teacher's notes. On
    the only screen it opens full screen only when asked, and says how to leave: Esc or
    a click. All other keys go to the console, by *key_pressed*. *left* comes when it
    is no longer shown.
    """

    key_pressed = Signal(object)
    left = Signal()

    def __init__(self, stage: StageLook, words: Words | None = None) -> None:
        super().__init__(stage)
        words = words or stage.words
        self.setWindowTitle(words.t("MIL Kit: what the class sees"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setMouseTracking(True)
        self.way_back = WayBack(words, stage, self)
        self._rest = QTimer(self, singleShot=True, interval=POINTER_REST)
        self._rest.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self.on_only_screen = False
        self._place: QScreen | None = None
        self._tried = 0
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._try_again)

    def open_on(self, screen: QScreen) -> None:
        """Fill *screen*, a projector; it does not take the keyboard."""
        self.on_only_screen = False
        self._place, self._tried = screen, 0
        self.way_back.hide()
        self._fill(screen, quietly=True)

    def open_here(self, screen: QScreen) -> None:
        """Fill the only screen, on demand; Esc leaves and the window says so."""
        self.on_only_screen = True
        self._place = None
        self._fill(screen, quietly=False)
        self.activateWindow()
        self.setFocus()
        self.way_back.show_again()

    def put_away(self) -> None:
        """Hide, and do not come back before it is opened again."""
        self._place = None
        self._again.stop()
        self.hide()

    def _fill(self, screen: QScreen, *, quietly: bool) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, quietly)
        if self.isVisible() and self.screen() is not screen:
            self.hide()  # some window systems leave a full-screen window where it is
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._rest.start()

    def _check_place(self) -> None:
        """Hide at once when a window system laid the window onto another screen."""
        if self._place is None or not self.isVisible():
            return
        if self._place in QGuiApplication.screens():
            if self._place.geometry().contains(self.geometry().center()):
                return
            if self._tried < len(TRIES):
                self.hide()
                self._again.start(TRIES[self._tried])
                self._tried += 1
                return
        self._leave()

    def _try_again(self) -> None:
        if self._place is not None and self._place in QGuiApplication.screens():
            self._fill(self._place, quietly=True)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Never lie over another screen."""
        super().moveEvent(event)
        self._check_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never lie over another screen; keep the strip at the foot."""
        super().resizeEvent(event)
        self._check_place()
        if self.way_back.isVisible():
            self.way_back.show_again()

    def mouseMoveEvent(self, event: QEvent) -> None:
        """Show the pointer, and the way back, while the mouse moves."""
        self.unsetCursor()
        self._rest.start()
        if self.on_only_screen:
            self.way_back.show_again()

    def mousePressEvent(self, event: QEvent) -> None:
        """Leave by a click where there is no second screen."""
        if self.on_only_screen:
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give every key to the console; on the only screen Esc leaves."""
        if self.on_only_screen and event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            self.key_pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide when the window is closed from outside: a lesson is running."""
        if event.spontaneous():
            event.ignore()
            self._leave()

    def _leave(self) -> None:
        self.put_away()
        self.left.emit()
