"""Begin a run of a lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.records.event import new_id
from milkit.records.happenings import Started
from milkit.teaching.run import Run

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.ground.clock import Clock
    from milkit.records.classes import SchoolClass
    from milkit.records.happenings import PlannedStep
    from milkit.records.store import Records


@dataclass(frozen=True, slots=True)
class RunPlan:
    """
    What is to be taught and to whom.

    *steps* come from `plan_run.fit`; *period* is in minutes, 0 = that of the class, or
    unknown; without a class *students* says how many there are; *at* is the step to
    begin with; *pack* and *version* say where the lesson is from.
    """

    steps: tuple[PlannedStep, ...]
    school_class: SchoolClass | None = None
    students: int = 0
    period: int = 0
    pack: str = ""
    version: str = ""
    at: str = ""


def start(records: Records, lesson: Lesson, plan: RunPlan, clock: Clock) -> Run:
    """Begin to teach a lesson now; ValueError when the plan has no step."""
    if not plan.steps:
        raise ValueError("a run needs a step")
    run = new_id()
    records.tell(run, _started(lesson, plan))
    made = Run(records, lesson, run, clock)
    made.begin()
    if plan.at:
        made.go(plan.at)
    return made


def _started(lesson: Lesson, plan: RunPlan) -> Started:
    of = plan.school_class
    return Started(
        lesson=lesson.id,
        lang=lesson.lang,
        pack=plan.pack,
        version=plan.version,
        title=lesson.title,
        topic=lesson.topic,
        class_id=of.id if of else "",
        class_name=of.name if of else "",
        students=of.students if of else max(0, plan.students),
        period=plan.period or (of.minutes if of else 0),
        steps=plan.steps,
    )
