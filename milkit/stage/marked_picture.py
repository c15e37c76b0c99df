"""A picture under study with its numbered places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from milkit.stage import look as dyes
from milkit.stage.canvas import TOLD
from milkit.stage.marks import draw_sign
from milkit.stage.parts import picture, shape
from milkit.stage.spots import places

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

NOTHING = (0.0, 0.0, 0.0, 0.0)


def draw_places(c: Canvas, at: QRectF, scene: Scene, now: int) -> None:
    """Draw the picture and its places; the place of *now* (0: none) has a wide edge."""
    image = c.stage.picture(scene.data.picture)
    if image is None or not picture(c, scene.data.picture, at):
        return
    face = shape(image.width() / image.height(), at)
    marked = {item for item, where in scene.placed if where == "mark"}
    for one in places(scene.data):
        left, top, wide, high = one.spot.region or NOTHING
        place = QRectF(
            face.left() + left * face.width(),
            face.top() + top * face.height(),
            wide * face.width(),
            high * face.height(),
        ).intersected(face)
        filled = one.target if scene.answer_shown else one.spot.id in marked
        width = 1.4 if one.number == now else 0.9 if filled else 0.45
        c.box(place, dyes.PAPER, width=width + 0.5, fill_with="transparent")
        edge = dyes.GOLD if filled else dyes.INK
        c.box(place, edge, width=width, fill_with="transparent")
        size = c.px(TOLD) * 1.45
        tag = QRectF(place.left(), place.top(), size, size)
        c.p.fillRect(tag, QColor(dyes.INK))
        draw_sign(c, tag, c.stage.words.number(one.number), 0.7)
