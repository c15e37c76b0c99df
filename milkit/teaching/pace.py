"""Whether a lesson is on time, and what could be shorter when it is not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEEP = 0.6  # of its minutes, or a step loses its point
_LEAST = 2
_MINUTE = 60


class Ahead(NamedTuple):
    """A step that is still to come; a *needed* one can't be left out."""

    id: str
    number: int
    minutes: int
    optional: bool = False
    needed: bool = False


class Shorten(NamedTuple):
    """Give step *number* only *to* minutes, which saves *saves*."""

    step: str
    number: int
    to: int
    saves: int


class LeaveOut(NamedTuple):
    """Do not teach step *number*, which saves *saves* minutes."""

    step: str
    number: int
    saves: int


Offer = Shorten | LeaveOut


class Pace(NamedTuple):
    """
    How a lesson stands against its period.

    *late* minutes would be missing at the end (0 = on time); *free* minutes would be
    left when the step ended now (below 0: missing even then). *offers* mend it.
    """

    on_time: bool
    late: int
    free: int
    offers: tuple[Offer, ...] = ()


def pace(spent: int, left: int, ahead: Sequence[Ahead], period: int) -> Pace:
    """
    Compare what was *spent* and what is to come with the *period*.

    *spent* and *left* (of this step, 0 when over) are seconds, *period* minutes.
    """
    rest = sum(step.minutes for step in ahead) * _MINUTE
    over = spent + left + rest - period * _MINUTE
    free = (period * _MINUTE - spent - rest) // _MINUTE
    if over < _MINUTE:
        return Pace(on_time=True, late=0, free=free)
    late = over // _MINUTE
    return Pace(on_time=False, late=late, free=free, offers=offers(late, ahead))


def offers(late: int, ahead: Sequence[Ahead]) -> tuple[Offer, ...]:
    """Offer to shorten one step, and to leave one out, as far as that helps."""
    found = (_shorten(late, ahead), _leave_out(late, ahead))
    return tuple(offer for offer in found if offer is not None)


def _shorten(late: int, ahead: Sequence[Ahead]) -> Shorten | None:
    """Take the step that can give most, of equals the longest, then the later one."""
    best: tuple[int, int, Ahead] | None = None
    for step in ahead:
        least = max(_LEAST, math.ceil(step.minutes * _KEEP))
        saves = min(late, step.minutes - least)
        if saves > 0 and (best is None or (saves, step.minutes) >= best[:2]):
            best = (saves, step.minutes, step)
    if best is None:
        return None
    saves, minutes, step = best
    return Shorten(step.id, step.number, minutes - saves, saves)


def _leave_out(late: int, ahead: Sequence[Ahead]) -> LeaveOut | None:
    """Take an optional step before others, and the smallest that is enough."""
    free = [step for step in ahead if not step.needed and step.minutes > 0]
    if not free:
        return None
    best = min(
        free,
        key=lambda step: (
            not step.optional,
            step.minutes < late,
            step.minutes if step.minutes >= late else -step.minutes,
        ),
    )
    return LeaveOut(best.id, best.number, best.minutes)
