"""Lay out the blocks of a sheet in a column, those inside others too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.activities import paper
from milkit.press import blocks, frames

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from milkit.press.ink import Ink
    from milkit.press.item import Item

PLAIN: dict[type, Callable[[Any, float, Ink], list[Item]]] = {
    paper.Heading: blocks.heading,
    paper.Text: blocks.paragraph,
    paper.Bullets: blocks.bullets,
    paper.Lines: blocks.rules,
    paper.Picture: blocks.picture,
    paper.Ticks: blocks.ticks,
    paper.Table: frames.table,
    paper.Break: blocks.new_page,
}
HOLDING: dict[type, Callable[[Any, float, Ink, frames.Lay], list[Item]]] = {
    paper.Specimen: frames.specimen,
    paper.Side: frames.side,
    paper.Cards: frames.cards,
}


def lay(parts: Sequence[paper.Block], width: float, ink: Ink) -> list[Item]:
    """Lay out *parts* in a column *width* wide (tenths of a point)."""
    items: list[Item] = []
    for part in parts:
        kind = type(part)
        if kind in HOLDING:
            items += HOLDING[kind](part, width, ink, lay)
        else:
            items += PLAIN[kind](part, width, ink)
    return items
