"""A whole lesson on paper for the teacher: every word to say, with no screen at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import printed
from milkit.activities.paper import Bullets, Heading, Sheet, Text
from milkit.activities.table import KINDS
from milkit.content import names
from milkit.content.flow import blocks_of
from milkit.content.lesson import Activity, Note
from milkit.content.sheets import described, note_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.activities.paper import Block
    from milkit.content.lesson import Booster, Lesson, Step
    from milkit.ground.words import Words

ID = "whole"
_SECTIONS = ("know", "safety", "paper")


def whole(lesson: Lesson, words: Words, steps: Sequence[str] = ()) -> Sheet:
    """
    Give *lesson* as it is read and taught from paper; *words* speak its language.

    *steps* are the ids of the steps that are taught; () = all of them.
    """
    w = words
    blocks: list[Block] = [Text(printed.plain(lesson.summary))]
    blocks += [Heading(w.t("By the end, students can"), 3)]
    blocks += [Bullets(tuple(map(printed.plain, lesson.outcomes)))]
    for name in _SECTIONS:
        blocks += _section(lesson, name)
    for step in lesson.steps:
        if not steps or step.id in steps:
            blocks += _step(step, w)
    blocks += _section(lesson, "take-home")
    for booster in lesson.boosters:
        blocks += _booster(booster, w)
    return Sheet(
        f"plan-{ID}",
        lesson.title,
        described(blocks, lesson, w),
        teacher_only=True,
    )


def _section(lesson: Lesson, name: str) -> list[Block]:
    section = lesson.section(name)
    if section is None:
        return []
    inside = [
        block
        for note in section.blocks
        if isinstance(note, Note)
        for block in blocks_of(note_html(note))
    ]
    return [Heading(section.title, 2), *inside]


def _step(step: Step, w: Words) -> list[Block]:
    minutes = w.n("{count} minute", "{count} minutes", step.minutes)
    facts = " · ".join((minutes, names.grouping(step.grouping, w)))
    return [
        Heading(step.title, 2),
        Text(printed.bold(facts), small=True),
        *(block for one in step.blocks for block in _part(one, w)),
    ]


def _booster(booster: Booster, w: Words) -> list[Block]:
    minutes = w.n("{count} minute", "{count} minutes", booster.minutes)
    return [
        Heading(booster.title, 2),
        Text(printed.bold(minutes), small=True),
        *(block for one in booster.blocks for block in _part(one, w)),
    ]


def _part(block: object, w: Words) -> list[Block]:
    """Give a note with its word before it, or an activity as the class answers it."""
    if isinstance(block, Activity):
        return list(KINDS[block.kind].paper(block.data, "key", w))
    if not isinstance(block, Note):
        return []
    if block.label == "beat":
        return [Heading(block.text, 3)]
    if block.answers:
        return [Text(printed.bold(_label("likely", w))), _answers(block, w)]
    made = list(blocks_of(note_html(block)))
    label = _label(block.label, w)
    if label and made and isinstance(made[0], Text):
        first = Text(f"{printed.bold(label)} {made[0].html}", made[0].study)
        return [first, *made[1:]]
    return made


def _answers(note: Note, w: Words) -> Bullets:
    marks = {"+": w.t("Right"), "~": w.t("Half right"), "-": w.t("Not yet")}
    return Bullets(
        tuple(
            f"{printed.bold(marks.get(a.mark, ''))} {printed.quoted(a.said, w)} → "
            f"{printed.plain(a.reply)}"
            for a in note.answers
        )
    )


def _label(label: str, w: Words) -> str:
    return {
        "say": w.t("Say"),
        "restart": w.t("Say, when you start here on another day"),
        "do": w.t("Do"),
        "students": w.t("Students"),
        "likely": w.t("Likely answers"),
        "tip": w.t("Tip"),
        "paper": w.t("No projector"),
        "ahead": w.t("If the class is ahead"),
        "lost": w.t("If the class is lost"),
    }.get(label, "")
