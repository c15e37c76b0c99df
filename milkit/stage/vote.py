"""A claim above, choices below: how poll, rate and quiz look to the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage.canvas import TOLD
from milkit.stage.choices import draw_choices
from milkit.stage.look import INK2
from milkit.stage.parts import answer_card, claim_lines, claim_page, quoted, stitched

if TYPE_CHECKING:
    from milkit.activities.kind import Question
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

ASKED = TOLD + 1.2  # the question under a claim, which the teacher reads aloud


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


def split(c: Canvas, *, counted: bool) -> tuple[QRectF, QRectF]:
    """Give the room for the claim and for the choices; hidden counts need none."""
    body = c.body().adjusted(0, c.px(3), 0, 0)
    high = c.px((42 if c.narrow else 41) if counted else 20)
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
    top, low = split(c, counted=scene.counts_shown)
    prompt = question.text if claim and question.text != claim else ""
    if prompt:
        high = c.step(ASKED) * len(c.lines(prompt, ASKED, top.width(), bold=True))
        top.setBottom(top.bottom() - high)
        at = QRectF(top.left(), top.bottom() + c.px(1.6), top.width(), high)
        c.text(prompt, at, ASKED, bold=True)
    study = bool(claim and invented)
    if study:
        room = stitched(c, top, badge=badge(c, scene))
    else:
        room = top.adjusted(0, c.px(1), 0, 0)
    image, words = claim_room(c, room, picture)
    if not image.isEmpty():
        c.picture(picture, image)
    if scene.answer_shown and (question.why or question.answer):
        _answer(c, question, top, words)
    else:
        text = quoted(c, claim) if study else claim or question.text
        _asked(c, scene, words, text, [t for t in (who, found) if t], serif=study)
    draw_choices(c, scene, question, low)


def _asked(
    c: Canvas, scene: Scene, at: QRectF, text: str, small: list[str], *, serif: bool
) -> None:
    spare = sum(c.step(TOLD) * len(c.lines(t, TOLD, at.width())) for t in small)
    claim_page(c, text, at.adjusted(0, 0, 0, -spare), scene.page, serif=serif)
    below = QRectF(at.left(), at.bottom() - spare, at.width(), spare)
    for line in small:
        below.setTop(below.top() + c.text(line, below, TOLD, colour=INK2))


def _answer(c: Canvas, question: Question, top: QRectF, words: QRectF) -> None:
    right = next((o.text for o in question.options if o.id == question.answer), "")
    at = QRectF(
        words.left(), top.top() + c.px(4.6), words.width(), top.height() - c.px(6.4)
    )
    answer_card(c, at, right, question.why)


def vote_pages(
    c: Canvas,
    scene: Scene,
    question: Question,
    *,
    claim: str = "",
    picture: str = "",
    small: int = 0,
) -> int:
    """Say how many screens a claim (or a question) needs above its choices."""
    top, _ = split(c, counted=scene.counts_shown)
    room = top.adjusted(
        c.px(4.8), c.px(5.6), -c.px(4), -c.px(2.4) - small * c.step(TOLD)
    )
    if claim and question.text != claim:
        lines = c.lines(question.text, ASKED, top.width(), bold=True)
        room.setBottom(room.bottom() - c.step(ASKED) * len(lines))
    _, words = claim_room(c, room, picture)
    text = quoted(c, claim) if claim else question.text
    return len(claim_lines(c, text, words, serif=bool(claim)))
