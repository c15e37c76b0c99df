"""A claim above, choices below: how poll, rate and quiz look to the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import answer
from milkit.stage.canvas import READ
from milkit.stage.choice import draw_choices
from milkit.stage.choices import arrange
from milkit.stage.fitting import write
from milkit.stage.look import INK2
from milkit.stage.parts import badge_of_votes, page_note, picture, stitched
from milkit.stage.vote_plan import plan

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas
    from milkit.stage.vote_plan import Asked, Plan
    from milkit.teaching.scene import Scene


def paint_vote(c: Canvas, scene: Scene, asked: Asked, *, after: int = 0) -> None:
    """
    Draw one question with its choices; the answer and why once they are shown.

    *after* is how many screens came before those of the vote.
    """
    if scene.answer_shown and asked.has_answer:
        answer.paint(c, scene, asked)
        return
    made = plan(c, scene, asked)
    texts = _text_screens(scene, made)
    count = _screens(c, scene, asked, made)
    page = scene.page % count
    if made.low.isEmpty() and page >= texts:
        _alone(c, scene, asked, page - texts)
        page_note(c, page + after, count + after)
        return
    _above(c, scene, asked, made, page)
    page_note(c, page + after, count + after)
    if made.low.isEmpty():
        return
    if not made.prompt.isEmpty():
        c.text(asked.prompt, made.prompt, READ, bold=True)
    draw_choices(c, scene, asked.question, made.low)


def _above(c: Canvas, scene: Scene, asked: Asked, made: Plan, page: int) -> None:
    """Draw the claim in its frame, or the question, with picture and small lines."""
    if asked.claim:
        stitched(c, made.top, badge=badge_of_votes(c, scene))
    if not made.image.isEmpty():
        picture(c, asked.picture, made.image)
    used = write(c, made.text, page, made.words)
    top = made.words.top() + min(used + c.px(0.8), made.words.height())
    below = QRectF(made.words.left(), top, made.words.width(), c.px(100))
    for line in made.small:
        below.setTop(below.top() + c.text(line.text, below, line.share, colour=INK2))


def _text_screens(scene: Scene, made: Plan) -> int:
    """Count the screens of the text; a split one gives way once counts are shown."""
    if made.low.isEmpty() and scene.counts_shown:
        return 0
    return max(1, len(made.text.screens))


def _screens(c: Canvas, scene: Scene, asked: Asked, made: Plan) -> int:
    alone = len(_parts(c, scene, asked)) if made.low.isEmpty() else 0
    return _text_screens(scene, made) + alone


def _parts(c: Canvas, scene: Scene, asked: Asked) -> list[slice]:
    """Share out choices that need a screen of their own, or several."""
    body = c.body()
    head = c.high(asked.prompt, READ, body.width(), bold=True)
    laid = arrange(c, scene, asked.question.options, body.width())
    room = body.height() - head - c.px(2)
    parts: list[slice] = []
    first, used = 0, 0.0
    for i, row in enumerate(laid.rows):
        if used and used + row > room:
            parts.append(slice(first * laid.columns, i * laid.columns))
            first, used = i, 0.0
        used += row + laid.gap
    return [*parts, slice(first * laid.columns, None)]


def _alone(c: Canvas, scene: Scene, asked: Asked, part: int) -> None:
    """Draw the choices on a screen of their own."""
    body = c.body()
    used = c.text(asked.prompt, body, READ, bold=True) if asked.prompt else 0
    low = body.adjusted(0, used + c.px(2 if used else 0), 0, 0)
    only = _parts(c, scene, asked)[part]
    laid = arrange(c, scene, asked.question.options[only], low.width())
    low.setHeight(min(low.height(), laid.least * 1.5))
    draw_choices(c, scene, asked.question, low, only)


def vote_pages(c: Canvas, scene: Scene, asked: Asked) -> int:
    """Say how many screens it needs."""
    if scene.answer_shown and asked.has_answer:
        return answer.pages(c, scene, asked)
    return _screens(c, scene, asked, plan(c, scene, asked))
