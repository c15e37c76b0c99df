"""Step 2 of a kit: who signs it, and what a teacher will see of that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from milkit.screens.kit_parts import IconLine, WordBand, clear, rows_in
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.fields import Field, TextField
from milkit.widgets.labels import Label
from milkit.widgets.marks import Logo
from milkit.widgets.notice import Note, note_of
from milkit.widgets.panel import Panel
from milkit.widgets.thread import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.ground.said import Said
    from milkit.widgets.look import Look

SHORTEST = 8  # letters of a pass phrase


class Signer(NamedTuple):
    """The key file, whether it is there yet, the name that goes with it, its words."""

    key_file: Path
    there: bool
    name: str = ""
    words: tuple[str, ...] = ()


class SignPane(QWidget):
    """
    The maker's name, the kit's title and the pass phrase; the card a teacher sees.

    *key_chosen* tells a key file of one's own. Without a key one is made here.
    """

    key_chosen = Signal(object)
    changed = Signal()

    def __init__(self, look: Look, signer: Signer, title: str) -> None:
        super().__init__()
        self._look, self.signer = look, signer
        self._working = ""
        self._news = QVBoxLayout()
        columns = Columns((5, 4), look.px(760), look.px(16), self, look.px(28))
        left, right = QWidget(), QWidget()
        columns.add(left, 0)
        columns.add(right, 1)
        self._make_fields(rows_in(left, look.px(12)), title)
        self._card = Panel(look)
        column = rows_in(right, look.px(12))
        column.addWidget(self._card)
        self._made_now = self._news_of_key()
        column.addWidget(self._made_now)
        column.addStretch()
        self.show_signer(signer)

    # --- from outside ----------------------------------------------------------

    def show_signer(self, signer: Signer) -> None:
        """Show whose key it is, or that one is to be made."""
        w = self._look.words
        self.signer = signer
        if signer.name and not self.name.text():
            self.name.setText(signer.name)
        self._again.setVisible(not signer.there)
        self._made_now.setVisible(not signer.there)
        self.other.set_text(
            w.t("Use another key file") if signer.there else w.t("I have a key file")
        )
        self.folder.setVisible(self._sheet().exists())
        self._draw_card()

    def focus_first(self) -> None:
        """Begin at the first field that is still to be filled in."""
        missing = self.missing()
        field = missing[1] if missing else self.phrase
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def missing(self) -> tuple[str, TextField] | None:
        """Say what is still to be filled in, and where; None when all is."""
        w = self._look.words
        if not self.name.text().strip():
            return w.t("Write the name that teachers will see."), self.name
        if not self.phrase.text():
            return w.t("Type your pass phrase."), self.phrase
        if not self.signer.there:
            if len(self.phrase.text()) < SHORTEST:
                return w.t("A pass phrase has 8 letters or more."), self.phrase
            if self.phrase.text() != self.again.text():
                return w.t("The two pass phrases differ."), self.again
        return None

    def tell(self, said: Said | None) -> None:
        """Say what went wrong, or nothing."""
        clear(self._news)
        if said is not None:
            self._news.addWidget(note_of(self._look, said))

    def say(self, text: str, field: TextField) -> None:
        """Say what is still missing, and go to its field."""
        clear(self._news)
        self._news.addWidget(Note(self._look, "tip", "", text, "warning"))
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Show how far the making of the kit is."""
        w = self._look.words
        titles = {
            "lessons": w.t("Packing the lessons"),
            "pages": w.t("Making pages and PDFs"),
            "sums": w.t("Adding up and signing"),
        }
        if self._working != what:
            clear(self._news)
            self._working = what
            self._progress = Progress(self._look, titles[what])
            self._news.addWidget(self._progress)
        steps = 100 if what == "sums" else total
        self._progress.set_progress(done * steps // total if total else steps, steps)

    def settle(self) -> None:
        """Take the progress away."""
        self._working = ""
        clear(self._news)

    # --- inside ----------------------------------------------------------------

    def _make_fields(self, column: QVBoxLayout, title: str) -> None:
        look, w = self._look, self._look.words
        head = w.t("Sign so teachers know who made it")
        column.addWidget(Label(look, head, "section"))
        text = w.t(
            "A signature lets every laptop check that nobody changed the kit on the "
            "way. It does not lock anything."
        )
        column.addWidget(Label(look, text, "small", colour="ink2"))
        column.addLayout(self._news)
        name, kit = w.t("Name shown to teachers"), w.t("Name of the kit")
        self.name = TextField(look, name, self.signer.name)
        self.name.textChanged.connect(self._draw_card)
        trust = w.t("People trust a place and a team more than a file name.")
        column.addWidget(Field(look, name, self.name, trust))
        self.title = TextField(look, kit, title)
        self.title.textChanged.connect(self._draw_card)
        column.addWidget(Field(look, kit, self.title))
        self.phrase = self._secret(w.t("Pass phrase"))
        kept = w.t("Kept only on this laptop.")
        column.addWidget(Field(look, w.t("Pass phrase"), self.phrase, kept))
        self.again = self._secret(w.t("Pass phrase again"))
        self._again = Field(look, w.t("Pass phrase again"), self.again)
        column.addWidget(self._again)
        row = QHBoxLayout()
        self.other = Button(look, "", "folder-open", kind="quiet", height=40)
        self.other.clicked.connect(self._ask_key)
        row.addWidget(self.other)
        self.folder = Button(
            look, w.t("Open folder"), "folder-open", kind="quiet", height=40
        )
        self.folder.clicked.connect(self._open_folder)
        row.addWidget(self.folder)
        row.addStretch()
        column.addLayout(row)

    def _news_of_key(self) -> Note:
        look, w = self._look, self._look.words
        return Note(
            look, "info", w.t("Your signature is made now"),
            w.t(
                "Choose a pass phrase that you can remember. Print the recovery sheet "
                "that is saved beside the key, and keep it in another place."
            ),
        )  # fmt: skip

    def _secret(self, name: str) -> TextField:
        field = TextField(self._look, name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.returnPressed.connect(self.changed)
        return field

    def _sheet(self) -> Path:
        """Name the recovery sheet that was written beside the key."""
        key = self.signer.key_file
        return key.with_name(f"{key.stem}.recovery.html")

    def _open_folder(self) -> None:
        folder = self._sheet().parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _ask_key(self) -> None:
        title = self._look.words.t("Choose your key file")
        dialog = QFileDialog(self, title, str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.key_chosen.emit(Path(name)))
        dialog.open()

    def _draw_card(self) -> None:
        look, w = self._look, self._look.words
        box = self._card.box
        clear(box)
        box.addWidget(Label(look, w.t("What a teacher will see"), "least", bold=True))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(Logo(look))
        names = QWidget()
        column = rows_in(names, 0)
        column.addWidget(Label(look, self.title.text() or "MIL Kit", "card"))
        called = self.name.text().strip() or w.t("No name yet")
        column.addWidget(Label(look, called, "small", colour="ink2"))
        row.addWidget(names, 1)
        box.addWidget(head)
        good = w.t("Signed. Nothing has been changed.")
        box.addWidget(IconLine(look, "shield-check-fill", good, "good"))
        self._draw_words(self.signer.words)

    def _draw_words(self, words: Sequence[str]) -> None:
        look, w, box = self._look, self._look.words, self._card.box
        box.addWidget(Label(look, w.t("Check words"), "least", bold=True))
        if not words:
            text = w.t("Six words appear here when your signature is made.")
            box.addWidget(Label(look, text, "small", colour="ink2"))
            return
        box.addWidget(WordBand(look, words))
        text = w.t(
            "Read these six words aloud in the training room. If a stick shows other "
            "words, do not use it."
        )
        box.addWidget(Label(look, text, "small"))
