"""TOML inside a lesson: read it, and say in which line of the file something stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from milkit.content.finding import Flaw

if TYPE_CHECKING:
    from milkit.activities.kind import Problem

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_HEADER = re.compile(r"\s*\[(\[)?\s*([^\[\]]+?)\s*\]")
_DOTTED = re.compile(r"""("[^"]*"|'[^']*'|[^.]+)""")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[A-Za-z0-9_.-]+)\s*=""")


def read_toml(text: str, first_line: int) -> tuple[dict[str, Any], list[Flaw]]:
    """Read a table that begins in *first_line* of the file; {} when it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(text), []
    except RecursionError:
        return {}, [
            Flaw(first_line, "brackets are nested too deep", "write it flatter")
        ]
    except ValueError as error:
        said = str(error)
        place = _PLACE.search(said)
        lines = text.rstrip("\n").count("\n") + 1
        line = int(place[1]) if place and place[1] else lines
        what = _PLACE.sub("", said).strip().rstrip(".")
        return {}, [
            Flaw(first_line + line - 1, f"this is not TOML: {what}", _advice(what))
        ]


def _advice(what: str) -> str:
    advice = {
        "Cannot overwrite a value": "take out the second one; each key may stand once",
        "Unescaped": 'write \\" for a quotation mark, or “ and ”',
        "Illegal character": "put each value on one line; a [list] may have several",
        "Invalid statement": 'write key = "text", one a line',
        "Invalid value": 'put text in "quotation marks"; true, false, 3 without',
        "Expected newline": 'close the text before; inside a text write \\" for "',
        "Unclosed": "close the bracket",
        "Invalid initial character": 'write key = "text"; a {table} stands on one line',
    }
    return next(
        (mend for start, mend in advice.items() if start in what), "mend this line"
    )


def flaws(problems: list[Problem], text: str, first_line: int) -> list[Flaw]:
    """Give each problem its line: that of its value, else of the table around it."""
    if not problems:
        return []
    places = _places(text)
    return [Flaw(first_line + _line(p.at, places), p.what, p.mend) for p in problems]


def line_of(at: tuple[str | int, ...], text: str, first_line: int) -> int:
    """Give the line of the file in which the value at the path *at* stands."""
    return first_line + _line(at, _places(text))


def _line(at: tuple[str | int, ...], places: dict[tuple[str | int, ...], int]) -> int:
    for end in range(len(at), 0, -1):
        if at[:end] in places:
            return places[at[:end]]
    return 0


def _places(text: str) -> dict[tuple[str | int, ...], int]:
    """Map the path of every table and key that begins a line to its line, from 0."""
    places: dict[tuple[str | int, ...], int] = {}
    counts: dict[str, int] = {}
    here: tuple[str | int, ...] = ()
    for number, line in enumerate(text.split("\n")):
        if header := _HEADER.match(line):
            name = header[2].strip()
            here = tuple(_bare(part) for part in _DOTTED.findall(name))
            if header[1]:
                counts[name] = counts.get(name, -1) + 1
                places.setdefault(here, number)
                here = (*here, counts[name])
            places.setdefault(here, number)
        elif key := _KEY.match(line):
            places.setdefault((*here, _bare(key[1])), number)
    return places


def _bare(key: str) -> str:
    return key.strip().strip("\"'")
