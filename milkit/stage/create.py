"""Making or writing something: what to do stays on the class screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.stage.fitting import CLAIM_SIZES, READ_SIZES, Fitted, fit, write
from milkit.stage.listing import Listing, draw_listing, listing
from milkit.stage.parts import (
    below_label,
    has_quote,
    inside,
    labelled,
    page_note,
    picture,
    room_for,
    stitched,
)
from milkit.stage.view import Console

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

SHARE = 0.42
GAP = 2.6


@dataclass(frozen=True, slots=True)
class Plan:
    """
    The task, and the questions of it screen by screen.

    *apart* says that the task has screens of its own before the questions.
    """

    image: QRectF
    words: QRectF
    brief: Fitted
    rest: QRectF
    prompts: Listing
    apart: bool

    @property
    def count(self) -> int:
        """How many screens there are."""
        first = len(self.brief.screens) if self.apart else 0
        asked = len([s for s in self.prompts.screens if s])
        return max(1, first + asked)


def _invented(scene: Scene) -> bool:
    return has_quote(scene.data.brief, *scene.data.prompts)


def _plan(c: Canvas, scene: Scene) -> Plan:
    data = scene.data
    body = below_label(c) if _invented(scene) else c.body()
    image, words = room_for(c, body, data.picture, SHARE)
    sizes = READ_SIZES if data.prompts else CLAIM_SIZES
    brief = fit(c, data.brief, words.width(), words.height(), sizes=sizes)
    rest = words.adjusted(0, brief.high + c.px(GAP), 0, 0)
    prompts = _prompts(c, scene, rest)
    if not data.prompts:
        return Plan(image, words, brief, rest, prompts, apart=not brief.whole)
    if len(prompts.screens) > 1 or not brief.whole:
        prompts = _prompts(c, scene, words)
        return Plan(image, words, brief, words, prompts, apart=True)
    return Plan(image, words, brief, rest, prompts, apart=False)


def _prompts(c: Canvas, scene: Scene, at: QRectF) -> Listing:
    return listing(c, scene.data.prompts, at.width(), at.height(), numbered=True)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the task and its questions; an example once it is shown."""
    data = scene.data
    if scene.answer_shown and data.example:
        _example(c, scene)
        return
    made = _plan(c, scene)
    if _invented(scene):
        labelled(c)
    if not made.image.isEmpty():
        picture(c, data.picture, made.image)
    page = scene.page % made.count
    own = len(made.brief.screens) if made.apart else 0
    if page < own or not made.apart:
        write(c, made.brief, page, made.words, high=0.0 if data.prompts else 0.2)
    if page >= own and data.prompts:
        draw_listing(c, made.prompts, page - own, made.rest)
    page_note(c, page, made.count)


def _example_text(c: Canvas, scene: Scene) -> tuple[QRectF, Fitted]:
    room = inside(c, c.framed())
    text = scene.data.example
    return room, fit(c, text, room.width(), room.height(), serif=True)


def _example(c: Canvas, scene: Scene) -> None:
    """Draw the example, which is invented too."""
    frame = c.framed()
    stitched(c, frame, badge=c.stage.words.t("An example"))
    room, text = _example_text(c, scene)
    write(c, text, scene.page, room, high=0.3)
    page_note(c, scene.page, len(text.screens))


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the task and its questions need."""
    if scene.answer_shown and scene.data.example:
        return len(_example_text(c, scene)[1].screens)
    return _plan(c, scene).count


def console(scene: Scene, words: Words) -> Console:
    """Nothing is counted; the slips are sorted after class."""
    return Console(note=scene.data.example)
