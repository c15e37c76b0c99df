"""Step 3 of a kit: the sticks that are in, what is on each, and which to write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens.kit_parts import clear, lowered, rows_in, size_words, time_words
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Tick
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import IconLabel, Label, Tag
from milkit.widgets.notice import Empty
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.thread import Thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.ground.words import Words
    from milkit.kit.sticks import Seen
    from milkit.widgets.look import Look

_CELLS = 50
LARGE = 150  # percent: then nothing is set in from the left
_TAGS = {  # tone and icon of a state
    "ready": ("good", "check-circle-fill"),
    "same": ("good", "check-circle-fill"),
    "others": ("tip", "files"),
    "older": ("info", "arrow-clockwise"),
    "begun": ("info", "arrow-clockwise"),
    "small": ("bad", "warning-fill"),
    "closed": ("bad", "lock-simple"),
}


def stick_name(seen: Seen) -> str:
    """Give the name of a stick as its owner knows it."""
    folder = seen.stick.folder
    return folder.name or str(folder)


def state_word(seen: Seen, w: Words) -> str:
    """Say in a word what a stick is to the kit."""
    return {
        "ready": w.t("Ready"),
        "same": w.t("Has this kit"),
        "others": w.t("Has other files"),
        "older": w.t("Has an older kit"),
        "begun": w.t("Not finished"),
        "small": w.t("Too small"),
        "closed": w.t("Cannot be written"),
    }[seen.state]


def state_line(seen: Seen, w: Words) -> str:
    """Say in a sentence what happens on a stick."""
    if seen.state == "closed":
        return w.t("This stick does not let itself be written. Use another one.")
    if seen.state == "small":
        return w.t(
            "Needs {need} free, has {free}. Take files away, or use another stick.",
            need=size_words(seen.needed, w),
            free=size_words(seen.stick.free, w),
        )
    time = time_words(seen.seconds, w)
    if seen.state in ("older", "same") and seen.older is not None:
        day = w.date(seen.older.day)
        return w.t(
            "Kit of {day}. Only what changed is written, {time}.", day=day, time=time
        )
    if seen.state == "begun":
        return w.t("The writing was stopped here. It goes on, {time}.", time=time)
    if seen.state == "others":
        said = w.n(
            "{count} file stays as it is.",
            "{count} files stay as they are.",
            seen.others,
        )
        where = w.t("The kit goes into its own folder, {time}.", time=time)
        return f"{said} {where}"
    return w.t("Empty. The kit will be the only thing on it, {time}.", time=time)


class StickCard(Panel):
    """One stick: a box to tick, its name, what is on it, how full it is."""

    def __init__(self, look: Look, seen: Seen, *, chosen: bool) -> None:
        super().__init__(look)
        w = look.words
        self.seen = seen
        self.box.setSpacing(look.px(2))
        holder = QWidget()
        row = Columns((1, OWN), look.px(440), look.px(8), holder, look.px(16))
        name = stick_name(seen)
        self.tick = Tick(look, name, state_line(seen, w), bold=True)
        self.tick.setEnabled(seen.usable)
        self.tick.setChecked(chosen and seen.usable)
        row.add(self.tick, 0)
        tone, icon = _TAGS[seen.state]
        row.add(Tag(look, state_word(seen, w), tone, icon), 1)
        self.box.addWidget(holder)
        self.box.addWidget(self._room(look, seen))

    def _room(self, look: Look, seen: Seen) -> QWidget:
        w = look.words
        holder = QWidget()
        column = rows_in(holder, look.px(4))
        where = w.t(
            "{place}, {size}, {free} free",
            place=str(seen.stick.folder),
            size=size_words(seen.stick.total, w),
            free=size_words(seen.stick.free, w),
        )
        column.addWidget(Label(look, where, "least", colour="ink2"))
        thread = Thread(look, "ink2", rows=1, height=14)
        used = 1 - seen.stick.free / seen.stick.total if seen.stick.total else 0
        thread.set_count(max(1, round(used * _CELLS)), _CELLS)
        column.addWidget(thread)
        left = 0 if look.type.size >= LARGE else look.px(32)
        column.setContentsMargins(left, 0, 0, 0)
        return holder


class SticksPane(QWidget):
    """
    The list of sticks. *changed* tells of ticks, *look_asked* of Look again.

    *folder_chosen* tells a folder that stands for a stick, *check_asked* a wish to
    check a stick instead of writing one.
    """

    changed = Signal()
    look_asked = Signal()
    check_asked = Signal()
    folder_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: list[StickCard] = []
        self._chosen: dict[Path, bool] = {}
        column = rows_in(self, look.px(10))
        column.addWidget(self._head())
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(10))
        column.addLayout(self._list)
        column.addStretch()

    def show_looking(self) -> None:
        """Say that the sticks are being looked at."""
        w = self._look.words
        clear(self._list)
        self.cards = []
        text = w.t("Looking at the sticks")
        self._list.addWidget(IconLabel(self._look, "magnifying-glass", text))

    def show_sticks(self, sticks: Sequence[Seen]) -> None:
        """List the sticks; what was ticked before stays so."""
        look, w = self._look, self._look.words
        for card in self.cards:
            self._chosen[card.seen.stick.folder] = card.tick.isChecked()
        clear(self._list)
        self.cards = []
        for seen in sticks:
            chosen = self._chosen.get(seen.stick.folder, True)
            card = StickCard(look, seen, chosen=chosen)
            card.tick.toggled.connect(self._tell)
            self._list.addWidget(card)
            self.cards.append(card)
        if not sticks:
            text = w.t("Put a stick in, then choose Look again. A folder will do too.")
            self._list.addWidget(Empty(look, w.t("No stick is in"), text))
        self._tell()

    @property
    def chosen(self) -> list[Seen]:
        """The sticks that are ticked."""
        return [card.seen for card in self.cards if card.tick.isChecked()]

    def _tell(self) -> None:
        w, many = self._look.words, len(self.cards)
        self._found.set_text(w.n("{count} stick found", "{count} sticks found", many))
        ticked = w.number(len(self.chosen))
        self._ticked.set_text(w.t("{count} chosen", count=ticked))
        self.changed.emit()

    def _head(self) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        row = Columns((1, OWN), look.px(640), look.px(6), holder, look.px(12))
        words = QWidget()
        line = QHBoxLayout(words)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        self._found = Label(look, "", "card", wrap=False)
        self._ticked = Label(look, "", "small", colour="ink2", wrap=False)
        line.addWidget(self._found)
        line.addWidget(self._ticked)
        line.addStretch()
        row.add(lowered(words, look.px(9)), 0)
        buttons = QWidget()
        flow = Flow(buttons, look.px(8))
        check = Button(look, w.t("Check a stick"), "seal-check", kind="quiet")
        check.clicked.connect(self.check_asked)
        folder = Button(look, w.t("Choose a folder"), "folder-open", kind="quiet")
        folder.clicked.connect(self._ask_folder)
        self.again = Button(look, w.t("Look again"), "arrow-clockwise")
        self.again.clicked.connect(self.look_asked)
        for button in (check, folder, self.again):
            flow.addWidget(button)
        row.add(buttons, 1)
        return holder

    def _ask_folder(self) -> None:
        title = self._look.words.t("Choose the folder for the kit")
        dialog = QFileDialog(self, title, str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.folder_chosen.emit(Path(name)))
        dialog.open()
