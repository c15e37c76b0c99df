"""One scene of a branching story: what happens, a message, and the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.activities.kind import Option, Question
from milkit.activities.marks import letter
from milkit.stage import card
from milkit.stage.canvas import CLAIM, READ
from milkit.stage.choice import draw_choices
from milkit.stage.choices import arrange
from milkit.stage.fitting import CLAIM_SIZES, READ_SIZES, Fitted, fit, write
from milkit.stage.parts import inside, page_tag, picture, quoted, stitched
from milkit.stage.vote_plan import room_for

if TYPE_CHECKING:
    from milkit.activities.branch import Branch, End, Node
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


@dataclass(frozen=True, slots=True)
class Plan:
    """
    The screens of a scene: first the story alone, if need be, then message and ways.

    *story* is empty when it stands together with the message (*above*) on one screen.
    """

    story: Fitted | None
    image: QRectF
    words: QRectF
    above: Fitted | None
    claim: Fitted | None
    frame: QRectF
    prompt: QRectF
    low: QRectF

    @property
    def first(self) -> int:
        """How many screens the story has for itself."""
        return len(self.story.screens) if self.story else 0

    @property
    def count(self) -> int:
        """How many screens there are in all."""
        return self.first + max(1, len(self.claim.screens) if self.claim else 1)


def _plan(c: Canvas, scene: Scene, node: Node) -> Plan:
    """Try it all on one screen; else give the story its own."""
    body = c.body()
    laid = arrange(c, scene, question(node).options, body.width())
    high = min(laid.least, body.height() * 0.6)
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    asked = c.high(scene.data.prompt, READ, body.width(), bold=True)
    prompt = QRectF(low.left(), low.top() - asked - c.px(0.6), low.width(), asked)
    room = QRectF(body)
    room.setBottom((prompt.top() if asked else low.top()) - c.px(GAP - 0.6))
    image, words = room_for(c, room, node.picture, PICTURE)
    together = _together(c, node, words)
    if together is not None and not (scene.counts_shown and node.claim):
        above, claim, frame = together
        return Plan(None, image, words, above, claim, frame, prompt, low)
    frame, claim = _message(c, node, room)
    if scene.counts_shown:  # the story was read before the vote
        return Plan(None, QRectF(), words, None, claim, frame, prompt, low)
    image, words = room_for(c, body, node.picture, PICTURE)
    told = fit(c, node.text, words.width(), words.height(), bold=not node.claim)
    return Plan(told, image, words, None, claim, frame, prompt, low)


def _together(
    c: Canvas, node: Node, room: QRectF
) -> tuple[Fitted, Fitted | None, QRectF] | None:
    """Fit story and message above the ways; None when one of them would be cut."""
    sizes = READ_SIZES if node.claim else CLAIM_SIZES
    if not node.claim:
        above = fit(c, node.text, room.width(), room.height(), sizes=sizes)
        return (above, None, QRectF()) if above.whole else None
    above = fit(c, node.text, room.width(), room.height(), sizes=sizes, bold=False)
    frame = QRectF(room)
    frame.setTop(room.top() + above.high + c.lift() + c.px(1.2))
    inner = inside(c, frame)
    claim = fit(c, quoted(c, node.claim), inner.width(), inner.height(), serif=True)
    if inner.height() < claim.high - 1:
        return None
    return (above, claim, frame) if above.whole and claim.whole else None


def _message(c: Canvas, node: Node, room: QRectF) -> tuple[QRectF, Fitted | None]:
    if not node.claim:
        return QRectF(), None
    frame = QRectF(room)
    frame.setTop(c.framed().top())
    inner = inside(c, frame)
    text = quoted(c, node.claim)
    return frame, fit(c, text, inner.width(), inner.height(), serif=True)


def paint_node(c: Canvas, scene: Scene, node: Node) -> None:
    """Draw one screen of a scene."""
    if scene.answer_shown and (node.claim or node.technique):
        _paint_answer(c, scene, node)
        return
    made = _plan(c, scene, node)
    page = scene.page % made.count
    if made.story is not None and page < made.first:
        if not made.image.isEmpty():
            picture(c, node.picture, made.image)
        write(c, made.story, page, made.words, high=0.3)
        page_tag(c, page, made.count, c.body())
        return
    if made.above is not None:
        if not made.image.isEmpty():
            picture(c, node.picture, made.image)
        write(c, made.above, 0, made.words, high=0.0 if node.claim else 0.4)
    if made.claim is not None:
        inner = stitched(c, made.frame, badge=node.who)
        write(c, made.claim, page - made.first, inner)
        page_tag(c, page, made.count, made.frame)
    _ways(c, scene, node, made.prompt, made.low)


def _ways(c: Canvas, scene: Scene, node: Node, prompt: QRectF, low: QRectF) -> None:
    if scene.data.prompt:
        c.text(scene.data.prompt, prompt, READ, bold=True)
    draw_choices(c, scene, question(node), low)


def _answer_rooms(c: Canvas, scene: Scene, node: Node) -> tuple[QRectF, QRectF, QRectF]:
    """Give rooms for the message (may be empty), the card and the ways."""
    body = c.framed()
    laid = arrange(c, scene, question(node).options, body.width())
    high = min(laid.least, body.height() * 0.5)
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    rest = QRectF(body)
    rest.setBottom(low.top() - c.px(GAP))
    need = card.least_high(c, rest.width(), *_answer(c, scene, node))
    at = QRectF(rest.left(), rest.bottom() - need, rest.width(), need)
    frame = QRectF(rest)
    frame.setBottom(at.top() - c.px(2))
    inner = inside(c, frame)
    claim = fit(c, quoted(c, node.claim), inner.width(), inner.height(), serif=True)
    if not node.claim or not claim.whole or inner.height() < claim.high - 1:
        return QRectF(), rest, low
    return frame, at, low


def _answer(c: Canvas, scene: Scene, node: Node) -> tuple[str, str]:
    name, how = technique(scene.data, node)
    w = c.stage.words
    if name:
        return name, how
    return w.t("An honest message"), w.t("No trick is used here.")


def _paint_answer(c: Canvas, scene: Scene, node: Node) -> None:
    frame, at, low = _answer_rooms(c, scene, node)
    if not frame.isEmpty():
        inner = stitched(c, frame, badge=node.who)
        text = fit(c, quoted(c, node.claim), inner.width(), inner.height(), serif=True)
        write(c, text, 0, inner)
    card.draw(c, at, *_answer(c, scene, node), scene.page)
    draw_choices(c, scene, question(node), low)


def node_pages(c: Canvas, scene: Scene, node: Node) -> int:
    """Say how many screens a scene needs."""
    if scene.answer_shown and (node.claim or node.technique):
        _, at, _ = _answer_rooms(c, scene, node)
        return card.pages(c, at, *_answer(c, scene, node))
    return _plan(c, scene, node).count


def _end_rooms(c: Canvas, end: End) -> tuple[QRectF, Fitted]:
    body = c.body().adjusted(0, c.px(3), 0, 0)
    title = c.high(end.title, CLAIM, body.width(), bold=True)
    rest = body.adjusted(0, title + c.px(3), 0, 0)
    return rest, fit(
        c, end.text, rest.width(), rest.height(), sizes=(7.4, READ), bold=False
    )


def paint_end(c: Canvas, scene: Scene, end: End) -> None:
    """Draw where a path ended."""
    rest, text = _end_rooms(c, end)
    head = c.body().adjusted(0, c.px(3), 0, 0)
    c.text(end.title, head, CLAIM, bold=True)
    write(c, text, scene.page, rest, high=0.0)
    page_tag(c, scene.page, len(text.screens), c.body())


def end_pages(c: Canvas, end: End) -> int:
    """Say how many screens an end needs."""
    return len(_end_rooms(c, end)[1].screens)
