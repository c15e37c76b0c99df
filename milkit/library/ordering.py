"""Steps of a teacher's own lesson: added, taken out, put back and moved."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from milkit.content.lesson import Activity, Note, Step
from milkit.library.fields import settled

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson

MINUTES = 5  # of a new step
OWN = "own-"  # how the ids of new steps and questions begin


def add(lesson: Lesson, after: str, title: str) -> tuple[Lesson, str]:
    """Add a step behind another ("" = as the first); give its id too."""
    step = Step(
        id=_free(lesson),
        title=title,
        minutes=MINUTES,
        grouping="class",
        phase="practise",
        outcomes=(),
        split=False,
        optional=False,
        lead="",
        blocks=(Note("say"), Note("do")),
    )
    return put_in(lesson, step, after), step.id


def put_in(lesson: Lesson, step: Step, after: str) -> Lesson:
    """Put a *step* behind another; at the front when that is not there."""
    ids = [each.id for each in lesson.steps]
    at = ids.index(after) + 1 if after in ids else 0
    return _with(lesson, [*lesson.steps[:at], step, *lesson.steps[at:]])


def take_out(lesson: Lesson, step: str) -> Lesson:
    """
    Take a step out; the last one stays.

    Where the second half of the lesson began with it, it begins with the next one.
    """
    steps = list(lesson.steps)
    at = next((n for n, each in enumerate(steps) if each.id == step), None)
    if at is None or len(steps) == 1:
        return lesson
    gone = steps.pop(at)
    if gone.split:
        after = next((n for n in range(at, len(steps)) if not steps[n].optional), None)
        if after is not None:
            steps[after] = replace(steps[after], split=True)
    return _with(lesson, steps)


def move(lesson: Lesson, step: str, by: int) -> Lesson:
    """Move a step by so many places, at most to an end."""
    steps = list(lesson.steps)
    at = next((n for n, each in enumerate(steps) if each.id == step), None)
    if at is None:
        return lesson
    moved = steps.pop(at)
    steps.insert(min(max(at + by, 0), len(steps)), moved)
    return _with(lesson, steps)


def before(lesson: Lesson, step: str) -> str:
    """Give the id of the step before another, "" when it is the first."""
    ids = [each.id for each in lesson.steps]
    at = ids.index(step) if step in ids else 0
    return ids[at - 1] if at else ""


def ask(lesson: Lesson, step: str, question: str) -> Lesson:
    """Give a step without activities a question for the class screen."""
    from milkit.activities.discuss import Discuss

    number = next(n for n in count(1) if lesson.activity(f"{OWN}talk-{n}") is None)
    data = Discuss(id=f"{OWN}talk-{number}", question=question)
    made = Activity(data.id, "discuss", data)
    steps = [
        replace(each, blocks=(*each.blocks, made)) if each.id == step else each
        for each in lesson.steps
    ]
    return _with(lesson, steps)


def unask(lesson: Lesson, step: str) -> Lesson:
    """Take the teacher's own questions out of a step."""
    steps = [
        replace(
            each,
            blocks=tuple(
                block
                for block in each.blocks
                if not (isinstance(block, Activity) and block.id.startswith(OWN))
            ),
        )
        if each.id == step
        else each
        for each in lesson.steps
    ]
    return _with(lesson, steps)


def _free(lesson: Lesson) -> str:
    taken = {each.id for each in lesson.steps}
    return next(f"{OWN}{n}" for n in count(1) if f"{OWN}{n}" not in taken)


def _with(lesson: Lesson, steps: list[Step]) -> Lesson:
    return settled(replace(lesson, steps=tuple(steps)))
