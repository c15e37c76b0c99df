"""Backups: what there is, going back to one, and a copy on a stick."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from milkit.ground import drives
from milkit.ground.errors import Mishap
from milkit.records import backups, stick_copy
from milkit.records.contents import held
from milkit.screens.saving import Saving
from milkit.screens.settings_parts import Section
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.notice import Note, Question
from milkit.widgets.panel import Divider, Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.ground.clock import Clock
    from milkit.records.backups import Snapshot
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

_NEWEST = 3  # backups that show at once


class BackupsSection(Section):
    """
    The list of backups. *restore_asked* tells a Snapshot once the teacher said yes.

    *troubled* tells an error that nobody foresaw.
    """

    restore_asked = Signal(object)
    troubled = Signal(object)

    def __init__(
        self, look: Look, data: Path, clock: Clock, background: Background
    ) -> None:
        w = look.words
        super().__init__(look, w.t("Backups"), w.t("Made each day you teach"))
        self._data, self._clock, self._background = data, clock, background
        self._all = False
        self.question: Question | None = None
        self.saving = Saving(look)
        self.box.addWidget(self.saving)
        self._list = Panel(look)
        self.box.addWidget(self._list)
        where = str(backups.folder_of(data))
        text = w.t("They are in {folder}", folder=where)
        self.box.addWidget(Label(look, text, "least", colour="ink2"))
        self.box.addWidget(self._stick())
        self.refresh()

    def refresh(self) -> None:
        """Read the backups anew."""
        _empty(self._list)
        found = backups.snapshots(self._data)
        shown = found if self._all else found[:_NEWEST]
        for number, snapshot in enumerate(shown):
            if number:
                self._list.box.addWidget(Divider(self.look))
            self._list.box.addWidget(self._row(snapshot))
        if not found:
            none = self.look.words.t(
                "No backup yet. The first is made after your first lesson."
            )
            self._list.box.addWidget(Label(self.look, none, colour="ink2"))
        if len(found) > len(shown):
            self._list.box.addWidget(self._more(len(found)))

    def when(self, snapshot: Snapshot) -> str:
        """Say when a backup was made."""
        w = self.look.words
        today = snapshot.day == self._clock.now().date()
        day = w.t("Today") if today else w.day(snapshot.day)
        return w.t("{day}, {time}", day=day, time=w.time(snapshot.time))

    def ask(self, snapshot: Snapshot, when: str) -> None:
        """Ask before the records of a backup take the place of today's."""
        w = self.look.words
        self.question = Question(
            self.look,
            w.t("Go back to {when}?", when=when),
            w.t(
                "Your classes and lessons become what they were then. What you have "
                "now is kept as a backup first, so you can come back."
            ),
            w.t("Keep what I have now"),
            w.t("Go back"),
            self.window(),
        )
        self.question.lost.connect(partial(self.restore_asked.emit, snapshot))
        self.question.open()

    def back_up_to(self, folder: Path) -> None:
        """Write a copy into a folder of a stick, in a thread."""
        self._busy(on=True)
        self._background.run(
            lambda _step: stick_copy.write_copy(self._data, folder, self._clock.now()),
            owner=self,
            done=self._written,
            failed=self._failed,
        )

    def restore_from(self, file: Path) -> None:
        """Take a copy that lies on a stick, and ask before using it."""
        found: list[Snapshot] = []

        def look_at() -> None:
            found.append(stick_copy.read_copy(file))

        if self.saving.attempt(look_at):
            self.ask(found[0], file.name)

    # --- inside ----------------------------------------------------------------

    def _row(self, snapshot: Snapshot) -> QWidget:
        look, w = self.look, self.look.words
        holder = QWidget()
        row = Columns((1, OWN), look.px(300), 0, holder, look.px(12))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        when = self.when(snapshot)
        column.addWidget(Label(look, when))
        column.addWidget(Label(look, self._holds(snapshot), "small", colour="ink2"))
        back = Button(look, w.t("Restore"), "clock-counter-clockwise", kind="quiet")
        back.setAccessibleName(w.t("Restore {when}", when=plain(when)))
        back.clicked.connect(lambda _on=False: self.ask(snapshot, when))
        row.add(words, 0)
        row.add(back, 1)
        return holder

    def _holds(self, snapshot: Snapshot) -> str:
        w, found = self.look.words, held(snapshot.path)
        if found is None:
            return w.t("It cannot be read")
        parts = [
            w.n("{count} class", "{count} classes", found.classes),
            w.n("{count} lesson", "{count} lessons", found.lessons),
        ]
        if snapshot.kept:
            parts.append(w.t("kept before a change"))
        return w.t(", ").join(parts)

    def _more(self, many: int) -> Button:
        w = self.look.words
        text = w.t("All {count} backups", count=w.number(many))
        button = Button(self.look, text, kind="quiet", trailing="caret-down")

        def show() -> None:
            self._all = True
            self.refresh()

        button.clicked.connect(show)
        return button

    def _stick(self) -> Panel:
        look, w = self.look, self.look.words
        panel = Panel(look)
        text = w.t("A copy on a stick survives a lost laptop.")
        panel.box.addWidget(Label(look, text, "small", colour="ink2"))
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        self.stick = Button(look, w.t("Back up to a stick"), "stick")
        self.stick.clicked.connect(self._choose_folder)
        file = Button(look, w.t("Restore from a stick"), kind="quiet")
        file.clicked.connect(self._choose_file)
        flow.addWidget(self.stick)
        flow.addWidget(file)
        panel.box.addWidget(holder)
        self._state = QVBoxLayout()
        panel.box.addLayout(self._state)
        return panel

    def _choose_folder(self) -> None:
        title = self.look.words.t("Choose the stick")
        dialog = QFileDialog(self, title, _first_stick())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, self.back_up_to)

    def _choose_file(self) -> None:
        title = self.look.words.t("Choose the backup")
        dialog = QFileDialog(self, title, _first_stick(), "*.db")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, self.restore_from)

    def _open(self, dialog: QFileDialog, then: Callable[[Path], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def _busy(self, *, on: bool) -> None:
        self.stick.setEnabled(not on)
        w = self.look.words
        if on:
            self._say(Label(self.look, w.t("Writing to the stick"), "small"))

    def _written(self, path: Path) -> None:
        w = self.look.words
        self._busy(on=False)
        self.saving.clear()
        text = w.t("It is {file}. You can take the stick out.", file=str(path))
        self._say(Note(self.look, "good", w.t("Written and checked"), text))
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._busy(on=False)
        _clear(self._state)
        if isinstance(error, Mishap):
            self.saving.tell(error)
        else:
            self.troubled.emit(error)

    def _say(self, what: QWidget) -> None:
        _clear(self._state)
        self._state.addWidget(what)


def _first_stick() -> str:
    """Give the folder of a stick that is in, to begin choosing there, else home."""
    found = drives.sticks()
    return str(found[0].folder if found else Path.home())


def _empty(panel: Panel) -> None:
    _clear(panel.box)


def _clear(box: QVBoxLayout | QHBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
