"""Check a stick: what was changed since it was signed, and mending it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from milkit.ground import drives
from milkit.ground.errors import Mishap
from milkit.ground.mishap_words import explain
from milkit.kit.repair import repair
from milkit.kit.verify import verify
from milkit.screens.kit_parts import WordBand, clear, rows_in, size_words
from milkit.trust.key import parse_public
from milkit.trust.six_words import six_words
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.notice import Empty, Note, note_of
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.thread import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from milkit.ground.drives import Stick
    from milkit.kit.verify import Checked, Fault
    from milkit.kit.write import Written
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

_NAMED = 6  # files that are named; the others are counted


class CheckScreen(Page):
    """
    Choose a stick, read all of it, and say what is damaged; mend it from a copy.

    *at_home* are folders of this computer that may have the right bytes. *back_asked*
    leaves, *clean_asked* wants a new kit written, *troubled* tells what nobody foresaw.
    """

    back_asked = Signal()
    clean_asked = Signal()
    troubled = Signal(object)

    def __init__(
        self, look: Look, background: Background, at_home: Sequence[Path]
    ) -> None:
        super().__init__(look)
        w = look.words
        self._background, self._at_home = background, tuple(at_home)
        self.checked: Checked | None = None
        self.folder: Path | None = None
        self.set_title(w.t("Check a stick"))
        back = Button(look, w.t("Back"), "arrow-left")
        back.clicked.connect(self.back_asked)
        self.header.row.addWidget(back)
        text = w.t(
            "Every file is read and held to what was signed. Nothing on the stick is "
            "changed, and nothing on it is started."
        )
        self.body.addWidget(Label(look, text, colour="ink2"))
        self._sticks = self._part()
        self._found = self._part()
        self.body.addStretch()

    def refresh(self) -> None:
        """List the sticks that are in."""
        look, w = self._look, self._look.words
        clear(self._sticks)
        there = drives.sticks()
        for stick in there:
            self._sticks.addWidget(self._row(stick))
        if not there:
            text = w.t("Put a stick in, then choose Look again. A folder will do too.")
            self._sticks.addWidget(Empty(look, w.t("No stick is in"), text))
        holder = QWidget()
        flow = Flow(holder, look.px(8))
        again = Button(look, w.t("Look again"), "arrow-clockwise")
        again.clicked.connect(self.refresh)
        folder = Button(look, w.t("Choose a folder"), "folder-open", kind="quiet")
        title = w.t("Choose the folder with the kit")
        folder.clicked.connect(lambda: self._ask(title, self.check))
        flow.addWidget(again)
        flow.addWidget(folder)
        self._sticks.addWidget(holder)

    def check(self, folder: Path) -> None:
        """Check the kit in a folder."""
        self.folder, self.checked = folder, None
        w = self._look.words
        self._begin(w.t("Reading {name}", name=folder.name or str(folder)))
        self._background.run(
            lambda step: verify(folder, step),
            owner=self,
            done=lambda found: self._tell_checked(found, folder),
            failed=lambda error: self._tell_failed(error, folder),
            stepped=lambda done, total: self._stepped(done, total, folder),
        )

    def mend(self, sources: Sequence[Path]) -> None:
        """Mend the stick with files of other folders."""
        folder = self.folder
        if folder is None:
            return
        self._begin(self._look.words.t("Mending the stick"))
        self._background.run(
            lambda _step: repair(folder, [*sources, *self._at_home]),
            owner=self,
            done=lambda done: self._mended(done, folder),
            failed=lambda error: self._tell_failed(error, folder),
        )

    # --- inside ----------------------------------------------------------------

    def _part(self) -> QVBoxLayout:
        holder = QWidget()
        column = rows_in(holder, self._look.px(10))
        self.body.addWidget(holder)
        return column

    def _row(self, stick: Stick) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        holder = QWidget()
        row = Columns((1, OWN), look.px(400), look.px(8), holder, look.px(12))
        name = stick.folder.name or str(stick.folder)
        size = size_words(stick.total, w)
        row.add(IconLabel(look, "stick", f"{name}, {size}", "body", colour="ink"), 0)
        button = Button(look, w.t("Check it"), "seal-check")
        button.setAccessibleName(w.t("Check {name}", name=name))
        button.clicked.connect(lambda: self.check(stick.folder))
        row.add(button, 1)
        panel.box.addWidget(holder)
        return panel

    def _begin(self, title: str) -> None:
        clear(self._found)
        self._progress = Progress(self._look, title)
        self._found.addWidget(self._progress)

    def _stepped(self, done: int, total: int, folder: Path) -> None:
        if folder == self.folder:
            self._progress.set_progress(done * 100 // max(1, total), 100)

    def _tell_failed(self, error: Exception, folder: Path) -> None:
        if folder != self.folder:
            return
        clear(self._found)
        if not isinstance(error, Mishap):
            self.troubled.emit(error)
            return
        said = explain(error, self._look.words)
        self._found.addWidget(note_of(self._look, said, self._ways_out()))

    def _tell_checked(self, found: Checked, folder: Path) -> None:
        if folder != self.folder:  # another stick was chosen while this was read
            return
        self.checked = found
        clear(self._found)
        look, w = self._look, self._look.words
        if found.good:
            said = w.n(
                "The one file is as it was signed.",
                "All {count} files are as they were signed.",
                found.files,
            )
            title = w.t("Nothing has been changed")
            self._found.addWidget(Note(look, "good", title, said, "shield-check"))
        else:
            self._found.addWidget(self._damage(found))
        if found.begun:
            text = w.t("A newer kit was begun on this stick and not finished.")
            self._found.addWidget(Note(look, "tip", "", text, "warning"))
        if found.others:
            text = w.n(
                "{count} other file is on the stick. It was not opened.",
                "{count} other files are on the stick. They were not opened.",
                found.others,
            )
            self._found.addWidget(Note(look, "info", "", text))
        self._found.addWidget(self._signer(found))

    def _damage(self, found: Checked) -> Note:
        look, w = self._look, self._look.words
        lines = [self._fault(each) for each in found.faults[:_NAMED]]
        rest = len(found.faults) - len(lines)
        if rest:
            lines.append(w.n("and {count} more", "and {count} more", rest))
        safe = w.t("Everything on this computer is safe.")
        now = w.t("Mend the stick, or use another one.")
        title = w.n(
            "{count} file is not as it was signed",
            "{count} files are not as they were signed",
            len(found.faults),
        )
        text = "\n".join([*lines, f"{safe} {now}"])
        return Note(look, "error", title, text, buttons=self._ways_out())

    def _fault(self, fault: Fault) -> str:
        w = self._look.words
        what = {
            "missing": w.t("it is missing"),
            "changed": w.t("it was changed"),
            "unreadable": w.t("the stick does not give it"),
        }[fault.what]
        return w.t("{name}: {what}", name=fault.path, what=what)

    def _ways_out(self) -> list[Button]:
        look, w = self._look, self._look.words
        here = Button(look, w.t("Mend it"), "floppy-disk", kind="primary")
        here.clicked.connect(lambda: self.mend([]))
        other = Button(look, w.t("Use another stick"), "stick")
        title = w.t("Choose a stick or a folder with a good copy")
        other.clicked.connect(lambda: self._ask(title, lambda path: self.mend([path])))
        clean = Button(look, w.t("Write a clean kit"), "download-simple")
        clean.clicked.connect(self.clean_asked)
        return [here, other, clean]

    def _mended(self, done: Written, folder: Path) -> None:
        if folder != self.folder:
            return
        if done.whole:
            self.check(folder)
            return
        clear(self._found)
        look, w = self._look, self._look.words
        count = w.n(
            "{count} file has no good copy here.",
            "{count} files have no good copy here.",
            len(done.failed),
        )
        now = w.t("Take another stick with the same kit, or write a clean kit on it.")
        title = w.t("The stick is not whole yet")
        note = Note(look, "error", title, f"{count} {now}", buttons=self._ways_out())
        self._found.addWidget(note)

    def _signer(self, found: Checked) -> Panel:
        look, w, listing = self._look, self._look.words, found.signed.listing
        panel = Panel(look)
        panel.box.addWidget(Label(look, listing.title, "card"))
        called = w.t("They call themselves {name}", name=listing.maker)
        panel.box.addWidget(Label(look, called))
        made = w.t("Made {day}", day=w.date(listing.day))
        size = size_words(listing.size, w)
        panel.box.addWidget(Label(look, f"{made}, {size}", "small", colour="ink2"))
        panel.box.addWidget(Label(look, w.t("Check words"), "least", bold=True))
        panel.box.addWidget(WordBand(look, six_words(parse_public(listing.key))))
        text = w.t("Compare them with the words that the maker read aloud.")
        panel.box.addWidget(Label(look, text, "small", colour="ink2"))
        return panel

    def _ask(self, title: str, then: Callable[[Path], None]) -> None:
        there = drives.sticks()
        start = str(there[0].folder if there else Path.home())
        dialog = QFileDialog(self, title, start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()
