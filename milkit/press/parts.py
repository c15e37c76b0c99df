"""What a lesson prints, part by part, laid out as it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from milkit.content import counting, plan_page, whole
from milkit.content.plan_values import ClassInfo
from milkit.content.plans import formats, plan_sheet
from milkit.content.sheets import sheets
from milkit.press.margins import margin
from milkit.press.pages import laid
from milkit.press.two import side_by_side

if TYPE_CHECKING:
    from milkit.activities.paper import Sheet
    from milkit.content.lesson import Lesson
    from milkit.content.plan_forms import PlanFormat
    from milkit.press.ink import Ink, Paper
    from milkit.press.pages import Laid, Margin, Page

PLAN, PAPER_SET, LOCAL, KEY = "plan", "paper-set", "local", "key"
TEACHERS = (PLAN, LOCAL, KEY)  # once, in the teacher's own choice of language


@dataclass(frozen=True, slots=True)
class Stack:
    """A sheet on its pages, of which so many copies are printed."""

    sheet: Sheet
    laid: Laid

    def copies(self, students: int, spare: int = 0) -> int:
        """Say how often its pages are printed; spare copies are for students only."""
        return counting.copies(self.sheet, students, self.laid.up, spare)

    def paper(self, students: int, spare: int = 0) -> int:
        """Say how many sheets of paper that takes."""
        return self.copies(students, spare) * len(self.laid.pages)


@dataclass(frozen=True)
class Printing:
    """
    The printed parts of one *lesson* on paper of one *size*.

    *ink* speaks the lesson's language. *form* names the lesson plan; *info* is what it
    may say of the class; *stamp* stands on each page. With *second*, the lesson and the
    ink of another language, students' sheets hold both side by side.
    """

    lesson: Lesson
    ink: Ink
    size: Paper
    form: str = plan_page.ID
    info: ClassInfo = field(default_factory=ClassInfo)
    stamp: str = ""
    second: tuple[Lesson, Ink] | None = None

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The parts in the order they are printed; what is the teacher's comes last."""
        lesson = self.lesson
        handouts = tuple(h.id for h in lesson.handouts if h.when != "paper")
        last = tuple(name for name in (LOCAL, KEY) if lesson.section(name) is not None)
        return (PLAN, *handouts, PAPER_SET, *last)

    def lay(self, part: str) -> tuple[Stack, ...]:
        """Lay out a part: its sheets, each with its pages."""
        if part == PLAN:
            return (self._plan(),)
        return tuple(
            Stack(sheet, laid(sheet, self._margin(sheet), self.size, self.ink))
            for sheet in self._sheets(part)
        )

    def _margin(self, sheet: Sheet) -> Margin:
        return margin(sheet, self.lesson, self.ink.words, self.stamp)

    def _plan(self) -> Stack:
        if self.form == whole.ID:
            sheet = whole.whole(self.lesson, self.ink.words, self.info.steps)
            return Stack(sheet, laid(sheet, self._margin(sheet), self.size, self.ink))
        if self.form != plan_page.ID:
            sheet = plan_sheet(self.lesson, self.form, self.ink.words, self.info)
            return Stack(sheet, laid(sheet, self._margin(sheet), self.size, self.ink))
        tried: list[Stack] = []
        for level in range(len(plan_page.LEVELS)):
            sheet = plan_page.plan_page(self.lesson, self.ink.words, self.info, level)
            made = laid(sheet, self._margin(sheet), self.size, self.ink)
            tried.append(Stack(sheet, made))
            if len(made.pages) == 1:
                return tried[-1]
        return tried[0]  # nothing makes it fit: then it may say everything

    def _sheets(self, part: str) -> tuple[Sheet, ...]:
        mine = chosen(self.lesson, part, self.ink)
        if self.second is None or part in TEACHERS:
            return mine
        lesson, ink = self.second
        others = {sheet.id: sheet for sheet in chosen(lesson, part, ink)}
        return tuple(
            side_by_side(sheet, others[sheet.id], ink.lang)
            if sheet.id in others
            else sheet
            for sheet in mine
        )


def chosen(lesson: Lesson, part: str, ink: Ink) -> tuple[Sheet, ...]:
    """Give the sheets of a part."""
    w = ink.words
    if part in (LOCAL, KEY):
        return sheets(lesson, part, w)
    handouts = sheets(lesson, "handouts", w)
    if part == PAPER_SET:
        held = tuple(sheet for sheet in handouts if sheet.when == "paper")
        return held + sheets(lesson, "cards", w)
    wanted = next((h.id for h in lesson.handouts if h.id == part), part)
    return tuple(s for s in handouts if s.id == wanted or s.id.startswith(f"{wanted}-"))


def form_for(lang: str, known: list[PlanFormat] | None = None) -> str:
    """
    Name the plan form that is usual for a language: its country's, or one page.

    English is of no one country here.
    """
    for form in formats() if known is None else known:
        own = [code for code in form.languages if code != "en"]
        if form.country and own[:1] == [lang]:
            return form.id
    return plan_page.ID


def inked(stacks: tuple[Stack, ...], ink: Ink) -> list[tuple[Page, Ink]]:
    """Give all pages once, with the ink they are painted in."""
    return [(page, ink) for stack in stacks for page in stack.laid.pages]


def named(printing: Printing, what: str) -> tuple[Stack, ...]:
    """Lay out what a word names: plan, handouts, cards, key, or all of it."""
    ids = printing.ids
    if what in ("handouts", "cards"):
        wanted = ids[1:] if what == "handouts" else (PAPER_SET,)
        wanted = tuple(part for part in wanted if part not in TEACHERS)
        found = [stack for part in wanted for stack in printing.lay(part)]
        of_cards = what == "cards"
        return tuple(s for s in found if _is_card(s.sheet, printing) == of_cards)
    wanted = ids if what == "all" else tuple(part for part in ids if part == what)
    return tuple(stack for part in wanted for stack in printing.lay(part))


def _is_card(sheet: Sheet, printing: Printing) -> bool:
    """Tell what the kit makes of an activity from a handout that the lesson wrote."""
    return not any(sheet.id.startswith(h.id) for h in printing.lesson.handouts)
