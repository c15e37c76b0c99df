"""A scene over the whole face of a widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from milkit.stage.sheet import pages, paint_scene

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.stage.look import StageLook
    from milkit.teaching.scene import Scene

TIMED = ("discuss", "roleplay")  # kinds that show the time that is left


class SceneView(QWidget):
    """Paints a scene at the size of this widget; knows nothing else of the lesson."""

    def __init__(self, stage: StageLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.scene: Scene | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_scene(self, scene: Scene | None) -> None:
        """Draw *scene* from now on; nothing is drawn anew for a second gone by."""
        before, self.scene = self.scene, scene
        if _drawn(scene) != _drawn(before):
            self.update()

    def page_count(self) -> int:
        """Say how many screens the scene's texts need here."""
        if self.scene is None:
            return 1
        image = QImage(1, 1, QImage.Format.Format_RGB32)  # lives as long as its painter
        painter = QPainter(image)
        count = pages(painter, self._face(), self.scene, self._stage)
        painter.end()
        return count

    def _face(self) -> QRectF:
        """Give the window that the scene is laid out for, px."""
        return QRectF(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scene."""
        painter = QPainter(self)
        paint_scene(painter, self._face(), self.scene, self._stage)
        painter.end()


def _drawn(scene: Scene | None) -> Scene | None:
    """Give a scene without what its kind does not show."""
    if scene is None or scene.kind in TIMED:
        return scene
    return replace(scene, left=0, total=0)
