"""Going about the window: places, the way back, settings, and what went wrong."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

from milkit import starting
from milkit.ground import settings as choices
from milkit.ground.clock import today_doubtful
from milkit.ground.errors import (
    ClockWrong,
    DatabaseDamaged,
    Mishap,
    SettingsDamaged,
    Unforeseen,
)
from milkit.records import lock, opening
from milkit.screens.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QApplication, QWidget

    from milkit.ground.settings import Settings
    from milkit.stage.projector import Projector
    from milkit.starting import Parts
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look


class Place(NamedTuple):
    """Somewhere to go back to, and what it was for."""

    name: str
    about: tuple[str, ...]


TOPS = {  # places of the sidebar
    "home",
    "lessons",
    "classes",
    "kit",
    "reports",
    "settings",
}
WHOLE = {"first", "teach", "finish", "consent", "keying"}  # they fill the window
SHOWN_AS = {
    "lesson": "lessons",
    "print": "lessons",
    "editor": "lessons",
    "help": "home",
    "packs": "settings",
    "trust": "settings",
    "sharing": "settings",
    "received": "reports",
    "region": "reports",
    "results": "reports",
    "checks": "classes",
    "check-hands": "classes",
    "check-totals": "classes",
    "research": "classes",
    "check-stick": "kit",
}
CALM = 3000  # ms after the start: then slow care may begin
# No clock can be right that is before this version was made.
BUILT = datetime(2026, 11, 1, tzinfo=UTC)
LOOKS = (  # settings that pages are built with
    "language",
    "lesson_language",
    "letter_keys",
    "text_size",
    "theme",
    "follow_system",
    "own_digits",
    "less_movement",
)


class Going(QObject):
    """
    The window and the way through it; `App` makes the pages and wires their signals.

    Pages are made when first shown and let go when the look changes. A page that
    fills the window (a lesson being taught, the first start) hides the sidebar.
    """

    def __init__(
        self, app: QApplication, parts: Parts, settings: Settings, look: Look
    ) -> None:
        super().__init__()
        self.qt, self.parts = app, parts
        self.makers: dict[str, Callable[[], QWidget]] = {}
        self.settings, self.look = settings, look
        self.window = Window(look, self._may_close)
        self.pages: dict[str, QWidget] = {}
        self._way: list[Place] = []
        self._background: Background | None = None
        self._projector: Projector | None = None
        self._bell: QObject | None = None
        self._closed = False
        self._wire_window()
        self.say_state()

    # --- the window --------------------------------------------------------------

    def show(self) -> None:
        """Show the window, with the first start or Home in it."""
        self.window.resize(1366, 690)
        self.go("home" if self.settings.first_start_done else "first")
        if self.qt.primaryScreen().availableSize().width() <= self.window.width():
            self.window.showMaximized()
        else:
            self.window.show()
        QTimer.singleShot(0, self._after_start)

    def close(self) -> None:
        """End the work under way and let the parts go."""
        self._closed = True
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.drop("teach")
        if self._background is not None:
            self._background.close()
        self.parts.close()

    def background(self) -> Background:
        """Give the one way to do slow work; it is made when first needed."""
        if self._background is None:
            from milkit.widgets.background import Background

            self._background = Background(self)
            self._background.failed.connect(self.tell)
        return self._background

    def projector(self) -> Projector:
        """Give the watch over the screens."""
        if self._projector is None:
            from milkit.stage.projector import Projector

            self._projector = Projector(self.qt, self)
            self._projector.stands_on(self.window.screen())
            handle = self.window.windowHandle()
            if handle is not None:
                handle.screenChanged.connect(self._projector.stands_on)
        return self._projector

    def tell(self, error: Exception) -> None:
        """Say in the window what went wrong; what nobody foresaw is written down."""
        from milkit.ground import diary
        from milkit.ground.mishap_words import explain

        if not isinstance(error, Mishap):
            diary.write(self.parts.folder, "not foreseen", error)
        mishap = error if isinstance(error, Mishap) else Unforeseen(repr(error))
        self.window.tell(explain(mishap, self.look.words))

    def unforeseen(
        self,
        kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        """Take an error that came out of a signal: for `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            self.qt.quit()
        elif isinstance(error, Exception):
            self.tell(error)

    def _wire_window(self) -> None:
        window = self.window
        window.place_asked.connect(self.go)
        window.state_asked.connect(lambda: self.go("sharing"))
        window.back_asked.connect(self.go_back)
        window.help_asked.connect(lambda: self.go("help"))
        window.search_asked.connect(self._search)
        window.print_asked.connect(lambda: self._ask_page("print_now"))
        window.teach_asked.connect(lambda: self._ask_page("teach_now"))
        window.size_asked.connect(self._resize_text)

    def _after_start(self) -> None:
        """Do what need not be done before the window is seen."""
        from milkit.widgets.doorbell import Doorbell

        gc.freeze()  # what stands now stays: later rounds need not look at it
        gc.enable()  # __main__ switched it off for the start
        self.window.show_icon()
        self._bell = bell = Doorbell(self.parts.folder / lock.BELL, self)
        bell.rung.connect(self._come_forward)
        bell.handed.connect(self.handed)
        for mishap in self.parts.mishaps:
            self.tell(mishap)
        if self.settings.damaged:
            name = self.settings.damaged
            self.tell(SettingsDamaged(self.parts.folder / name))
        self._ask_the_day()
        QTimer.singleShot(CALM, self, self._look_after)

    def _ask_the_day(self) -> None:
        """Say so when the clock cannot be right: records would be wrongly dated."""
        now, last = self.parts.clock.now(), self.parts.records.last_told()
        if today_doubtful(now, last, BUILT):
            self.tell(ClockWrong(now, last or BUILT))

    def handed(self, file: str) -> None:
        """Take a file from a second start; `App` knows how."""

    def _come_forward(self) -> None:
        self.window.setWindowState(
            self.window.windowState() & ~Qt.WindowState.WindowMinimized
        )
        self.window.raise_()
        self.window.activateWindow()

    def _look_after(self) -> None:
        """Look through the records and copy what is new, in a thread."""
        if self._closed:
            return
        folder, clock = self.parts.folder, self.parts.clock

        def work(_step: object) -> list[Mishap]:
            if opening.faults(folder):
                return [DatabaseDamaged(folder / opening.NAME)]
            mishap = opening.take_due_copy(folder, clock)
            return [mishap] if mishap else []

        self.background().run(work, owner=self, done=self._tell_all)
        self._send_results()

    def _send_results(self) -> None:
        """Send results by itself where the teacher agreed to it: `App` knows how."""

    def _tell_all(self, mishaps: list[Mishap]) -> None:
        for mishap in mishaps:
            self.tell(mishap)

    def say_state(self) -> None:
        """Say at the foot of the sidebar that all is saved here."""
        w = self.look.words
        self.window.sidebar.set_state(
            w.t("Working offline"), w.t("All saved on this laptop.")
        )

    def _may_close(self) -> bool:
        """Say whether the window may close: a lesson that runs is kept either way."""
        return True

    # --- going places ------------------------------------------------------------

    def go(self, place: str, *about: str) -> None:
        """Show a place; *about* names the lesson, class or run it is for."""
        made = place not in self.pages
        page = self._page(place)
        show = getattr(page, "show_lesson", None) or getattr(page, "show_about", None)
        if about and callable(show):
            show(*about)
        refresh = getattr(page, "refresh", None)
        if callable(refresh):
            refresh()
        if place in TOPS:
            self._way.clear()
        if not self._way or self._way[-1].name != place:
            self._way.append(Place(place, about))
        whole = WHOLE | {"help"} if WHOLE & {each.name for each in self._way} else WHOLE
        self.window.show_page(page, SHOWN_AS.get(place, place), whole=place in whole)
        begin = getattr(page, "begin", None)
        if made and callable(begin):
            begin()

    def go_back(self) -> None:
        """Go to where the user came from; Home is the end of every way."""
        inside = getattr(self.window.page, "back", None)
        if callable(inside) and inside():
            return
        here = self._way.pop() if self._way else Place("home", ())
        if here.name == "teach":
            self._way.append(here)
            self.ask_to_end()
            return
        before = self._way.pop() if self._way else Place("home", ())
        self.go(before.name, *before.about)

    def _page(self, place: str) -> QWidget:
        if place not in self.pages:
            self.pages[place] = self.makers[place]()
        return self.pages[place]

    def forget(self, place: str) -> None:
        """Leave a place out of the way back."""
        self._way = [each for each in self._way if each.name != place]

    def ask_to_end(self) -> None:
        """Ask before a lesson that runs is left; `App` knows how."""

    def drop(self, place: str) -> None:
        """Let a page go; it takes what it opened with it."""
        page = self.pages.pop(place, None)
        if page is None:
            return
        leave = getattr(page, "leave", None)
        if callable(leave):
            leave()
        page.hide()
        page.deleteLater()

    def _ask_page(self, what: str) -> None:
        ask = getattr(self.window.page, what, None)
        if callable(ask):
            ask()

    def _search(self) -> None:
        page = self.window.page
        focus = getattr(page, "focus_search", None)
        if not callable(focus):
            self.go("home")
            focus = getattr(self.window.page, "focus_search", None)
        if callable(focus):
            focus()

    # --- settings ------------------------------------------------------------------

    def change_settings(self, settings: Settings) -> None:
        """Keep new settings at once; a new look builds the pages anew."""
        new_look = self.looks_new(settings)
        self.settings = settings
        try:
            choices.write(self.parts.folder, settings)
        except Mishap as mishap:
            self.tell(mishap)
        page = self.pages.get("settings")
        take = getattr(page, "take", None)
        if new_look:
            self._dress_anew()
        elif callable(take):
            take(settings)

    def looks_new(self, settings: Settings) -> bool:
        """Say whether *settings* ask for another look than the one of now."""
        return any(
            getattr(self.settings, name) != getattr(settings, name) for name in LOOKS
        )

    def _dress_anew(self) -> None:
        place = self._way[-1] if self._way else Place("home", ())
        self.look = starting.first_look(self.qt, self.settings)
        for name in list(self.pages):
            self.drop(name)
        self.window.dress(self.look)
        self.say_state()
        self.go(place.name, *place.about)

    def _resize_text(self, step: int) -> None:
        sizes = choices.TEXT_SIZES
        now = sizes.index(self.settings.text_size)
        then = min(max(now + step, 0), len(sizes) - 1) if step else 0
        self.change_settings(self.settings._replace(text_size=sizes[then]))
