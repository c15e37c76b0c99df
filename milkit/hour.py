"""The lesson hour: begin, go on after a power cut, end, and look back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from milkit.going import Going
from milkit.ground.errors import Mishap
from milkit.ground.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from milkit.content.lesson import Lesson
    from milkit.records.happenings import PlannedStep
    from milkit.screens.finish import FinishScreen
    from milkit.screens.teach import TeachScreen
    from milkit.stage.look import StageLook
    from milkit.teaching.run import Run


class Hour(Going):
    """Holds the one run that is taught, and the pages that belong to it."""

    def stage(self, lesson: Lesson) -> StageLook:
        """Give what the class views need: the lesson's words, letters and pictures."""
        from milkit.stage.look import StageLook
        from milkit.widgets import drawing

        library = self.parts.library
        known: dict[str, QImage | None] = {}

        def picture(name: str) -> QImage | None:
            if name not in known:
                try:
                    known[name] = drawing.load(library.picture(lesson.id, name))
                except Mishap as mishap:
                    known[name] = None
                    self.tell(mishap)
            return known[name]

        speaks = words(lesson.lang, self.settings.own_digits)
        return StageLook(speaks, self.look.type.families, picture, lesson.topic)

    def plain_stage(self) -> StageLook:
        """Give what a class view without a lesson needs."""
        from milkit.stage.look import StageLook

        speaks = self.look.words
        return StageLook(speaks, self.look.type.families, lambda _name: None)

    def teach(
        self,
        lesson_id: str,
        lang: str,
        class_id: str,
        period: int,
        step: str,
        steps: Sequence[PlannedStep] = (),
    ) -> None:
        """
        Begin to teach a lesson, from *step* ("" = the first).

        *steps* are those that the teacher planned; () takes what fits the period.
        """
        from milkit.teaching.plan_run import fit
        from milkit.teaching.start import RunPlan, start

        library, records = self.parts.library, self.parts.records
        lesson, row = library.lesson(lesson_id, lang), library.row(lesson_id, lang)
        to = records.school_class(class_id) if class_id else None
        plan = RunPlan(
            steps=tuple(steps) or fit(lesson, period).steps,
            school_class=to,
            period=period,
            pack=row.pack,
            version=row.version,
            at=step,
        )
        self._show(start(records, lesson, plan, self.parts.clock))

    def go_on(self, run: str) -> None:
        """Go on with a run that was cut off: the same step, second and counts."""
        from milkit.teaching.resume import resume

        parts = self.parts
        state = parts.records.run(run)
        if state is None:
            return
        began = (state.pack, state.version)
        lesson = parts.library.lesson_of_run(state.lesson, state.lang, *began)
        self._show(resume(parts.records, run, lesson, parts.clock))

    def begin_again(self, run: str) -> None:
        """Leave a run that was cut off as it is, and begin its lesson anew."""
        from milkit.teaching.resume import look_at

        parts = self.parts
        state = parts.records.run(run)
        if state is None:
            return
        began = (state.pack, state.version)
        lesson = parts.library.lesson_of_run(state.lesson, state.lang, *began)
        look_at(parts.records, run, lesson, parts.clock).end(finished=False)
        self.teach(state.lesson, state.lang, state.class_id, state.period, "")

    def _show(self, run: Run) -> None:
        self.drop("teach")
        self.makers["teach"] = partial(self._console, run)
        self.go("teach")

    def _console(self, run: Run) -> TeachScreen:
        """Make the console of *run*; with a new look it is made anew."""
        from milkit.screens.teach import TeachScreen

        page = TeachScreen(
            self.look,
            run,
            self.parts.clock,
            self.stage(run.lesson),
            self.projector(),
            letter_keys=self.settings.letter_keys,
        )
        page.end_asked.connect(self.ask_to_end)
        page.last_passed.connect(self._finish)
        page.help_asked.connect(lambda: self.go("help"))
        return page

    def ask_to_end(self) -> None:
        """Ask before a lesson is left whose steps are not all taught."""
        from milkit.widgets.notice import Question

        page = self.pages.get("teach")
        run = getattr(page, "run", None)
        if page is None or run is None:
            return
        w = self.look.words
        view = run.view()
        left = [
            s for s in view.steps if not s.done and not s.current and not s.left_out
        ]
        if not left:
            self._finish()
            return
        said = w.n(
            "{count} step is not taught yet.",
            "{count} steps are not taught yet.",
            len(left),
        )
        question = Question(
            self.look,
            w.t("End the lesson now?"),
            said + " " + w.t("Your counts are saved."),
            w.t("Keep teaching"),
            w.t("End lesson"),
            self.window,
        )
        question.lost.connect(self._finish)
        question.open()

    def _finish(self) -> None:
        """End the run and look back on it; Back opens it again."""
        run: Run | None = getattr(self.pages.get("teach"), "run", None)
        if run is None:
            return
        run.end()
        self._leave("teach")
        self.makers["finish"] = partial(self._looking_back, run.id)
        self.go("finish")

    def _looking_back(self, run: str) -> FinishScreen:
        from milkit.screens.finish import FinishScreen

        page = FinishScreen(self.look, self.parts.library, self.parts.records, run)
        page.finished.connect(self._finished)
        page.back_asked.connect(lambda: self._back_into(run))
        page.lesson_chosen.connect(partial(self._prepare, run))
        return page

    def _leave(self, place: str) -> None:
        """Let a page go that is over: no way leads back to it."""
        self.drop(place)
        self.forget(place)

    def _back_into(self, run: str) -> None:
        self._leave("finish")
        self.go_on(run)

    def _finished(self) -> None:
        self._leave("finish")
        self.go("home")

    def _prepare(self, run: str, lesson: str, lang: str) -> None:
        """Open the next lesson for the class that was just taught."""
        state = self.parts.records.run(run)
        self._finished()
        self.go("lesson", lesson, lang, state.class_id if state else "")
