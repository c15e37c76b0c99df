"""Several copies of a small sheet on one page, to cut apart after printing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from milkit.activities.paper import Heading
from milkit.press.frames import stack
from milkit.press.ink import MARGIN, MM
from milkit.press.item import Item
from milkit.press.lay import lay

if TYPE_CHECKING:
    from typing import TypeAlias

    from milkit.activities.paper import Sheet
    from milkit.press.ink import Ink, Paper
    from milkit.press.item import Draw

    Placed: TypeAlias = tuple[float, float, Item]
    Cut: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom

GRIDS = {8: (2, 4), 4: (2, 2), 2: (1, 2)}  # copies on a page: columns, rows
PAD = 4 * MM


def several(
    sheet: Sheet, size: Paper, top: float, room: float, ink: Ink
) -> tuple[int, list[Placed], list[Cut]] | None:
    """
    Give how many stand on a page, where, and where to cut; None = only one.

    Lines are set closer before fewer copies are: the lesson's page, which lays out
    nothing, says how many sheets to print by what the sheet wants.
    """
    blocks = (Heading(sheet.title, 3), *sheet.blocks)
    for up, (columns, rows) in GRIDS.items():
        if up > sheet.up:
            continue
        wide, high = size.room / columns, room / rows
        for tight in (False, True):
            column = lay(blocks, wide - 2 * PAD, replace(ink, tight=tight))
            used, draw = stack(column)
            if used <= high - 2 * PAD:
                cell = (wide, high)
                return up, *_set(used, draw, (columns, rows), cell, top)
    return None


def _set(
    used: float,
    draw: Draw,
    grid: tuple[int, int],
    cell: tuple[float, float],
    top: float,
) -> tuple[list[Placed], list[Cut]]:
    (columns, rows), (wide, high) = grid, cell
    items = [
        (MARGIN + column * wide + PAD, top + row * high + PAD, Item(used, draw))
        for row in range(rows)
        for column in range(columns)
    ]
    bottom, right = top + rows * high, MARGIN + columns * wide
    down = [
        (MARGIN + column * wide, top, MARGIN + column * wide, bottom)
        for column in range(1, columns)
    ]
    across = [
        (MARGIN, top + row * high, right, top + row * high) for row in range(1, rows)
    ]
    return items, [*down, *across]
