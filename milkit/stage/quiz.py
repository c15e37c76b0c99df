"""A quiz on the class screen: one question at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from milkit.activities import quiz
from milkit.stage.view import Console, pick, within
from milkit.stage.vote import paint_vote, vote_pages
from milkit.stage.vote_plan import Asked, right

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def _asked(scene: Scene) -> Asked | None:
    """Give the question of now; its messages are invented, so it stands in a frame."""
    question = pick(quiz.questions(scene.data), scene.item)
    if question is None:
        return None
    return Asked(replace(question, text=""), question.text, quote=False)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the question that is asked now, with its choices."""
    asked = _asked(scene)
    if asked is not None:
        paint_vote(c, scene, asked)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the question needs."""
    asked = _asked(scene)
    return vote_pages(c, scene, asked) if asked is not None else 1


def console(scene: Scene, words: Words) -> Console:
    """Count hands question by question."""
    questions = quiz.questions(scene.data)
    question = pick(questions, scene.item)
    if question is None:
        return Console()
    return Console(
        questions=(question,),
        items=len(questions),
        at=within(scene.item, len(questions)),
        item_name=words.t("Question"),
        answer=right(question),
        note=question.why,
    )
