"""The head of Home: search at the left; language and help at the right, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from milkit.ground.languages import language
from milkit.screens.search_field import LiveSearch
from milkit.screens.shelf import SIDE
from milkit.widgets.buttons import Button
from milkit.widgets.labels import KeyCap

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from milkit.ground.settings import Settings
    from milkit.widgets.look import Look

_NARROWEST_SEARCH = 220
_FIRST = 100  # the search field takes what room there is, up to its own limit


class HomeTop(QWidget):
    """One row, or two where the letters are large and the window is small."""

    language_asked = Signal()
    help_asked = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self.search = LiveSearch(look)
        self.language = Button(look, _languages(settings), "translate")
        self.language.setAccessibleDescription(w.t("Change the language"))
        self.help = Button(look, w.t("Help"), "question")
        self.language.clicked.connect(self.language_asked.emit)
        self.help.clicked.connect(self.help_asked.emit)
        self._find = _row(look, self.search, KeyCap(look, w.t("Ctrl K")))
        self._aside = _row(look, self.language, self.help)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(SIDE, look.px(14), SIDE, look.px(8))
        self._box.setSpacing(look.px(8))
        self._box.addWidget(self._find, 1)
        self._box.addStretch()
        self._box.addWidget(self._aside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Give the room of two rows."""
        width = max(self._aside.minimumSizeHint().width(), self._search_room())
        return QSize(width + 2 * SIDE, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row where there is room."""
        super().resizeEvent(event)
        room = self.width() - 2 * SIDE - self._look.px(16)
        one = self._search_room() + self._aside.sizeHint().width() <= room
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if one else way.TopToBottom)

    def _search_room(self) -> int:
        return self._look.px(_NARROWEST_SEARCH + 60)


def _row(look: Look, *parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(10))
    for part in parts:
        row.addWidget(part, _FIRST if isinstance(part, LiveSearch) else 0)
    row.addStretch(1)
    return holder


def _languages(settings: Settings) -> str:
    """Name the language of the kit, and that of the lessons when it is another."""
    lessons = settings.lesson_language or settings.language
    codes = dict.fromkeys((settings.language, lessons))
    return "  ·  ".join(language(code).own for code in codes)
