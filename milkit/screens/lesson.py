"""One lesson before class: what it is, how it fits, each step to read in place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from milkit.ground.errors import Mishap, PictureMissing
from milkit.ground.languages import language
from milkit.ground.mishap_words import explain
from milkit.screens.lesson_fold import Folds
from milkit.screens.lesson_head import LARGE, Facts, LessonHead
from milkit.screens.lesson_more import More
from milkit.screens.lesson_plan import PlanPart
from milkit.screens.lesson_side import Side
from milkit.screens.lesson_steps import Steps
from milkit.teaching import planning
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Pills
from milkit.widgets.columns import Columns
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.notice import note_of
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.ground.settings import Settings
    from milkit.library.library import Library
    from milkit.packs.row import Row
    from milkit.records.classes import SchoolClass
    from milkit.records.happenings import PlannedStep
    from milkit.records.store import Records
    from milkit.teaching.planning import Planning
    from milkit.widgets.look import Look

_PREFERRED = QSizePolicy.Policy.Preferred
WIDE = 860  # px below which the side goes under the steps


class LessonScreen(Page):
    """
    Opens a lesson by `show_lesson`; nothing of a step is built until it is opened.

    *teach_chosen* tells lesson, language, class, period and the step to begin with
    ("" = the first); *planned* has the steps as the teacher left them.
    """

    teach_chosen = Signal(str, str, str, int, str)
    print_chosen = Signal(str, str, str)
    edit_chosen = Signal(str, str)
    back_asked = Signal()

    def __init__(
        self, look: Look, library: Library, records: Records, settings: Settings
    ) -> None:
        super().__init__(look)
        self._library, self._records, self._settings = library, records, settings
        self._id, self.class_id = "", ""
        self._classes: list[SchoolClass] = []
        self._opened: Lesson | None = None
        self._plan: Planning | None = None
        self._note: QWidget | None = None
        self._languages: tuple[str, ...] = ()
        self._pills: Pills | None = None
        self._fresh = False
        self.head = LessonHead(look)
        self.head.teach_asked.connect(self.teach_now)
        self.head.print_asked.connect(self.print_now)
        self.head.edit_asked.connect(self._edit)
        self.head.back_asked.connect(self.back_asked)
        self.header.row.addWidget(self.head, 1)
        self.header.setSizePolicy(_PREFERRED, _PREFERRED)  # as high as it needs
        self._held = self._made_body()
        self.body.addWidget(self._held)
        self.body.addStretch()

    # --- what is shown -------------------------------------------------------------

    def show_lesson(self, lesson: str, lang: str, class_id: str = "") -> None:
        """
        Open a lesson in a language; *class_id* chooses a class beforehand.

        The same lesson again keeps what the teacher opened and moved.
        """
        self._fresh = True
        classes = self._records.classes()
        try:
            opened = self._library.lesson(lesson, lang)
        except Mishap as mishap:
            self._refuse(mishap)
            return
        known = (opened, classes) == (self._opened, self._classes)
        if known and class_id in ("", self.class_id):
            return
        if class_id or lesson != self._id:
            only = classes[0].id if len(classes) == 1 else ""
            self.class_id = class_id or only
        self._id, self._opened, self._classes = lesson, opened, classes
        self._plan = planning.begin(opened, self._period())
        self._fill(opened, self._plan)

    def refresh(self) -> None:
        """Read the lesson and the classes again when the page comes back."""
        if self._id and not self._fresh:
            self.show_lesson(self._id, self._lang)
        self._fresh = False

    def focus_first(self) -> None:
        """Put the focus where the next action is."""
        self.head.teach.setFocus()

    # --- what the window asks ------------------------------------------------------

    @property
    def planned(self) -> tuple[PlannedStep, ...]:
        """The steps to teach, as the teacher left them out, put in or shortened."""
        return self._plan.steps if self._plan is not None else ()

    def teach_now(self) -> None:
        """Teach from the first step."""
        self._teach("")

    def print_now(self) -> None:
        """Go to what is printed."""
        if self._id:
            self.print_chosen.emit(self._id, self._lang, self.class_id)

    # --- inside --------------------------------------------------------------------

    @property
    def _lang(self) -> str:
        return self._opened.lang if self._opened is not None else ""

    @property
    def _group(self) -> SchoolClass | None:
        return next((c for c in self._classes if c.id == self.class_id), None)

    def _period(self) -> int:
        group = self._group
        return (group.minutes if group else 0) or self._settings.period

    def _refuse(self, mishap: Mishap) -> None:
        """Say why there is no lesson, in its place."""
        self._id, self._opened, self._plan = "", None, None
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
        self._note = note_of(self._look, explain(mishap, self._look.words))
        self.body.insertWidget(0, self._note)
        self.head.hide()
        self._held.hide()

    def _fill(self, lesson: Lesson, plan: Planning) -> None:
        """
        Fill the page: its widgets are kept, only what they say is new.

        It is laid out and painted once, when everything has been said.
        """
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, lambda: self.setUpdatesEnabled(True))
        self._columns.setEnabled(False)
        row = self._library.row(self._id, lesson.lang)
        self.setAccessibleName(plain(lesson.title))
        self.head.set_lesson(lesson, row)
        if self.facts is not None:
            self.facts.set_lesson(lesson, row)
        self._summary.set_lang(lesson.lang)
        self._summary.set_text(lesson.summary)
        self._set_languages(row)
        self.plan_part.set_lesson(plan, self._classes, self.class_id)
        self.steps.set_lesson(plan)
        self.read_all.setChecked(False)
        self._halves.setVisible(planning.has_parts(lesson))
        today = date.today()  # noqa: DTZ011 - the teacher's own day
        self.more.set_rows(More(self._look, lesson, self._picture, today).rows())
        group = self._group
        self.side.set_lesson(lesson, group.students if group else 0)
        if self._note is not None:
            self._note.hide()
        self.head.show()
        self._held.show()
        self._columns.setEnabled(True)
        self._columns.invalidate()
        self.middle.verticalScrollBar().setValue(0)

    def _set_languages(self, row: Row) -> None:
        """Offer the languages of the lesson; the choice is made anew if they differ."""
        if row.languages != self._languages:
            self._languages = row.languages
            if self._pills is not None:
                self._pills.hide()
                self._pills.deleteLater()
            options = [(code, language(code).own) for code in row.languages]
            name = self._look.words.t("Language of the lesson")
            self._pills = Pills(self._look, name, options, row.lang)
            self._pills.chosen.connect(lambda lang: self.show_lesson(self._id, lang))
            self._pills_room.addWidget(self._pills)
        if self._pills is not None:
            self._pills.set_value(row.lang)
            self._pills.setVisible(len(row.languages) > 1)

    def _made_body(self) -> QWidget:
        look = self._look
        holder = QWidget()
        gap = (look.px(10), look.px(24))
        columns = Columns((66, 34), look.px(WIDE), gap[0], holder, gap[1])
        self._columns = columns
        self._summary = Label(look, "")
        room = QWidget()
        self._pills_room = QVBoxLayout(room)
        self._pills_room.setContentsMargins(0, 0, 0, 0)
        self.facts = Facts(look) if look.type.size >= LARGE else None
        columns.add(self._summary, 0)
        if self.facts is not None:
            columns.add(self.facts, 0)
        columns.add(room, 1)
        self.plan_part = PlanPart(look, self)
        self.plan_part.changed.connect(self._take)
        self.plan_part.class_chosen.connect(self._take_class)
        self.plan_part.stand_in(columns, 0)
        self.steps = Steps(look, self._picture)
        self.steps.teach_asked.connect(self._teach)
        self.steps.turned.connect(self._turn)
        self.more = Folds(look)
        also = Label(look, look.words.t("Also in this lesson"), "section")
        for widget in (self.steps, also, self._also(), self.more):
            columns.add(widget, 0)
        self.side = Side(look, self)
        self.side.example_asked.connect(self._edit)
        self.side.stand_in(columns, 1)
        return holder

    def _also(self) -> QWidget:
        """Make the buttons above what else a lesson holds."""
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(12))
        text = w.t("Open every step")
        self.read_all = Button(look, text, "list", kind="quiet", height=40)
        self.read_all.setCheckable(True)
        self.read_all.toggled.connect(self.steps.open_all)
        text = w.t("Teach it in two halves")
        self._halves = Button(look, text, kind="quiet", height=40)
        self._halves.clicked.connect(self._offer_halves)
        for button in (self.read_all, self._halves):
            flow.addWidget(button)
        return holder

    def _offer_halves(self) -> None:
        self.plan_part.offer_halves()
        self.middle.verticalScrollBar().setValue(0)

    def _picture(self, name: str) -> bytes | None:
        try:
            return self._library.picture(self._id, name)
        except PictureMissing:
            return None

    def _take(self, plan: Planning) -> None:
        self._plan = plan
        self.steps.set_plan(plan)

    def _turn(self, step: str, taught: bool) -> None:  # noqa: FBT001 - a signal's news
        if self._plan is not None:
            self.plan_part.set_plan(self._plan.with_step(step, taught=taught))

    def _take_class(self, class_id: str) -> None:
        self.class_id = class_id
        group = self._group
        if self._opened is not None:
            self.side.set_students(self._opened, group.students if group else 0)

    def _teach(self, step: str) -> None:
        if self._plan is None or not self._plan.steps:
            return
        if step and step not in {one.id for one in self._plan.steps}:
            self._turn(step, taught=True)
        period = self._plan.period
        self.teach_chosen.emit(self._id, self._lang, self.class_id, period, step)

    def _edit(self) -> None:
        self.edit_chosen.emit(self._id, self._lang)
