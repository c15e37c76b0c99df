"""Where a path of a branching story ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.stage.canvas import CLAIM, READ
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.parts import page_note

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from milkit.activities.branch import End
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

SIZES = (7.4, READ)


def _rooms(c: Canvas, end: End) -> tuple[QRectF, QRectF, Fitted]:
    """Give the rooms of title and text, and the text."""
    head = c.body().adjusted(0, c.px(3), 0, 0)
    used = c.high(end.title, CLAIM, head.width(), bold=True)
    rest = head.adjusted(0, used + c.px(3), 0, 0)
    text = fit(c, end.text, rest.width(), rest.height(), sizes=SIZES, bold=False)
    return head, rest, text


def paint_end(c: Canvas, scene: Scene, end: End) -> None:
    """Draw the end: its title, and one screen of its text."""
    head, rest, text = _rooms(c, end)
    c.text(end.title, head, CLAIM, bold=True)
    write(c, text, scene.page, rest, high=0.0)
    page_note(c, scene.page, len(text.screens))


def end_pages(c: Canvas, end: End) -> int:
    """Say how many screens an end needs."""
    return len(_rooms(c, end)[2].screens)
