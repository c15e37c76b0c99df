"""Which lesson a class could have next, and the one reason why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from milkit.teaching.plan_run import parts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from milkit.content.lesson import Lesson
    from milkit.packs.row import Row
    from milkit.records.classes import SchoolClass
    from milkit.records.reading import RunRow

# Six lessons each that build on one another; the first is the one to begin with.
PATHS = (
    ("L02", "L08", "L09", "L10", "L16", "L19"),
    ("L10", "L12", "L14", "L15", "L13", "L20"),
    ("L32", "L33", "L34", "L35", "L23", "L24"),
    ("L30", "L31", "L37", "L38", "L36", "L39"),
)
_SHORTEST = 60  # seconds: less was a look at the screen, and no lesson
_TOO_OLD = 1  # years: a lesson for older students than this is not for the class


class Why(Enum):
    """The reason of a suggestion; the order is the order of suggesting."""

    SECOND_PART = 0
    BEGIN = 1
    BUILDS_ON = 2
    NEW_TOPIC = 3
    FEWER = 4
    AGAIN = 5


class Fits(Enum):
    """How a lesson fits the period of the class."""

    WHOLE = 0
    IN_TWO_PARTS = 1
    TOO_LONG = 2


@dataclass(frozen=True, slots=True)
class Idea:
    """A lesson to teach next; *after* is the title of the lesson it builds on."""

    row: Row
    why: Why
    fits: Fits
    after: str = ""


def ideas(
    rows: Iterable[Row],
    runs: Sequence[RunRow],
    group: SchoolClass,
    half_taught: Collection[str] = (),
) -> list[Idea]:
    """
    Order the lessons for a class, the best first, each with its reason.

    *runs* are those of the class, newest first; *half_taught* the ids of lessons of
    which it had the first part only. Lessons the class has had come last, the one
    that is longest ago first. Lessons for older students are left out.
    """
    had = [run for run in runs if run.how != "abandoned"]
    there = [row for row in rows if row.ages[0] <= group.ages[1] + _TOO_OLD]
    topics = topics_taught(runs)
    suited = {base(row.id) for row in there if _years_off(row, group) <= _TOO_OLD}
    found = [_idea(row, had, suited, topics, group, half_taught) for row in there]
    return sorted(found, key=lambda idea: _key(idea, had, topics, group))


def half_taught(lesson: Lesson, reached: Collection[str]) -> bool:
    """Tell whether only the first part of a lesson in two parts was taught."""
    parts = parts_of(lesson)
    if not parts:
        return False
    core = [step.id for step in lesson.core]
    first, second = ([step for step in core if step in part] for part in parts)
    return all(step in reached for step in first) and not any(
        step in reached for step in second
    )


def taught(runs: Iterable[RunRow]) -> list[RunRow]:
    """Give the runs that were lessons, ended or not, oldest first."""
    had = (run for run in runs if run.how == "finished" or run.seconds >= _SHORTEST)
    return sorted(had, key=lambda run: (run.n, run.id))


def topics_taught(runs: Iterable[RunRow]) -> dict[str, int]:
    """Count the lessons that were taught of each topic."""
    counts: dict[str, int] = {}
    for run in taught(runs):
        counts[run.topic] = counts.get(run.topic, 0) + 1
    return counts


def fits(row: Row, minutes: int) -> Fits:
    """Say how a lesson fits a period of *minutes*."""
    if row.minutes <= minutes:
        return Fits.WHOLE
    if 0 < row.half_minutes <= minutes:
        return Fits.IN_TWO_PARTS
    return Fits.TOO_LONG


def _idea(
    row: Row,
    had: Sequence[RunRow],
    suited: Collection[str],
    topics: Mapping[str, int],
    group: SchoolClass,
    half_taught: Collection[str],
) -> Idea:
    fit = fits(row, group.minutes)
    done = {base(run.lesson) for run in had}
    if row.id in half_taught:
        return Idea(row, Why.SECOND_PART, fit)
    if base(row.id) in done:
        return Idea(row, Why.AGAIN, fit)
    if not had:
        return Idea(row, Why.BEGIN, fit)
    before = _before(row, had, set(suited) - done)
    if before is not None:
        return Idea(row, Why.BUILDS_ON, fit, before.title)
    return Idea(row, Why.FEWER if row.topic in topics else Why.NEW_TOPIC, fit)


def _before(row: Row, had: Sequence[RunRow], left: Collection[str]) -> RunRow | None:
    """Give the lesson just before, when *row* is the next of a begun path to teach."""
    runs = {base(run.lesson): run for run in reversed(had)}
    for path in PATHS:
        before: RunRow | None = None
        for lesson in path:
            before = runs.get(lesson, before)
            if before is not None and lesson in left:
                if lesson == base(row.id):
                    return before
                break
    return None


def _key(
    idea: Idea, had: Sequence[RunRow], topics: Mapping[str, int], group: SchoolClass
) -> tuple[int, ...]:
    """Order: what is new, what suits the class, then the reason and the topic."""
    row = idea.row
    again = idea.why is Why.AGAIN
    ago = [place for place, run in enumerate(had) if base(run.lesson) == base(row.id)]
    return (
        int(again),
        int(idea.why is not Why.SECOND_PART),
        _years_off(row, group),
        int(bool(group.lang) and group.lang != row.lang),
        idea.fits.value,
        -min(ago, default=0) if again else idea.why.value,
        topics.get(row.topic, 0),
        _place(row),
    )


def _years_off(row: Row, group: SchoolClass) -> int:
    """Give how many years the ages of lesson and class lie apart, 0 = they meet."""
    return max(0, group.ages[0] - row.ages[1], row.ages[0] - group.ages[1])


def _place(row: Row) -> int:
    """Give the place in the first path, or a place after it by the lesson's number."""
    first = PATHS[0]
    if base(row.id) in first:
        return first.index(base(row.id))
    digits = re.sub(r"\D", "", base(row.id))
    return len(first) + int(digits or 0)


def base(lesson: str) -> str:
    """Give the id of the lesson that a teacher's own copy (L14-2) was made from."""
    return re.sub(r"-\d+\Z", "", lesson)
