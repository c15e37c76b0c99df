"""A plan that the teacher still moves about: parts, steps left out, minutes changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from milkit.records.happenings import PlannedStep
from milkit.teaching.pace import Shorten, offers
from milkit.teaching.plan_run import ahead, fit, parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.content.lesson import Lesson, Step
    from milkit.teaching.pace import Offer

WHOLE, FIRST, SECOND = "whole", "first", "second"


@dataclass(frozen=True, slots=True)
class Planning:
    """
    What is going to be taught of a *lesson* in a *period* of minutes (0 = unknown).

    *part* is whole, first or second; *out* are steps left out, optional ones that do
    not fit among them; *minutes* those of steps that were made shorter.
    """

    lesson: Lesson
    period: int
    part: str = WHOLE
    out: frozenset[str] = frozenset()
    minutes: Mapping[str, int] = field(default_factory=dict)

    @property
    def taught(self) -> tuple[Step, ...]:
        """The lesson's steps that are taught."""
        inside = _inside(self.lesson, self.part)
        return tuple(s for s in inside if s.id not in self.out)

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """The steps as a run takes them."""
        return tuple(
            PlannedStep(s.id, s.title, self.minutes.get(s.id, s.minutes))
            for s in self.taught
        )

    @property
    def total(self) -> int:
        """The minutes of all steps that are taught."""
        return sum(step.minutes for step in self.steps)

    @property
    def over(self) -> int:
        """The minutes that the period lacks."""
        return max(0, self.total - self.period) if self.period else 0

    @property
    def spare(self) -> int:
        """The minutes that are left of the period."""
        return max(0, self.period - self.total)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What could be shorter or left out; numbers are those of the lesson."""
        if not self.over:
            return ()
        numbers = {s.id: n for n, s in enumerate(self.lesson.steps, 1)}
        given = ahead(self.taught, dict(self.minutes))
        return offers(self.over, [a._replace(number=numbers[a.id]) for a in given])

    @property
    def changed(self) -> bool:
        """Whether the teacher moved anything."""
        return self != begin(self.lesson, self.period, self.part)

    def minutes_of(self, part: str) -> int:
        """Give the core minutes of a part of the lesson."""
        inside = _inside(self.lesson, part)
        return sum(s.minutes for s in inside if not s.optional)

    def taking(self, offer: Offer) -> Planning:
        """Give the plan with an offer taken."""
        if isinstance(offer, Shorten):
            return replace(self, minutes={**self.minutes, offer.step: offer.to})
        return replace(self, out=self.out | {offer.step})

    def with_step(self, step: str, *, taught: bool) -> Planning:
        """Give the plan with a step put in, or left out."""
        out = self.out - {step} if taught else self.out | {step}
        made = replace(self, out=out)
        if taught and step not in {s.id for s in made.taught}:
            return replace(made, part=WHOLE)
        return made


def begin(lesson: Lesson, period: int, part: str = "") -> Planning:
    """
    Fit a lesson to a period; optional steps are taken where they fit.

    Without a *part* it is the first half when the whole does not fit and halves do.
    """
    if not part:
        part = FIRST if fit(lesson, period).parts else WHOLE
    made = Planning(lesson, period, part)
    core = made.minutes_of(part)
    room = period - core
    out = set()
    for step in _inside(lesson, part):
        if not step.optional:
            continue
        if step.minutes <= room:
            room -= step.minutes
        else:
            out.add(step.id)
    return replace(made, out=frozenset(out))


def has_parts(lesson: Lesson) -> bool:
    """Tell whether a lesson can be taught on two days."""
    return bool(parts_of(lesson))


def _inside(lesson: Lesson, part: str) -> tuple[Step, ...]:
    """Give the steps of a part of the lesson."""
    parts = parts_of(lesson)
    if part == WHOLE or not parts:
        return lesson.steps
    half = parts[0 if part == FIRST else 1]
    return tuple(s for s in lesson.steps if s.id in half)
