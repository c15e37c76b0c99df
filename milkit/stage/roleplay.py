"""A role play on the class screen: the scene, the round of now, then questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.discuss import time_ring
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


FEW = 2


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the scene with its roles, one round, or the questions; never a secret."""
    data = scene.data
    body = c.body()
    if scene.item == 0:
        _start(c, body, scene)
    elif scene.item <= len(data.rounds):
        _round(c, body, scene)
    else:
        _talk(c, body, scene)


def _start(c: Canvas, body: QRectF, scene: Scene) -> None:
    data = scene.data
    used = c.text(data.scene, body, READ, bold=True)
    rest = body.adjusted(0, used + c.px(3), 0, 0)
    columns = 1 if c.narrow and len(data.roles) <= FEW else 2
    rows = -(-len(data.roles) // columns)
    gap = c.px(1.8)
    rule = c.lines(data.safety_rule, TOLD, rest.width() - c.px(4), bold=True)
    low = c.step(TOLD) * len(rule) + c.px(3)
    wide = (rest.width() - gap * (columns - 1)) / columns
    high = (rest.height() - low - gap * rows) / max(1, rows)
    for i, role in enumerate(data.roles):
        row, column = divmod(i, columns)
        at = QRectF(
            rest.left() + column * (wide + gap),
            rest.top() + row * (high + gap),
            wide,
            high,
        )
        c.box(at, dyes.CHOICES[i % 4], width=0.4)
        inner = at.adjusted(c.px(2.4), c.px(1), -c.px(1.5), 0)
        top = c.text(role.name, inner, TOLD + 1, bold=True)
        goal = inner.adjusted(0, top, 0, 0)
        if c.step(TOLD) * len(c.lines(role.goal, TOLD, goal.width())) <= goal.height():
            c.text(role.goal, goal, TOLD, colour=dyes.INK2)
    at = QRectF(rest.left(), rest.bottom() - low, rest.width(), low)
    c.box(at, dyes.GOLD, fill_with="#FBEFCF", width=0.4)
    c.write(rule, at.adjusted(c.px(2), c.px(1.5), 0, 0), TOLD, bold=True)


def _round(c: Canvas, body: QRectF, scene: Scene) -> None:
    data = scene.data
    w = c.stage.words
    one = data.rounds[scene.item - 1]
    title = w.t(
        "Round {n} of {all}", n=w.number(scene.item), all=w.number(len(data.rounds))
    )
    ring = c.px(44)
    words = body.adjusted(0, 0, -ring - c.px(4), 0)
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    used = c.text(title, words, READ, bold=True, colour=topic)
    c.text(one.task, words.adjusted(0, used + c.px(1.5), 0, 0), CLAIM, bold=True)
    at = QRectF(0, 0, ring, ring)
    at.moveTopRight(QPointF(body.right(), body.top()))
    time_ring(c, at, scene.left, scene.total)


def _talk(c: Canvas, body: QRectF, scene: Scene) -> None:
    w = c.stage.words
    topic = dyes.TOPICS.get(c.stage.topic, dyes.INDIGO)
    used = c.text(w.t("Now talk about it"), body, READ, bold=True, colour=topic)
    rest = body.adjusted(0, used + c.px(2), 0, 0)
    for question in scene.data.debrief:
        used = c.text(question, rest, READ, bold=True)
        rest = rest.adjusted(0, used + c.px(3), 0, 0)


def pages(c: Canvas, scene: Scene) -> int:
    """Show each text whole: its length is held by the check of the lesson."""
    return 1


def console(scene: Scene, words: Words) -> Console:
    """Go from the scene through the rounds to the talk."""
    return Console(items=len(scene.data.rounds) + 2, item_name=words.t("Part"))
