"""Choose what a class takes: which check, when, how long, in which way, which form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from milkit.content.instrument import SELF, TASK
from milkit.records import checks
from milkit.screens import check_words
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Pills
from milkit.widgets.fields import Choice, Field
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from milkit.content.instrument import Instrument
    from milkit.library.checks import Offered
    from milkit.records.checks import GivenRow
    from milkit.widgets.look import Look

BOTH = "both"
WHOLE, SHORT = "whole", "short"


class Wish(NamedTuple):
    """What was chosen; *forms* as in `check_happenings.Given`."""

    check: Instrument
    phase: str
    way: str
    forms: str
    short: bool

    @property
    def own(self) -> bool:
        """Whether it is for the teacher alone."""
        return self.check.items[0].kind == SELF

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of what is asked; a task cannot be answered by hands."""
        ids = self.check.ids(short=self.short)
        if self.way != checks.BY_HANDS:
            return ids
        return tuple(name for name in ids if self.check.item(name).kind != TASK)


class PlanPanel(Panel):
    """*begun* tells a Wish, *print_asked* and *save_asked* too: paper comes first."""

    begun = Signal(object)
    print_asked = Signal(object)
    save_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        offered: Sequence[Offered],
        opened: Callable[[str, str], Instrument],
    ) -> None:
        super().__init__(look)
        self._opened = opened
        self._langs = {one.id: one.lang for one in offered}
        self._rows: Sequence[GivenRow] = ()
        w = look.words
        self.box.setSpacing(look.px(12))
        self.box.addWidget(Label(look, w.t("Give a check"), "section"))
        titles = [(one.id, one.title) for one in offered]
        self.which = Pills(look, w.t("Which check"), titles, offered[0].id)
        self.box.addWidget(self.which)
        self._about = Label(look, "", "small", colour="ink2")
        self.box.addWidget(self._about)
        phases = (checks.BEFORE, checks.AFTER, checks.ONCE)
        self.phase = Pills(
            look, w.t("When"), [(p, check_words.phase(p, w)) for p in phases], phases[0]
        )
        ways = (checks.PAPER, checks.BY_HANDS, checks.TYPED)
        self.way = Pills(
            look, w.t("How"), [(p, check_words.way(p, w)) for p in ways], ways[0]
        )
        self.long = Choice(look, w.t("How many questions"), [(WHOLE, w.t("All"))])
        self.forms = Choice(look, w.t("Sheets"), [("A", w.t("Sheet A"))])
        self._fields = [
            Field(look, w.t("When"), self.phase),
            Field(look, w.t("How"), self.way),
            Field(look, w.t("How many questions"), self.long),
            Field(look, w.t("Sheets"), self.forms),
        ]
        for field in self._fields:
            self.box.addWidget(field)
        self._note = Label(look, "", "small", colour="ink2")
        self.box.addWidget(self._note)
        self.box.addWidget(self._paper())
        self.start = Button(look, "", kind="primary", trailing="arrow-right", tall=True)
        self.start.clicked.connect(lambda: self.begun.emit(self.wish))
        self.which.chosen.connect(lambda _key: self._changed())
        for group in (self.phase, self.way, self.long, self.forms):
            group.chosen.connect(lambda _key: self._say())

    def show_given(self, rows: Sequence[GivenRow]) -> None:
        """Take what the class had: after a before that is keyed comes the after."""
        self._rows = rows
        self._changed()

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        check = self._check()
        way = self.way.value()
        phase = self.phase.value()
        forms = self.forms.value() or "A"
        if forms == BOTH:
            forms = "BA" if phase == checks.AFTER else "AB"
        if self._own(check):
            way, forms = checks.PAPER, "A"
        elif way != checks.PAPER:
            forms = forms[0]
        return Wish(check, phase, way, forms, self.long.value() == SHORT)

    def _check(self) -> Instrument:
        name = self.which.value()
        return self._opened(name, self._langs[name])

    def _own(self, check: Instrument) -> bool:
        return check.items[0].kind == SELF

    def _changed(self) -> None:
        """Offer what this check has."""
        w, check = self._look.words, self._check()
        rows = [row for row in self._rows if row.check == check.id]
        had = any(row.phase == checks.BEFORE and not row.in_hand for row in rows)
        self.phase.set_value(checks.AFTER if had else checks.BEFORE)
        whole, some = len(check.ids()), len(check.ids(short=True))
        options = [(WHOLE, w.n("{count} question", "{count} questions", whole))]
        if check.has_short:
            text = w.t("Short: {n} questions", n=w.number(some))
            options.append((SHORT, text))
        self.long.set_options(options, self._last(check.id))
        two = [(BOTH, w.t("A and B, changing places"))] if len(check.forms) > 1 else []
        ones = [(form, w.t("Sheet {form} for all", form=form)) for form in check.forms]
        self.forms.set_options([*two, *ones])
        own = self._own(check)
        self._fields[1].setVisible(not own)
        self._fields[2].setVisible(check.has_short)
        self._fields[3].setVisible(len(check.forms) > 1)
        self._say()

    def _last(self, check: str) -> str:
        """Give the length that the class had before: both must be equally long."""
        found = [row for row in self._rows if row.check == check]
        return SHORT if found and found[0].short else WHOLE

    def _say(self) -> None:
        w, wish = self._look.words, self.wish
        minutes = w.n(
            "About {count} minute.", "About {count} minutes.", wish.check.minutes
        )
        self._about.set_text(f"{wish.check.about} {minutes}")
        self._note.set_text(self._said(wish))
        texts = {
            checks.PAPER: w.t("Key the sheets"),
            checks.BY_HANDS: w.t("Ask the class"),
            checks.TYPED: w.t("Type totals"),
        }
        own = self._own(wish.check)
        self.start.set_text(w.t("Fill it in") if own else texts[wish.way])
        for button in (self.print, self.save):
            button.setVisible(wish.way == checks.PAPER)

    def _said(self, wish: Wish) -> str:
        w = self._look.words
        if self._own(wish.check):
            return w.t("This one is for you alone.")
        if wish.way != checks.PAPER:
            return w.t(
                "Only the hands of the whole class are kept. "
                "On paper you learn more: how sure the change is."
            )
        if len(wish.forms) > 1:
            return w.t(
                "Odd numbers take one sheet, even numbers the other; "
                "at the end they change. So nobody sees a post twice."
            )
        return w.t("All take the same sheet.")

    def _paper(self) -> QWidget:
        """Make the buttons for paper; the page has the one that begins in its foot."""
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        self.print = Button(look, w.t("Print the sheets"), "printer")
        self.save = Button(look, w.t("Save as PDF"), "file-pdf")
        self.print.clicked.connect(lambda: self.print_asked.emit(self.wish))
        self.save.clicked.connect(lambda: self.save_asked.emit(self.wish))
        flow.addWidget(self.print)
        flow.addWidget(self.save)
        return holder
