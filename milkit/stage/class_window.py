"""The window that the class sees: on the projector, or on the one screen on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from milkit.stage.sheet import pages, paint_scene

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QScreen

    from milkit.stage.look import StageLook
    from milkit.teaching.scene import Scene

POINTER_REST = 2000  # ms: no pointer on the class view after this


class SceneView(QWidget):
    """Paints a scene over its whole face; knows nothing else of the lesson."""

    def __init__(self, stage: StageLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.scene: Scene | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_scene(self, scene: Scene | None) -> None:
        """Draw *scene* from now on."""
        if scene != self.scene:
            self.scene = scene
            self.update()

    def page_count(self) -> int:
        """Say how many screens the scene's texts need at this size."""
        if self.scene is None:
            return 1
        image = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        count = pages(painter, self._face(), self.scene, self._stage)
        painter.end()
        return count

    def _face(self) -> QRectF:
        return QRectF(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scene, at the shape of this window."""
        painter = QPainter(self)
        paint_scene(painter, self._face(), self.scene, self._stage)
        painter.end()


class ClassWindow(SceneView):
    """
    The class view as a window of its own.

    On a second screen it fills it. On the only screen it opens full screen only when
    asked, and says how to leave. Keys go to the teacher's console, by *key_pressed*.
    """

    key_pressed = Signal(object)
    left = Signal()

    def __init__(self, stage: StageLook) -> None:
        super().__init__(stage)
        self.setWindowTitle(stage.words.t("MIL Kit: what the class sees"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setMouseTracking(True)
        self._rest = QTimer(self, singleShot=True, interval=POINTER_REST)
        self._rest.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self.on_only_screen = False

    def open_on(self, screen: QScreen) -> None:
        """Fill *screen*, a projector; it does not take the keyboard."""
        self.on_only_screen = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, True)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def open_here(self, screen: QScreen) -> None:
        """Fill the only screen, on demand; Esc leaves and the window says so."""
        self.on_only_screen = True
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()

    def mouseMoveEvent(self, event: QEvent) -> None:
        """Show the pointer while it moves."""
        self.unsetCursor()
        self._rest.start()

    def mousePressEvent(self, event: QEvent) -> None:
        """Leave by a click where there is no second screen."""
        if self.on_only_screen:
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give every key to the console; Esc always leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            self.key_pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide instead of closing: a lesson is running."""
        event.ignore()
        self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
