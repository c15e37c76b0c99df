"""My classes: each with the cloth of its lessons, what is due, and what comes next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from milkit.ground.clock import Clock
from milkit.ground.errors import LessonMissing, PackDamaged
from milkit.records import checks
from milkit.records.classes import SchoolClass
from milkit.records.event import new_id
from milkit.records.happenings import BoosterPlanned, Undone
from milkit.screens import class_words
from milkit.screens.class_detail import Known
from milkit.screens.class_form import ClassForm
from milkit.screens.class_overview import Overview
from milkit.screens.class_run import RunPage
from milkit.teaching.next_lesson import half_taught, ideas
from milkit.widgets.toast import Toasts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.library.library import Library
    from milkit.records.reading import RunRow
    from milkit.records.store import Records
    from milkit.widgets.look import Look

_NEW = ("", 0, (12, 14))  # a new class: no name, nobody counted, the middle ages


class ClassesScreen(QStackedWidget):
    """
    The classes of the teacher, the form of one, and the notes of a lesson it had.

    *lesson_chosen* tells a lesson and its language, *print_slips_chosen*,
    *checks_chosen* and *class_chosen* a class. `back` closes what lies over the list.
    """

    lesson_chosen = Signal(str, str)
    print_slips_chosen = Signal(str)
    class_chosen = Signal(str)
    checks_chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        library: Library,
        records: Records,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self._look, self._library, self._records = look, library, records
        self._clock = clock or Clock()
        self.chosen = ""
        self.overview = Overview(look)
        self.addWidget(self.overview)
        self.toasts = Toasts(look, self)
        self._wire()

    def refresh(self) -> None:
        """Read the classes anew."""
        groups = self._records.classes()
        away = [g for g in self._records.classes(put_away=True) if g.put_away]
        if self.chosen not in {group.id for group in groups}:
            self.chosen = groups[0].id if groups else ""
        runs: dict[str, list[RunRow]] = {group.id: [] for group in groups}
        for run in self._records.runs():
            if run.class_id in runs:
                runs[run.class_id].append(run)
        known = None
        if self.chosen:
            group = next(group for group in groups if group.id == self.chosen)
            known = self._known(group, runs[group.id])
        self.overview.show_classes(groups, away, runs, known)

    def choose(self, class_id: str) -> None:
        """Show a class."""
        self.back()
        self.chosen = class_id
        self.refresh()

    def focus_first(self) -> None:
        """Begin where the page that is shown begins."""
        page = self.currentWidget()
        first = getattr(page, "focus_first", None)
        if callable(first):
            first()

    def back(self) -> bool:
        """Close the form or the notes; False when the list was shown already."""
        page = self.currentWidget()
        if page is None or page is self.overview:
            return False
        self.setCurrentWidget(self.overview)
        self.removeWidget(page)
        page.deleteLater()
        self.refresh()
        self.overview.focus_first()
        return True

    # --- a class ---------------------------------------------------------------

    def add_class(self) -> None:
        """Open the form of a new class."""
        name, students, ages = _NEW
        group = SchoolClass(new_id(), name, students, ages)
        form = ClassForm(self._look, group, self._languages(), new=True)
        form.added.connect(partial(self._added, form))
        form.left.connect(self.back)
        self._open(form)

    def edit_class(self) -> None:
        """Open the form of the chosen class."""
        group = self._records.school_class(self.chosen)
        if group is None:
            return
        form = ClassForm(self._look, group, self._languages(), new=False)
        form.changed.connect(partial(self._changed, form))
        form.left.connect(partial(self._edited, group))
        form.put_away_asked.connect(self._put_away)
        self._open(form)

    def open_run(self, run: str) -> None:
        """Open the notes of a lesson."""
        page = RunPage(self._look, self._library, self._records, run)
        page.left.connect(self.back)
        page.lesson_chosen.connect(self.lesson_chosen)
        self._open(page)

    def _open(self, page: QWidget) -> None:
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.toasts.raise_()
        self.focus_first()

    def _added(self, form: ClassForm, group: SchoolClass) -> None:
        if form.saving.attempt(lambda: self._records.save_class(group)):
            self.chosen = group.id
            self.back()
            w = self._look.words
            text = w.t("{name} was added", name=group.name)
            self.toasts.tell(text, w.t("Undo"), partial(self._away, group, away=True))
            self.class_chosen.emit(group.id)

    def _changed(self, form: ClassForm, group: SchoolClass) -> None:
        if form.saving.attempt(lambda: self._records.save_class(group)):
            w = self._look.words
            time = w.time(self._clock.now())
            form.say_saved(w.t("Saved {time}", time=time))

    def _edited(self, before: SchoolClass) -> None:
        """Leave the form, and offer what the class was before."""
        self.back()
        after = self._records.school_class(before.id)
        if after is None or after._replace(put_away=before.put_away) == before:
            return
        w = self._look.words
        text = w.t("Changes to {name} are saved", name=after.name)
        self.toasts.tell(text, w.t("Undo"), partial(self._put_back_form, before))

    def _put_back_form(self, before: SchoolClass) -> None:
        if self.overview.saving.attempt(lambda: self._records.save_class(before)):
            self.refresh()

    def _put_away(self) -> None:
        group = self._records.school_class(self.chosen)
        self.back()
        if group is None or not self._away(group, away=True):
            return
        w = self._look.words
        text = w.t("{name} was put away. Its lessons are kept.", name=group.name)
        self.toasts.tell(text, w.t("Undo"), partial(self._away, group, away=False))

    def _away(self, group: SchoolClass, *, away: bool) -> bool:
        """Take a class out of the list, or put it back."""

        def do() -> None:
            self._records.put_class_away(group.id, away=away)

        done = self.overview.saving.attempt(do)
        if done:
            self.chosen = self.chosen if away else group.id
            self.refresh()
        return done

    def _put_back(self, class_id: str) -> None:
        group = self._records.school_class(class_id)
        if group is not None:
            self._away(group, away=False)

    # --- what is due -----------------------------------------------------------

    def _booster_done(self, run: str) -> None:
        """Take a booster off, with a way back."""
        state, w = self._records.run(run), self._look.words
        if state is None:
            return
        told: list[str] = []

        def do() -> None:
            off = BoosterPlanned(state.booster_week, "")
            told.append(self._records.tell(run, off).id)

        if self.overview.saving.attempt(do):
            self.refresh()
            back = partial(self._undo, run, told[0])
            self.toasts.tell(w.t("The booster is done"), w.t("Undo"), back)

    def _undo(self, run: str, event: str) -> None:
        def do() -> None:
            self._records.tell(run, Undone(event))

        if self.overview.saving.attempt(do):
            self.refresh()

    # --- inside ----------------------------------------------------------------

    def _wire(self) -> None:
        over = self.overview
        over.class_chosen.connect(self._choose)
        over.add_asked.connect(self.add_class)
        over.edit_asked.connect(self.edit_class)
        over.slips_asked.connect(lambda: self.print_slips_chosen.emit(self.chosen))
        over.put_back_asked.connect(self._put_back)
        over.lesson_chosen.connect(self.lesson_chosen)
        over.run_chosen.connect(self.open_run)
        over.booster_done.connect(self._booster_done)
        over.checks_asked.connect(lambda: self.checks_chosen.emit(self.chosen))

    def _choose(self, class_id: str) -> None:
        self.chosen = class_id
        self.refresh()
        self.class_chosen.emit(class_id)

    def _known(self, group: SchoolClass, runs: Sequence[RunRow]) -> Known:
        rows = self._library.rows(group.lang or self._look.words.lang)
        halves = self._half_taught(runs)
        return Known(
            group=group,
            runs=runs,
            ideas=ideas(rows, runs, group, halves),
            boosters=[b for b in self._records.boosters() if b.class_id == group.id],
            today=self._clock.now().date(),
            checks=checks.given(self._records, group.id),
        )

    def _half_taught(self, runs: Sequence[RunRow]) -> list[str]:
        """Give the newest lesson, when only its first part was taught."""
        if not runs:
            return []
        newest = runs[0].lesson
        try:
            lesson = self._library.lesson(newest, runs[0].lang)
        except (LessonMissing, PackDamaged):
            return []
        reached: set[str] = set()
        for run in runs:
            state = self._records.run(run.id) if run.lesson == newest else None
            if state is not None:
                reached |= {step.id for step in state.steps if step.reached}
        return [newest] if half_taught(lesson, reached) else []

    def _languages(self) -> list[str]:
        codes = {code for row in self._library.rows() for code in row.languages}
        return class_words.in_order(codes)
