"""Consent to research: off until asked, a purpose, a date, number by number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from milkit.records import research
from milkit.records.consent import OF_AGE, Agreed
from milkit.screens.saving import Saving
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Tick
from milkit.widgets.fields import Field
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.page import Page
from milkit.widgets.panel import Divider, Flow, Panel
from milkit.widgets.text_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.ground.clock import Clock
    from milkit.records.classes import SchoolClass
    from milkit.records.store import Records
    from milkit.widgets.look import Look


class ResearchScreen(Page):
    """
    Nothing is ticked beforehand, no button is filled, and refusing costs nothing.

    *back_asked* leaves; every tick is saved at once with its day.
    """

    back_asked = Signal()

    def __init__(
        self, look: Look, records: Records, group: SchoolClass, clock: Clock
    ) -> None:
        super().__init__(look)
        self._records, self._group, self._clock = records, group, clock
        w = look.words
        self.set_title(w.t("Consent to research"), group.name)
        back = Button(look, w.t("Back"), "arrow-left")
        back.clicked.connect(self.back_asked)
        self.header.row.insertWidget(0, back)
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self.body.addWidget(self._what())
        self.purpose = TextField(look, w.t("Purpose"), "")
        self.ticks: dict[str, tuple[Tick, Tick | None]] = {}
        self.body.addWidget(self._ask())
        self._people = self._list()
        self.body.addWidget(self._people)
        self.body.addStretch()
        self.refresh()

    def focus_first(self) -> None:
        """Begin with the purpose."""
        self.purpose.setFocus()

    @property
    def young(self) -> bool:
        """Whether a parent or guardian has to agree as well."""
        return self._group.ages[0] < OF_AGE

    def refresh(self) -> None:
        """Show what is kept."""
        w, found = self._look.words, research.read(self._records, self._group.id)
        on = found is not None and bool(found.purpose)
        self._people.setVisible(on)
        self.end.setVisible(on)
        if not on or found is None:
            self._state.set_text(w.t("Off. Nobody was asked."))
            return
        self.purpose.setText(self._look.type.ready(found.purpose))
        many = len(found.agreed(self._group.ages[0]))
        said = w.n("{count} student agreed", "{count} students agreed", many)
        asked = w.t("Asked on {day}", day=self._day(found.on))
        self._state.set_text(f"{asked} · {said}")
        for code, (own, guardian) in self.ticks.items():
            who = found.people.get(code, Agreed())
            own.setChecked(who.own)
            if guardian is not None:
                guardian.setChecked(who.guardian)
            self._days[code].set_text(self._day(who.on))

    def ask(self) -> None:
        """Keep the purpose that the class is asked for."""
        purpose = self.purpose.text().strip()
        self.purpose.set_missing(not purpose)
        if purpose:
            args = (self._records, self._group.id, purpose, self._today())
            self._do(lambda: research.ask(*args))

    def stop(self) -> None:
        """Take all consent back; it can be asked for again."""
        args = (self._records, self._group.id, self._today())
        self._do(lambda: research.end(*args))
        self.purpose.setText("")

    def agree(self, code: str) -> None:
        """Keep the ticks of a code as they stand; none of both takes it back."""
        own, guardian = self.ticks[code]
        on, group = self._today(), self._group.id
        mine = own.isChecked()
        theirs = guardian is not None and guardian.isChecked()
        if not mine and not theirs:
            self._do(lambda: research.withdraw(self._records, group, code, on))
            return
        self._do(
            lambda: research.agree(
                self._records, group, code, own=mine, guardian=theirs, on=on
            )
        )

    def _do(self, act: Callable[[], object]) -> None:
        self.saving.attempt(act)
        self.refresh()

    def _day(self, on: str) -> str:
        """Write a day as people do; one that is none stays as it was kept."""
        try:
            return self._look.words.date(date.fromisoformat(on))
        except ValueError:
            return on

    def _today(self) -> str:
        return self._clock.now().date().isoformat()

    def _what(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        lines = (
            w.t("You can use MIL Kit, and your class can take checks, without this."),
            w.t("Who does not agree loses nothing and is not marked anywhere."),
            w.t("Only numbers and answers may be used, never a name."),
            w.t("Each student can take it back on any day."),
        )
        for line in lines:
            panel.box.addWidget(Label(look, line))
        if self.young:
            text = w.t("Under 18, a parent or guardian agrees too, on paper.")
            panel.box.addWidget(Label(look, text, "strong"))
        return panel

    def _ask(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        hint = w.t("What is it for, and who asks? Read it to the class.")
        panel.box.addWidget(Field(look, w.t("Purpose"), self.purpose, hint))
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        self.end = Button(look, w.t("No research, take all back"))
        self.end.clicked.connect(self.stop)
        self.keep = Button(look, w.t("Ask the class"))
        self.keep.clicked.connect(self.ask)
        flow.addWidget(self.end)
        flow.addWidget(self.keep)
        panel.box.addWidget(holder)
        self._state = Label(look, "", "strong")
        panel.box.addWidget(self._state)
        return panel

    def _list(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("Who agreed"), "card"))
        self._days: dict[str, Label] = {}
        for number in range(1, self._group.students + 1):
            if number > 1:
                panel.box.addWidget(Divider(look))
            panel.box.addWidget(self._row(str(number), w.number(number)))
        return panel

    def _row(self, code: str, shown: str) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        row = Flow(holder, look.px(16))
        name = Label(look, shown, "strong", wrap=False)
        name.setFixedWidth(look.px(44))
        own = self._tick(code, shown, w.t("The student agrees"))
        row.addWidget(name)
        row.addWidget(own)
        guardian = None
        if self.young:
            guardian = self._tick(code, shown, w.t("A parent or guardian agrees"))
            row.addWidget(guardian)
        self._days[code] = Label(look, "", "small", colour="ink2", wrap=False)
        row.addWidget(self._days[code])
        self.ticks[code] = (own, guardian)
        return holder

    def _tick(self, code: str, shown: str, text: str) -> Tick:
        tick = Tick(self._look, text)
        tick.setAccessibleName(plain(f"{shown}: {text}"))
        tick.clicked.connect(lambda _on=False: self.agree(code))
        return tick
