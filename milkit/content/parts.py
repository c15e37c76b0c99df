"""See that all the parts are there that every lesson has, and what they print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities.shape import slots_of
from milkit.activities.table import KINDS
from milkit.content.lesson import Activity, Local, Paper, Plan

if TYPE_CHECKING:
    from milkit.content.draft import Draft
    from milkit.content.lesson import Handout

SECTIONS = {
    "know": "what a teacher must know first",
    "safety": "what may hurt, and what to do then",
    "paper": "the whole lesson with no projector and no power",
    "take-home": "the talk to take home",
    "local": "the form for the teacher's own example",
    "key": "the answer key",
}
BOOSTERS = (1, 4)


def look(draft: Draft) -> None:
    """Look for the sections, the plan, the exit slip, the handouts and the key."""
    _sections(draft)
    _boosters(draft)
    _plan(draft)
    _slip(draft)
    _local(draft)
    _key(draft)
    for handout in draft.handouts:
        _handout(draft, handout)
    if not draft.handouts:
        draft.add(
            _end(draft),
            "there is no handout",
            "add a section like ## Exit slip {#handout-slip per=1 when=always up=4}",
        )


def _end(draft: Draft) -> int:
    return draft.outline.parts[-1].line if draft.outline.parts else 1


def _sections(draft: Draft) -> None:
    have = {section.id for section in draft.sections}
    for name, what in SECTIONS.items():
        if name not in have:
            draft.add(
                _end(draft),
                f"the section #{name} is missing",
                f"add ## … {{#{name}}}: {what}",
            )
    for section in draft.sections:
        if section.id and section.id not in SECTIONS:
            draft.add(
                section.line,
                f"the section #{section.id} is not known",
                "give it minutes=… to make it a step, or write one of: "
                + ", ".join(SECTIONS),
            )
        if not section.blocks:
            draft.add(section.line, f"the section #{section.id} is empty", "write it")


def _boosters(draft: Draft) -> None:
    for week in BOOSTERS:
        if f"booster-{week}" not in draft.ids:
            draft.add(
                _end(draft),
                f"the section #booster-{week} is missing",
                f"add ## … {{#booster-{week} minutes=5 booster={week}}} with a quiz",
            )
    for booster in draft.boosters:
        if booster.id != f"booster-{booster.week}" or booster.week not in BOOSTERS:
            draft.add(
                booster.line,
                f"booster={booster.week} stands at #{booster.id}",
                "write #booster-1 … booster=1 or #booster-4 … booster=4",
            )
        quizzes = [
            b for b in booster.blocks if isinstance(b, Activity) and b.kind == "quiz"
        ]
        if len(quizzes) != 1 and not draft.broken:
            draft.add(
                booster.line, f"the booster has {len(quizzes)} quizzes", "give it one"
            )
        for quiz in quizzes:
            if quiz.data.booster_week != booster.week:
                draft.add(
                    quiz.line,
                    f"booster_week is {quiz.data.booster_week}"
                    f" in the booster of week {booster.week}",
                    f"write booster_week = {booster.week}",
                )


def _plan(draft: Draft) -> None:
    if draft.front is None:
        return
    for slot in slots_of(Plan):
        if not getattr(draft.front.plan, slot.name):
            draft.add(
                draft.front_line("plan"),
                f"`{slot.key}` is missing under [plan]",
                f"write it: {slot.says.text}",
            )


def _slip(draft: Draft) -> None:
    slips = [
        a for a in draft.activities if a.kind == "create" and a.data.product == "slip"
    ]
    if len(slips) != 1 and not draft.broken:
        draft.add(
            _end(draft),
            f"the lesson has {len(slips)} exit slips",
            'give it one create with product = "slip"',
        )


def _local(draft: Draft) -> None:
    section = next((s for s in draft.sections if s.id == "local"), None)
    if (
        section
        and not any(isinstance(b, Local) for b in section.blocks)
        and not draft.broken
    ):
        draft.add(
            section.line, "the section #local has no form", "add a block ```local id=…"
        )


def _key(draft: Draft) -> None:
    section = next((s for s in draft.sections if s.id == "key"), None)
    if section is None:
        return
    papers = [b for b in section.blocks if isinstance(b, Paper)]
    keys = [p for p in papers if p.part == "key"]
    if not keys:
        draft.add(
            section.line,
            "the answer key prints no answers",
            'add a block ```paper with use = […] and part = "key"',
        )
        return
    used = {name for paper in keys for name in paper.use}
    for activity in draft.activities:
        if KINDS[activity.kind].keyed(activity.data) and activity.id not in used:
            draft.add(
                keys[0].line,
                f"the answers of “{activity.id}” are not on the key",
                "add its id to `use`",
            )


def _handout(draft: Draft, handout: Handout) -> None:
    if handout.up not in {1, 2, 4, 6, 8}:
        draft.add(
            handout.line,
            f"{handout.up} on a page cannot be cut well",
            "write up=1, 2, 4, 6 or 8",
        )
    if not handout.blocks:
        draft.add(
            handout.line,
            f"the handout “{handout.title}” is empty",
            "write what it prints",
        )
    for block in handout.blocks:
        if isinstance(block, Paper) and block.part == "key":
            draft.add(
                block.line,
                "a handout prints answers that students would see",
                "print them in the section #key only",
            )
