"""A post with what the class would do: on one screen, or one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.activities.kind import Option, Question
from milkit.stage import card
from milkit.stage.actions import actions_high, draw_actions
from milkit.stage.canvas import READ, TOLD
from milkit.stage.parts import page_note
from milkit.stage.post import Framed, draw_framed, framed

if TYPE_CHECKING:
    from milkit.activities.feed import Feed, Post
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

PROMPT = READ + 1.0
POST = 0.51  # of the width
GAP = 2.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where it all goes; *apart* = the post, then the actions, on their own screens."""

    post: Framed
    prompt: QRectF
    low: QRectF
    columns: int
    apart: bool


def asked(data: Feed, post: Post) -> Question:
    """Give the question of one post, which is what to do with it."""
    options = tuple(Option(a.id, a.text) for a in data.actions)
    best = post.best[0] if post.best else ""
    return Question(post.id, post.text, options, best, post.why, also=post.best[1:])


def _plan(c: Canvas, scene: Scene, post: Post) -> Plan:
    """Put the actions beside the post, under it in a narrow window, or after it."""
    made = _stacked(c, scene, post) if c.narrow else _beside(c, scene, post)
    need = _need(c, scene, post, made.low.width(), made.columns)
    whole = made.post.text.whole and made.post.roomy
    return made if whole and made.low.height() >= need - 1 else _apart(c, scene, post)


def _need(c: Canvas, scene: Scene, post: Post, width: float, columns: int) -> float:
    """Give the height that the actions, or the answer, need at least."""
    if scene.answer_shown:
        return card.least_high(c, width, *_answer(c, scene, post), TOLD)
    return actions_high(c, scene, width, columns=columns)


def _below(c: Canvas, scene: Scene, low: QRectF) -> tuple[QRectF, QRectF]:
    """Split a room into one for the question and one for the actions."""
    ask = QRectF(low)
    ask.setHeight(c.high(scene.data.prompt, PROMPT, low.width(), bold=True))
    return ask, low.adjusted(0, ask.height() + c.px(1.2), 0, 0)


def _beside(c: Canvas, scene: Scene, post: Post) -> Plan:
    body = c.framed()
    frame = QRectF(body.left(), body.top(), body.width() * POST, body.height())
    low = c.body()
    low.setLeft(frame.right() + c.px(4))
    ask, low = _below(c, scene, low)
    return Plan(framed(c, post, frame), ask, low, 1, apart=False)


def _stacked(c: Canvas, scene: Scene, post: Post) -> Plan:
    body = c.framed()
    prompt = c.high(scene.data.prompt, PROMPT, body.width(), bold=True)
    need = _need(c, scene, post, body.width(), 2)
    high = prompt + c.px(1.2) + need
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    frame = QRectF(body)
    frame.setBottom(low.top() - c.px(GAP))
    ask, low = _below(c, scene, low)
    return Plan(framed(c, post, frame), ask, low, 2, apart=False)


def _apart(c: Canvas, scene: Scene, post: Post) -> Plan:
    ask, low = _below(c, scene, c.body())
    return Plan(framed(c, post, c.framed()), ask, low, 2 if c.narrow else 1, apart=True)


def _counts(c: Canvas, scene: Scene, post: Post, made: Plan) -> tuple[int, int]:
    """Count the screens of the post for itself, and those of the rest."""
    own = max(1, len(made.post.text.screens))
    after = 1
    if scene.answer_shown:
        after = card.pages(c, made.low, *_answer(c, scene, post))
    if not made.apart:
        return 0, max(own, after)
    shown = scene.counts_shown or scene.answer_shown  # the post was read before
    return (0 if shown else own), after


def paint_post(c: Canvas, scene: Scene, number: int) -> None:
    """Draw one screen of a post, the question, and the actions or the answer."""
    post: Post = scene.data.posts[number]
    made = _plan(c, scene, post)
    own, after = _counts(c, scene, post, made)
    page = scene.page % (own + after)
    if not made.apart or page < own:
        w = c.stage.words
        of = w.number(len(scene.data.posts))
        badge = w.t("{n} of {all}", n=w.number(number + 1), all=of)
        draw_framed(c, post, made.post, page, badge)
    if page >= own:
        c.text(scene.data.prompt, made.prompt, PROMPT, bold=True)
        if scene.answer_shown:
            card.draw(c, made.low, *_answer(c, scene, post), page - own)
        else:
            draw_actions(c, scene, made.low, post.id, columns=made.columns)
    page_note(c, page, own + after)


def _answer(c: Canvas, scene: Scene, post: Post) -> tuple[str, str]:
    """Give the good choices, and why, with what a check found."""
    best = [a.text for a in scene.data.actions if a.id in post.best]
    title = c.stage.words.t("A good choice: {what}", what=", ".join(best))
    return title, "\n".join(line for line in (post.why, post.found) if line)


def post_pages(c: Canvas, scene: Scene, number: int) -> int:
    """Say how many screens a post needs."""
    post: Post = scene.data.posts[number]
    return sum(_counts(c, scene, post, _plan(c, scene, post)))
