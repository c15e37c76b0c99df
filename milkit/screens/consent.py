"""A hub asks for results: who, what goes, what never goes; the teacher decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens.consent_parts import Answer, SixWords, list_panel
from milkit.screens.icon_row import icon_row
from milkit.screens.record_card import RecordCard
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Tick
from milkit.widgets.columns import Columns
from milkit.widgets.labels import Label
from milkit.widgets.page import Page
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.screens.record_card import Titles
    from milkit.sync.enrolment import Enrolment
    from milkit.sync.seen import Record
    from milkit.widgets.look import Look

_TWO = 800  # px: below it all stands in one column
_LARGE = 150  # percent of text size


class Asked(NamedTuple):
    """What a hub asks, and what would go now; *name* is the file it was read from."""

    enrolment: Enrolment
    content: bytes
    name: str


class ConsentScreen(Page):
    """
    Nothing is kept or sent before *agreed* or *stick_chosen* (with research or not).

    *declined* costs nothing. *see_all_asked* shows every record that would go.
    """

    declined = Signal()
    stick_chosen = Signal(bool)
    agreed = Signal(bool)
    see_all_asked = Signal()
    help_asked = Signal()

    def __init__(self, look: Look, asked: Asked, titles: Titles) -> None:
        super().__init__(look)
        w = look.words
        self.asked, self._titles = asked, titles
        self.set_title(w.t("Share your results? You decide."))
        help_button = Button(look, w.t("Help"), "question")
        help_button.clicked.connect(self.help_asked.emit)
        self.header.row.addWidget(help_button)
        text = w.t(
            "Nothing has been sent. If you say no, everything works as before, and "
            "this hub does not ask again."
        )
        self.body.addWidget(Label(look, text, colour="ink2"))
        holder = QWidget()
        columns = Columns((8, 5), look.px(_TWO), look.px(12), holder, look.px(16))
        columns.add(self._who(), 0)
        columns.add(self._what(), 0)
        columns.add(self._for_whom(), 0)
        columns.add(self._record(), 1)
        columns.add(self._research(), 1)
        columns.add(self._stop(), 1)
        self.body.addWidget(holder)
        self.body.addStretch()
        self._answers()

    def refresh(self) -> None:
        """Stay as it is: what would go is told by `show_records`."""

    def focus_first(self) -> None:
        """Begin at the answer that costs nothing."""
        self.no.setFocus()

    def back(self) -> bool:
        """Esc decides nothing: the page is left, and can be opened again."""
        return False

    def show_records(self, records: list[Record]) -> None:
        """Show the newest record that would go, and how many there are."""
        look, w = self._look, self._look.words
        while (item := self._records.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not records:
            panel = Panel(look, edge="ctl")
            text = w.t("You have no records yet. After each lesson there is one more.")
            panel.box.addWidget(Label(look, text, colour="ink2"))
            self._records.addWidget(panel)
            return
        many = w.number(len(records))
        place = w.t("{number} of {all}", number=w.number(1), all=many)
        title = w.t("One of your records, complete")
        card = RecordCard(look, records[0], self._titles, title, place, most=2)
        text = w.n("See {count} record", "See all {count} records", len(records))
        see = Button(look, text, "list", kind="quiet")
        see.clicked.connect(self.see_all_asked.emit)
        card.box.addWidget(see)
        self._records.addWidget(card)

    # --- inside ------------------------------------------------------------------

    def _who(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        asked = self.asked.enrolment
        who = w.t("This hub asks, in the file {file}", file=self.asked.name)
        panel.box.addWidget(Label(look, who, "small", colour="soft_ink"))
        panel.box.addWidget(Label(look, asked.hub, "card"))
        panel.box.addWidget(SixWords(look, asked.words))
        same = w.t("Ask the hub for its six words. Agree only if they are the same.")
        panel.box.addLayout(icon_row(look, "shield-check", same))
        return panel

    def _what(self) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        columns = Columns((1, 1), look.px(520), look.px(12), holder)
        sent, never = sent_words(w), never_words(w)
        right = "arrow-right"
        columns.add(list_panel(look, w.t("What is sent"), right, sent), 0)
        columns.add(list_panel(look, w.t("What is never sent"), "x", never), 1)
        return holder

    def _for_whom(self) -> Panel:
        look, w = self._look, self._look.words
        told = self.asked.enrolment.told(w.lang)
        texts = [text for text in told if text]
        texts.append(w.t("Sealed on the way: only this hub can open it."))
        title = w.t("Who will see it, and for how long")
        return list_panel(look, title, "arrow-right", texts)

    def _record(self) -> QWidget:
        holder = QWidget()
        self._records = QVBoxLayout(holder)
        self._records.setContentsMargins(0, 0, 0, 0)
        return holder

    def _research(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        self.research = Tick(
            look,
            w.t("Also let researchers use the counts of my classes"),
            w.t("A question of its own. Your school may need to agree first."),
        )
        panel.box.addWidget(self.research)
        return panel

    def _stop(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        text = w.t(
            "You can stop at any time in Settings, and ask the hub to delete what it "
            "has."
        )
        panel.box.addLayout(icon_row(look, "clock-counter-clockwise", text))
        return panel

    def _answers(self) -> None:
        look, w = self._look, self._look.words
        short = look.type.size >= _LARGE  # the footer must not hide the page
        said = (
            (w.t("No thanks"), w.t("Keep everything on this laptop"), "x"),
            (
                w.t("Save to a stick instead"),
                w.t("You hand it over when you want"),
                "stick",
            ),
            (w.t("Agree"), w.t("Send when a connection turns up"), "check"),
        )
        self.no, self.stick, self.yes = (
            Answer(look, *one, short=short) for one in said
        )
        if short:
            lines = [f"{text}: {means}" for text, means, _ in said]
            title = w.t("What you can answer")
            panel = list_panel(look, title, "arrow-right", lines)
            self.body.insertWidget(1, panel)
        self.no.clicked.connect(self.declined.emit)
        self.stick.clicked.connect(
            lambda _on=False: self.stick_chosen.emit(self.research.isChecked())
        )
        self.yes.clicked.connect(
            lambda _on=False: self.agreed.emit(self.research.isChecked())
        )
        for answer in (self.no, self.stick, self.yes):
            self.footer.row.addWidget(answer, 1)
        self.yes.setVisible(bool(self.asked.enrolment.drop.kind))


def sent_words(w: Words) -> list[str]:
    """Say what goes."""
    return [
        w.t("Which lesson, the day, the minutes"),
        w.t("How many students, and how many gave each answer"),
        w.t("Answers to checks by code (01, 02 …), the language"),
        w.t("A code for this laptop and for each class, your country or district"),
    ]


def never_words(w: Words) -> list[str]:
    """Say what never goes."""
    return [
        w.t("Names of students, photos, voices"),
        w.t("Your private notes and your own examples"),
        w.t("Your name, your school, other files here"),
    ]
