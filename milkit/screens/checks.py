"""The checks of one class: give one, print it, go on with one, ask for consent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from milkit.library import checks as library_checks
from milkit.records import check_happenings as h
from milkit.records import checks, research
from milkit.screens.check_given import GivenPanel
from milkit.screens.check_plan import PlanPanel
from milkit.screens.saving import Saving
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.labels import Label
from milkit.widgets.notice import Empty
from milkit.widgets.page import Page
from milkit.widgets.panel import Panel
from milkit.widgets.toast import Toasts

if TYPE_CHECKING:
    from milkit.library.library import Library
    from milkit.records.classes import SchoolClass
    from milkit.records.store import Records
    from milkit.screens.check_plan import Wish
    from milkit.widgets.look import Look

LEAST = 760  # px: below it, the columns stand under each other
OWN = ""  # the teacher's own checks are those of no class


class ChecksScreen(Page):
    """
    The checks of a class, or of the teacher alone for the class "".

    *check_opened* tells the id of a check to key, count or type, *consent_asked* and
    *results_asked* a class, *print_asked* and *save_asked* a Wish.
    """

    check_opened = Signal(str)
    print_asked = Signal(object)
    save_asked = Signal(object)
    consent_asked = Signal(str)
    results_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, look: Look, library: Library, records: Records) -> None:
        super().__init__(look)
        self._library, self._records = library, records
        self.group: SchoolClass | None = None
        self.has_results = True
        self._title = self.set_title(look.words.t("Checks"))
        back = Button(look, look.words.t("Back"), "arrow-left")
        back.clicked.connect(self.back_asked)
        self.header.row.insertWidget(0, back)
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self.given = GivenPanel(look)
        self.given.opened.connect(self.check_opened)
        self.given.put_away.connect(self._put_away)
        self.results = self.given.results
        self.results.clicked.connect(lambda: self.results_asked.emit(self.class_id))
        self.plan: PlanPanel | None = None
        self.toasts = Toasts(look, self)
        self._lay_out()

    @property
    def class_id(self) -> str:
        """The class that is shown."""
        return self.group.id if self.group else OWN

    def show_about(self, class_id: str) -> None:
        """Show the checks of a class."""
        if class_id != self.class_id:
            self.middle.verticalScrollBar().setValue(0)
        self.group = self._records.school_class(class_id)
        self.refresh()

    def focus_first(self) -> None:
        """Begin with the choice of a check."""
        if self.plan is not None:
            self.plan.which.focus_chosen()

    def refresh(self) -> None:
        """Read the checks anew."""
        w = self._look.words
        name = self.group.name if self.group else w.t("For yourself")
        self._title.set_text(w.t("Checks: {name}", name=name))
        rows = [
            row
            for row in checks.given(self._records)
            if row.class_id in (self.class_id, OWN)
        ]
        self.given.show_given(rows)
        if self.plan is not None:
            self.plan.show_given(rows)
        had = any(row.class_id for row in rows)
        self.results.setVisible(had and self.has_results)
        self._research.setVisible(self.group is not None)
        self._asked.set_text(self._consent())

    def begin_check(self, wish: Wish) -> None:
        """Give what was chosen; one that is hardly begun is gone on with."""
        check = wish.check
        group = None if wish.own else self.group
        given = h.Given(
            check=check.id,
            title=check.title,
            lang=check.lang,
            class_id=group.id if group else OWN,
            class_name=group.name if group else "",
            students=group.students if group else 1,
            phase=wish.phase,
            way=wish.way,
            forms=wish.forms,
            short=wish.short,
            items=wish.items,
            true_items=check.true_ids(short=wish.short),
        )
        same = self._in_hand(given)
        if same:
            self.check_opened.emit(same)
            return
        made: list[str] = []
        if self.saving.attempt(lambda: made.append(checks.give(self._records, given))):
            self.check_opened.emit(made[0])

    def _in_hand(self, given: h.Given) -> str:
        """Give the same check while few of its sheets are keyed; "" = there is none."""
        for row in checks.given(self._records, given.class_id, given.check):
            state = checks.read(self._records, row.id)
            if state is not None and state.given == given:
                empty = not state.sheets and not state.hands
                if empty or row.in_hand:
                    return row.id
        return ""

    def _put_away(self, about: str) -> None:
        def do(*, away: bool) -> None:
            def tell() -> None:
                checks.tell(self._records, about, h.PutAway(away))

            if self.saving.attempt(tell):
                self.refresh()

        do(away=True)
        w = self._look.words
        said = w.t("The check was put away. Its answers are kept.")
        self.toasts.tell(said, w.t("Undo"), partial(do, away=False))

    def _consent(self) -> str:
        w, group = self._look.words, self.group
        found = research.read(self._records, group.id) if group else None
        if group is None or found is None or not found.purpose:
            return w.t("Off. Nobody was asked, and nothing is used for research.")
        many = len(found.agreed(group.ages[0]))
        said = w.n("{count} student agreed", "{count} students agreed", many)
        return f"{found.purpose} · {said}"

    def _lay_out(self) -> None:
        look, w = self._look, self._look.words
        offered = library_checks.offered(self._library, w.lang)
        holder = QWidget()
        columns = Columns((1, 1), look.px(LEAST), look.px(12), holder, look.px(24))
        if offered:
            self.plan = PlanPanel(
                look, offered, partial(library_checks.opened, self._library)
            )
            self.plan.begun.connect(self.begin_check)
            self.plan.print_asked.connect(self.print_asked)
            self.plan.save_asked.connect(self.save_asked)
            columns.add(self.plan, 0)
            self.footer.row.addStretch()
            self.footer.row.addWidget(self.plan.start)
        else:
            text = w.t("No pack on this computer has a check.")
            columns.add(Empty(look, w.t("No checks"), text, []), 0)
        columns.add(self.given, 1)
        self._research = self._research_panel()
        columns.add(self._research, 1)
        self.body.addWidget(holder)
        self.body.addStretch()

    def _research_panel(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("Research"), "card"))
        self._asked = Label(look, "", "small", colour="ink2")
        panel.box.addWidget(self._asked)
        ask = Button(look, w.t("Consent to research"), trailing="arrow-right")
        ask.clicked.connect(lambda: self.consent_asked.emit(self.class_id))
        panel.box.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        return panel
