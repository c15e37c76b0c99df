"""Sharing results: with whom, what would be sent, what went; and how to stop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from milkit.ground import drives
from milkit.ground.errors import Mishap
from milkit.ground.mishap_words import explain
from milkit.screens.record_card import RecordCard
from milkit.screens.sharing_state import StatePanel
from milkit.screens.sharing_went import WentPanel
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.fields import TextArea
from milkit.widgets.notice import Empty, Note, Question, note_of
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.screens.record_card import Titles
    from milkit.sync.agreement import Agreement
    from milkit.sync.outbox import Went
    from milkit.sync.seen import Record
    from milkit.sync.sending import State
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

_TWO = 800  # px: below it all stands in one column


class Shared(NamedTuple):
    """How it stands: *records* would go now; without an agreement they only stay."""

    agreed: Agreement | None
    state: State | None
    records: list[Record]
    went: list[Went]


class SharingScreen(Page):
    """
    *read* tells how it stands, in a thread. The signals ask for what was chosen.

    *stop_chosen* comes after the question whether to stop.
    """

    hub_file_chosen = Signal(object)
    send_asked = Signal()
    stick_chosen = Signal(object)
    stop_chosen = Signal()
    metered_changed = Signal(bool)
    back_asked = Signal()
    help_asked = Signal()

    def __init__(
        self,
        look: Look,
        read: Callable[[], Shared],
        background: Background,
        titles: Titles,
    ) -> None:
        super().__init__(look)
        self._read, self._background, self._titles = read, background, titles
        self._records: list[Record] = []
        self._at = 0
        self.question: Question | None = None
        w = look.words
        self.set_title(w.t("Sharing results"))
        for text, icon, signal in (
            (w.t("Back"), "arrow-left", self.back_asked),
            (w.t("Help"), "question", self.help_asked),
        ):
            button = Button(look, text, icon)
            button.clicked.connect(signal.emit)
            self.header.row.addWidget(button)
        self._notes = QVBoxLayout()
        self.body.addLayout(self._notes)
        self._make_columns()
        self.body.addStretch()

    def refresh(self) -> None:
        """Read anew how it stands."""
        self._background.run(
            lambda _step: self._read(), owner=self, done=self.show_shared
        )

    def show_shared(self, shared: Shared) -> None:
        """Show how it stands."""
        self.state.show_state(shared.agreed, shared.state, len(shared.records))
        self.went.show_went(shared.went)
        self.went.setVisible(shared.agreed is not None)
        self._records = shared.records
        self._at = min(self._at, max(0, len(self._records) - 1))
        self._show_record()

    def say(self, title: str, text: str = "") -> None:
        """Say that something is done."""
        self._note(Note(self._look, "good", title, text))

    def tell(self, error: Exception) -> None:
        """Say what went wrong, and what is safe."""
        self.state.busy("")
        if not isinstance(error, Mishap):
            raise error
        self._note(note_of(self._look, explain(error, self._look.words)))

    # --- inside ------------------------------------------------------------------

    def _make_columns(self) -> None:
        look = self._look
        holder = QWidget()
        columns = Columns((1, 1), look.px(_TWO), look.px(12), holder, look.px(16))
        self.state = StatePanel(look)
        self.state.hub_file_asked.connect(self._choose_file)
        self.state.send_asked.connect(self.send_asked.emit)
        self.state.stick_asked.connect(self.ask_for_stick)
        self.state.stop_asked.connect(self._ask_to_stop)
        self.state.metered_changed.connect(self.metered_changed.emit)
        self.went = WentPanel(look)
        columns.add(self.state, 0)
        columns.add(self.went, 0)
        columns.add(self._would_go(), 1)
        self.body.addWidget(holder)

    def _would_go(self) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._card = QVBoxLayout()
        column.addLayout(self._card)
        self._written = TextArea(look, w.t("As it is written"))
        self._written.setReadOnly(True)
        self._written.setMinimumHeight(look.px(260))
        self._written.hide()
        column.addWidget(self._written)
        self._turning = QWidget()
        flow = Flow(self._turning, look.px(8))
        self.before = Button(look, w.t("Record before"), "arrow-left")
        self.after = Button(look, w.t("Next record"), "arrow-right")
        self.written = Button(look, w.t("As it is written"), kind="quiet")
        self.before.clicked.connect(lambda _on=False: self._turn(-1))
        self.after.clicked.connect(lambda _on=False: self._turn(1))
        self.written.clicked.connect(self._toggle_written)
        for button in (self.before, self.after, self.written):
            flow.addWidget(button)
        column.addWidget(self._turning)
        column.addStretch()
        return holder

    def _turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._records)
        self._show_record()

    def _toggle_written(self) -> None:
        self._written.setVisible(not self._written.isVisible())

    def _show_record(self) -> None:
        look, w = self._look, self._look.words
        _clear(self._card)
        many = len(self._records)
        self._turning.setVisible(bool(many))
        self.before.setVisible(many > 1)
        self.after.setVisible(many > 1)
        if not many:
            self._written.hide()
            title, text = w.t("Nothing is waiting"), w.t("New records show here.")
            self._card.addWidget(Empty(look, title, text))
            return
        record = self._records[self._at]
        place = w.t(
            "{number} of {all}", number=w.number(self._at + 1), all=w.number(many)
        )
        title = w.t("What would be sent")
        self._card.addWidget(RecordCard(look, record, self._titles, title, place))
        self._written.setPlainText(
            "\n".join(
                json.dumps(one, ensure_ascii=False, indent=1)
                for one in record.statements
            )
        )

    def _choose_file(self) -> None:
        title = self._look.words.t("Open a hub's file")
        dialog = QFileDialog(self, title, _first_stick(), "*.milhub")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.hub_file_chosen.emit(Path(name)))
        dialog.open()

    def ask_for_stick(self) -> None:
        """Let the teacher choose the folder of a stick."""
        title = self._look.words.t("Choose the stick")
        dialog = QFileDialog(self, title, _first_stick())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.stick_chosen.emit(Path(name)))
        dialog.open()

    def _ask_to_stop(self) -> None:
        w = self._look.words
        self.question = Question(
            self._look,
            w.t("Stop sharing and forget this hub?"),
            w.t(
                "Nothing is sent any more. The hub's file and the list of what went go "
                "from this laptop. All your records stay here."
            ),
            w.t("Keep sharing"),
            w.t("Stop and forget"),
            self.window(),
        )
        self.question.lost.connect(self.stop_chosen.emit)
        self.question.open()

    def _note(self, note: Note) -> None:
        _clear(self._notes)
        self._notes.addWidget(note)


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
