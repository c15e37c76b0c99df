"""
Which groups are too small to show, and which percentages too telling.

Rules of curriculum.md's sources: ten is what most school systems use, and who hides
one group must hide a second, or the sum gives it away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

USUAL, FLOOR = 10, 5  # students
_CAPPED_UNDER = 40  # students
_LOW, _HIGH = 5.0, 95.0  # per cent
_PAIR = 2


def at_least(wanted: int) -> int:
    """Give the smallest group that may be shown: as was chosen, never under 5."""
    return max(FLOOR, wanted)


def hidden(groups: Mapping[str, int], least: int = USUAL) -> frozenset[str]:
    """
    Name the groups that may not be shown, by how many students each has.

    Groups under *least*, and then the next smallest ones, until two or more are hidden
    that have *least* students together: their sum can be had from the whole. A group
    without students hides nobody, and is not hidden.
    """
    least = at_least(least)
    by_size = sorted((many, name) for name, many in groups.items() if many > 0)
    out = [(many, name) for many, name in by_size if many < least]
    for each in by_size[len(out) :]:
        if not out or (len(out) >= _PAIR and sum(many for many, _ in out) >= least):
            break
        out.append(each)
    return frozenset(name for _, name in out)


def capped(percent: float, students: int) -> float:
    """Hold a percentage between 5 and 95 when it is of fewer than 40 students."""
    if students >= _CAPPED_UNDER:
        return percent
    return min(_HIGH, max(_LOW, percent))


def at_edge(percent: float, students: int) -> int:
    """Say whether a percentage stands at the cap: -1 below, 1 above, 0 inside."""
    if students >= _CAPPED_UNDER:
        return 0
    return (percent >= _HIGH) - (percent <= _LOW)
