"""Lay out the blocks of a sheet in a column, those inside others too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from milkit.activities import paper
from milkit.press import blocks, frames, tables, timed

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
    paper.Table: tables.table,
    paper.Timed: timed.timed,
    paper.Break: blocks.new_page,
}
HOLDING: dict[type, Callable[[Any, float, Ink, frames.Lay], list[Item]]] = {
    paper.Specimen: frames.specimen,
    paper.Side: frames.side,
    paper.Cards: frames.cards,
    paper.Bar: frames.bar,
    paper.Tongue: frames.tongue,
}
LABEL = re.compile(r"<b>[^<]{1,80}</b>")
TO_WRITE = (paper.Lines, paper.Ticks)


def lay(parts: Sequence[paper.Block], width: float, ink: Ink) -> list[Item]:
    """
    Lay out *parts* in a column *width* wide (tenths of a point).

    A question stays on the page of what is written or ticked below it, and words that
    are bold as a whole with what they name.
    """
    items: list[Item] = []
    for number, part in enumerate(parts, 1):
        kind, after = type(part), parts[number] if number < len(parts) else None
        if kind in HOLDING:
            laid = HOLDING[kind](part, width, ink, lay)
        else:
            laid = PLAIN[kind](part, width, ink)
        if isinstance(part, paper.Text) and (
            isinstance(after, TO_WRITE) or LABEL.fullmatch(part.html)
        ):
            laid = [replace(item, stay=True) for item in laid]
        items += laid
    return items
