"""Making or writing something: what to do stays on the class screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.parts import stitched
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the task and its questions; an example once it is shown."""
    data = scene.data
    body = c.body()
    share = READ if data.prompts else CLAIM
    picture = bool(data.picture) and c.stage.picture(data.picture) is not None
    left = body.adjusted(0, 0, -body.width() * 0.42 if picture else 0, 0)
    if picture:
        side = QRectF(
            left.right() + c.px(3),
            body.top(),
            body.right() - left.right() - c.px(3),
            body.height(),
        )
        c.picture(data.picture, side)
    if scene.answer_shown and data.example:
        room = stitched(
            c, left.adjusted(0, c.px(3), 0, 0), label=c.stage.words.t("An example")
        )
        c.text(data.example, room, READ, serif=True, bold=True)
        return
    used = c.text(data.brief, left, share, bold=True)
    rest = left.adjusted(0, used + c.px(2.5), 0, 0)
    for number, prompt in _prompts(c, scene):
        band = QRectF(rest.left(), rest.top(), c.px(8), c.px(8) * 1.1)
        c.p.fillRect(band, dyes.INDIGO)
        c.text(
            number,
            band.adjusted(0, c.px(0.6), 0, 0),
            TOLD + 0.8,
            bold=True,
            colour=dyes.PAPER,
            centre=True,
        )
        used = c.text(prompt, rest.adjusted(c.px(10), 0, 0, 0), READ)
        rest = rest.adjusted(0, max(used, c.px(9)) + c.px(2.5), 0, 0)


def _prompts(c: Canvas, scene: Scene) -> list[tuple[str, str]]:
    """Give the questions of this screen with their numbers; two to a screen."""
    w = c.stage.words
    every = [(w.number(i + 1), p) for i, p in enumerate(scene.data.prompts)]
    first = scene.page * 2 % max(1, len(every))
    return every[first : first + 2]


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the questions need."""
    return max(1, -(-len(scene.data.prompts) // 2))


def console(scene: Scene, words: Words) -> Console:
    """Nothing is counted; the slips are sorted after class."""
    return Console(note=scene.data.example)
