"""Step 4 of a kit: every stick on its way, what is left, and how each one ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.ground.languages import language
from milkit.ground.mishap_words import explain
from milkit.kit import many
from milkit.screens.kit_parts import (
    IconLine,
    WordBand,
    clear,
    rows_in,
    size_words,
    time_words,
)
from milkit.screens.kit_sticks import stick_name
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.notice import Note
from milkit.widgets.panel import Divider, Panel
from milkit.widgets.say import announce
from milkit.widgets.thread import Thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.kit.listing import Listing
    from milkit.kit.many import Job
    from milkit.widgets.look import Look

_CELLS = 46
_LOOKS = {  # fill, edge, left edge; colour of the thread; icon
    "waiting": ("surface", "line", "", "pri", "clock"),
    "writing": ("surface", "line", "", "pri", "download-simple"),
    "checking": ("surface", "line", "", "pri", "magnifying-glass"),
    "done": ("surface", "line", "", "good", "check-circle-fill"),
    "bad": ("bad_soft", "bad", "bad", "bad", "warning-fill"),
    "stopped": ("tur_soft", "tur", "tur", "tur_ink", "pause"),
}


class JobCard(QWidget):
    """One stick that is written. *again_asked* and *eject_asked* are its buttons'."""

    again_asked = Signal(object)
    eject_asked = Signal(object)

    def __init__(self, look: Look, job: Job) -> None:
        super().__init__()
        self._look, self.job = look, job
        self._shown: tuple[str, int] = ("", -1)
        self._column = rows_in(self, 0)
        self.refresh()

    def refresh(self) -> None:
        """Show how far the stick is; built anew only when it changed."""
        state = self.job.state
        cells = int(self.job.progress.share * _CELLS)
        if state == "done":
            cells = _CELLS
        if (state, cells) == self._shown:
            return
        if state != self._shown[0] and self.job.over:
            announce(self, f"{stick_name(self.job.seen)}: {self._title(state)}")
        self._shown = (state, cells)
        clear(self._column)
        self._column.addWidget(self._panel(state, cells))

    def tell_ejected(self, *, gone: bool) -> None:
        """Say that the stick can be pulled out."""
        w = self._look.words
        said = (
            w.t("You can pull the stick out now.")
            if gone
            else w.t("All is written. You can pull the stick out.")
        )
        self._column.addWidget(Note(self._look, "good", "", said))

    def _panel(self, state: str, cells: int) -> QWidget:
        look = self._look
        fill, edge, left, tone, icon = _LOOKS[state]
        panel = Panel(look, fill, edge, left)
        holder = QWidget()
        row = Columns((1, OWN), look.px(460), look.px(8), holder, look.px(16))
        words = QWidget()
        column = rows_in(words, look.px(6))
        head = QWidget()
        line = Columns((1, OWN), look.px(300), look.px(2), head, look.px(8))
        line.add(Label(look, stick_name(self.job.seen), "strong"), 0)
        colour = {"good": "good", "bad": "bad", "tur_ink": "tur_ink"}.get(
            tone, "soft_ink"
        )
        title = self._title(state)
        line.add(IconLabel(look, icon, title, "body", colour=colour, bold=True), 1)
        column.addWidget(head)
        thread = Thread(look, tone, rows=1, height=14)
        thread.set_count(cells, _CELLS)
        column.addWidget(thread)
        column.addWidget(Label(look, self._line(state), "small"))
        row.add(words, 0)
        button = self._button(state)
        if button is not None:
            row.add(button, 1)
        panel.box.addWidget(holder)
        return panel

    def _title(self, state: str) -> str:
        w = self._look.words
        share = w.t("{count}%", count=w.number(int(self.job.progress.share * 100)))
        return {
            "waiting": w.t("Waiting"),
            "writing": w.t("Writing, {share}", share=share),
            "checking": w.t("Checking, {share}", share=share),
            "done": w.t("Written and checked"),
            "bad": w.t("Stopped at {share}", share=share),
            "stopped": w.t("Stopped at {share}", share=share),
        }[state]

    def _line(self, state: str) -> str:
        w, job = self._look.words, self.job
        if state == "done" and job.written is not None:
            return w.n(
                "{count} file matches the signature.",
                "All {count} files match the signature.",
                job.written.good,
            )
        if state == "stopped":
            return w.t("Your own files on it are safe. Try again goes on from here.")
        if state == "bad":
            return self._trouble()
        if state == "checking":
            return w.t("All files are written. Reading each one back to compare.")
        left = job.progress.seconds_left
        if left is None:
            return (
                w.t("Now: {name}", name=job.progress.now) if job.progress.now else " "
            )
        return w.t(
            "Now: {name}, {time} left", name=job.progress.now, time=time_words(left, w)
        )

    def _trouble(self) -> str:
        """Say what went wrong on this stick, and what to do."""
        w, job = self._look.words, self.job
        failed = job.written.failed if job.written is not None else ()
        mishap = job.mishap or failed[0]
        said = explain(mishap, w)
        safe = w.t("Your own files on it are safe.")
        line = f"{said.happened} {safe} {said.now}"
        if len(failed) > 1:
            rest = len(failed) - 1
            more = w.n("{count} more file failed.", "{count} more files failed.", rest)
            line = f"{line} {more}"
        return line

    def _button(self, state: str) -> Button | None:
        look, w = self._look, self._look.words
        if state == "done":
            button = Button(look, w.t("Remove safely"), "arrow-up")
            button.clicked.connect(lambda: self.eject_asked.emit(self.job))
            return button
        if state in ("bad", "stopped"):
            bad = state == "bad"
            button = Button(
                look, w.t("Try again"), "arrow-clockwise",
                kind="danger" if bad else "normal",
            )  # fmt: skip
            button.clicked.connect(lambda: self.again_asked.emit(self.job))
            return button
        return None


class WritePane(QWidget):
    """All sticks that are written, the time left, and what the kit is."""

    again_asked = Signal(object)
    eject_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: list[JobCard] = []
        columns = Columns((7, 4), look.px(820), look.px(16), self, look.px(24))
        left, right = QWidget(), QWidget()
        columns.add(left, 0)
        columns.add(right, 1)
        self._left = rows_in(left, look.px(10))
        head = QWidget()
        row = Columns((1, OWN), look.px(300), look.px(4), head, look.px(12))
        self._title = Label(look, "", "section")
        self._time = Label(look, "", "small", colour="ink2", wrap=False)
        row.add(self._title, 0)
        row.add(self._time, 1)
        self._left.addWidget(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(10))
        self._left.addLayout(self._list)
        self._left.addStretch()
        self._about = rows_in(right, look.px(10))

    def show_jobs(
        self, jobs: Sequence[Job], listing: Listing, lessons: int, words: Sequence[str]
    ) -> None:
        """Show a card for each stick."""
        clear(self._list)
        self.cards = []
        for job in jobs:
            self._add(job)
        self._tell_kit(listing, lessons, words)
        self.refresh()

    def replace(self, old: Job, new: Job) -> None:
        """Begin a stick anew in the place of its card."""
        for number, card in enumerate(self.cards):
            if card.job is old:
                self._list.removeWidget(card)
                card.hide()
                card.deleteLater()
                self._add(new, number)
                del self.cards[number + 1]
                return

    def refresh(self) -> None:
        """Show how far all are."""
        w = self._look.words
        for card in self.cards:
            card.refresh()
        jobs = [card.job for card in self.cards]
        going = [job for job in jobs if not job.over]
        self._title.set_text(
            w.n("Writing to {count} stick", "Writing to {count} sticks", len(going))
            if going
            else w.t("The writing has ended")
        )
        left = many.seconds_left(jobs) if going else None
        self._time.set_text(
            w.t("{time} left", time=time_words(left, w)) if left is not None else ""
        )

    @property
    def done(self) -> int:
        """How many sticks are written and checked."""
        return sum(card.job.state == "done" for card in self.cards)

    def _add(self, job: Job, at: int = -1) -> None:
        card = JobCard(self._look, job)
        card.again_asked.connect(self.again_asked)
        card.eject_asked.connect(self.eject_asked)
        at = len(self.cards) if at < 0 else at
        self._list.insertWidget(at, card)
        self.cards.insert(at, card)

    def _tell_kit(self, listing: Listing, lessons: int, words: Sequence[str]) -> None:
        look, w = self._look, self._look.words
        clear(self._about)
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("This kit"), "strong"))
        spoken = w.t(", ").join(language(lang).own for lang in listing.languages)
        rows = (
            (w.t("Lessons"), w.number(lessons)),
            (w.t("Languages"), spoken),
            (w.t("Size"), size_words(listing.size, w)),
            (w.t("Made"), w.date(listing.day)),
        )
        for name, value in rows:
            line = QWidget()
            row = Columns((2, 3), look.px(160), 0, line, look.px(8))
            row.add(Label(look, name, "small", colour="ink2"), 0)
            row.add(Label(look, value, "small", bold=True), 1)
            panel.box.addWidget(line)
        panel.box.addWidget(Divider(look))
        signed = w.t("Signed by")
        panel.box.addWidget(IconLine(look, "shield-check-fill", signed, "good"))
        panel.box.addWidget(Label(look, listing.maker, "small"))
        panel.box.addWidget(WordBand(look, words))
        self._about.addWidget(panel)
        text = w.t("Label each stick with the month and your centre.")
        self._about.addWidget(Note(look, "info", w.t("While you wait"), text))
        self._about.addStretch()
