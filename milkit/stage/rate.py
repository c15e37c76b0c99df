"""Rating items on the class screen: one claim at a time, true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import rate
from milkit.stage.view import Console
from milkit.stage.vote import paint_vote, vote_pages

if TYPE_CHECKING:
    from milkit.activities.kind import Question
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def _asked(scene: Scene) -> Question:
    """Give the question of the item that is shown now (not the one about sureness)."""
    item = scene.data.items[scene.item].id
    return next(q for q in rate.questions(scene.data) if q.id == item)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the item that is asked now, with what a check found."""
    item = scene.data.items[scene.item]
    question = _asked(scene)
    paint_vote(
        c, scene, question, claim=item.text, picture=item.picture, found=item.found
    )


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the item needs."""
    item = scene.data.items[scene.item]
    question = _asked(scene)
    small = 2 if item.found else 0
    return vote_pages(
        c, scene, question, claim=item.text, picture=item.picture, small=small
    )


def console(scene: Scene, words: Words) -> Console:
    """Count hands item by item."""
    question = _asked(scene)
    right = next((o.text for o in question.options if o.id == question.answer), "")
    return Console(
        question=question,
        items=len(scene.data.items),
        item_name=words.t("Item"),
        answer=right,
        note=question.why,
    )
