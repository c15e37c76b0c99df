"""The answer of a vote: the claim again, the reason, and the choices in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import card
from milkit.stage.canvas import READ
from milkit.stage.choice import draw_choices
from milkit.stage.choices import arrange
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.parts import badge_of_votes, inside, picture, stitched
from milkit.stage.vote_plan import GAP, room_for

if TYPE_CHECKING:
    from milkit.activities.kind import Question
    from milkit.stage.canvas import Canvas
    from milkit.stage.vote_plan import Asked
    from milkit.teaching.scene import Scene

SHARE = 0.24  # of the frame for the picture: it was seen before
MOST = 0.5  # of the height for the choices


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the claim (empty where it has no room), the card and the choices go."""

    frame: QRectF
    image: QRectF
    words: QRectF
    text: Fitted
    card: QRectF
    low: QRectF


def right(question: Question) -> str:
    """Give the words of the right answer."""
    return next((o.text for o in question.options if o.id == question.answer), "")


def _plan(c: Canvas, scene: Scene, asked: Asked) -> Plan:
    body = c.framed() if asked.claim else c.body()
    laid = arrange(c, scene, asked.question.options, body.width())
    high = min(laid.least, body.height() * MOST)
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    rest = QRectF(body)
    rest.setBottom(low.top() - c.px(GAP))
    need = card.least_high(c, rest.width(), right(asked.question), asked.question.why)
    at = QRectF(rest.left(), rest.bottom() - need, rest.width(), need)
    frame = QRectF(rest)
    frame.setBottom(at.top() - c.px(2))
    room = inside(c, frame) if asked.claim else QRectF(frame)
    image, words = room_for(c, room, asked.picture, SHARE)
    serif = bool(asked.claim)
    text = fit(c, asked.text(c), words.width(), words.height(), serif=serif)
    if words.height() < max(c.step(READ), text.high - 1) or not text.whole:
        rest.setTop(c.body().top())
        return Plan(QRectF(), QRectF(), words, text, rest, low)
    return Plan(frame, image, words, text, at, low)


def paint(c: Canvas, scene: Scene, asked: Asked) -> None:
    """Draw the claim (where it has room), the answer with its reason, the choices."""
    made = _plan(c, scene, asked)
    if not made.frame.isEmpty():
        if asked.claim:
            stitched(c, made.frame, badge=badge_of_votes(c, scene))
        if not made.image.isEmpty():
            picture(c, asked.picture, made.image)
        write(c, made.text, 0, made.words)
    card.draw(c, made.card, right(asked.question), asked.question.why, scene.page)
    draw_choices(c, scene, asked.question, made.low)


def pages(c: Canvas, scene: Scene, asked: Asked) -> int:
    """Say how many screens the reason needs."""
    made = _plan(c, scene, asked)
    return card.pages(c, made.card, right(asked.question), asked.question.why)
