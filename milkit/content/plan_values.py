"""What a lesson says at each path of a lesson-plan form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from milkit.activities.paper import Sheet
from milkit.content import names
from milkit.content.counting import copies
from milkit.content.heads import PHASES
from milkit.content.lesson import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.content.lesson import Lesson, Step
    from milkit.ground.words import Words

_PATH = re.compile(r"([a-z_.-]+)(?:\[([a-z,]+)\])?")
_PLAN = tuple(Plan.__dataclass_fields__)
_SECTIONS = ("know", "safety", "paper", "take-home", "local")


@dataclass(frozen=True, slots=True)
class ClassInfo:
    """
    What is known of the class and the teacher.

    *steps* are the ids of the steps that are taught (none: the core). *typed* is what
    the teacher typed for rows of the form, *slips* the exit slips not yet, nearly and
    reached of the run the plan is printed for, *ticked* her changes of the choices.
    """

    students: int = 0
    steps: tuple[str, ...] = ()
    typed: dict[str, str] = field(default_factory=dict)
    slips: tuple[int, int, int] | None = None
    ticked: dict[str, bool] = field(default_factory=dict)


def taken(lesson: Lesson, info: ClassInfo) -> tuple[Step, ...]:
    """Give the steps that are taught."""
    return tuple(s for s in lesson.steps if s.id in info.steps) or lesson.core


def steps_at(path: str, lesson: Lesson, info: ClassInfo) -> tuple[Step, ...]:
    """Give the steps that a path like steps[open,new] names."""
    _, wanted = _parsed(path)
    return tuple(s for s in taken(lesson, info) if not wanted or s.phase in wanted)


def _parsed(path: str) -> tuple[str, tuple[str, ...]]:
    match = _PATH.fullmatch(path)
    if match is None:
        return "", ()
    return match[1], tuple(match[2].split(",")) if match[2] else ()


def is_path(path: str, kind: str) -> bool:
    """Tell whether a row of this *kind* may use the *path*."""
    name, inside = _parsed(path)
    if kind == "table":
        return path in {"slip", "choices"}
    if kind == "steps":
        return name == "steps" and set(inside) <= set(PHASES)
    if name == "handouts":
        return set(inside) <= {"always", "paper", "optional"}
    if name.startswith("plan."):
        return name[5:] in _PLAN and not inside
    if name.startswith("section."):
        return name[8:] in _SECTIONS and not inside
    return name in _FIELDS and not inside


def texts_at(path: str, lesson: Lesson, info: ClassInfo, w: Words) -> list[str]:
    """Give what stands at a *path* as plain texts; [] when there is nothing."""
    name, inside = _parsed(path)
    if name == "handouts":
        return _handouts(lesson, inside, info, w)
    if name.startswith("plan."):
        held = getattr(lesson.plan, name[5:])
        return [held] if isinstance(held, str) and held else list(held)
    return [text for text in _FIELDS[name](lesson, info, w) if text]


def _handouts(
    lesson: Lesson, when: tuple[str, ...], info: ClassInfo, w: Words
) -> list[str]:
    found = []
    for handout in lesson.handouts:
        if when and handout.when not in when:
            continue
        sheet = Sheet(handout.id, handout.title, (), handout.per, handout.up)
        if not info.students:
            found.append(handout.title)
            continue
        sheets = w.n("{count} sheet", "{count} sheets", copies(sheet, info.students))
        found.append(w.t("{title}: {sheets}", title=handout.title, sheets=sheets))
    return found


def _ages(lesson: Lesson, w: Words) -> str:
    low, high = (w.number(age) for age in lesson.ages)
    return f"{low}-{high}" if low != high else low


def _groupings(lesson: Lesson, info: ClassInfo, w: Words) -> list[str]:
    return [
        names.grouping(name, w)
        for name in dict.fromkeys(step.grouping for step in taken(lesson, info))
    ]


def _boosters(lesson: Lesson, w: Words) -> list[str]:
    return [
        w.n(
            "{title}: {minutes} minutes, after {count} week",
            "{title}: {minutes} minutes, after {count} weeks",
            booster.week,
            title=booster.title,
            minutes=w.number(booster.minutes),
        )
        for booster in lesson.boosters
    ]


_FIELDS: dict[str, Callable[[Lesson, ClassInfo, Words], list[str]]] = {
    "title": lambda lesson, _info, _w: [lesson.title],
    "summary": lambda lesson, _info, _w: [lesson.summary],
    "topic": lambda lesson, _, w: [names.topic(lesson.topic, w)],
    "band": lambda lesson, _, w: [names.band(lesson.band, w)],
    "ages": lambda lesson, _, w: [_ages(lesson, w)],
    "minutes": lambda lesson, _, w: [w.number(lesson.minutes)],
    "optional_minutes": lambda lesson, _, w: [w.number(lesson.optional_minutes)],
    "unesco": lambda lesson, _, w: [names.module(m, w) for m in lesson.unesco],
    "competencies": lambda lesson, _, w: [
        names.competency(c, w) for c in lesson.competencies
    ],
    "sdg": lambda lesson, _, w: [
        w.t("SDG {number}", number=w.number(n)) for n in lesson.sdg
    ],
    "technique": lambda lesson, _, w: [names.technique(lesson.technique, w)],
    "needs": lambda lesson, _, w: [names.need(n, w) for n in lesson.needs],
    "outcomes": lambda lesson, _info, _w: list(lesson.outcomes),
    "ready": lambda lesson, _info, _w: list(lesson.ready),
    "facts": lambda lesson, _info, _w: [f"{f.text} ({f.source})" for f in lesson.facts],
    "grouping": _groupings,
    "boosters": lambda lesson, _, w: _boosters(lesson, w),
}
