"""
A report as data: the one thing that screen, print, CSV and workbook read.

Words are in the user's language already; nothing that may not be shown is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from milkit.ground.words import Words


class Cell(NamedTuple):
    """
    What stands in a table: as it is *shown*, and as a file has it.

    *value* is the number that is shown (rounded as it is shown), else the text, else
    None for what is hidden or not known.
    """

    shown: str
    value: float | str | None


class Column(NamedTuple):
    """A column: its head, what it means (for the codebook), and its share of width."""

    key: str
    title: str
    meaning: str
    share: float = 1.0
    number: bool = False


class Table(NamedTuple):
    """Rows under columns; *key* names it in files."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


class Report(NamedTuple):
    """
    What a teacher reads: a sentence first, then the tables, then how sure it is.

    *tone* is good, info or tip. *hidden* says in words what is not shown, "" nothing.
    """

    key: str
    title: str
    facts: str
    head: str
    text: str
    tone: str
    tables: tuple[Table, ...]
    sure: tuple[str, ...]
    hidden: str = ""


NONE = Cell("–", None)


def text_cell(text: str) -> Cell:
    """Make a cell of words."""
    return Cell(text, text)


def number_cell(w: Words, value: float | None, places: int = 0) -> Cell:
    """Make a cell of a number, rounded to what is shown; – for None."""
    if value is None:
        return NONE
    value = round(value, places)
    value = 0.0 if value == 0 else value  # no minus nought
    shown = w.number(value, places).replace("-", "−")  # a true minus sign
    return Cell(shown, value if places else int(value))


def change_cell(w: Words, value: float | None, places: int = 0) -> Cell:
    """Make a cell of a change, with its sign."""
    cell = number_cell(w, value, places)
    if isinstance(cell.value, (int, float)) and cell.value > 0:
        return cell._replace(shown=f"+{cell.shown}")
    return cell


def signed(w: Words, value: float, places: int = 2) -> str:
    """Write a number with a true minus sign."""
    return number_cell(w, value, places).shown
