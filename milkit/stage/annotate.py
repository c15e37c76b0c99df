"""Marking a page on the class screen: numbered places, then what each one is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import card as answer
from milkit.stage.canvas import READ
from milkit.stage.marked_picture import draw_places
from milkit.stage.marked_text import MarkedText, draw_text, marked_text
from milkit.stage.parts import has_picture, inside, left_out, page_note, stitched
from milkit.stage.spots import Spotted, places
from milkit.stage.view import Console, Place, moved, pick, within

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

CARD = 0.5  # the answer takes no more of the room than this


def _rooms(c: Canvas, scene: Scene) -> tuple[QRectF, QRectF]:
    """Give the frame of the page, and the answer card (empty before)."""
    body = c.body()
    used = c.high(scene.data.prompt, READ, body.width(), bold=True)
    frame = body.adjusted(0, used + c.lift() + c.px(0.8), 0, 0)
    one = pick(places(scene.data), scene.item)
    if not scene.answer_shown or one is None:
        return frame, QRectF()
    need = answer.least_high(c, frame.width(), _said(c, one), one.spot.why)
    high = min(need, frame.height() * CARD)
    if frame.height() - high - c.px(2.6) < c.px(8) + c.step(READ) * 2:
        return QRectF(), frame  # no room for the page beside its answer
    low = QRectF(frame.left(), frame.bottom() - high, frame.width(), high)
    frame.setBottom(low.top() - c.px(2.6))
    return frame, low


def _said(c: Canvas, one: Spotted) -> str:
    w = c.stage.words
    return f"{w.number(one.number)}  {one.spot.label}"


def _text(c: Canvas, scene: Scene, frame: QRectF) -> MarkedText:
    room = inside(c, frame)
    data = scene.data
    if scene.answer_shown:  # the title was read; the place of now needs the room
        data = replace(data, title="")
    who = left_out(c, frame, data.who)
    return marked_text(c, data, room.width(), room.height(), who)


def _page(scene: Scene, made: MarkedText) -> int:
    """Give the screen to show: with the answer, the one where the place of now is."""
    one = pick(places(scene.data), scene.item)
    if scene.answer_shown and one is not None:
        return made.screen_of(one.number)
    return scene.page % max(1, len(made.screens))


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the page with its places; after the answer, what the place of now is."""
    data = scene.data
    c.text(data.prompt, c.body(), READ, bold=True)
    frame, low = _rooms(c, scene)
    one = pick(places(data), scene.item)
    if not frame.isEmpty():
        _draw_page(c, scene, frame, one)
    if one is not None and not low.isEmpty():
        answer.draw(c, low, _said(c, one), one.spot.why, scene.page)


def _draw_page(c: Canvas, scene: Scene, frame: QRectF, one: Spotted | None) -> None:
    data = scene.data
    stitched(c, frame, badge=data.who)
    if has_picture(c, data.picture):
        now = one.number if one and scene.answer_shown else 0
        draw_places(c, inside(c, frame), scene, now)
    else:
        made = _text(c, scene, frame)
        page = _page(scene, made)
        draw_text(c, made, page, inside(c, frame), scene)
        if not scene.answer_shown:
            page_note(c, page, len(made.screens))


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the page, or the reason of a place, needs."""
    frame, low = _rooms(c, scene)
    one = pick(places(scene.data), scene.item)
    if scene.answer_shown and one is not None:
        return answer.pages(c, low, _said(c, one), one.spot.why)
    if has_picture(c, scene.data.picture):
        return 1
    return len(_text(c, scene, frame).screens)


def console(scene: Scene, words: Words) -> Console:
    """Mark places by number; after the answer, go through them one by one."""
    known = places(scene.data)
    marked = {item for item, where in scene.placed if where == "mark"}
    right = ", ".join(words.number(p.number) for p in known if p.target)
    one = pick(known, scene.item)
    return Console(
        items=len(known) if scene.answer_shown else 0,
        at=within(scene.item, len(known)),
        item_name=words.t("Mark"),
        places=tuple(
            Place(p.spot.id, "mark", p.spot.span or p.spot.label, p.spot.id in marked)
            for p in known
        ),
        place_title=words.n("Find {count} mark", "Find {count} marks", scene.data.need),
        several=True,
        undo=moved(scene),
        answer=right,
        note=one.spot.why if one and scene.answer_shown else "",
    )
