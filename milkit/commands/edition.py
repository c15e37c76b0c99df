"""The command that writes the edition for any browser and any printer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from milkit.commands.print import letters_ready
from milkit.commands.telling import data_of, tell_all, words_of
from milkit.ground.languages import LANGUAGES, known

if TYPE_CHECKING:
    from milkit.kit.edition import Edition
    from milkit.library.library import Library

_CODES = ", ".join(language.code for language in LANGUAGES)


def langs_of(_context: click.Context, _option: object, written: str) -> tuple[str, ...]:
    """Read languages parted by commas."""
    langs = tuple(dict.fromkeys(written.replace(",", " ").split()))
    for lang in langs:
        if not known(lang):
            text = f"{lang} is not one of the languages: {_CODES}."
            raise click.BadParameter(text)
    return langs


@click.command()
@click.option(
    "--to",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into, such as the root of a stick.",
)
@click.option(
    "--langs",
    default="",
    metavar="CODES",
    callback=langs_of,
    help="Languages parted by commas; else those that there are lessons in.",
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), help="Else as in the settings."
)
@click.option("--json", "as_json", is_flag=True, help="List the files as JSON.")
@click.pass_context
def edition(
    context: click.Context,
    /,
    *,
    to: Path,
    langs: tuple[str, ...],
    paper: str | None,
    as_json: bool,
) -> None:
    """
    Write the edition that any browser, phone or printer can use.

    It makes START-HERE.html, one page with all lessons for each language in static/,
    and PDFs to print in static/print/. START-HERE.html tells of programs if a folder
    windows, macos or linux is there. The teacher's own lessons are not in it.

    Example: milkit edition --to /media/stick --langs en,th
    """
    from milkit.library.open import open_library
    from milkit.widgets.drawing import draw_svg

    data = data_of(context)
    letters = letters_ready()
    with open_library(data, draw_svg) as library:
        tell_all(library.mishaps, words_of(data))
        made = _edition(library, langs, paper or _paper(data), to)
        rows = _written(to, made, tell=not as_json)
    del letters
    if as_json:
        click.echo(json.dumps(rows, allow_nan=False, indent=1))


def _paper(data: Path) -> str:
    from milkit.ground import settings

    return settings.read(data).paper


def _edition(library: Library, langs: tuple[str, ...], paper: str, to: Path) -> Edition:
    from milkit.kit.edition import Edition, Lessons
    from milkit.kit.start_here import PROGRAMS
    from milkit.press.for_edition import EditionPress

    lessons = Lessons(library.packs)
    programs = tuple(name for name in PROGRAMS if (to / name).is_dir())
    wanted = langs or lessons.languages
    return Edition(lessons, wanted, EditionPress(paper), programs)


def _written(to: Path, edition: Edition, *, tell: bool) -> list[dict[str, object]]:
    """Write the files one by one, telling each; give their paths and sizes."""
    from milkit.ground.drives import sticks
    from milkit.ground.files import make_folder, write_to_stick, write_whole

    on_stick = any(to.resolve().is_relative_to(stick.folder) for stick in sticks())
    write = write_to_stick if on_stick else write_whole
    rows: list[dict[str, object]] = []
    for number, file in enumerate(edition.files(), 1):
        path = to / file.path
        make_folder(path.parent)
        write(path, file.content)
        rows.append({"path": file.path, "bytes": len(file.content)})
        if tell:
            size = f"{len(file.content) / 1_000_000:.1f} MB"
            click.echo(f"{number}/{edition.total}  {file.path}  {size}")
    return rows
