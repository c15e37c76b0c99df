"""Three lessons that fit, as large cards with one button each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens.first_heads import Head
from milkit.screens.woven_panel import WovenPanel
from milkit.teaching.first_lessons import first_lessons
from milkit.teaching.next_lesson import Fits, fits
from milkit.widgets import lesson_words
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.packs.row import Row
    from milkit.widgets.look import Look

_EDGE = 48
_SIDE_BY_SIDE = 880


class FirstLessons(QWidget):
    """
    Made anew for each length of class; *lesson_chosen* tells a lesson and language.

    Without a *projector* lessons on paper come first.
    """

    lesson_chosen = Signal(str, str)

    def __init__(
        self, look: Look, rows: Sequence[Row], lang: str, *, projector: bool
    ) -> None:
        super().__init__()
        self._look, self._rows, self._lang = look, rows, lang
        self._projector = projector
        self.buttons: list[Button] = []
        self._shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_for(self, period: int) -> None:
        """Show the lessons for a class of so many minutes."""
        chosen = first_lessons(
            self._rows, period, self._lang, projector=self._projector
        )
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(14))
        column.addWidget(self._head(chosen, period))
        cards = QWidget()
        columns = Columns((1, 1, 1), self._look.px(_SIDE_BY_SIDE), 14, cards)
        self.buttons = []
        for place, row in enumerate(chosen):
            columns.add(self._card(row, period, place), place)
        column.addWidget(cards)
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = shown
        self._column.addWidget(shown)

    def _head(self, chosen: Sequence[Row], period: int) -> Head:
        look, w = self._look, self._look.words
        all_fit = all(fits(row, period) is not Fits.TOO_LONG for row in chosen)
        title = (
            w.n("A lesson that fits", "{count} lessons that fit", len(chosen))
            if all_fit
            else w.t("Lessons to begin with")
        )
        if self._projector:
            return Head(look, 3, title, "")
        paper = any(not set(row.needs) - {"paper"} for row in chosen)
        beside = (
            w.t("No projector was found, so paper lessons come first.")
            if paper
            else w.t("No projector was found. Each lesson can be taught on paper.")
        )
        return Head(look, 3, title, beside, "projector-screen")

    def _card(self, row: Row, period: int, place: int) -> WovenPanel:
        look, w = self._look, self._look.words
        panel = WovenPanel(look, row.topic, _EDGE)
        panel.box.setSpacing(look.px(4))
        dye = look.theme.dye(row.topic).ink
        topic = lesson_words.topic_name(row.topic, w)
        panel.box.addWidget(Label(look, topic, "tag", colour=dye))
        title = Label(look, row.title, "card", lang=row.lang, most=2)
        title.setMinimumHeight(2 * look.type.line("card", row.lang))
        panel.box.addWidget(title)
        panel.box.addWidget(self._facts(row, period))
        button = Button(
            look,
            w.t("Open this lesson"),
            kind="normal" if place else "primary",
            trailing="arrow-right",
        )
        button.setAccessibleDescription(row.title)
        button.clicked.connect(lambda: self.lesson_chosen.emit(row.id, row.lang))
        self.buttons.append(button)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, look.px(6), 0, 0)
        foot.addWidget(button)
        foot.addStretch()
        panel.box.addLayout(foot)
        return panel

    def _facts(self, row: Row, period: int) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        need = lesson_words.main_need(row.needs)
        facts = [
            ("clock", lesson_words.minutes(row.minutes, w)),
            ("student", lesson_words.ages(row.ages, w)),
            (lesson_words.NEED_ICONS[need], lesson_words.need_name(need, w)),
        ]
        if fits(row, period) is Fits.IN_TWO_PARTS:
            facts.insert(1, ("calendar", w.t("In two parts")))
        for icon, text in facts:
            flow.addWidget(IconLabel(look, icon, text))
        return holder
