"""How far a run of a lesson is: everything that its events add up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN, FINISHED, ABANDONED = "open", "finished", "abandoned"


@dataclass(frozen=True, slots=True)
class StepState:
    """
    One step of a run: *planned* minutes at the start, *minutes* it has now.

    *seconds* is how long it was taught, all visits together, as far as events say.
    """

    id: str
    title: str
    planned: int
    minutes: int
    left_out: bool = False
    reached: bool = False
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Slips:
    """The exit slips of a class in three piles."""

    not_yet: int
    nearly: int
    reached: int


Key = tuple[str, str]  # activity, question


@dataclass(frozen=True, slots=True)
class RunState:
    """
    A run at a moment.

    *items* and *pages* say where in an activity the class is, and *since* at which
    second of the step the item came. *placed* holds what was put where, in order;
    *reveals* is "counts" or "answer" for what the class was shown; *again* names the
    first vote of each second vote. *activity* is None before one of the step was
    chosen, "" for the step's title. *frozen* is what the class screen keeps showing,
    since second *frozen_at*. *lost* seconds were paused or cut off in this sitting;
    *before* seconds were taught in earlier sittings. *n* orders runs by their start.
    """

    id: str
    n: int
    started: str
    lesson: str
    lang: str
    pack: str
    version: str
    title: str
    topic: str
    class_id: str
    class_name: str
    students: int
    period: int
    steps: tuple[StepState, ...]
    step: str
    sample: bool = False
    paused: bool = False
    lost: int = 0
    before: int = 0
    activity: str | None = None
    items: Mapping[str, int] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    since: Mapping[str, int] = field(default_factory=dict)
    placed: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)
    counts: Mapping[Key, Mapping[str, int]] = field(default_factory=dict)
    again: Mapping[str, str] = field(default_factory=dict)
    reveals: Mapping[Key, str] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    blank: bool = False
    frozen: RunState | None = None
    frozen_at: int = 0
    here: int | None = None
    line: str = ""
    slips: Mapping[str, Slips] = field(default_factory=dict)
    booster_week: int = 0
    booster_on: str = ""
    how: str = OPEN
    ended: str = ""

    @property
    def taught(self) -> int:
        """Seconds taught in all steps, as far as events say."""
        return sum(step.seconds for step in self.steps)

    @property
    def plan(self) -> tuple[StepState, ...]:
        """The steps that are not left out."""
        return tuple(step for step in self.steps if not step.left_out)

    @property
    def highest(self) -> int:
        """The most hands that were counted for one question."""
        return max((sum(hands.values()) for hands in self.counts.values()), default=0)

    @property
    def present(self) -> int:
        """Students here: as counted, else the most hands, else the class."""
        if self.here is not None:
            return self.here
        return self.highest or self.students

    @property
    def expected(self) -> int:
        """
        How many hands to expect: those here, else the class (or more hands).

        0 when nobody knows: hands that were counted are no class.
        """
        if self.here is not None:
            return self.here
        return max(self.students, self.highest) if self.students else 0

    def find(self, step: str) -> StepState:
        """Give a step by its id; KeyError when the run has none."""
        for one in self.steps:
            if one.id == step:
                return one
        raise KeyError(step)
