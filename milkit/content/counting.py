"""How much paper a class needs."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.activities.paper import Sheet


def copies(sheet: Sheet, students: int, up: int = 0, spare: int = 0) -> int:
    """
    Say how many times *sheet* is printed for *students*, pages with cut copies once.

    *up* is how many really stand on a page, if that is not what the sheet wants. So
    many copies to *spare* come on top, but not of what there is once for the class.
    """
    if sheet.per == "class":
        return 1
    wanted = ceil(max(students, 1) / int(sheet.per)) + spare
    return ceil(wanted / (up or sheet.up))


def paper(
    sheet: Sheet,
    students: int,
    pages: int = 1,
    up: int = 0,
    *,
    both_sides: bool = False,
) -> int:
    """Say how many sheets of paper that takes, when the sheet has *pages* pages."""
    return copies(sheet, students, up) * (ceil(pages / 2) if both_sides else pages)


def total(
    counted: Iterable[tuple[Sheet, int]], students: int, *, both_sides: bool = False
) -> int:
    """Add up the paper of several sheets, each with its number of pages."""
    return sum(
        paper(sheet, students, pages, both_sides=both_sides) for sheet, pages in counted
    )
