"""Rating items on the class screen: one claim at a time, true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import rate
from milkit.stage.view import Console
from milkit.stage.vote import paint_vote, vote_pages

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the item that is asked now, with what a check found."""
    item = scene.data.items[scene.item]
    question = rate.questions(scene.data)[scene.item]
    paint_vote(c, scene, question, claim=item.text, found=item.found)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the item needs."""
    item = scene.data.items[scene.item]
    return vote_pages(c, item.text, "", small=2 if item.found else 0)


def console(scene: Scene, words: Words) -> Console:
    """Count hands item by item."""
    question = rate.questions(scene.data)[scene.item]
    right = next((o.text for o in question.options if o.id == question.answer), "")
    return Console(
        question=question,
        items=len(scene.data.items),
        item_name=words.t("Item"),
        answer=right,
        note=question.why,
    )
