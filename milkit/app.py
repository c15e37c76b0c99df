"""The window's door: builds the parts, hands each screen its own, wires the news."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from milkit import starting
from milkit.ground import settings as choices
from milkit.ground.errors import AlreadyOpen, Mishap
from milkit.hour import Hour
from milkit.records import lock
from milkit.widgets.look import arguments
from milkit.wiring import exporting, hub, kit, reports

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from milkit.ground.settings import Settings
    from milkit.screens.classes import ClassesScreen
    from milkit.screens.editor import EditorScreen
    from milkit.screens.first_start import FirstStart
    from milkit.screens.help import HelpScreen
    from milkit.screens.home import HomeScreen
    from milkit.screens.lesson import LessonScreen
    from milkit.screens.print import PrintScreen
    from milkit.screens.settings import Kept, SettingsScreen
    from milkit.stage.test_picture import PictureWindow
    from milkit.starting import Parts
    from milkit.widgets.look import Look
    from milkit.wiring.sender import Sender


def main(folder: Path | None = None, file: Path | None = None) -> int:
    """
    Open the window on the data folder (the system's place when None).

    *file* is one that was double-clicked; a window that is open takes it over.
    """
    app = QApplication.instance() or QApplication(arguments(sys.argv[:1]))
    assert isinstance(app, QApplication)  # noqa: S101 - for the type only
    app.setApplicationName("MIL Kit")
    folder = folder or starting.system_folder()
    settings = choices.read(folder)
    look = starting.first_look(app, settings)
    try:
        parts = starting.open_parts(folder, look)
    except AlreadyOpen as mishap:
        if lock.knock(mishap.folder, str(file or "")):
            return 0
        return starting.tell(app, mishap, look, folder)
    except Mishap as mishap:
        return starting.tell(app, mishap, look, folder)
    kit = App(app, parts, settings, look)
    sys.excepthook = kit.unforeseen
    kit.show()
    QTimer.singleShot(0, kit, partial(kit.listen, file))
    code = app.exec()
    kit.close()
    return code


class App(Hour):
    """Makes each page when it is first shown, and wires its news to the way."""

    def __init__(
        self, app: QApplication, parts: Parts, settings: Settings, look: Look
    ) -> None:
        super().__init__(app, parts, settings, look)
        self._kept: Kept | None = None
        self._picture: PictureWindow | None = None
        self.makers = {
            "first": self._first,
            "home": self._home,
            "lessons": self._lessons,
            "lesson": self._lesson,
            "print": self._print,
            "classes": self._classes,
            "reports": partial(reports.page, self),
            "results": partial(reports.results_page, self),
            "settings": self._settings,
            "editor": self._editor,
            "help": self._help,
            "packs": self._packs,
            "received": lambda: hub.received(self),
            "sharing": self._sharing,
            "checks": self._checks,
            "region": lambda: hub.region(self),
            "kit": lambda: kit.page(self),
            "check-stick": lambda: kit.check_page(self),
        }

    def listen(self, file: Path | None = None) -> None:
        """Take files that are dropped or double-clicked, and open *file* first."""
        from milkit.wiring import opening

        opening.listen(self, file)

    def handed(self, file: str) -> None:
        """Open a file that a second start handed over."""
        from pathlib import Path

        from milkit.wiring import opening

        opening.open_file(self, Path(file))

    def _packs(self) -> QWidget:
        from milkit.wiring import packs

        return packs.page(self)

    # --- pages -------------------------------------------------------------------

    def _first(self) -> FirstStart:
        from milkit.screens.first_start import FirstStart

        found = self.projector().screen is not None
        page = FirstStart(
            self.look, self.parts.library, self.settings, projector_found=found
        )
        page.language_chosen.connect(
            lambda lang: self.change_settings(
                self.settings._replace(language=lang, period=page.period)
            )
        )
        page.done.connect(self._first_done)
        page.lesson_chosen.connect(self._begin_with)
        page.help_asked.connect(lambda: self.go("help"))
        return page

    def _home(self) -> HomeScreen:
        return self._shelf(lessons=False)

    def _lessons(self) -> HomeScreen:
        return self._shelf(lessons=True)

    def _shelf(self, *, lessons: bool) -> HomeScreen:
        from milkit.screens.home import HomeScreen

        parts = self.parts
        page = HomeScreen(
            self.look,
            parts.library,
            parts.records,
            self.settings,
            self.background,
            lessons=lessons,
        )
        page.lesson_chosen.connect(lambda id_, lang: self.go("lesson", id_, lang))
        page.language_asked.connect(lambda: self.go("settings"))
        page.help_asked.connect(lambda: self.go("help"))
        page.continue_chosen.connect(self.go_on)
        page.begin_again_chosen.connect(self.begin_again)
        return page

    def _lesson(self) -> LessonScreen:
        from milkit.screens.lesson import LessonScreen

        parts = self.parts
        page = LessonScreen(self.look, parts.library, parts.records, self.settings)
        page.teach_chosen.connect(
            lambda lesson, lang, class_id, period, step: self.teach(
                lesson, lang, class_id, period, step, page.planned
            )
        )
        page.print_chosen.connect(lambda *about: self.go("print", *about))
        page.edit_chosen.connect(lambda id_, lang: self.go("editor", id_, lang))
        page.back_asked.connect(self.go_back)
        return page

    def _print(self) -> PrintScreen:
        from milkit.screens.print import PrintScreen

        parts = self.parts
        page = PrintScreen(
            self.look, parts.library, parts.records, self.settings, self.background()
        )
        page.back_asked.connect(self.go_back)
        page.settings_changed.connect(self.change_settings)
        return page

    def _classes(self) -> ClassesScreen:
        from milkit.screens.classes import ClassesScreen

        parts = self.parts
        page = ClassesScreen(self.look, parts.library, parts.records, parts.clock)
        page.lesson_chosen.connect(
            lambda id_, lang: self.go("lesson", id_, lang, page.chosen)
        )
        page.print_slips_chosen.connect(self.save_slips)
        page.checks_chosen.connect(lambda group: self.go("checks", group))
        return page

    def _checks(self) -> QWidget:
        from milkit.wiring import checks

        return checks.page(self)

    def save_slips(self, class_id: str) -> None:
        """Write the number slips of a class into a PDF, where the teacher wants it."""
        from milkit.press.slips import write_slips
        from milkit.screens import print_asking

        group = self.parts.records.school_class(class_id)
        if group is None:
            return
        w = self.look.words
        title, name = w.t("Save the number slips"), w.t("number-slips") + ".pdf"
        path = print_asking.path(self.window, title, name)
        if path is None:
            return
        try:
            write_slips(path, group, self.look, self.settings.paper)
        except Mishap as mishap:
            self.tell(mishap)
        else:
            self.window.toasts.tell(w.t("Saved: {file}", file=path.name))

    def _settings(self) -> SettingsScreen:
        from milkit.screens.settings import SettingsScreen

        parts = self.parts
        page = SettingsScreen(
            self.look,
            self.settings,
            parts.records,
            parts.folder,
            self.projector(),
            self.background(),
            kept=self._kept,
        )
        self._kept = None
        page.sharing_asked.connect(lambda: self.go("sharing"))
        page.export_asked.connect(lambda: exporting.ask(self))
        page.settings_changed.connect(self._settings_changed)
        page.restored.connect(self.reopen_records)
        page.help_asked.connect(lambda: self.go("help"))
        page.troubled.connect(self.tell)
        page.packs_asked.connect(lambda: self.go("packs"))
        page.test_picture_asked.connect(self.show_test_picture)
        return page

    def _settings_changed(self, settings: Settings) -> None:
        if self.looks_new(settings):
            self._keep_place()
        self.change_settings(settings)

    def _keep_place(self) -> None:
        """Remember how far the settings page was, for the one that follows it."""
        page = self.pages.get("settings")
        kept = getattr(page, "kept", None)
        self._kept = kept() if callable(kept) else None

    def reopen_records(self) -> None:
        """Open the records anew after a restore; every page reads them again."""
        self._keep_place()
        self.parts = starting.open_records_again(self.parts)
        for place in list(self.pages):
            self.drop(place)
        self.go("settings")

    def show_test_picture(self, shown: bool) -> None:  # noqa: FBT001 - a signal's news
        """Show the picture to set the projector by, or take it away."""
        from milkit.stage.test_picture import PictureWindow

        if self._picture is None:
            self._picture = PictureWindow(self.plain_stage())
            self._picture.left.connect(self._picture_left)
        screen = self.projector().screen
        if not shown:
            self._picture.hide()
        elif screen is not None:
            self._picture.open_on(screen)
        else:
            self._picture.open_here(self.projector().laptop)

    def _picture_left(self) -> None:
        page = self.pages.get("settings")
        if page is not None:
            cast("SettingsScreen", page).set_test(shown=False)

    def _editor(self) -> EditorScreen:
        from milkit.screens.editor import EditorScreen

        page = EditorScreen(self.look, self.parts.library, self.stage, self.background)
        page.back_asked.connect(self.go_back)
        page.teach_chosen.connect(lambda id_, lang: self.go("lesson", id_, lang))
        page.print_chosen.connect(lambda *about: self.go("print", *about))
        return page

    def _send_results(self) -> None:
        from milkit.sync import agreement

        if agreement.folder_of(self.parts.folder).exists():
            from milkit.wiring.sender import sender_of

            sender_of(self).begin()

    def _dress_anew(self) -> None:
        super()._dress_anew()
        sender = self.findChild(QObject, "milkit-sender")
        if sender is not None:
            cast("Sender", sender).say_state()

    def _sharing(self) -> QWidget:
        from milkit.wiring import sharing

        return sharing.page(self)

    def _help(self) -> HelpScreen:
        from milkit.screens.help import HelpScreen

        page = HelpScreen(self.look, letter_keys=self.settings.letter_keys)
        page.closed.connect(self.go_back)
        return page

    # --- the first start -----------------------------------------------------------

    def _first_done(self, period: int) -> None:
        self.change_settings(
            self.settings._replace(period=period, first_start_done=True)
        )
        self.go("home")

    def _begin_with(self, lesson: str, lang: str) -> None:
        self.change_settings(self.settings._replace(first_start_done=True))
        self.go("home")
        self.go("lesson", lesson, lang)
