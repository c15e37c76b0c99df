"""One scene of a branching story: what happens, a message, and the ways on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.activities.kind import Option, Question
from milkit.activities.marks import letter
from milkit.stage.canvas import READ
from milkit.stage.choice import draw_choices
from milkit.stage.choices import arrange
from milkit.stage.fitting import CLAIM_SIZES, Fitted, fit, write
from milkit.stage.parts import (
    inside,
    left_out,
    page_note,
    picture,
    quoted,
    room_for,
    stitched,
)
from milkit.stage.vote import paint_vote, vote_pages
from milkit.stage.vote_plan import Asked

if TYPE_CHECKING:
    from milkit.activities.branch import Branch, Node
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

GAP = 2.4
PICTURE = 0.36


def question(node: Node) -> Question:
    """Give the vote of a scene: its ways in order, lettered a, b, c."""
    options = tuple(
        Option(letter(i).lower(), way.text) for i, way in enumerate(node.choices)
    )
    return Question(node.id, node.text, options, truth=node.truth)


def technique(data: Branch, node: Node) -> tuple[str, str]:
    """Give the name of a message's trick and how to spot it; "" where there is none."""
    return next(
        ((t.name, t.how) for t in data.techniques if t.id == node.technique), ("", "")
    )


def _asked(c: Canvas, scene: Scene, node: Node) -> Asked:
    """Give the vote on the message; without one, the scene itself is what is asked."""
    asked = question(node)
    if node.claim:
        asked = replace(asked, text=scene.data.prompt)
    return Asked(
        asked,
        node.claim,
        who=node.who,
        picture="" if node.claim else node.picture,
        verdict=_verdict(c, scene, node),
    )


def _verdict(c: Canvas, scene: Scene, node: Node) -> tuple[str, str]:
    w = c.stage.words
    if not node.claim and not node.technique:
        return "", ""
    name, how = technique(scene.data, node)
    if name:
        return name, how
    return w.t("An honest message"), w.t("No trick is used here.")


@dataclass(frozen=True, slots=True)
class Together:
    """Scene, message, question and ways on one screen."""

    image: QRectF
    words: QRectF
    above: Fitted
    frame: QRectF
    claim: Fitted
    prompt: QRectF
    low: QRectF


def _together(c: Canvas, scene: Scene, node: Node) -> Together | None:
    """Fit it all on one screen; None when something would be cut."""
    if not node.claim or scene.counts_shown or scene.answer_shown:
        return None
    body = c.body()
    least = arrange(c, scene, question(node).options, body.width()).least
    low = QRectF(body.left(), body.bottom() - least, body.width(), least)
    asked = c.high(scene.data.prompt, READ, body.width(), bold=True)
    prompt = QRectF(low.left(), low.top() - asked - c.px(0.6), low.width(), asked)
    room = QRectF(body)
    room.setBottom((prompt.top() if asked else low.top()) - c.px(GAP - 0.6))
    image, words = room_for(c, room, node.picture, PICTURE)
    above = fit(c, node.text, words.width(), words.height(), sizes=(READ,), bold=False)
    frame = QRectF(words)
    frame.setTop(words.top() + above.high + c.lift() + c.px(1.2))
    inner = inside(c, frame)
    claim = fit(c, quoted(c, node.claim), inner.width(), inner.height(), serif=True)
    if not above.whole or not claim.whole or inner.height() < claim.high - 1:
        return None
    if left_out(c, frame, node.who):
        return None
    return Together(image, words, above, frame, claim, prompt, low)


def _story(c: Canvas, scene: Scene, node: Node) -> tuple[QRectF, QRectF, Fitted]:
    """Give picture, room and text of the screens that tell what happens."""
    image, words = room_for(c, c.body(), node.picture, PICTURE)
    text = fit(
        c, node.text, words.width(), words.height(), sizes=CLAIM_SIZES, bold=False
    )
    return image, words, text


def _first(c: Canvas, scene: Scene, node: Node) -> int:
    """Count the screens of the scene before its vote; none once counts are shown."""
    if not node.claim or scene.counts_shown or scene.answer_shown:
        return 0
    return len(_story(c, scene, node)[2].screens)


def paint_node(c: Canvas, scene: Scene, node: Node) -> None:
    """Draw one screen of a scene."""
    made = _together(c, scene, node)
    if made is not None:
        _paint_together(c, scene, node, made)
        return
    first = _first(c, scene, node)
    count = node_pages(c, scene, node)
    page = scene.page % count
    if page >= first:
        later = replace(scene, page=page - first)
        paint_vote(c, later, _asked(c, scene, node), after=first)
        return
    image, words, text = _story(c, scene, node)
    if not image.isEmpty():
        picture(c, node.picture, image)
    write(c, text, page, words, high=0.3)
    page_note(c, page, count)


def _paint_together(c: Canvas, scene: Scene, node: Node, made: Together) -> None:
    if not made.image.isEmpty():
        picture(c, node.picture, made.image)
    write(c, made.above, 0, made.words, high=0.0)
    inner = stitched(c, made.frame, badge=node.who)
    write(c, made.claim, 0, inner)
    if scene.data.prompt:
        c.text(scene.data.prompt, made.prompt, READ, bold=True)
    draw_choices(c, scene, question(node), made.low)


def node_pages(c: Canvas, scene: Scene, node: Node) -> int:
    """Say how many screens a scene needs."""
    if _together(c, scene, node) is not None:
        return 1
    return _first(c, scene, node) + vote_pages(c, scene, _asked(c, scene, node))
