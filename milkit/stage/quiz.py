"""A quiz on the class screen: one question at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import quiz
from milkit.stage.view import Console
from milkit.stage.vote import paint_vote, vote_pages

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the question that is asked now, with its choices."""
    question = quiz.questions(scene.data)[scene.item]
    paint_vote(c, scene, question, claim=question.text, invented=False)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the question needs."""
    return vote_pages(c, scene, quiz.questions(scene.data)[scene.item])


def console(scene: Scene, words: Words) -> Console:
    """Count hands question by question."""
    questions = quiz.questions(scene.data)
    question = questions[scene.item]
    right = next((o.text for o in question.options if o.id == question.answer), "")
    return Console(
        question=question,
        items=len(questions),
        item_name=words.t("Question"),
        answer=right,
        note=question.why,
    )
