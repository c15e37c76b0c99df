"""A poll on the class screen: a claim or a question, and two to four choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import poll
from milkit.stage.view import Console
from milkit.stage.vote import paint_vote, vote_pages

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the claim, then the choices with their hands once shown."""
    data = scene.data
    question = poll.questions(data)[0]
    paint_vote(c, scene, question, claim=data.claim, who=data.who, picture=data.picture)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the claim needs."""
    data = scene.data
    return vote_pages(
        c,
        scene,
        poll.questions(data)[0],
        claim=data.claim,
        picture=data.picture,
        small=1 if data.who else 0,
    )


def console(scene: Scene, words: Words) -> Console:
    """Count hands for the one question."""
    question = poll.questions(scene.data)[0]
    right = next((o.text for o in question.options if o.id == question.answer), "")
    return Console(question=question, answer=right, note=question.why)
