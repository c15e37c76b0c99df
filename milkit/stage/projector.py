"""Watch the screens: which one is the projector, when it goes, when it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QScreen


def others(screens: list[QScreen], laptop: QScreen) -> list[QScreen]:
    """Give the screens that are not the laptop's; a mirrored one is the same screen."""
    own = laptop.geometry()
    return [s for s in screens if s is not laptop and s.geometry() != own]


def mirrored(screens: list[QScreen], laptop: QScreen) -> bool:
    """Say whether another screen shows the laptop's own picture."""
    own = laptop.geometry()
    return any(s is not laptop and s.geometry() == own for s in screens)


class Projector(QObject):
    """
    Knows the screen that the class sees, beside the one *laptop()* is on.

    *found* comes with a screen that can be used; *lost* the moment it goes away:
    its window must be hidden first of all, since Qt would lay it over the console.
    """

    found = Signal(object)
    lost = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._window_screen: QScreen | None = None
        self.screen: QScreen | None = None
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self._look_again)
        self._watch()

    def stands_on(self, laptop: QScreen | None) -> None:
        """Say which screen the teacher's window is on, now."""
        self._window_screen = laptop
        self._look_again()

    @property
    def laptop(self) -> QScreen:
        """The screen of the teacher's window."""
        screens = self._app.screens()
        if self._window_screen in screens and self._window_screen is not None:
            return self._window_screen
        return self._app.primaryScreen()

    @property
    def is_mirrored(self) -> bool:
        """Whether the projector shows the laptop's own picture."""
        return mirrored(self._app.screens(), self.laptop)

    def _watch(self) -> None:
        for screen in self._app.screens():
            screen.geometryChanged.connect(self._look_again)
        self._look_again()

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look_again)
        self._look_again()

    def _removed(self, screen: QScreen) -> None:
        if screen is self.screen:
            self.screen = None
            self.lost.emit()
        self._look_again(gone=screen)

    def _look_again(self, *_news: object, gone: QScreen | None = None) -> None:
        screens = [s for s in self._app.screens() if s is not gone]
        if not screens:
            return
        left = others(screens, self.laptop)
        if self.screen is not None and self.screen not in left:
            self.screen = None
            self.lost.emit()
        if self.screen is None and left:
            self.screen = left[0]
            self.found.emit(self.screen)
