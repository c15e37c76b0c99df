"""Results received: drop a folder or a stick, take in what is new, print receipts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from milkit.ground import drives
from milkit.ground.clock import Clock
from milkit.ground.errors import Mishap
from milkit.ground.hub_errors import HubMissing
from milkit.ground.mishap_words import explain
from milkit.hub import desk, place, receipts
from milkit.hub.collecting import NEW
from milkit.screens import received_parts
from milkit.screens.received_files import Files
from milkit.screens.received_start import Start
from milkit.screens.report_parts import ReportPage
from milkit.screens.saving import Saving
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note
from milkit.widgets.panel import Flow
from milkit.widgets.thread import Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from milkit.hub.desk import Desk, Row
    from milkit.hub.place import Hub
    from milkit.screens.received_list import Schools
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

    Step = Callable[[int, int], None]

T = TypeVar("T")
_APART = 860  # px: below it the receipt stands under the list


class ReceivedScreen(ReportPage):
    """
    The hub's desk. *data* is the data folder, which knows where the hub is.

    *print_asked* tells receipts to print, *region_asked* and *back_asked* the way on
    and back; *troubled* an error that nobody foresaw.
    """

    print_asked = Signal(object)
    region_asked = Signal()
    back_asked = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        look: Look,
        data: Path,
        background: Background,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(look)
        self._data, self._background = data, background
        self._clock = clock or Clock()
        self.hub: Hub | None = None
        self.desk = desk.Desk(())
        self._places: tuple[Path, ...] = ()
        self._looked = False
        self._chosen = ""
        self._build_header()
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self._middle = QVBoxLayout()
        self.body.addLayout(self._middle)
        self.body.addStretch()

    # --- what is shown -----------------------------------------------------------

    def refresh(self) -> None:
        """Read the hub anew; what was looked at in a folder stays."""
        try:
            self.hub = place.here(self._data)
        except HubMissing:
            self.hub = None
            self._show_start()
            return
        if not self._looked:
            hub, at = self.hub, self._at()
            title = self._look.words.t("Looking at the files")
            self._work(title, lambda _step: desk.whole(hub, at), self._show_whole)

    def look_at(self, places: Sequence[Path]) -> None:
        """Say what is in some folders, in a thread; nothing is taken in yet."""
        if self.hub is None:
            return
        self._places, hub = tuple(places), self.hub
        self._work(
            self._look.words.t("Looking at the files"),
            lambda step: desk.look(hub, self._places, self._at(), step),
            self._show_looked,
        )

    def add_new(self) -> None:
        """Take in what is new."""
        if self.hub is None:
            return
        hub = self.hub
        self._work(
            self._look.words.t("Adding the new files"),
            lambda step: desk.take_in(hub, self._places, self._at(), step),
            self._show_added,
        )

    def choose(self, key: str) -> None:
        """Show the receipt of a school, or what is safe about a damaged file."""
        self._chosen = key
        self._fill_side()

    def focus_first(self) -> None:
        """Begin with choosing a folder."""
        button = self.choose_folder if self.hub else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_now(self) -> None:
        """Print the receipts that are shown."""
        found = [row.receipt for row in self.desk.rows if row.receipt is not None]
        if found:
            self.print_asked.emit(found)

    # --- work in a thread ----------------------------------------------------------

    def _work(
        self, title: str, work: Callable[[Step], T], done: Callable[[T], object]
    ) -> None:
        self.saving.clear()
        self._progress = Progress(self._look, title)
        _clear(self._middle)
        self._middle.addWidget(self._progress)
        self.add.hide()
        self._background.run(
            work,
            owner=self,
            done=done,
            failed=self._failed,
            stepped=self._progress.set_progress,
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Mishap):
            self.saving.tell(error)
        else:
            self.troubled.emit(error)
        self._looked, self._places = False, ()
        _clear(self._middle)
        self._show(desk.Desk(()))

    def _show_whole(self, found: Desk) -> None:
        if not self._places:  # else a folder is being looked at by now
            self._show(found)

    def _show_looked(self, found: Desk) -> None:
        self._looked = True
        self._show(found)

    def _show_added(self, found: Desk) -> None:
        self._looked = True
        self._show(found, added=True)

    def _make_hub(self, name: str, country: str, phrase: str) -> None:
        from milkit.hub.invite import wish

        folder = self._data / "hub"
        asked = wish(name, country)

        def work(_step: object) -> Hub:
            made = place.make(folder, asked, phrase)
            place.remember(self._data, made)
            return made

        self._work(self._look.words.t("Making the keys"), work, self._made)

    def _made(self, hub: Hub) -> None:
        w = self._look.words
        self.hub = hub
        self._show(desk.Desk(()))
        text = w.t(
            "Give {file} to the teachers. Print {sheet}, keep the paper in another "
            "place, then delete that file. Both are in {folder}.",
            file=hub.invitation.name,
            sheet=place.SHEET,
            folder=str(hub.folder),
        )
        note = Note(self._look, "good", w.t("This computer is a hub now"), text)
        self._middle.insertWidget(0, note)

    # --- inside --------------------------------------------------------------------

    def _at(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")

    def _day(self) -> dt.date:
        return self._clock.now().date()

    def _build_header(self) -> None:
        look, w = self._look, self._look.words
        self.choose_folder = Button(look, w.t("Choose a folder"), "folder-open")
        self.region = Button(look, w.t("Region"), "chart-bar")
        self.add = Button(look, "", "plus", kind="primary")
        crumbs = w.t("{place} › {page}", place=w.t("Reports"), page=self._title())
        self.set_bar(self._title(), crumbs)
        self.add_buttons(self.region, self.choose_folder, self.add)
        self.add.hide()
        self.region.hide()
        self.choose_folder.clicked.connect(self._ask_folder)
        self.region.clicked.connect(self.region_asked.emit)
        self.add.clicked.connect(self.add_new)

    def _title(self) -> str:
        return self._look.words.t("Results received")

    def _ask_folder(self) -> None:
        title = self._look.words.t("Choose a folder or a stick")
        dialog = QFileDialog(self, title, _first_stick())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.look_at([Path(name)]))
        dialog.open()

    def _show_start(self) -> None:
        _clear(self._middle)
        for button in (self.choose_folder, self.region, self.add):
            button.hide()
        self.start = Start(self._look)
        self.start.made_asked.connect(self._make_hub)
        self._middle.addWidget(self.start)

    def _show(self, found: Desk, *, added: bool = False) -> None:
        look, w = self._look, self._look.words
        self.desk = found
        _clear(self._middle)
        self.choose_folder.show()
        self.region.show()
        new = 0 if added else found.count(NEW)
        text = w.n("Add {count} new file", "Add {count} new files", new)
        self.add.set_text(text)
        self.add.setVisible(bool(new))
        places = self._places if self._looked else ()
        self._files = Files(look, found, places, added=added)
        self._files.dropped.connect(self.look_at)
        holder = QWidget()
        columns = Columns((59, 41), look.px(_APART), look.px(12), holder, look.px(20))
        columns.add(self._files, 0)
        self._side = QWidget()
        self._side_box = QVBoxLayout(self._side)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        self._side_box.setSpacing(look.px(12))
        columns.add(self._side, 1)
        self._middle.addWidget(holder)
        keys = [row.key for row in found.rows]
        first = next((row.key for row in found.rows if row.receipt), "")
        self._chosen = self._chosen if self._chosen in keys else first
        self._files.show_lines(found, self._chosen)
        self._files.school_chosen.connect(self.choose)
        self._fill_side()

    @property
    def schools(self) -> Schools:
        """The list of the schools."""
        return self._files.schools

    def _row(self) -> Row | None:
        return next((r for r in self.desk.rows if r.key == self._chosen), None)

    def _fill_side(self) -> None:
        look = self._look
        _clear(self._side_box)
        row = self._row()
        if row is not None and row.receipt is not None:
            self._side_box.addWidget(self._receipt_head())
            card = received_parts.ReceiptCard(look, row.receipt, self._day())
            card.named.connect(self._school_named)
            self._side_box.addWidget(card)
        for one in self.desk.rows:
            if one.file is not None and one.file.why is not None:
                said = explain(one.file.why, look.words)
                self._side_box.addWidget(
                    received_parts.damaged(look, one.file.name, said)
                )
        if self.desk.covers:
            self._side_box.addWidget(received_parts.Coverage(look, self.desk.covers))
        if self.desk.clashes:
            self._side_box.addWidget(received_parts.Twice(look, self.desk.clashes))

    def _receipt_head(self) -> QWidget:
        look, w = self._look, self._look.words
        many = sum(1 for row in self.desk.rows if row.receipt is not None)
        holder = QWidget()
        text = w.n("Print {count} receipt", "Print {count} receipts", many)
        self.print = Button(look, text, "printer")
        self.print.clicked.connect(self.print_now)
        self.save = Button(look, w.t("Save receipt files"), "floppy-disk")
        self.save.clicked.connect(self._ask_where)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(look, w.t("Receipt"), "card"))
        buttons = QWidget()
        flow = Flow(buttons, look.px(8))
        flow.addWidget(self.print)
        flow.addWidget(self.save)
        column.addWidget(buttons)
        return holder

    def save_receipts(self, folder: Path) -> None:
        """Write the files that the schools' own MIL Kit takes back, in a thread."""
        hub = self.hub
        found = [row.receipt for row in self.desk.rows if row.receipt is not None]
        if hub is None or not found:
            return

        def work(_step: object) -> int:
            return len([receipts.write(one, hub, folder) for one in found])

        self._background.run(
            work, owner=self, done=self._saved, failed=self.saving_failed
        )

    def saving_failed(self, error: Exception) -> None:
        """Say what went wrong; the page stays."""
        if isinstance(error, Mishap):
            self.saving.tell(error)
        else:
            self.troubled.emit(error)

    def _saved(self, many: int) -> None:
        w = self._look.words
        text = w.n("{count} receipt saved", "{count} receipts saved", many)
        self.save.set_text(text, "check")

    def _ask_where(self) -> None:
        title = self._look.words.t("Choose a folder or a stick")
        dialog = QFileDialog(self, title, _first_stick())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_receipts(Path(name)))
        dialog.open()

    def _school_named(self, install: str, name: str, where: str) -> None:
        hub = self.hub
        row = next((r for r in self.desk.rows if r.key == install), None)
        if hub is None or row is None or row.receipt is None:
            return
        sender = row.receipt.sender
        if self.saving.attempt(lambda: desk.name(hub, sender, name, where)):
            self._rename(install, name, where)

    def _rename(self, install: str, name: str, where: str) -> None:
        def renamed(row: Row) -> Row:
            if row.receipt is None or row.key != install:
                return row
            sender = row.receipt.sender._replace(name=name, place=where)
            return row._replace(receipt=row.receipt._replace(sender=sender))

        rows = tuple(renamed(row) for row in self.desk.rows)
        self.desk = self.desk._replace(rows=rows)
        self._files.show_lines(self.desk, self._chosen)
        self._fill_side()


def _first_stick() -> str:
    """Give the folder of a stick that is in, to begin choosing there, else home."""
    found = drives.sticks()
    return str(found[0].folder if found else Path.home())


def _clear(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
