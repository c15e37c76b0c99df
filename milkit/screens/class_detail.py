"""One class: its cloth, what to teach next, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens import class_words
from milkit.screens.class_cards import BoosterCard, NoNamesCard
from milkit.screens.class_checks import ChecksCard
from milkit.screens.class_next import NextCard
from milkit.teaching.next_lesson import topics_taught
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.woven import Woven

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from milkit.records.checks import GivenRow
    from milkit.records.classes import SchoolClass
    from milkit.records.reading import Booster, RunRow
    from milkit.teaching.next_lesson import Idea
    from milkit.widgets.look import Look

_NEWEST = 10  # pieces of cloth that show at once


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a class: its *runs* newest first, *ideas* best first."""

    group: SchoolClass
    runs: Sequence[RunRow]
    ideas: Sequence[Idea]
    boosters: Sequence[Booster]
    today: date
    checks: Sequence[GivenRow] = ()


class Detail(QWidget):
    """The chosen class, made anew for each choice."""

    lesson_chosen = Signal(str, str)
    run_chosen = Signal(str)
    slips_asked = Signal()
    edit_asked = Signal()
    booster_done = Signal(str)
    checks_asked = Signal()

    def __init__(self, look: Look, known: Known) -> None:
        super().__init__()
        self._look, self._known = look, known
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self._head())
        column.addWidget(self._cloth())
        column.addWidget(self._cards())
        column.addStretch()

    def _head(self) -> QWidget:
        look, w, group = self._look, self._look.words, self._known.group
        holder = QWidget()
        row = Columns((1, OWN), look.px(620), look.px(8), holder, look.px(16))
        names = QWidget()
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, group.name, "section"))
        column.addWidget(
            Label(look, class_words.facts(group, w), "small", colour="ink2")
        )
        buttons = QWidget()
        flow = Flow(buttons, look.px(10))
        slips = Button(look, w.t("Print number slips"), "printer")
        slips.clicked.connect(self.slips_asked.emit)
        edit = Button(look, w.t("Edit class"), "pencil-simple")
        edit.clicked.connect(self.edit_asked.emit)
        flow.addWidget(slips)
        flow.addWidget(edit)
        row.add(names, 0)
        row.add(buttons, 1)
        return holder

    def _cloth(self) -> Panel:
        look, w = self._look, self._look.words
        pieces = class_words.pieces(self._known.runs, w)
        panel = Panel(look)
        head = QHBoxLayout()
        title = w.t("Lessons taught: {count}", count=w.number(len(pieces)))
        head.addWidget(Label(look, title, "card", wrap=False))
        if pieces:
            whole = sum(piece.minutes for piece in pieces)
            text = w.t("width is minutes, {count} in all", count=w.number(whole))
            right = Qt.AlignmentFlag.AlignRight
            head.addWidget(Label(look, text, "small", colour="ink2", align=right), 1)
        panel.box.addLayout(head)
        if not pieces:
            none = w.t(
                "No lesson yet. Each lesson you teach becomes a piece of cloth here."
            )
            panel.box.addWidget(Label(look, none, colour="ink2"))
            return panel
        self.woven = Woven(look, title)
        self.woven.set_pieces(pieces[-_NEWEST:])
        self.woven.piece_chosen.connect(self.run_chosen.emit)
        panel.box.addWidget(self.woven)
        panel.box.addLayout(self._foot(len(pieces)))
        return panel

    def _foot(self, many: int) -> QHBoxLayout:
        """Say that pieces open, and offer the older ones."""
        look, w = self._look, self._look.words
        row = QHBoxLayout()
        hint = w.t("Choose a lesson to see or change what you noted at its end.")
        row.addWidget(Label(look, hint, "least", colour="ink2"), 1)
        if many > _NEWEST:
            button = Button(
                look,
                w.t("All {count} lessons", count=w.number(many)),
                kind="quiet",
                trailing="caret-down",
                height=40,
            )
            button.clicked.connect(lambda _on=False: self._show_all(button))
            row.addWidget(button)
        return row

    def _show_all(self, button: Button) -> None:
        pieces = class_words.pieces(self._known.runs, self._look.words)
        self.woven.set_pieces(pieces)
        self.woven.setFocus()
        button.hide()

    def _cards(self) -> QWidget:
        look, known = self._look, self._known
        holder = QWidget()
        row = Columns((3, 2), look.px(600), look.px(12), holder)
        topics = topics_taught(known.runs)
        self.next = NextCard(look, known.ideas, known.group.minutes, topics)
        self.next.lesson_chosen.connect(self.lesson_chosen)
        row.add(self.next, 0)
        self.checks = ChecksCard(look, known.checks)
        self.checks.opened.connect(self.checks_asked)
        row.add(self.checks, 1)
        for booster in known.boosters:
            row.add(self._booster(booster), 1)
        row.add(NoNamesCard(look, known.group), 1)
        return holder

    def _booster(self, booster: Booster) -> BoosterCard:
        card = BoosterCard(self._look, booster, self._known.today)
        lang = next((run.lang for run in self._known.runs if run.id == booster.run), "")
        card.opened.connect(lambda: self.lesson_chosen.emit(booster.lesson, lang))
        card.done.connect(lambda: self.booster_done.emit(booster.run))
        card.setAccessibleName(plain(booster.title))
        return card
