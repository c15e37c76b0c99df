"""The class view in small, on the teacher's console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from milkit.stage.scene_view import SceneView
from milkit.stage.sheet import paint_scene
from milkit.widgets.lines import Ink, paint_line

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from milkit.stage.look import StageLook
    from milkit.teaching.scene import Scene
    from milkit.widgets.look import Look

USUAL = QSize(1280, 720)  # the shape of a projector, before one is seen
WIDTH = 320


class Preview(SceneView):
    """
    Draws exactly what the class sees: laid out at its screen's size, then scaled.

    So lines break as on the projector and the count of screens is the same. While
    the class sees a blank screen it says so, since the teacher must know.
    """

    def __init__(self, look: Look, stage: StageLook) -> None:
        super().__init__(stage)
        self._look = look
        self._size = QSizeF(USUAL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.words.t("What the class sees"))

    def set_shape(self, size: QSize) -> None:
        """Take the size of the class's screen."""
        if not size.isEmpty() and QSizeF(size) != self._size:
            self._size = QSizeF(size)
            self._fit_height()
            self.update()

    def show_scene(self, scene: Scene | None) -> None:
        """Draw *scene* from now on."""
        super().show_scene(scene)
        blank = scene is not None and scene.kind == "blank"
        w = self._look.words
        self.setAccessibleDescription(
            w.t("The class sees a blank screen") if blank else ""
        )

    def sizeHint(self) -> QSize:
        """Give a small picture of the screen's shape."""
        width = self._look.px(WIDTH)
        return QSize(width, self._high(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape."""
        super().resizeEvent(event)
        self._fit_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scene at its own size, scaled to this widget."""
        painter = QPainter(self)
        painter.save()
        scale = self.width() / self._size.width()
        painter.scale(scale, scale)
        paint_scene(painter, self._face(), self.scene, self._stage)
        painter.restore()
        if self.scene is not None and self.scene.kind == "blank":
            words = self._look.words.t("Blank")
            ink, middle = Ink("strong", "#FFFFFF"), Qt.AlignmentFlag.AlignHCenter
            paint_line(painter, self._look, words, QRectF(self.rect()), ink, middle)
        painter.end()

    def _face(self) -> QRectF:
        return QRectF(0, 0, self._size.width(), self._size.height())

    def _high(self, width: int) -> int:
        return round(width * self._size.height() / self._size.width())

    def _fit_height(self) -> None:
        self.setFixedHeight(self._high(self.width()))
