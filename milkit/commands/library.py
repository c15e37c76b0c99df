"""The command that lists and searches lessons."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from milkit.commands.telling import data_of, tell_all, words_of
from milkit.ground.languages import LANGUAGES

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.library.library import Library
    from milkit.packs.row import Row

_MOST_FOUND = 20
_SEARCHED = 10_000  # lessons that are searched before the other wishes are looked at


@click.command(name="lessons")
@click.option("--search", default="", help="Words to look for, in any language.")
@click.option(
    "--lang",
    type=click.Choice([language.code for language in LANGUAGES]),
    help="Only lessons in this language.",
)
@click.option(
    "--age", type=click.IntRange(5, 99), help="Only for students of this age."
)
@click.option(
    "--minutes", type=click.IntRange(1, 600), help="Only what fits into this time."
)
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Write the rows as JSON.")
@click.pass_context
def lessons(
    context: click.Context, /, *, search: str, as_json: bool, **wanted: Any
) -> None:
    """
    List the lessons, or find some.

    Example: milkit lessons --search photo --lang en --age 13 --minutes 45
    """
    from milkit.library.open import open_library
    from milkit.widgets.drawing import draw_svg

    data = data_of(context)
    w = words_of(data)
    with open_library(data, draw_svg) as library:
        tell_all(library.mishaps, w)
        rows = _rows(library, search, **wanted)
    if as_json:
        table = [_table(row, snippet) for row, snippet in rows]
        click.echo(json.dumps(table, ensure_ascii=False, allow_nan=False, indent=1))
        return
    for row, snippet in rows:
        click.echo(_line(row, w))
        if snippet:
            click.echo(f"      {snippet}")
    if not rows:
        click.echo(w.t("No lesson fits."), err=True)


def _rows(
    library: Library,
    search: str,
    *,
    lang: str | None,
    age: int | None,
    minutes: int | None,
    limit: int | None,
) -> list[tuple[Row, str]]:
    """Give the rows that fit, each with its snippet."""
    from milkit.library import filters

    wanted = filters.Filters(age=age or 0, minutes=minutes or 0, lang=lang or "")
    if search.strip():
        found = _found(library, search, lang or "")
        limit = limit or _MOST_FOUND
    else:
        found = [(row, "") for row in library.rows(lang or "")]
    fit = {id(row) for row in filters.filter([row for row, _ in found], wanted)}
    return [each for each in found if id(each[0]) in fit][:limit]


def _found(library: Library, search: str, lang: str) -> list[tuple[Row, str]]:
    from milkit.library.finding import bare

    hits = library.find(search, lang, _SEARCHED)
    return [
        (hit.row, _clean(bare(hit.snippet)))
        for hit in hits
        if hit.what == "lesson" and lang in ("", hit.row.lang)
    ]


def _clean(text: str) -> str:
    """Take out the marks of word ends: what is written out is for other programs."""
    from milkit.content.breaks import without_word_ends

    return without_word_ends(text)


def _table(row: Row, snippet: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": _clean(row.title),
        "lang": row.lang,
        "topic": row.topic,
        "ages": list(row.ages),
        "minutes": row.minutes,
        "needs": list(row.needs),
        "kinds": list(row.kinds),
        "pack": row.pack,
        "version": row.version,
        "languages": list(row.languages),
        "snippet": snippet,
    }


def _line(row: Row, w: Words) -> str:
    ages = w.t(
        "age {from} to {to}",
        **{"from": w.number(row.ages[0]), "to": w.number(row.ages[1])},
    )
    time = w.n("{count} minute", "{count} minutes", row.minutes)
    return (
        f"{row.id:5} {_clean(row.title)} ({', '.join(row.languages)}; {ages}; {time})"
    )
