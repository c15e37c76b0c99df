"""Keeps the class view where the class is: on the projector when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal

from milkit.stage.class_window import ClassWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from milkit.ground.words import Words
    from milkit.stage.look import StageLook
    from milkit.stage.projector import Projector
    from milkit.teaching.scene import Scene


class ClassScreen(QObject):
    """
    Opens the class window on the projector, hides it the moment that goes away.

    It brings it back by itself. With one screen it opens only when asked.

    *changed* tells that the words of `state` should be said anew.
    """

    changed = Signal()
    key_pressed = Signal(object)
    shape_changed = Signal(QSize)

    def __init__(self, projector: Projector, stage: StageLook, words: Words) -> None:
        super().__init__()
        self._projector = projector
        self.window = ClassWindow(stage, words)
        self.window.key_pressed.connect(self.key_pressed)
        self.window.left.connect(self.changed)
        self.wanted = False
        self.was_lost = False
        projector.lost.connect(self._lost)
        projector.found.connect(self._found)

    @property
    def on_projector(self) -> bool:
        """Whether the class sees it on a second screen now."""
        return self.window.isVisible() and not self.window.on_only_screen

    @property
    def mirrored(self) -> bool:
        """Whether the projector shows the laptop's own picture."""
        return self._projector.is_mirrored

    @property
    def screen(self) -> QScreen | None:
        """The projector's screen, None when there is none."""
        return self._projector.screen

    def begin(self) -> None:
        """Show the class view from now on, wherever a projector is."""
        self.wanted = True
        if self._projector.screen is not None:
            self._open(self._projector.screen)

    def show_scene(self, scene: Scene) -> None:
        """Draw *scene* for the class."""
        self.window.show_scene(scene)

    def toggle(self) -> None:
        """Open or hide the class view: on the projector, else on the one screen."""
        if self.window.isVisible():
            self.window.put_away()
        elif self._projector.screen is not None:
            self._open(self._projector.screen)
        else:
            self.window.open_here(self._projector.laptop)
        self.changed.emit()

    def end(self) -> None:
        """Take the class view away for good."""
        self.wanted = False
        self.window.put_away()
        self.window.deleteLater()

    def _open(self, screen: QScreen) -> None:
        self.was_lost = False
        self.window.open_on(screen)
        self.shape_changed.emit(screen.size())

    def _lost(self) -> None:
        self.window.put_away()  # first of all: Qt would lay it over the console
        self.was_lost = self.wanted
        self.changed.emit()

    def _found(self, screen: QScreen) -> None:
        if self.wanted:
            self._open(screen)
        self.changed.emit()
