"""What a change may be called: never more than its interval allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from milkit.assessment.analysis import Analysis
    from milkit.assessment.change import Change

UP, DOWN, LEVEL = 1, -1, 0


class Reading(NamedTuple):
    """
    Which way d' and c moved: 1 up, -1 down, 0 where the interval holds 0.

    c up is more doubt, c down more belief.
    """

    telling: int
    doubt: int


def reading(analysis: Analysis) -> Reading | None:
    """Read the changes; None where an interval of d' or c cannot be had."""
    telling, doubt = _way(analysis.d_prime), _way(analysis.c)
    if telling is None or doubt is None:
        return None
    return Reading(telling, doubt)


def _way(change: Change | None) -> int | None:
    if change is None or change.ci is None:
        return None
    low, high = change.ci
    return UP if low > 0 else DOWN if high < 0 else LEVEL


_TELLING = {
    UP: "better at telling true from false",
    DOWN: "worse at telling true from false",
    LEVEL: "not better at telling apart",
}
_DOUBT = {UP: "more doubting", DOWN: "more believing", LEVEL: "no change in doubt"}


def english(found: Reading | None) -> str | None:
    """Say a reading in the words of the command line."""
    if found is None:
        return None
    if found.telling:
        return f"{_TELLING[found.telling]}, {_DOUBT[found.doubt]}"
    if found.doubt:
        return f"{_DOUBT[found.doubt]}, {_TELLING[LEVEL]}"
    return "no clear change"
