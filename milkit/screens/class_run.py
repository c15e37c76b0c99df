"""A lesson that a class has had: what was noted at its end, to read and to change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.records.happenings import Undone
from milkit.screens.class_run_parts import (
    booster_days,
    lesson_of,
    many_of,
    slips_said,
    steps_panel,
)
from milkit.screens.saving import Saving
from milkit.teaching.after import AfterLesson
from milkit.teaching.summary import summary
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.fields import Choice, NumberField, TextField
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.library.library import Library
    from milkit.records.run_state import RunState
    from milkit.records.store import Records
    from milkit.widgets.look import Look

_MOST = 999


class RunPage(Page):
    """
    The notes of one run; each change is saved at once and can be undone.

    *left* goes back to the class, *lesson_chosen* opens the lesson.
    """

    left = Signal()
    lesson_chosen = Signal(str, str)

    def __init__(
        self, look: Look, library: Library, records: Records, run: str
    ) -> None:
        super().__init__(look)
        self._records, self._run = records, run
        self._after = AfterLesson(records, run)
        self._undo: list[str] = []
        self._filling = False
        state = self._after.state
        self._lesson = lesson_of(library, state)
        self._told = summary(self._lesson, state) if self._lesson else None
        self.set_title(state.title, state.class_name)
        self._make_bars()
        self._make_fields(state)
        self._lay_out(state)
        self._fill()

    def focus_first(self) -> None:
        """Begin with the students who were here."""
        self.present.setFocus()

    def undo(self) -> None:
        """Take the last change back."""
        if not self._undo:
            return
        undone = Undone(self._undo[-1])
        if self.saving.attempt(lambda: self._records.tell(self._run, undone)):
            self._undo.pop()
        self._fill()

    def _make_bars(self) -> None:
        look, w = self._look, self._look.words
        self.back = Button(look, w.t("Back"), "arrow-left")
        self.back.clicked.connect(self.left.emit)
        self.header.row.insertWidget(0, self.back)
        saved = w.t("Every change is saved at once.")
        self._undo_button = Button(look, w.t("Undo"), "arrow-u-up-left")
        self._undo_button.clicked.connect(self.undo)
        label = Label(look, saved, "small", colour="ink2")
        self.footer.row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.footer.row.addWidget(self._undo_button)

    def _make_fields(self, state: RunState) -> None:
        look, w = self._look, self._look.words
        self.present = NumberField(
            look, w.t("Students here"), state.present, (0, _MOST)
        )
        self.line = TextField(look, w.t("One line for yourself"), state.line)
        self.slip = self._told.slip if self._told else next(iter(state.slips), "")
        names = (w.t("Not yet"), w.t("Nearly"), w.t("Reached"))
        self.piles = [NumberField(look, name, 0, (0, _MOST)) for name in names]
        self.booster = Choice(look, w.t("Booster"), booster_days(self._told, state, w))
        for number in (self.present, *self.piles):
            number.setKeyboardTracking(False)
        self.present.valueChanged.connect(self._set_present)
        self.line.changed.connect(
            lambda text: self._change(lambda: self._after.write_line(text))
        )
        for pile in self.piles:
            pile.valueChanged.connect(self._set_slips)
        self.booster.chosen.connect(self._set_booster)

    def _lay_out(self, state: RunState) -> None:
        look = self._look
        holder = QWidget()
        columns = Columns((1, 1), look.px(720), look.px(12), holder, look.px(24))
        columns.add(self._steps(state), 0)
        if self.slip:
            columns.add(self._slips(), 0)
        columns.add(self._students(state), 1)
        columns.add(self._own_line(), 1)
        if self.booster.count() > 1:
            columns.add(self._booster_panel(), 1)
        self._add_own(columns, state)
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self.body.addWidget(holder)
        self.body.addStretch()

    def _add_own(self, columns: Columns, state: RunState) -> None:
        """Add more cards: for the page at the end of a lesson."""

    def _steps(self, state: RunState) -> Panel:
        panel = steps_panel(self._look, state)
        if self._lesson is not None:
            lesson = Button(
                self._look, self._look.words.t("Open lesson"), trailing="arrow-right"
            )
            lesson.clicked.connect(
                lambda _on=False: self.lesson_chosen.emit(state.lesson, state.lang)
            )
            panel.box.addWidget(lesson, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _students(self, state: RunState) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("Students here"), "card"))
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        less = Button(look, w.t("Take 1"), "minus")
        less.clicked.connect(self.present.stepDown)
        more = Button(look, w.t("Add 1"), "plus")
        more.clicked.connect(self.present.stepUp)
        for part in (less, self.present, more):
            flow.addWidget(part)
        panel.box.addWidget(holder)
        of = w.t("of {count} in the class", count=w.number(state.students))
        panel.box.addWidget(Label(look, of, "small", colour="ink2"))
        return panel

    def _own_line(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("One line for yourself"), "card"))
        panel.box.addWidget(self.line)
        private = w.t("Private. It stays on this laptop.")
        panel.box.addWidget(IconLabel(look, "lock-simple", private))
        return panel

    def _slips(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("Exit slips"), "card"))
        holder = QWidget()
        flow = Flow(holder, look.px(16))
        names = (w.t("Not yet"), w.t("Nearly"), w.t("Reached"))
        for name, pile in zip(names, self.piles, strict=True):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px(4))
            column.addWidget(Label(look, name, "strong", wrap=False))
            column.addWidget(pile)
            flow.addWidget(part)
        panel.box.addWidget(holder)
        self._sum = Label(look, "", "small", colour="ink2")
        panel.box.addWidget(self._sum)
        return panel

    def _booster_panel(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("Booster, 5 minutes"), "card"))
        panel.box.addWidget(self.booster)
        why = w.t("Short repeats make learning last.")
        panel.box.addWidget(Label(look, why, "small", colour="ink2"))
        return panel

    def _fill(self) -> None:
        """Show what the records say now."""
        state, w = self._after.state, self._look.words
        self._filling = True
        self.present.setValue(state.present)
        self.line.setText(state.line)
        slips = state.slips.get(self.slip)
        for pile, many in zip(self.piles, many_of(slips), strict=True):
            pile.setValue(many)
        key = f"{state.booster_week} {state.booster_on}" if state.booster_on else ""
        self.booster.set_value(key)
        if self.slip:
            self._sum.set_text(slips_said(slips, state.present, w))
        self._undo_button.setVisible(bool(self._undo))
        self._filling = False

    def _set_present(self, many: int) -> None:
        self._change(lambda: self._after.set_present(many))

    def _set_slips(self, _many: int) -> None:
        first, second, third = (pile.value() for pile in self.piles)
        self._change(lambda: self._after.set_slips(self.slip, first, second, third))

    def _set_booster(self, key: str) -> None:
        week, _, on = key.partition(" ")
        day = date.fromisoformat(on) if on else None
        self._change(lambda: self._after.plan_booster(int(week or 0), day))

    def _change(self, change: Callable[[], object]) -> None:
        """Save a change, and remember it for Undo."""
        if self._filling:
            return
        before = self._last()
        if self.saving.attempt(change) and self._last() != before:
            self._undo.append(self._last())
        self._fill()

    def _last(self) -> str:
        last = ""
        for event in self._records.events(self._run):
            last = event.id
        return last
