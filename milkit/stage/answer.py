"""The answer of a vote: the claim again, the reason, and the choices in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import reveal
from milkit.stage.choice import draw_choices
from milkit.stage.choices import arrange
from milkit.stage.parts import badge_of_votes
from milkit.stage.vote_plan import GAP

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas
    from milkit.stage.vote_plan import Asked
    from milkit.teaching.scene import Scene

MOST = 0.5  # of the height for the choices


def _shown(c: Canvas, scene: Scene, asked: Asked) -> reveal.Shown:
    return reveal.Shown(
        asked.text(c),
        *asked.said,
        framed=bool(asked.claim),
        image=asked.picture,
        badge=badge_of_votes(c, scene),
    )


def _rooms(c: Canvas, scene: Scene, asked: Asked) -> tuple[QRectF, QRectF]:
    """Give the room above, and the one of the choices; long ones leave it."""
    body = c.framed() if asked.claim else c.body()
    laid = arrange(c, scene, asked.question.options, body.width())
    if laid.least > body.height() * MOST:
        return body, QRectF()
    low = QRectF(body.left(), body.bottom() - laid.least, body.width(), laid.least)
    body.setBottom(low.top() - c.px(GAP))
    return body, low


def paint(c: Canvas, scene: Scene, asked: Asked) -> None:
    """Draw the claim (where it has room), the answer with its reason, the choices."""
    room, low = _rooms(c, scene, asked)
    reveal.draw(c, _shown(c, scene, asked), room, scene.page)
    if not low.isEmpty():
        draw_choices(c, scene, asked.question, low)


def pages(c: Canvas, scene: Scene, asked: Asked) -> int:
    """Say how many screens the reason needs."""
    room, _ = _rooms(c, scene, asked)
    return reveal.pages(c, _shown(c, scene, asked), room)
