"""The numbered places of a page under study: those to find, and those that are fair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milkit.activities.annotate import Annotate, Spot


@dataclass(frozen=True, slots=True)
class Spotted:
    """One numbered place of the page: a target to mark, or a fair part."""

    number: int
    spot: Spot
    target: bool


def places(data: Annotate) -> tuple[Spotted, ...]:
    """Give the targets and fair parts numbers, in the order of the page."""
    spots = [(s, True) for s in data.targets] + [(s, False) for s in data.decoys]
    if data.text:
        spots.sort(key=lambda pair: data.text.find(pair[0].span))
    else:
        spots.sort(key=lambda pair: _corner(pair[0]))
    return tuple(Spotted(i + 1, spot, target) for i, (spot, target) in enumerate(spots))


def _corner(spot: Spot) -> tuple[float, float]:
    left, top, _, _ = spot.region or (0.0, 0.0, 0.0, 0.0)
    return round(top, 1), left


def pieces(data: Annotate) -> list[tuple[str, Spotted | None]]:
    """Cut the text at the places: (words, place or None), in order."""
    text, at = data.text, 0
    out: list[tuple[str, Spotted | None]] = []
    for one in places(data):
        start = text.find(one.spot.span, at) if one.spot.span else -1
        if start < 0:
            continue
        out.append((text[at:start], None))
        out.append((one.spot.span, one))
        at = start + len(one.spot.span)
    out.append((text[at:], None))
    return [(words, place) for words, place in out if words]
