"""How often each page is printed: for a printer, or for the copy shop in town."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.activities.paper import Heading, Sheet, Table, Text
from milkit.press.printer import to_printer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

    from milkit.ground.words import Words
    from milkit.press.ink import Ink, Paper
    from milkit.press.pages import Page
    from milkit.press.parts import Stack
    from milkit.press.printer import Step


@dataclass(frozen=True, slots=True)
class Job:
    """Pages that are printed *copies* times, as a whole."""

    pages: tuple[tuple[Page, Ink], ...]
    copies: int


def jobs(
    stacks: Sequence[tuple[Stack, Ink]], students: int, spare: int = 0
) -> list[Job]:
    """Give a job for each sheet, in order; the answer key is one of its own."""
    return [
        Job(
            tuple((page, ink) for page in stack.laid.pages),
            stack.copies(students, spare),
        )
        for stack, ink in stacks
    ]


def send(
    printer: QPrinter, wanted: Sequence[Job], size: Paper, step: Step | None = None
) -> None:
    """
    Print the jobs; PrinterFailed if the printer refuses.

    A printer that cannot count gets every page as often as it is wanted. Copies that
    were asked for in the printer's own window are printed of all.
    """
    times = max(1, printer.copyCount())
    if not printer.supportsMultipleCopies():
        printer.setCopyCount(1)
        pages = [page for job in wanted for page in job.pages * job.copies] * times
        to_printer(printer, pages, size, printer.resolution(), step)
        return
    total = sum(len(job.pages) for job in wanted)
    done = 0
    for job in wanted:
        printer.setCopyCount(job.copies * times)
        printer.setCollateCopies(True)

        def told(page: int, _pages: int, before: int = done) -> None:
            if step:
                step(before + page, total)

        to_printer(printer, job.pages, size, printer.resolution(), told)
        done += len(job.pages)


def slip(
    stacks: Sequence[tuple[Stack, Ink]],
    students: int,
    spare: int,
    paper: str,
    words: Words,
) -> Sheet:
    """
    Say what a copy shop is to do: how many copies of which pages.

    *words* speak the window's language, and *paper* is the name of its size.
    """
    w = words
    rows: list[tuple[str, ...]] = []
    first = 1
    for stack, _ in stacks:
        last = first + len(stack.laid.pages) - 1
        pages = w.number(first)
        if last > first:
            pages = w.t("{first} to {last}", first=w.number(first), last=w.number(last))
        copies, sheets = stack.copies(students, spare), stack.paper(students, spare)
        said = (w.number(copies), w.number(sheets))
        rows.append((pages, _escaped(_title(stack.sheet, w)), *said))
        first = last + 1
    total = sum(stack.paper(students, spare) for stack, _ in stacks)
    header = (w.t("Pages"), w.t("What"), w.t("Copies"), w.t("Sheets"))
    whole = w.n(
        "{count} sheet of {paper}", "{count} sheets of {paper}", total, paper=paper
    )
    please = w.t("Please copy these pages, black on white, on one side of the paper.")
    order = w.t(
        "The pages follow in this order. "
        "Sheets marked “Teacher only” are not for students."
    )
    return Sheet(
        "slip",
        w.t("For the copy shop"),
        (
            Text(please),
            Table(header, tuple(rows), (0.16, 0.48, 0.18, 0.18)),
            Heading(whole, 3),
            Text(_for_whom(students, spare, w)),
            Text(order),
        ),
    )


def _title(sheet: Sheet, w: Words) -> str:
    if sheet.id.startswith("plan-"):
        return w.t("Lesson plan: {title}", title=sheet.title)
    return sheet.title


def _for_whom(students: int, spare: int, w: Words) -> str:
    said = w.n("For {count} student.", "For {count} students.", students)
    if spare:
        more = w.n(
            "{count} more copy of each is in it, to spare.",
            "{count} more copies of each are in it, to spare.",
            spare,
        )
        said = f"{said} {more}"
    return said


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
