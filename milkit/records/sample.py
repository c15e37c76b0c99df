"""Made-up runs to try screens, reports and exports with; they say that they are."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.activities.table import KINDS
from milkit.records import classes
from milkit.records import happenings as h
from milkit.records.check_sample import made_up
from milkit.records.classes import SchoolClass
from milkit.records.event import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from milkit.activities.kind import Question
    from milkit.content.lesson import Lesson, Step
    from milkit.records.check_sample import CheckOutline
    from milkit.records.happenings import Happening

_FIRST_DAY = dt.date(2026, 1, 12)
_DAYS = 280
_ZONE = dt.timezone(dt.timedelta(hours=7))
_CLASSES = (("7 A", 38, 12), ("7 B", 41, 12), ("8 A", 44, 13), ("9 A", 47, 14))
_FINISHED, _RIGHT, _RIGHT_AGAIN = 0.93, 0.45, 0.68
_SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of an activity; *again* names the first vote of a second one."""

    activity: str
    question: Question
    again: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What must be known of a lesson to make up a run of it."""

    lesson: str
    lang: str
    title: str
    topic: str
    pack: str
    version: str
    steps: tuple[h.PlannedStep, ...]
    asked: tuple[tuple[Asked, ...], ...]
    slip: str


def outline(lesson: Lesson, pack: str = "core", version: str = "") -> Outline:
    """Take out of a lesson what a made-up run needs."""
    slips = [
        activity.id
        for step in lesson.core
        for activity in step.activities
        if activity.kind == "create" and activity.data.product == _SLIP
    ]
    return Outline(
        lesson=lesson.id,
        lang=lesson.lang,
        title=lesson.title,
        topic=lesson.topic,
        pack=pack,
        version=version,
        steps=tuple(h.PlannedStep(s.id, s.title, s.minutes) for s in lesson.core),
        asked=tuple(_asked(step) for step in lesson.core),
        slip=slips[-1] if slips else "",
    )


def _asked(step: Step) -> tuple[Asked, ...]:
    return tuple(
        Asked(activity.id, question, getattr(activity.data, "again", ""))
        for activity in step.activities
        if activity.kind != "create"
        for question in KINDS[activity.kind].questions(activity.data)
    )


def sample(
    outlines: Sequence[Outline],
    runs: int,
    seed: int = 0,
    check: CheckOutline | None = None,
) -> Iterator[Event]:
    """
    Make up the events of *runs* runs in four classes, and a *check* of each.

    The same outlines and *seed* give the same events, UUIDs too: to merge them twice
    adds nothing.
    """
    if not outlines:
        return
    yield from _Maker(seed).everything(outlines, runs, check)


class _Maker:
    """Draws everything out of one seeded chance, in one order."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._install = self._id()
        self._n = 0

    def _id(self) -> str:
        return str(uuid.UUID(int=self._chance.getrandbits(128), version=4))

    def everything(
        self, outlines: Sequence[Outline], runs: int, check: CheckOutline | None
    ) -> Iterator[Event]:
        groups = [
            SchoolClass(self._id(), f"Sample {name}", students, (age, age + 1), "", 40)
            for name, students, age in _CLASSES
        ]
        first = dt.datetime.combine(_FIRST_DAY, dt.time(7), _ZONE)
        for group in groups:
            yield self._event(classes.SAVED, group.id, classes.plain(group), first)
        for number in range(runs):
            day = first + dt.timedelta(days=_DAYS * number // max(1, runs))
            begun = day + dt.timedelta(minutes=self._chance.randrange(0, 480, 5))
            told = self._chance.choice(outlines)
            yield from self._run(told, self._chance.choice(groups), begun)
        if check is not None:
            yield from made_up(
                self._chance, self._event, self._id, groups, check, first
            )

    def _run(
        self, told: Outline, group: SchoolClass, now: dt.datetime
    ) -> Iterator[Event]:
        run = self._id()
        here = round(group.students * self._chance.uniform(0.82, 1))
        yield self._tell(run, now, _started(told, group))
        steps = told.steps
        if self._chance.random() > _FINISHED:
            steps = steps[: max(1, len(steps) // 2)]
        for place, step in enumerate(steps):
            for asked in told.asked[place]:
                hands = self._hands(asked, here)
                yield self._tell(run, now, hands)
            seconds = round(step.minutes * 60 * self._chance.uniform(0.8, 1.25))
            now += dt.timedelta(seconds=seconds)
            if step is steps[-1]:
                over = h.Ended(step.id, seconds, len(steps) == len(told.steps))
                yield self._tell(run, now, over)
            else:
                then = steps[place + 1].id
                yield self._tell(run, now, h.StepFinished(step.id, seconds, then))
        yield self._tell(run, now, h.StudentsCounted(here))
        if told.slip and len(steps) == len(told.steps):
            yield self._tell(run, now, self._slips(told.slip, here))

    def _hands(self, asked: Asked, here: int) -> h.CountsSet:
        """Let most of those who are here vote, the right answer a little more."""
        counts = {option.id: 0 for option in asked.question.options}
        right = asked.question.answer
        lean = _RIGHT_AGAIN if asked.again else _RIGHT
        lean += self._chance.uniform(-0.12, 0.12)
        for _ in range(round(here * self._chance.uniform(0.85, 1))):
            if right and self._chance.random() < lean:
                counts[right] += 1
            else:
                counts[self._chance.choice(list(counts))] += 1
        return h.CountsSet(asked.activity, asked.question.id, counts, asked.again)

    def _slips(self, activity: str, here: int) -> h.SlipsCounted:
        reached = round(here * self._chance.uniform(0.3, 0.7))
        nearly = round((here - reached) * self._chance.uniform(0.4, 0.8))
        return h.SlipsCounted(activity, here - reached - nearly, nearly, reached)

    def _tell(self, run: str, now: dt.datetime, what: Happening) -> Event:
        return self._event(h.kind_of(what), run, h.plain(what), now)

    def _event(
        self, kind: str, about: str, data: dict[str, object], now: dt.datetime
    ) -> Event:
        self._n += 1
        at = now.isoformat(timespec="milliseconds")
        return Event(self._id(), self._install, self._n, at, kind, about, data)


def _started(told: Outline, group: SchoolClass) -> h.Started:
    return h.Started(
        lesson=told.lesson,
        lang=told.lang,
        pack=told.pack,
        version=told.version,
        title=told.title,
        topic=told.topic,
        class_id=group.id,
        class_name=group.name,
        students=group.students,
        period=group.minutes,
        steps=told.steps,
        sample=True,
    )
