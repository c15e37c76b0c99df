"""The pages of reports, and what they ask for: paper, files, lessons, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap, PrinterFailed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from milkit.going import Going
    from milkit.reports.report import Report


def page(app: Going) -> QWidget:
    """Make the page of reports."""
    from milkit.screens.reports import ReportsScreen

    made = ReportsScreen(app.look, app.parts.records, app.settings.smallest_group)
    made.results_chosen.connect(lambda *about: app.go("results", *about))
    made.least_chosen.connect(lambda least: _least(app, least))
    made.received_asked.connect(lambda: app.go("received"))
    made.lessons_asked.connect(lambda: app.go("lessons"))
    made.print_chosen.connect(lambda: print_(app, made.report))
    made.file_chosen.connect(lambda form: save(app, made.report, form))
    return made


def results_page(app: Going) -> QWidget:
    """Make the page of a class's results."""
    from milkit.screens.results import ResultsScreen

    parts = app.parts
    made = ResultsScreen(
        app.look, parts.library, parts.records, app.settings.smallest_group
    )
    made.lesson_chosen.connect(lambda id_, lang: app.go("lesson", id_, lang))
    made.print_chosen.connect(lambda: print_(app, made.report))
    made.file_chosen.connect(lambda form: save(app, made.report, form))
    return made


def _least(app: Going, least: int) -> None:
    """Keep the smallest group that is shown; the results are then made anew."""
    app.change_settings(app.settings._replace(smallest_group=least))
    app.drop("results")


def save(app: Going, report: Report | None, form: str) -> None:
    """Ask where a report is to be saved as csv or xlsx, and save it."""
    from milkit.reports import files
    from milkit.screens import print_asking

    if report is None:
        return
    w = app.look.words
    name = f"{_file_name(report.title)}.{form}"
    path = print_asking.file(app.window, w.t("Save the report"), name, form)
    if path is not None:
        _done(app, path, lambda: files.save(report, path, w))


def print_(app: Going, report: Report | None) -> None:
    """Print a report; without a printer save it as a PDF."""
    from milkit.press.ink import ink_for, paper
    from milkit.press.pages import Margin, laid
    from milkit.press.printer import to_pdf, to_printer
    from milkit.reports.paper import sheet
    from milkit.screens import print_asking

    if report is None:
        return
    w, size = app.look.words, paper(app.settings.paper)
    ink = ink_for(app.look.type, w)
    margin = Margin(w.t("For the teacher"), "", w.t("MIL Kit. Free to copy."))
    made = laid(sheet(report, w), margin, size, ink)
    pages = [(one, ink) for one in made.pages]
    try:
        printer = print_asking.printer(app.window, size)
    except PrinterFailed:
        name = f"{_file_name(report.title)}.pdf"
        path = print_asking.path(app.window, w.t("Save the report"), name)
        if path is not None:
            _done(app, path, lambda: to_pdf(path, pages, size, title=report.title))
        return
    if printer is not None:
        try:
            to_printer(printer, pages, size, printer.resolution())
        except Mishap as mishap:
            app.tell(mishap)


def _done(app: Going, path: Path, do: Callable[[], object]) -> None:
    try:
        do()
    except Mishap as mishap:
        app.tell(mishap)
    else:
        text = app.look.words.t("Saved: {file}", file=path.name)
        app.window.toasts.tell(text)


def _file_name(title: str) -> str:
    """Make a name that every disk takes out of a title."""
    kept = "".join(x if x.isalnum() or x in " -_" else "" for x in title)
    return kept.strip()[:60] or "report"
