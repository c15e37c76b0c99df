"""Home: find a lesson, or go on with the one that was begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens.home_top import HomeTop
from milkit.screens.search import Search
from milkit.screens.shelf import Shelf
from milkit.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from milkit.ground.settings import Settings
    from milkit.library.library import Library
    from milkit.records.store import Records
    from milkit.screens.continue_strip import ContinueStrip
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look


class HomeScreen(QWidget):
    """
    The lessons as cards, with filters and search; at Home also the run to continue.

    *lessons* makes the place "Lessons": the same, with a title and no run.
    *background* gives the one way to do slow work; it is asked when first needed.
    """

    lesson_chosen = Signal(str, str)
    continue_chosen = Signal(str)
    begin_again_chosen = Signal(str)
    language_asked = Signal()
    help_asked = Signal()

    def __init__(
        self,
        look: Look,
        library: Library,
        records: Records,
        settings: Settings,
        background: Callable[[], Background],
        *,
        lessons: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._records, self._lessons = look, records, lessons
        lang = settings.lesson_language or settings.language
        self.top = HomeTop(look, settings)
        self.shelf = Shelf(look, library, records, lang)
        self.search = Search(look, self.top.search, library, background, self)
        self.search.lang = lang
        self.strip: ContinueStrip | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.shelf, 1)
        if lessons:
            title = look.words.t("Lessons")
            self.setAccessibleName(title)
            self.shelf.put_first(Label(look, title, "title"))
        self._wire()
        self._read = False

    def refresh(self) -> None:
        """Read the lessons and the run anew."""
        self._read = True
        self.shelf.refresh()
        if not self._lessons:
            self._show_run()

    def focus_first(self) -> None:
        """Begin in the search field."""
        self.focus_search()

    def focus_search(self) -> None:
        """Go to the search field; what stands there is replaced by typing."""
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what nobody asked for before the page was first shown."""
        super().showEvent(event)
        if not self._read:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list of results under its field."""
        super().resizeEvent(event)
        self.search.place()

    def _wire(self) -> None:
        self.top.language_asked.connect(self.language_asked)
        self.top.help_asked.connect(self.help_asked)
        self.search.lesson_chosen.connect(self.lesson_chosen)
        self.shelf.lesson_chosen.connect(self.lesson_chosen)

    def _show_run(self) -> None:
        """Offer to go on with the run that was not ended, if there is one."""
        if self.strip is not None:
            self.shelf.take_out(self.strip)
            self.strip = None
        row = self._records.open_run()
        run = self._records.run(row.id) if row else None
        if run is None:
            return
        from milkit.screens.continue_strip import ContinueStrip, how_far

        far = how_far(run, self._records.last_pulse(run.id))
        self.strip = ContinueStrip(self._look, run, far)
        self.strip.continue_chosen.connect(self.continue_chosen)
        self.strip.begin_again_chosen.connect(self.begin_again_chosen)
        self.shelf.put_first(self.strip)
        self.setTabOrder(self.top.help, self.strip.go)
        self.setTabOrder(self.strip.go, self.strip.again)
