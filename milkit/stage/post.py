"""One invented post on the class screen, and what the class would do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from milkit.activities.kind import Option, Question
from milkit.stage import card
from milkit.stage import look as dyes
from milkit.stage.actions import actions_high, draw_actions
from milkit.stage.canvas import READ, TOLD
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.marks import draw_sign
from milkit.stage.parts import has_picture, inside, page_tag, picture, stitched

if TYPE_CHECKING:
    from milkit.activities.feed import Feed, Post
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

DISC = 9.0
PROMPT = READ + 1.0
NAME = TOLD + 0.8


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the post's parts, the question and the actions (or the answer) go."""

    frame: QRectF
    head: QRectF
    words: QRectF
    image: QRectF
    text: Fitted
    prompt: QRectF
    low: QRectF


def asked(data: Feed, post: Post) -> Question:
    """Give the question of one post, which is what to do with it."""
    options = tuple(Option(a.id, a.text) for a in data.actions)
    best = post.best[0] if post.best else ""
    return Question(post.id, post.text, options, best, post.why, also=post.best[1:])


def _plan(c: Canvas, scene: Scene, post: Post) -> Plan:
    """Put the actions beside the post; under it where the window is narrow."""
    body = c.framed()
    if c.narrow:
        prompt = c.high(scene.data.prompt, PROMPT, body.width(), bold=True)
        need = actions_high(c, scene, body.width(), columns=2)
        if scene.answer_shown:
            need = max(need, _card_high(c, scene, post, body.width()))
        high = min(prompt + c.px(1.4) + need, body.height() * 0.62)
        low = QRectF(body.left(), body.bottom() - high, body.width(), high)
        frame = QRectF(body)
        frame.setBottom(low.top() - c.px(2))
    else:
        frame = QRectF(body.left(), body.top(), body.width() * 0.51, body.height())
        low = QRectF(c.body())
        low.setLeft(frame.right() + c.px(4))
    ask = QRectF(low)
    ask.setHeight(c.high(scene.data.prompt, PROMPT, low.width(), bold=True))
    low.setTop(ask.bottom() + c.px(1.2))
    return _post_rooms(c, post, frame, ask, low)


def _card_high(c: Canvas, scene: Scene, post: Post, width: float) -> float:
    title, why = _answer(c, scene, post)
    return card.least_high(c, width, title, why)


def _post_rooms(c: Canvas, post: Post, frame: QRectF, ask: QRectF, low: QRectF) -> Plan:
    room = inside(c, frame).adjusted(-c.px(1.2), 0, 0, 0)
    beside = room.width() - c.px(DISC + 2)
    named = c.high(post.who, NAME, beside, bold=True) + c.high(post.when, TOLD, beside)
    head = QRectF(room.left(), room.top(), room.width(), max(named, c.px(DISC)))
    words = room.adjusted(0, head.height() + c.px(0.8), 0, 0)
    image = QRectF()
    if has_picture(c, post.picture):
        words, image = _with_picture(c, post, words)
    text = fit(c, post.text, words.width(), words.height(), serif=True)
    return Plan(frame, head, words, image, text, ask, low)


def _with_picture(c: Canvas, post: Post, room: QRectF) -> tuple[QRectF, QRectF]:
    """Put the picture under the words, or beside them where that leaves more room."""
    lines = c.step(READ) * len(
        c.lines(post.text, READ, room.width(), bold=True, serif=True)
    )
    left = room.height() - lines - c.px(1.4)
    if left > c.px(18) and not c.narrow:
        words = QRectF(room.left(), room.top(), room.width(), lines + 1)
        return words, room.adjusted(0, lines + c.px(1.4), 0, 0)
    side = room.width() * 0.34
    image = QRectF(room.right() - side, room.top(), side, room.height())
    return room.adjusted(0, 0, -side - c.px(2), 0), image


def paint_post(c: Canvas, scene: Scene, number: int) -> None:
    """Draw the post in its frame, the question, and the actions or the answer."""
    post: Post = scene.data.posts[number]
    made = _plan(c, scene, post)
    w = c.stage.words
    n = w.t("{n} of {all}", n=w.number(number + 1), all=w.number(len(scene.data.posts)))
    stitched(c, made.frame, label=w.t("Made-up post"), badge=n)
    _head(c, made.head, post)
    write(c, made.text, scene.page, made.words, high=0.0 if made.image else 0.3)
    if not made.image.isEmpty():
        picture(c, post.picture, made.image)
    page_tag(c, scene.page, len(made.text.screens), made.frame)
    c.text(scene.data.prompt, made.prompt, PROMPT, bold=True)
    if scene.answer_shown:
        title, why = _answer(c, scene, post)
        card.draw(c, made.low, title, why, scene.page)
    else:
        draw_actions(c, scene, made.low, post.id, columns=2 if c.narrow else 1)


def _head(c: Canvas, at: QRectF, post: Post) -> None:
    """Draw who posts, and when, beside a disc with the first letter."""
    size = c.px(DISC)
    disc = QRectF(at.left(), at.top() + c.px(0.4), size, size)
    c.p.setPen(Qt.PenStyle.NoPen)
    c.p.setBrush(QColor(dyes.TEAL))
    c.p.drawEllipse(disc)
    draw_sign(c, disc, post.who[:1], 0.5)
    beside = QRectF(QPointF(disc.right() + c.px(2), at.top()), at.bottomRight())
    used = c.text(post.who, beside, NAME, bold=True)
    c.text(post.when, beside.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)


def _answer(c: Canvas, scene: Scene, post: Post) -> tuple[str, str]:
    best = [a.text for a in scene.data.actions if a.id in post.best]
    title = c.stage.words.t("A good choice: {what}", what=", ".join(best))
    return title, "\n".join(line for line in (post.why, post.found) if line)


def post_pages(c: Canvas, scene: Scene, number: int) -> int:
    """Say how many screens the post, or the reason of its answer, needs."""
    post: Post = scene.data.posts[number]
    made = _plan(c, scene, post)
    count = len(made.text.screens)
    if scene.answer_shown:
        count = max(count, card.pages(c, made.low, *_answer(c, scene, post)))
    return count
