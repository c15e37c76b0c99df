"""The steps of a lesson in a lesson plan: as a table, one block a step, or as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import printed
from milkit.activities.paper import Heading, Table, Text
from milkit.content import names
from milkit.content.flow import blocks_of
from milkit.content.plan_values import taken
from milkit.content.sheets import note_html

if TYPE_CHECKING:
    from milkit.activities.paper import Block
    from milkit.content.lesson import Lesson, Note, Step
    from milkit.content.plan_values import ClassInfo
    from milkit.ground.words import Words

NARROW = {"number": 0.07, "minutes": 0.12, "grouping": 0.14}
TITLED = {"you", "students", "product"}
_DURING = ("practise", "apply", "new")


def table(
    lesson: Lesson,
    steps: list[Step],
    headings: dict[str, str],
    info: ClassInfo,
    w: Words,
) -> list[Block]:
    """Give one line a step; the narrow columns are narrow, others share the rest."""
    columns = list(headings)
    rest = 1 - sum(NARROW.get(c, 0.0) for c in columns)
    wide = rest / max(1, sum(c not in NARROW for c in columns))
    rows = tuple(tuple(cell(lesson, s, c, info, w) for c in columns) for s in steps)
    header = tuple(map(printed.plain, headings.values()))
    return [Table(header, rows, tuple(NARROW.get(c, wide) for c in columns))]


def labelled(
    lesson: Lesson,
    steps: list[Step],
    headings: dict[str, str],
    info: ClassInfo,
    w: Words,
) -> list[Block]:
    """Give one block a step: its title with minutes, then a line for each column."""
    blocks: list[Block] = []
    for step in steps:
        minutes = w.n("{count} minute", "{count} minutes", step.minutes)
        blocks.append(
            Heading(w.t("{title} ({minutes})", title=step.title, minutes=minutes), 3)
        )
        for column, heading in headings.items():
            text = cell(lesson, step, column, info, w)
            if text and column not in {"title", "minutes", "number"}:
                blocks.append(Text(f"{printed.bold(heading)}: {text}"))
    return blocks


def merged(
    lesson: Lesson,
    steps: list[Step],
    headings: dict[str, str],
    info: ClassInfo,
    w: Words,
) -> list[Block]:
    """Give one block for all steps: each column once, with a paragraph a step."""
    blocks: list[Block] = []
    for column, heading in headings.items():
        if column == "minutes":
            texts = [w.number(sum(step.minutes for step in steps))]
        else:
            texts = [
                _titled(lesson, s, column, info, w, many=len(steps) > 1) for s in steps
            ]
        texts = list(dict.fromkeys(text for text in texts if text))
        if texts:
            blocks.append(Text(f"{printed.bold(heading)}: {'<br>'.join(texts)}"))
    return blocks


def _titled(
    lesson: Lesson, step: Step, column: str, info: ClassInfo, w: Words, *, many: bool
) -> str:
    text = cell(lesson, step, column, info, w)
    if many and text and column in TITLED:
        return f"{printed.bold(step.title)}: {text}"
    return text


def cell(lesson: Lesson, step: Step, column: str, info: ClassInfo, w: Words) -> str:
    """Give what a *column* says of a *step*, as HTML with b and br only."""
    if column in {"students", "product", "paper"}:
        label = "paper" if column == "paper" else "students"
        return "<br>".join(_noted(note) for note in step.notes(label))
    if column == "objective":
        known = [
            lesson.outcomes[n - 1]
            for n in step.outcomes
            if 0 < n <= len(lesson.outcomes)
        ]
        return "<br>".join(map(printed.plain, known))
    texts = {
        "number": w.number(taken(lesson, info).index(step) + 1),
        "minutes": w.number(step.minutes),
        "title": step.title,
        "you": step.lead,
        "grouping": names.grouping(step.grouping, w),
        "assessment": _assessment(lesson, step, info),
    }
    return printed.plain(texts.get(column, ""))


def _noted(note: Note) -> str:
    """Give a note as the little HTML that cells may hold."""
    held = blocks_of(note_html(note))
    said = "<br>".join(block.html for block in held if isinstance(block, Text))
    return said[:1].upper() + said[1:]  # its label was the beginning of the sentence


def _assessment(lesson: Lesson, step: Step, info: ClassInfo) -> str:
    """Say what is checked, in the first step of the phase that it belongs to."""
    firsts: dict[str, Step] = {}
    for one in taken(lesson, info):
        firsts.setdefault(one.phase, one)
    during = next((firsts[phase] for phase in _DURING if phase in firsts), None)
    if step is firsts.get("open"):
        return lesson.plan.assess_before
    if step is during:
        return lesson.plan.assess_during
    return lesson.plan.assess_after if step is firsts.get("close") else ""
