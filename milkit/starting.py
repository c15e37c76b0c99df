"""Start the program: its look, its parts, and a visible word when that fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication

from milkit.ground.clock import Clock
from milkit.ground.languages import language
from milkit.ground.paths import NAME
from milkit.ground.words import words
from milkit.library.open import open_library
from milkit.records import lock
from milkit.records.opening import open_records
from milkit.widgets.look import dress, look_for, system_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

    from milkit.ground.errors import Mishap
    from milkit.ground.settings import Settings
    from milkit.library.library import Library
    from milkit.packs.build import Cut
    from milkit.records.lock import Lock
    from milkit.records.store import Records
    from milkit.widgets.look import Look


SPOKEN = "milkit-speaks-for-qt"  # set once Qt's own words were ours


class Parts(NamedTuple):
    """What the program is made of; *mishaps* are told once the window stands."""

    folder: Path
    clock: Clock
    records: Records
    library: Library
    lock: Lock
    mishaps: tuple[Mishap, ...]

    def close(self) -> None:
        """Let everything go."""
        self.records.close()
        self.library.close()
        self.lock.release()


def system_folder() -> Path:
    """Give the place for the user's data: this computer's, never a roaming one."""
    where = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(where)) / NAME


def first_look(app: QApplication, settings: Settings) -> Look:
    """Make the look that the settings ask for, and dress the application in it."""
    theme = system_theme() if settings.follow_system else settings.theme
    look = look_for(
        words(settings.language, settings.own_digits),
        theme,
        settings.text_size,
        less_movement=settings.less_movement,
    )
    dress(app, look)
    if settings.language != "en" or app.property(SPOKEN):
        from milkit.widgets import qt_words

        qt_words.speak(app, look.words)
        app.setProperty(SPOKEN, True)
    return look


def open_parts(folder: Path, look: Look) -> Parts:
    """Lock the folder, open records and lessons; raises the mishap that stops it."""
    held = lock.take(folder)
    clock = Clock()
    try:
        opened = open_records(folder, clock)
        progress = Preparing(look)
        library = open_library(folder, _draw, progress.step)
        progress.done()
        spoken = {lang for _, lang in library.places}
        look.type.ready(" ".join(language(lang).own for lang in spoken))
    except BaseException:
        held.release()
        raise
    mishaps = ([opened.mishap] if opened.mishap else []) + list(library.mishaps)
    return Parts(folder, clock, opened.records, library, held, tuple(mishaps))


def _draw(svg: bytes, cut: Cut | None, width: int) -> bytes:
    """Draw for a pack that is built; most starts build none."""
    from milkit.widgets.drawing import draw_svg

    return draw_svg(svg, cut, width)


def open_records_again(parts: Parts) -> Parts:
    """Open the records of *parts* anew, after a copy took their place."""
    opened = open_records(parts.folder, parts.clock)
    return parts._replace(records=opened.records)


class Preparing:
    """Shows how far the lessons are built, only if that takes a moment."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._window: QProgressDialog | None = None

    def step(self, done: int, total: int) -> None:
        """Show that *done* of *total* are ready."""
        if self._window is None:
            from PySide6.QtWidgets import QProgressDialog

            w = self._look.words
            text = w.t("Getting the lessons ready. This happens once.")
            self._window = QProgressDialog(text, "", 0, total)
            self._window.setCancelButton(None)
            self._window.setWindowTitle("MIL Kit")
            self._window.setWindowModality(Qt.WindowModality.ApplicationModal)
            self._window.setMinimumDuration(0)
            self._window.setAutoClose(False)
        self._window.setMaximum(total)
        self._window.setValue(done)
        QApplication.processEvents()

    def done(self) -> None:
        """Take the window away."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()


def tell(app: QApplication, mishap: Mishap, look: Look, folder: Path) -> int:
    """Show why the program cannot start; give the exit code."""
    from milkit.ground import diary
    from milkit.screens.trouble import Trouble

    details = diary.write(folder, "the start failed", mishap)
    window = Trouble(look, mishap, details, diary.place(folder))
    window.show()
    app.exec()
    return 1
