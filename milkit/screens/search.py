"""Search while typing: ask at once, and look inside words away from the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from milkit.library.finding import Hit
    from milkit.library.library import Library
    from milkit.screens.search_field import LiveSearch
    from milkit.screens.search_results import SearchResults
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

_MOST = 12  # lessons in the list
_PAUSE = 30  # ms after a letter: it is painted before the search begins


class Search(QObject):
    """
    Between the field, the library and the list; the list is made when first needed.

    *lesson_chosen* tells a lesson and its language; *answered* that the list shows
    what was asked for.
    """

    lesson_chosen = Signal(str, str)
    answered = Signal()

    def __init__(
        self,
        look: Look,
        field: LiveSearch,
        library: Library,
        background: Callable[[], Background],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._look, self._field, self._library = look, field, library
        self._background, self._page = background, page
        self._asked = ""
        self._results: SearchResults | None = None
        self.lang = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask)
        field.textChanged.connect(self._typed)
        field.moved.connect(self._move)
        field.entered.connect(self._enter)
        field.escaped.connect(self.close_list)

    @property
    def results(self) -> SearchResults:
        """The list over the page."""
        if self._results is None:
            from milkit.screens.search_results import SearchResults

            self._results = SearchResults(self._look, self._page)
            self._results.hide()
            self._results.lesson_chosen.connect(self._chosen)
            self._results.word_chosen.connect(self._search_for)
            self._page.setTabOrder(self._field, self._results)
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._focus_moved)
        return self._results

    @property
    def is_open(self) -> bool:
        """Tell whether the list is shown."""
        return self._results is not None and not self._results.isHidden()

    def close_list(self) -> None:
        """Close the list; when it is closed, empty the field."""
        if self.is_open:
            self._asked = ""
            self.results.hide()
        else:
            self._field.clear()

    def place(self) -> None:
        """Follow the field when the page has another size."""
        if self.is_open:
            self.results.place(self._field)

    # --- asking ----------------------------------------------------------------

    def _typed(self, text: str) -> None:
        if text.strip():
            self._timer.start()
            return
        self._timer.stop()
        self._asked = ""
        if self.is_open:
            self.results.hide()

    def _ask(self) -> None:
        text = self._asked = self._field.text().strip()
        if not text:
            return
        hits = self._library.find(text, self.lang, _MOST, inside=False)
        if hits:
            self._show(text, hits)
            return
        self.results.show_looking(self._field)
        find = partial(self._library.find, text, self.lang, _MOST)
        self._background().run(
            lambda _step: find(),
            owner=self,
            done=partial(self._show, text),
        )

    def _show(self, text: str, hits: list[Hit]) -> None:
        """Show what was found, unless something else was asked meanwhile."""
        if text != self._asked:
            return
        from milkit.screens.search_lines import lines_of, near_words

        w = self._look.words
        if hits:
            lines = lines_of(hits, self._library, w)
            self.results.show_lines(lines, self._field)
        else:
            near = near_words(text, self._library.rows(self.lang), w)
            self.results.show_nothing(text, near, self._field)
        self.answered.emit()

    # --- keys and choices ------------------------------------------------------

    def _move(self, by: int) -> None:
        if self.is_open:
            self.results.choose(by)
        elif self._field.text().strip():
            self._ask()

    def _enter(self) -> None:
        if self._timer.isActive() or not self.is_open:
            self._timer.stop()
            self._ask()  # what was typed, not what the list still shows
        if self.is_open:
            self.results.list.open_current()

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Close the list when the user goes elsewhere in the window."""
        if now is None or now is self._field or not self.is_open:
            return
        if not self.results.isAncestorOf(now):
            self.results.hide()

    def _search_for(self, word: str) -> None:
        self._field.setFocus()
        self._field.setText(word)

    def _chosen(self, lesson: str, lang: str) -> None:
        self.results.hide()
        self.lesson_chosen.emit(lesson, lang)
