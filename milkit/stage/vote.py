"""A claim above, choices below: how poll, rate and quiz look to the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage.canvas import CLAIM, TOLD
from milkit.stage.parts import (
    answer_card,
    choice,
    claim_lines,
    claim_page,
    quoted,
    stitched,
)

if TYPE_CHECKING:
    from milkit.activities.kind import Question
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def badge(c: Canvas, scene: Scene) -> str:
    """Say how many have voted; short where the window is narrow."""
    if not scene.present:
        return ""
    w = c.stage.words
    counted, here = w.number(scene.counted), w.number(scene.present)
    if c.narrow:
        return w.t("{n} of {all}", n=counted, all=here)
    return w.t("{n} of {all} have voted", n=counted, all=here)


def claim_room(c: Canvas, at: QRectF, picture: str) -> tuple[QRectF, QRectF]:
    """Split the stitched frame's room into a picture (may be empty) and the words."""
    if not picture or c.stage.picture(picture) is None:
        return QRectF(), at
    wide = at.width() * (0.36 if c.narrow else 0.32)
    left = QRectF(at.left(), at.top(), wide, at.height())
    return left, at.adjusted(wide + c.px(3), 0, 0, 0)


def split(c: Canvas) -> tuple[QRectF, QRectF]:
    """Give the room for the claim and the room for the choices."""
    body = c.body().adjusted(0, c.px(3), 0, 0)
    high = c.px(41) if not c.narrow else c.px(42)
    top = QRectF(body.left(), body.top(), body.width(), body.height() - high - c.px(4))
    return top, QRectF(body.left(), body.bottom() - high, body.width(), high)


def paint_vote(
    c: Canvas,
    scene: Scene,
    question: Question,
    *,
    claim: str = "",
    who: str = "",
    picture: str = "",
    found: str = "",
    invented: bool = True,
) -> None:
    """
    Draw one question: *claim* in the stitched frame when it is *invented*.

    After the answer is shown, the reason takes the place of the claim's second part.
    """
    top, low = split(c)
    asked = claim or question.text
    if invented and claim:
        room = stitched(c, top, badge=badge(c, scene))
    else:
        room = top.adjusted(0, c.px(1), 0, 0)
    image, words = claim_room(c, room, picture)
    if not image.isEmpty():
        c.picture(picture, image)
    if scene.answer_shown and (question.why or question.answer):
        _answer(c, question, top, words)
    else:
        _asked(
            c,
            scene,
            words,
            quoted(c, claim) if claim and invented else asked,
            who=who,
            found=found,
            serif=bool(claim and invented),
        )
    _choices(c, scene, question, low)


def _asked(
    c: Canvas, scene: Scene, at: QRectF, text: str, *, who: str, found: str, serif: bool
) -> None:
    small = [t for t in (who, found) if t]
    spare = sum(c.step(TOLD) * len(c.lines(t, TOLD, at.width())) for t in small)
    room = at.adjusted(0, 0, 0, -spare)
    if serif:
        claim_page(c, text, room, scene.page)
    else:
        lines = c.lines(text, CLAIM, room.width(), bold=True)
        fits = max(1, int(room.height() / c.step(CLAIM)))
        first = (scene.page * fits) % max(len(lines), 1)
        c.write(lines[first : first + fits], room, CLAIM, bold=True)
    below = QRectF(at.left(), at.bottom() - spare, at.width(), spare)
    for line in small:
        below.setTop(below.top() + c.text(line, below, TOLD, colour="#46524D"))


def _answer(c: Canvas, question: Question, top: QRectF, words: QRectF) -> None:
    right = next((o.text for o in question.options if o.id == question.answer), "")
    at = QRectF(
        words.left(), top.top() + c.px(4.6), words.width(), top.height() - c.px(6.4)
    )
    answer_card(c, at, right, question.why)


def _choices(c: Canvas, scene: Scene, question: Question, at: QRectF) -> None:
    counts = scene.counts.get(question.id, {})
    before = scene.before.get(question.id, {}) if scene.before else {}
    gap = c.px(2.8)
    n = max(1, len(question.options))
    wide = (at.width() - gap * (n - 1)) / n
    for i, option in enumerate(question.options):
        choice(
            c,
            QRectF(at.left() + i * (wide + gap), at.top(), wide, at.height()),
            option,
            i,
            hands=counts.get(option.id, 0) if scene.counts_shown else None,
            before=before.get(option.id) if before else None,
            total=scene.present,
            right=option.id == question.answer
            if scene.answer_shown and question.answer
            else None,
        )


def vote_pages(c: Canvas, text: str, picture: str, *, small: int = 0) -> int:
    """Say how many screens a claim needs above its choices."""
    top, _ = split(c)
    room = top.adjusted(c.px(4.8), c.px(5.6), -c.px(4), -c.px(2.4 + small * TOLD * 1.4))
    _, words = claim_room(c, room, picture)
    return len(claim_lines(c, quoted(c, text), words.width(), words.height()))
