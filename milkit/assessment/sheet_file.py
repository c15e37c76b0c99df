"""Read a table of answers: columns learner, phase and one for each item."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment.answers import (
    AFTER,
    BEFORE,
    FALSE,
    REAL,
    RIGHT,
    WRONG,
    Sheet,
    code_of,
)
from milkit.ground.errors import AnswersUnclear, FileUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PHASES = {"pre": BEFORE, "post": AFTER, "before": BEFORE, "after": AFTER}
_LETTERS = {REAL, FALSE}
_MARKS = {RIGHT, WRONG}
_MOST = 50_000_000  # bytes: a school's answers are some thousands of lines


class Table(NamedTuple):
    """
    The sheets of a file; *letters* says whether answers are R and F.

    *short* holds the lines that end early: what is missing was not answered.
    """

    items: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    letters: bool
    short: tuple[int, ...]


class _Columns(NamedTuple):
    learner: int
    phase: int
    items: dict[int, str]
    width: int


def read_sheets(path: Path) -> Table:
    """
    Read *path*, a CSV (comma, semicolon or tab) in UTF-8.

    AnswersUnclear names the line that cannot be read: a phase that is neither pre nor
    post, a code twice in a phase, a cell that is no R, F, 1, 0 or empty, R and 1 mixed.
    """
    lines = _lines(path, _text(path))
    head = next(lines, None)
    if head is None:
        raise AnswersUnclear(path, 1, "columns")
    columns = _columns(path, *head)
    sheets: list[Sheet] = []
    short: list[int] = []
    seen: set[tuple[str, str]] = set()
    for number, row in lines:
        sheet = _sheet(path, number, row, columns)
        if (sheet.code, sheet.phase) in seen:
            raise AnswersUnclear(path, number, "twice", sheet.code)
        seen.add((sheet.code, sheet.phase))
        sheets.append(sheet)
        if len(row) <= max(columns.items):
            short.append(number)
    return Table(
        tuple(columns.items.values()),
        tuple(sheets),
        _letters(path, sheets),
        tuple(short),
    )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST:
            raise AnswersUnclear(path, 1, "table")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise AnswersUnclear(path, 1, "table") from e
    except OSError as e:
        raise FileUnreadable(path) from e


def _lines(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines that hold something, with their numbers."""
    head = text.lstrip().partition("\n")[0]
    mark = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as e:
        raise AnswersUnclear(path, reader.line_num, "table") from e


def _columns(path: Path, line: int, row: list[str]) -> _Columns:
    names = [code_of(cell) for cell in row]
    plain = [name.casefold() for name in names]
    items = {
        place: name
        for place, name in enumerate(names)
        if name and plain[place] not in {"learner", "phase"}
    }
    once = len(set(items.values())) == len(items)
    if plain.count("learner") != 1 or plain.count("phase") != 1 or not items:
        raise AnswersUnclear(path, line, "columns")
    if not once:
        raise AnswersUnclear(path, line, "columns")
    return _Columns(plain.index("learner"), plain.index("phase"), items, len(row))


def _sheet(path: Path, line: int, row: list[str], columns: _Columns) -> Sheet:
    extra = [
        place
        for place, cell in enumerate(row)
        if cell.strip()
        and place not in {columns.learner, columns.phase}
        and place not in columns.items
    ]
    if extra:
        raise AnswersUnclear(path, line, "long")
    code = code_of(_cell(row, columns.learner))
    if not code:
        raise AnswersUnclear(path, line, "code")
    said = _cell(row, columns.phase).strip()
    phase = _PHASES.get(said.casefold())
    if phase is None:
        raise AnswersUnclear(path, line, "phase", said)
    answers = {
        item: _answer(path, line, _cell(row, place))
        for place, item in columns.items.items()
    }
    return Sheet(code, phase, answers)


def _cell(row: list[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _answer(path: Path, line: int, cell: str) -> str | None:
    text = cell.strip().upper()
    if text and text not in _LETTERS | _MARKS:
        raise AnswersUnclear(path, line, "answer", cell.strip()[:20])
    return text or None


def _letters(path: Path, sheets: list[Sheet]) -> bool:
    used = {answer for sheet in sheets for answer in sheet.answers.values() if answer}
    if used & _LETTERS and used & _MARKS:
        raise AnswersUnclear(path, 1, "mixed")
    return bool(used & _LETTERS)
