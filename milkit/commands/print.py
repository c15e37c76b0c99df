"""The command that prints a lesson into a PDF."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from milkit.commands.telling import data_of, tell_all, words_of
from milkit.ground.languages import LANGUAGES
from milkit.ground.paths import resources

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from milkit.content.lesson import Lesson
    from milkit.ground.words import Words
    from milkit.library.library import Library
    from milkit.press.parts import Printing

WHAT = ("plan", "handouts", "cards", "key", "all")


class WithForms(click.Command):
    """Names the plan forms in its help; they are data, read when asked for."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the forms below the options."""
        with formatter.section("Plan forms"):
            formatter.write_dl(forms())


def forms() -> list[tuple[str, str]]:
    """Give the plan forms: what to write after --format, and what each is."""
    from milkit.content import plan_page, whole
    from milkit.content.plans import formats

    page = (plan_page.ID, "The lesson on one page")
    words = (whole.ID, "The whole lesson, every word to say")
    return [page, words, *((form.id, form.name) for form in formats())]


@click.command(name="print", cls=WithForms)
@click.argument("lesson")
@click.option(
    "--what",
    type=click.Choice(WHAT),
    default="all",
    show_default=True,
    help="Which part to print; all puts the answer key last.",
)
@click.option(
    "--lang",
    type=click.Choice([language.code for language in LANGUAGES]),
    help="The lesson's language; else the one of the settings, else English.",
)
@click.option(
    "--format",
    "form",
    metavar="NAME",
    help="The form of the lesson plan, see below; else the usual one of the language.",
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), help="Else as in the settings."
)
@click.option(
    "--class-size",
    "students",
    type=click.IntRange(0, 999),
    default=0,
    help="How many students: the plan then says how much to print.",
)
@click.option(
    "--to",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The PDF to write.",
)
@click.pass_context
def print_(
    context: click.Context,
    /,
    *,
    lesson: str,
    what: str,
    lang: str | None,
    form: str | None,
    paper: str | None,
    students: int,
    to: Path,
) -> None:
    """
    Print a LESSON into a PDF, every page once.

    LESSON is its number, like L14 (see milkit lessons).

    Example: milkit print L14 --what handouts --lang en --class-size 47 --to L14.pdf
    """
    from milkit.ground import settings
    from milkit.library.open import open_library
    from milkit.widgets.drawing import draw_svg

    data = data_of(context)
    w, chosen = words_of(data), settings.read(data)
    _check_form(form, w)
    letters = letters_ready()
    with open_library(data, draw_svg) as library:
        tell_all(library.mishaps, w)
        opened = _opened(library, lesson, lang, chosen.lesson_language or w.lang, w)
        printing = _printing(library, opened, form, paper or chosen.paper, students)
        written = _write(printing, what, to)
    del letters
    if not written:
        _refuse(w.t("This lesson has nothing of that to print."))
    click.echo(w.n("{count} page: {file}", "{count} pages: {file}", written, file=to))


def letters_ready() -> QCoreApplication:
    """Make Qt ready to set letters, with no window system; keep what it gives."""
    from PySide6.QtGui import QGuiApplication

    known = QGuiApplication.instance()
    if known is not None:
        return known
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(sys.argv[:1])


def _check_form(form: str | None, w: Words) -> None:
    known = [name for name, _ in forms()]
    if form is not None and form not in known:
        text = w.t(
            "There is no plan form {name}. There are: {forms}.",
            name=form,
            forms=", ".join(known),
        )
        raise click.UsageError(text)


def _opened(
    library: Library, wanted: str, lang: str | None, usual: str, w: Words
) -> Lesson:
    """Open the lesson; without a language in the usual one, else as there is."""
    known = {row.id.casefold(): row.id for row in library.rows()}
    lesson = known.get(wanted.casefold())
    if lesson is None:
        _refuse(w.t("There is no lesson {name}.", name=wanted))
    languages = library.languages(lesson)
    if lang is not None and lang not in languages:
        _refuse(
            w.t(
                "The lesson {name} is not there in this language. There are: {langs}.",
                name=lesson,
                langs=", ".join(languages),
            )
        )
    return library.lesson(lesson, lang or (usual if usual in languages else ""))


def _printing(
    library: Library, lesson: Lesson, form: str | None, size: str, students: int
) -> Printing:
    from milkit.content.plan_values import ClassInfo
    from milkit.ground.words import words
    from milkit.press.ink import ink_for, paper
    from milkit.press.parts import Printing, form_for
    from milkit.press.pictures import Pictures
    from milkit.widgets.type import Type

    speaks = words(lesson.lang)
    pictures = Pictures(lambda name: library.picture(lesson.id, name))
    ink = ink_for(Type(lesson.lang, resources() / "fonts"), speaks, pictures)
    typed = {"students": speaks.number(students)} if students else {}
    info = ClassInfo(students=students, typed=typed)
    return Printing(lesson, ink, paper(size), form or form_for(lesson.lang), info)


def _write(printing: Printing, what: str, to: Path) -> int:
    """Write the PDF and give its pages; 0 when there is nothing to print."""
    from milkit.content.breaks import without_word_ends
    from milkit.press.parts import inked, named
    from milkit.press.printer import to_pdf

    pages = inked(named(printing, what), printing.ink)
    if pages:
        title = without_word_ends(printing.lesson.title)
        to_pdf(to, pages, printing.size, title=title)
    return len(pages)


def _refuse(text: str) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(1)
