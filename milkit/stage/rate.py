"""Rating items on the class screen: one claim at a time, true or false."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from milkit.activities import rate
from milkit.activities.kind import Option, Question
from milkit.stage.view import Console, pick, within
from milkit.stage.vote import paint_vote, vote_pages
from milkit.stage.vote_plan import Asked, right

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def _asked(scene: Scene) -> Asked | None:
    """Give the item of now, with the question that is asked about all items."""
    item = pick(scene.data.items, scene.item)
    if item is None:
        return None
    asked = next(q for q in rate.questions(scene.data) if q.id == item.id)
    if scene.data.prompt:
        asked = replace(asked, text=scene.data.prompt)
    return Asked(asked, item.text, found=item.found, picture=item.picture)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the item that is asked now, with what a check found."""
    asked = _asked(scene)
    if asked is not None:
        paint_vote(c, scene, asked)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the item needs."""
    asked = _asked(scene)
    return vote_pages(c, scene, asked) if asked is not None else 1


def console(scene: Scene, words: Words) -> Console:
    """Count hands item by item; with `ask_sure` also who is sure."""
    asked = _asked(scene)
    if asked is None:
        return Console()
    questions: tuple[Question, ...] = (asked.question,)
    if scene.data.ask_sure:
        questions = (*questions, _sure(asked.question.id, words))
    return Console(
        questions=questions,
        items=len(scene.data.items),
        at=within(scene.item, len(scene.data.items)),
        item_name=words.t("Item"),
        answer=right(asked.question),
        note=asked.question.why,
    )


def _sure(item: str, words: Words) -> Question:
    options = (Option("sure", words.t("Sure")), Option("not-sure", words.t("Not sure")))
    return Question(f"{item}-sure", words.t("Who is sure?"), options)
