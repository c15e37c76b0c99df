"""Settings: how the kit looks, how you teach, backups, and what is kept where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from milkit.ground.clock import Clock
from milkit.ground.errors import BackupDamaged, Mishap, SettingsDamaged
from milkit.ground.mishap_words import explain
from milkit.records import backups
from milkit.screens.settings_backups import BackupsSection
from milkit.screens.settings_kept import KeptSection
from milkit.screens.settings_look import (
    ColoursSection,
    LanguageSection,
    LettersSection,
)
from milkit.screens.settings_packs import PacksSection
from milkit.screens.settings_sharing import SharingSection
from milkit.screens.settings_work import ProjectorSection, WorkSection
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note, note_of
from milkit.widgets.page import Page
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from milkit.ground.settings import Settings
    from milkit.ground.words import Words
    from milkit.records.backups import Snapshot
    from milkit.records.store import Records
    from milkit.stage.projector import Projector
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

_LEAST = 760  # px: below it, all sections stand in one column
_REMEMBERED = 20


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What a new screen takes over from the old one, when the look or the records changed.

    *before* are the settings to undo to, newest last; *place* is how far the page is
    scrolled, *focus* which of its controls has the focus; *said* is told once.
    """

    before: tuple[Settings, ...] = ()
    place: int = 0
    focus: int = -1
    said: str = ""


class SettingsScreen(Page):
    """
    Every change is told at once by *settings_changed*, and can be undone.

    *restored* comes after the records were closed for a restore, done or failed: open
    them again. *test_picture_asked* shows or hides the test picture, *troubled* tells
    an error to the window, *packs_asked* the way to the packs
    of others.
    """

    settings_changed = Signal(object)
    restored = Signal()
    test_picture_asked = Signal(bool)
    help_asked = Signal()
    sharing_asked = Signal()
    export_asked = Signal()
    packs_asked = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        look: Look,
        settings: Settings,
        records: Records,
        data_folder: Path,
        projector: Projector,
        background: Background,
        kept: Kept | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(look)
        self._settings, self._records, self._data = settings, records, data_folder
        self._clock, self._kept = clock or Clock(), kept or Kept()
        self._parts = (projector, background)
        self._make_bars()
        self._build(*self._parts)
        self._show_undo()

    def refresh(self) -> None:
        """Read again what may have changed."""
        self.backups.refresh()
        self.packs.refresh()
        self.projector.show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Go where the old screen was, once the new one has its size."""
        super().showEvent(event)
        bar, place = self.middle.verticalScrollBar(), self._kept.place
        QTimer.singleShot(0, self, lambda: bar.setValue(place))

    def focus_first(self) -> None:
        """Begin where the old screen was, or with the language."""
        controls = self._controls()
        if 0 <= self._kept.focus < len(controls):
            controls[self._kept.focus].setFocus()
            return
        row = next((row for row in self.language.rows if row.isChecked()), None)
        (row or self.language.rows[0]).setFocus()

    def kept(self) -> Kept:
        """Give what the next screen takes over."""
        focus = self.focusWidget()
        controls = self._controls()
        return replace(
            self._kept,
            place=self.middle.verticalScrollBar().value(),
            focus=controls.index(focus) if focus in controls else -1,
        )

    def undo(self) -> None:
        """Put back the settings from before the last change."""
        if not self._kept.before:
            return
        *rest, last = self._kept.before
        self._kept = replace(self._kept, before=tuple(rest))
        self._settings = last
        self._clear()
        self._build(*self._parts)
        self._show_undo()
        self.settings_changed.emit(last)

    def take(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere; nothing is told."""
        if settings != self._settings:
            self._settings = settings
            self._clear()
            self._build(*self._parts)
            self._show_undo()

    def set_test(self, *, shown: bool) -> None:
        """Say whether the test picture is shown, when it was left by itself."""
        self.projector.set_test(shown=shown)

    def restore(self, snapshot: Snapshot) -> None:
        """Put a backup in the place of the records; today's are kept first."""
        if not self.backups.saving.attempt(lambda: _refuse_bad(snapshot)):
            return
        w = self._look.words
        when = self.backups.when(snapshot)
        self._records.close()
        try:
            backups.restore(self._data, snapshot, self._clock.now())
        except Mishap as mishap:
            self.restored.emit()
            self.troubled.emit(mishap)
            return
        said = w.t("Your classes and lessons are those of {when}.", when=when)
        self._kept = replace(self._kept, said=said)
        self.restored.emit()

    # --- inside ----------------------------------------------------------------

    def _make_bars(self) -> None:
        look, w = self._look, self._look.words
        self.set_title(w.t("Settings"))
        help_button = Button(look, w.t("Help"), "question")
        help_button.clicked.connect(self.help_asked.emit)
        self.header.row.addWidget(help_button)
        row = self.footer.row
        self._saved = Label(look, "", "small", colour="ink2")
        self._undo = Button(look, w.t("Undo"), "arrow-u-up-left")
        self._undo.clicked.connect(self.undo)
        row.addWidget(self._saved, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._undo)

    def _build(self, projector: Projector, background: Background) -> None:
        """Make the sections, also anew when a change was taken back."""
        self._tell_once()
        look, settings = self._look, self._settings
        self.language = LanguageSection(look, settings)
        self.letters = LettersSection(look, settings)
        self.colours = ColoursSection(look, settings)
        self.work = WorkSection(look, settings)
        self.projector = ProjectorSection(look, projector)
        self.backups = BackupsSection(look, self._data, self._clock, background)
        self.packs = PacksSection(look, self._data)
        self.packs.packs_asked.connect(self.packs_asked)
        for section in (self.language, self.letters, self.colours, self.work):
            section.changed.connect(self._change)
        self.projector.test_picture_asked.connect(self.test_picture_asked)
        self.backups.restore_asked.connect(self.restore)
        self.backups.troubled.connect(self.troubled)
        self._lay_out()

    def _clear(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _tell_once(self) -> None:
        """Tell of damaged settings, or of a backup that was restored."""
        look, w = self._look, self._look.words
        if self._settings.damaged:
            mishap = SettingsDamaged(self._data / self._settings.damaged)
            self.body.addWidget(note_of(look, explain(mishap, w)))
            self._settings = self._settings._replace(damaged="")
        if self._kept.said:
            self.body.addWidget(Note(look, "good", "", self._kept.said))
            self._kept = replace(self._kept, said="")

    def _lay_out(self) -> None:
        px = self._look.px
        holder = QWidget()
        columns = Columns((1, 1), px(_LEAST), px(8), holder, px(24))
        left = (self.language, self.letters, self.colours)
        right = (self.work, self.projector, self.backups, self.packs)
        for section in left:
            columns.add(section, 0)
        hub = _hub(self._data)
        sharing = SharingSection(self._look, hub)
        sharing.opened.connect(self.sharing_asked)
        kept = KeptSection(self._look, self._data, shares=bool(hub))
        kept.export_asked.connect(self.export_asked)
        for part in (*right, sharing, kept):
            columns.add(part, 1)
        self.body.addWidget(holder)
        self.body.addStretch()

    def _change(self, name: str, value: object) -> None:
        """Take one new value; a chosen theme no longer follows the computer."""
        more: dict[str, object] = {name: value}
        if name == "theme":
            more["follow_system"] = False
        if name == "follow_system":
            more["theme"] = self._look.theme.name
        self._take(self._settings._replace(**more))  # type: ignore[arg-type] # by name

    def _take(self, new: Settings) -> None:
        if new == self._settings:
            return
        before = (*self._kept.before, self._settings)[-_REMEMBERED:]
        self._kept = replace(self._kept, before=before)
        self._settings = new
        self._show_undo()
        self.settings_changed.emit(new)

    def _show_undo(self) -> None:
        w, before = self._look.words, self._kept.before
        text = w.t("Every change is saved at once.")
        if before:
            what = _names(_differences(before[-1], self._settings), w)
            text = w.t("Changed: {what}", what=what)
            announce(self, text)
        self._saved.set_text(text)
        self._undo.setVisible(bool(before))

    def _controls(self) -> list[QWidget]:
        """Give what can have the focus, in order."""
        tab = Qt.FocusPolicy.TabFocus
        return [one for one in self.findChildren(QWidget) if one.focusPolicy() & tab]


def _differences(old: Settings, new: Settings) -> list[str]:
    return [
        name for name, was, now in zip(new._fields, old, new, strict=True) if was != now
    ]


def _names(changed: list[str], w: Words) -> str:
    """Name what was changed."""
    names = {
        "language": w.t("language of the kit"),
        "lesson_language": w.t("language of the lessons"),
        "text_size": w.t("text size"),
        "own_digits": w.t("digits"),
        "theme": w.t("colours"),
        "follow_system": w.t("colours"),
        "less_movement": w.t("movement"),
        "period": w.t("your period"),
        "paper": w.t("paper size"),
        "letter_keys": w.t("keys in Teach"),
    }
    return w.t(", ").join(
        dict.fromkeys(names[name] for name in changed if name in names)
    )


def _hub(data: Path) -> str:
    """Name the hub that results go to, "" for none."""
    from milkit.sync import agreement

    try:
        agreed = agreement.read(data)
    except Mishap:
        return ""
    return agreed.enrolment.hub if agreed else ""


def _refuse_bad(snapshot: Snapshot) -> None:
    """Look at a backup before the records are closed for it."""
    if not snapshot.path.exists() or not backups.good(snapshot.path):
        raise BackupDamaged(snapshot.path)
