"""A lesson as a plan on one page: what to have ready, and the steps by minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from milkit.activities import printed
from milkit.activities.paper import (
    Bar,
    Bullets,
    Heading,
    Lines,
    Moment,
    Sheet,
    Side,
    Text,
    Timed,
)
from milkit.content import names
from milkit.content.flow import blocks_of
from milkit.content.lesson import Note
from milkit.content.plan_steps import cell
from milkit.content.plan_values import ClassInfo, taken, texts_at
from milkit.content.sheets import note_html

if TYPE_CHECKING:
    from milkit.activities.paper import Block
    from milkit.content.lesson import Lesson, Step
    from milkit.ground.words import Words

ID = "one-page"
LEVELS = (240, 120, 0)  # letters of what to take care of: the rest is in the lesson
_END = re.compile(r"[.!?။។]\s")
NOBODY = ClassInfo()


def plan_page(
    lesson: Lesson, words: Words, info: ClassInfo = NOBODY, level: int = 0
) -> Sheet:
    """
    Give the plan of *lesson* for one page; *words* speak the lesson's language.

    A higher *level*, up to 2, says less, for lessons that do not fit the page else.
    """
    w = words
    ready = [*lesson.ready, *texts_at("handouts[always,paper]", lesson, info, w)]
    left = (
        Heading(w.t("By the end, students can"), 3),
        Bullets(tuple(map(printed.plain, lesson.outcomes))),
    )
    right = (
        Heading(w.t("Have ready"), 3),
        Bullets(tuple(map(printed.plain, ready)), boxes=True),
    )
    header = (w.t("Minutes"), w.t("You"), w.t("Students"))
    moments = tuple(_moment(lesson, s, info, w) for s in taken(lesson, info))
    blocks: tuple[Block, ...] = (
        Text(printed.plain(lesson.summary)),
        Side(left, right, 0.47),
        Timed(header, moments),
        *_care(lesson, LEVELS[level]),
        Heading(w.t("After the lesson: what will you change next time?"), 3),
        Lines(2 - min(level, 1)),
    )
    return Sheet(f"plan-{ID}", lesson.title, blocks)


def _moment(lesson: Lesson, step: Step, info: ClassInfo, w: Words) -> Moment:
    return Moment(
        step.minutes,
        printed.plain(step.title),
        printed.plain(step.lead),
        printed.plain(names.grouping(step.grouping, w)),
        cell(lesson, step, "students", info, w),
    )


def _care(lesson: Lesson, most: int) -> list[Block]:
    """Give what to take care of, and what to do without power, side by side."""
    if not most:
        return []
    bars = [
        (Bar((Heading(title, 3), text)),)
        for name in ("safety", "paper")
        for title, text in _first(lesson, name, most)
    ]
    if len(bars) == 2:  # noqa: PLR2004 - both are there
        return [Side(bars[0], bars[1], 0.5)]
    return [block for bar in bars for block in bar]


def _first(lesson: Lesson, name: str, most: int) -> list[tuple[str, Block]]:
    """Give the title and the first paragraph of a section."""
    section = lesson.section(name)
    if section is None:
        return []
    notes = (note for note in section.blocks if isinstance(note, Note))
    texts = (block for note in notes for block in blocks_of(note_html(note)))
    first = next((text for text in texts if isinstance(text, Text)), None)
    return [(section.title, Text(beginning(first.html, most)))] if first else []


def beginning(html: str, most: int) -> str:
    """Give the first sentences of a text, about *most* letters, and … for the rest."""
    if len(html) <= most * 1.1:
        return html
    ends = [found.end() for found in _END.finditer(html) if found.end() <= most]
    at = max(ends, default=html.rfind(" ", 0, most))
    if at <= 0:
        return html
    cut = html[:at].rstrip()
    return f"{cut}{'</b>' * (cut.count('<b>') - cut.count('</b>'))} …"
