"""Lay out what a check prints, sheet by sheet, for a PDF or a printer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.content import check_sheets
from milkit.ground.words import words
from milkit.press.ink import ink_for, paper
from milkit.press.pages import Margin, laid
from milkit.press.parts import Stack, inked
from milkit.press.printer import to_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.activities.paper import Sheet
    from milkit.content.instrument import Instrument
    from milkit.ground.words import Words
    from milkit.press.ink import Ink, Paper
    from milkit.widgets.type import Type


@dataclass(frozen=True, slots=True)
class Papers:
    """
    What is to be printed for a class.

    *forms* as in `check_happenings.Given`; *name* is the class's, "" for the teacher's
    own check, which needs no slips and no grid.
    """

    check: Instrument
    forms: str
    short: bool
    name: str
    students: int


def sheets(wanted: Papers, w: Words) -> list[Sheet]:
    """Give the sheets in the order they are printed; the key comes last."""
    check, forms, short = wanted.check, wanted.forms, wanted.short
    own = sorted(set(forms))
    made = [
        check_sheets.question_sheet(check, form, w, short=short, half=len(own) > 1)
        for form in own
    ]
    if wanted.name:
        args = (forms, wanted.students, w)
        made.append(check_sheets.code_slips(wanted.name, *args))
        made.append(check_sheets.grid_sheet(check, *args, short=short))
    if check.true_ids():
        made.append(check_sheets.key_sheet(check, own, w, short=short))
    return made


def stacks(
    wanted: Papers, letters: Type, size: Paper, *, digits: bool = False
) -> list[tuple[Stack, Ink]]:
    """Lay the sheets out in the check's language."""
    w = words(wanted.check.lang, digits)
    ink = ink_for(letters, w)
    return [
        (Stack(sheet, laid(sheet, _margin(sheet, wanted, w), size, ink)), ink)
        for sheet in sheets(wanted, w)
    ]


def write(
    path: Path, wanted: Papers, letters: Type, size: str, *, digits: bool = False
) -> int:
    """Write each page once into a PDF; give the number of pages."""
    sheet_size = paper(size)
    made = stacks(wanted, letters, sheet_size, digits=digits)
    pages = [page for stack, ink in made for page in inked((stack,), ink)]
    to_pdf(path, pages, sheet_size, title=wanted.check.title)
    return len(pages)


def copies(wanted: Papers, made: list[tuple[Stack, Ink]]) -> list[int]:
    """Give how often each stack is printed for the class."""
    return [stack.copies(max(1, wanted.students)) for stack, _ in made]


def _margin(sheet: Sheet, wanted: Papers, w: Words) -> Margin:
    teachers = sheet.teacher_only or sheet.per == "class"
    who = w.t("For the teacher") if teachers else w.t("Student handout")
    name = wanted.name if teachers else ""
    return Margin(who, name, w.t("MIL Kit. Free to copy for teaching, CC BY-SA 4.0."))
