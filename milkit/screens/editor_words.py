"""What the editor calls the parts of a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.widgets.lines import plain

if TYPE_CHECKING:
    from milkit.content.lesson import Lesson
    from milkit.ground.words import Words
    from milkit.library.fields import Path

_SHORT = 24  # letters of an old text that stand beside its name


def kind_name(kind: str, w: Words) -> str:
    """Name a kind of activity."""
    names = {
        "poll": w.t("Vote"),
        "rate": w.t("True or not"),
        "sort": w.t("Sorting"),
        "sequence": w.t("Putting in order"),
        "feed": w.t("Feed"),
        "branch": w.t("Story with choices"),
        "discuss": w.t("Talk"),
        "quiz": w.t("Quiz"),
        "trace": w.t("Photo trace"),
        "annotate": w.t("Marking a page"),
        "roleplay": w.t("Role play"),
        "create": w.t("Task"),
    }
    return names.get(kind, kind)


def note_name(label: str, w: Words) -> str:
    """Name a note for the teacher."""
    names = {
        "say": w.t("Say"),
        "do": w.t("Do"),
        "students": w.t("What students do"),
        "likely": w.t("Likely answers"),
        "tip": w.t("Tip"),
        "paper": w.t("No projector"),
        "ahead": w.t("If the class is ahead"),
        "lost": w.t("If the class is lost"),
        "restart": w.t("Say, when you start here on another day"),
        "beat": w.t("Part of the step"),
        "text": w.t("Text"),
    }
    return names.get(label, label)


def list_name(name: str, one: str, w: Words) -> str:
    """Name one part of a list, like Card 3; *one* is its number or letter."""
    names = {
        "options": w.t("Answer {one}", one=one),
        "items": w.t("Item {one}", one=one),
        "bins": w.t("Bin {one}", one=one),
        "cards": w.t("Card {one}", one=one),
        "actions": w.t("Action {one}", one=one),
        "posts": w.t("Post {one}", one=one),
        "nodes": w.t("Scene {one}", one=one),
        "choices": w.t("Choice {one}", one=one),
        "ends": w.t("Ending {one}", one=one),
        "techniques": w.t("Trick {one}", one=one),
        "artefacts": w.t("Copy {one}", one=one),
        "questions": w.t("Question {one}", one=one),
        "targets": w.t("Place to find {one}", one=one),
        "decoys": w.t("Place that is fine {one}", one=one),
        "roles": w.t("Role {one}", one=one),
        "rounds": w.t("Round {one}", one=one),
        "rubric": w.t("To look at {one}", one=one),
    }
    return names.get(name, f"{name} {one}")


def text_name(name: str, w: Words) -> str:
    """Name a text of an activity; "" where the name of its part says it."""
    names = {
        **_asked(w),
        **_shown(w),
        "text": w.t("Text"),
        "title": w.t("Title"),
        "name": w.t("Name"),
        "label": w.t("Name"),
        "hint": w.t("What belongs there"),
        "why": w.t("Why"),
        "unknown": w.t("What this does not show"),
        "key": w.t("Answer, for you"),
        "true": w.t("Answer: it is true"),
        "false": w.t("Answer: it is not true"),
        "how": w.t("How to spot it"),
        "starters": w.t("Beginning of a sentence"),
        "norms": w.t("Rule of the talk"),
        "goal": w.t("Goal"),
        "secret": w.t("Secret, on this card only"),
        "safety_rule": w.t("Rule that keeps everybody safe"),
        "example": w.t("Example"),
        "criterion": w.t("What you look at"),
        "levels": w.t("Level"),
    }
    return names.get(name, name)


def _asked(w: Words) -> dict[str, str]:
    return {
        "prompt": w.t("Question to the class"),
        "question": w.t("Question to the class"),
        "pause": w.t("Question on the pause card"),
        "stem": w.t("Question"),
        "prompts": w.t("Question"),
        "debrief": w.t("Question to talk about after"),
        "brief": w.t("The task"),
        "task": w.t("What the players do"),
    }


def _shown(w: Words) -> dict[str, str]:
    return {
        "claim": w.t("Claim"),
        "who": w.t("Who says it"),
        "when": w.t("When"),
        "found": w.t("What a check found"),
        "place": w.t("Place"),
        "caption": w.t("Words under the picture"),
        "span": w.t("Words in the page"),
        "scene": w.t("The scene"),
    }


def step_text_name(name: str, w: Words) -> str:
    """Name a field of a step or of the lesson itself."""
    names = {
        "title": w.t("Title"),
        "summary": w.t("In one sentence"),
        "minutes": w.t("Minutes"),
        "grouping": w.t("Students work"),
        "lead": w.t("The step in one line"),
    }
    return names.get(name, name)


def groupings(w: Words) -> list[tuple[str, str]]:
    """List how students can work."""
    return [
        ("class", w.t("Whole class")),
        ("pairs", w.t("In pairs")),
        ("fours", w.t("In groups of 4")),
        ("alone", w.t("Alone")),
    ]


def said_of(path: Path, w: Words) -> str:
    """Name any field by its path, for the list of what was changed."""
    if path[2:3] == ("notes",):
        label = str(path[3]).rsplit("-", 1)[0]
        if label == "beat" and path[-1] == "minutes":
            return step_text_name("minutes", w)
        return note_name(label, w)
    if path[2:3] == ("activities",):
        names = [part for part in path[4:] if isinstance(part, str)]
        known = [n for n in names if text_name(n, w) != n]
        return text_name(known[-1], w) if known else text_name(names[0], w)
    if path == ("title",):
        return w.t("Title of the lesson")
    return step_text_name(str(path[-1]), w)


def was_said(path: Path, old: str | int | None, w: Words) -> str:
    """Say what a field was: short texts in full, others in a word."""
    if path[-1] == "grouping":
        old = dict(groupings(w)).get(str(old), "")
    elif isinstance(old, int):
        old = w.number(old)
    if old and len(str(old)) <= _SHORT and "\n" not in str(old):
        return w.t("was {before}", before=plain(str(old)))
    return w.t("changed by you")


def step_number(lesson: Lesson, step: str, w: Words) -> str:
    """Say which step it is, "" when it is none."""
    ids = [each.id for each in lesson.steps]
    if step not in ids:
        return ""
    return w.t("step {number}", number=w.number(ids.index(step) + 1))
