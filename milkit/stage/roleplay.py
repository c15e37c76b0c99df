"""A role play on the class screen: the scene, the roles, each round, then questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import READ
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.listing import Listing, draw_listing, listing
from milkit.stage.parts import below_label, labelled, page_note
from milkit.stage.roles import draw_roles, role_screens
from milkit.stage.time_ring import time_ring
from milkit.stage.view import Console, within

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

SCENE_SIZES = (7.4, READ)
RING = 44.0


def _at(scene: Scene) -> int:
    return within(scene.item, len(scene.data.rounds) + 2)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the scene with its roles, one round, or the questions; never a secret."""
    at = _at(scene)
    if at == 0:
        _start(c, scene)
    elif at <= len(scene.data.rounds):
        _round(c, scene, at)
    else:
        _talk(c, scene)


def _start_rooms(c: Canvas, scene: Scene) -> tuple[QRectF, Fitted, QRectF]:
    """Give the room of the scene, its text, and the room of the safety rule."""
    body = below_label(c)
    rule = scene.data.safety_rule
    high = c.high(rule, READ, body.width() - c.px(6), bold=True) + c.px(2.6)
    low = QRectF(body.left(), body.bottom() - high, body.width(), high if rule else 0)
    room = QRectF(body)
    room.setBottom(low.top() - c.px(2.4))
    text = fit(c, scene.data.scene, room.width(), room.height(), sizes=SCENE_SIZES)
    return room, text, low


def _start(c: Canvas, scene: Scene) -> None:
    room, text, low = _start_rooms(c, scene)
    own = len(text.screens)
    count = own + role_screens(c, scene)
    page = scene.page % count
    body = labelled(c)
    if page >= own:
        draw_roles(c, scene, page - own, body)
    else:
        write(c, text, page, room, high=0.3)
        if scene.data.safety_rule:
            c.box(low, dyes.GOLD, fill_with=dyes.GOLD_SOFT, width=0.4)
            inner = low.adjusted(c.px(3), c.px(1.3), -c.px(3), 0)
            c.text(scene.data.safety_rule, inner, READ, bold=True)
    page_note(c, page, count)


def _round_rooms(c: Canvas, scene: Scene, at: int) -> tuple[QRectF, QRectF, Fitted]:
    """Give the room of the words, of the ring (may be empty), and the task."""
    words, ring = c.body(), QRectF()
    if scene.total:
        size = c.px(RING)
        ring = QRectF(words.right() - size, words.top() + c.px(1), size, size)
        words.setRight(ring.left() - c.px(4))
    rest = words.adjusted(0, c.step(READ) * 2, 0, 0)
    task = scene.data.rounds[at - 1].task
    return words, ring, fit(c, task, rest.width(), rest.height())


def _round(c: Canvas, scene: Scene, at: int) -> None:
    w = c.stage.words
    words, ring, text = _round_rooms(c, scene, at)
    title = w.t(
        "Round {n} of {all}", n=w.number(at), all=w.number(len(scene.data.rounds))
    )
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    used = c.text(title, words, READ, bold=True, colour=topic)
    write(c, text, scene.page, words.adjusted(0, used + c.px(1), 0, 0), high=0.1)
    page_note(c, scene.page, len(text.screens))
    if not ring.isEmpty():
        time_ring(c, ring, scene.left, scene.total)


def _talk_list(c: Canvas, scene: Scene) -> tuple[QRectF, Listing]:
    body = c.body()
    head = c.high(c.stage.words.t("Now talk about it"), READ, body.width(), bold=True)
    rest = body.adjusted(0, head + c.px(2), 0, 0)
    made = listing(c, scene.data.debrief, rest.width(), rest.height(), numbered=True)
    return rest, made


def _talk(c: Canvas, scene: Scene) -> None:
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    title = c.stage.words.t("Now talk about it")
    c.text(title, c.body(), READ, bold=True, colour=topic)
    rest, made = _talk_list(c, scene)
    draw_listing(c, made, scene.page, rest)
    page_note(c, scene.page, len(made.screens))


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the part of now needs."""
    at = _at(scene)
    if at == 0:
        return len(_start_rooms(c, scene)[1].screens) + role_screens(c, scene)
    if at <= len(scene.data.rounds):
        return len(_round_rooms(c, scene, at)[2].screens)
    return len(_talk_list(c, scene)[1].screens)


def console(scene: Scene, words: Words) -> Console:
    """Go from the scene through the rounds to the talk."""
    parts = len(scene.data.rounds) + 2
    return Console(items=parts, at=_at(scene), item_name=words.t("Part"))
