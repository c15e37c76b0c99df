"""A poll on the class screen: a claim or a question, and two to four choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import poll
from milkit.stage.view import Console
from milkit.stage.vote import paint_vote, vote_pages
from milkit.stage.vote_plan import Asked, right

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def _asked(scene: Scene) -> Asked:
    data = scene.data
    question = poll.questions(data)[0]
    return Asked(question, data.claim, who=data.who, picture=data.picture)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the claim, then the choices with their hands once shown."""
    paint_vote(c, scene, _asked(scene))


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens it needs."""
    return vote_pages(c, scene, _asked(scene))


def console(scene: Scene, words: Words) -> Console:
    """Count hands for the one question."""
    question = poll.questions(scene.data)[0]
    return Console(questions=(question,), answer=right(question), note=question.why)
