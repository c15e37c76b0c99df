"""Fit a lesson to a school's period: which steps, in one part or in two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.records.happenings import PlannedStep
from milkit.teaching.pace import Ahead, Offer, offers

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from milkit.content.lesson import Lesson, Step

NEEDED = {"new", "close"}  # phases that a lesson can't do without


class Fit(NamedTuple):
    """
    What is taught in one period.

    *steps* make *minutes*; *spare* is left of the period, or it is *over* by so many,
    and *offers* say what could go. *left_out* are the steps not taken. *parts* are two
    when the lesson is better taught on two days: the step ids of each.
    """

    steps: tuple[PlannedStep, ...]
    minutes: int
    spare: int = 0
    over: int = 0
    offers: tuple[Offer, ...] = ()
    left_out: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()


def fit(
    lesson: Lesson,
    period: int,
    *,
    part: int | None = None,
    optional: Collection[str] | None = None,
) -> Fit:
    """
    Choose the steps for a *period* of minutes (0 = unknown: the core steps).

    *part* 0 or 1 takes one half of a lesson in two parts; None takes the first half
    when the whole does not fit and its halves do. *optional* are the ids of optional
    steps to take; None takes those that fit.
    """
    parts = parts_of(lesson)
    core = sum(step.minutes for step in lesson.core)
    if (
        part is None
        and parts
        and period
        and core > period
        and _halves_fit(lesson, parts, period)
    ):
        part = 0
    steps = lesson.steps
    if part is not None and parts:
        steps = tuple(step for step in steps if step.id in parts[part])
    taken = _taken(steps, period, optional)
    return _fitted(lesson, taken, period, parts if part is not None else ())


def parts_of(lesson: Lesson) -> tuple[tuple[str, ...], ...]:
    """Give the step ids of the two parts, () when the lesson is not made for it."""
    for place, step in enumerate(lesson.steps):
        if step.split and place:
            ids = [one.id for one in lesson.steps]
            return (tuple(ids[:place]), tuple(ids[place:]))
    return ()


def _halves_fit(
    lesson: Lesson, parts: tuple[tuple[str, ...], ...], period: int
) -> bool:
    return all(
        sum(step.minutes for step in lesson.core if step.id in half) <= period
        for half in parts
    )


def _taken(
    steps: Sequence[Step], period: int, optional: Collection[str] | None
) -> tuple[Step, ...]:
    if optional is None:
        room = period - sum(step.minutes for step in steps if not step.optional)
        wanted = set()
        for step in steps:
            if step.optional and step.minutes <= room:
                wanted.add(step.id)
                room -= step.minutes
        optional = wanted
    return tuple(step for step in steps if not step.optional or step.id in optional)


def _fitted(
    lesson: Lesson,
    taken: tuple[Step, ...],
    period: int,
    parts: tuple[tuple[str, ...], ...],
) -> Fit:
    minutes = sum(step.minutes for step in taken)
    over = max(0, minutes - period) if period else 0
    chosen = {step.id for step in taken}
    return Fit(
        steps=tuple(PlannedStep(s.id, s.title, s.minutes) for s in taken),
        minutes=minutes,
        spare=max(0, period - minutes),
        over=over,
        offers=offers(over, ahead(taken)) if over else (),
        left_out=tuple(step.id for step in lesson.steps if step.id not in chosen),
        parts=parts,
    )


def ahead(steps: Sequence[Step], minutes: dict[str, int] | None = None) -> list[Ahead]:
    """Say of each step what may be done with it when time is short."""
    given = minutes or {}
    return [
        Ahead(
            id=step.id,
            number=number,
            minutes=given.get(step.id, step.minutes),
            optional=step.optional,
            needed=step.phase in NEEDED,
        )
        for number, step in enumerate(steps, start=1)
    ]


def changed(steps: Sequence[PlannedStep], offer: Offer) -> tuple[PlannedStep, ...]:
    """Give the steps after taking an offer, before the lesson begins."""
    from milkit.teaching.pace import Shorten

    if isinstance(offer, Shorten):
        return tuple(
            step._replace(minutes=offer.to) if step.id == offer.step else step
            for step in steps
        )
    return tuple(step for step in steps if step.id != offer.step)


def booster_plan(lesson: Lesson, booster: str) -> tuple[PlannedStep, ...]:
    """Give the one step of a booster, to be started like a lesson."""
    return tuple(
        PlannedStep(one.id, one.title, one.minutes)
        for one in lesson.boosters
        if one.id == booster
    )
