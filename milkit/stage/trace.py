"""Tracing a photo on the class screen: today's post, each copy, then the order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.activities import trace
from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD
from milkit.stage.copies import line_pages, paint_line
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.marks import draw_mark
from milkit.stage.parts import (
    inside,
    left_out,
    page_note,
    picture,
    quoted,
    room_for,
    stitched,
)
from milkit.stage.view import Console, Place, moved, within

if TYPE_CHECKING:
    from milkit.activities.trace import Artefact, Trace
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

CAPTION_SIZES = (7.4, READ)
MARK = 8.0


def stops(data: Trace) -> int:
    """Count what is shown: today's post, one copy at a time, the line of all."""
    return len(data.artefacts) + 2


def order(data: Trace) -> list[str]:
    """Give the letters from the oldest copy to the newest."""
    ordered = sorted(data.artefacts, key=lambda copy: trace.moment(copy.date))
    return [copy.id for copy in ordered]


def written(copy: Artefact, words: Words) -> str:
    """Write the copy's day, and its time where two copies share a day."""
    if isinstance(copy.date, datetime):
        return f"{words.date(copy.date.date())}, {words.time(copy.date)}"
    return words.date(copy.date)


def _at(scene: Scene) -> int:
    return within(scene.item, stops(scene.data))


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the stop of now."""
    at = _at(scene)
    if at == 0:
        _post(c, scene)
    elif at <= len(scene.data.artefacts):
        _copy(c, scene, scene.data.artefacts[at - 1])
    else:
        paint_line(c, scene, order(scene.data), _dated(c, scene.data))


def _dated(c: Canvas, data: Trace) -> dict[str, str]:
    return {copy.id: written(copy, c.stage.words) for copy in data.artefacts}


def _share(c: Canvas) -> float:
    return 0.46 if c.narrow else 0.5


def _post_rooms(c: Canvas, data: Trace) -> tuple[QRectF, QRectF, Fitted]:
    """Give the rooms of picture and words, and the claim of today's post."""
    image, words = room_for(c, inside(c, c.framed()), data.picture, _share(c))
    small = _small(c, _today(c, data), data.who)
    rest = words.adjusted(0, c.high(small, TOLD, words.width()) + c.px(1), 0, 0)
    text = quoted(c, data.claim)
    return image, words, fit(c, text, rest.width(), rest.height(), serif=True)


def _today(c: Canvas, data: Trace) -> str:
    return c.stage.words.t("Today: {date}", date=c.stage.words.date(data.today))


def _small(c: Canvas, dated: str, who: str) -> str:
    """Give the small lines: who, and the date where the frame's edge has no room."""
    return "\n".join(t for t in (left_out(c, c.framed(), dated), who) if t)


def _post(c: Canvas, scene: Scene) -> None:
    data, frame = scene.data, c.framed()
    stitched(c, frame, badge=_today(c, data))
    image, words, text = _post_rooms(c, data)
    if not image.isEmpty():
        picture(c, data.picture, image)
    small = _small(c, _today(c, data), data.who)
    used = c.text(small, words, TOLD, colour=dyes.INK2)
    rest = words.adjusted(0, used + c.px(1), 0, 0)
    write(c, text, scene.page, rest, high=0.2)
    page_note(c, scene.page, len(text.screens))


def _copy_rooms(c: Canvas, copy: Artefact) -> tuple[QRectF, QRectF, QRectF, Fitted]:
    """Give the rooms of picture, names and caption, and the caption."""
    image, words = room_for(c, inside(c, c.framed()), copy.picture, _share(c))
    named = words.adjusted(c.px(MARK + 2), 0, 0, 0)
    label = c.stage.words.t("Copy {letter}", letter=copy.id)
    high = c.high(label, READ, named.width(), bold=True)
    who = _small(c, written(copy, c.stage.words), copy.who)
    high += c.high(who, TOLD, named.width())
    rest = words.adjusted(0, max(high, c.px(MARK)) + c.px(1.4), 0, 0)
    place = _place(c, copy)
    low = c.high(place, TOLD, rest.width()) if place else 0
    rest.setBottom(rest.bottom() - low)
    text = quoted(c, copy.caption)
    fitted = fit(c, text, rest.width(), rest.height(), sizes=CAPTION_SIZES, serif=True)
    return image, words, rest, fitted


def _place(c: Canvas, copy: Artefact) -> str:
    return c.stage.words.t("Place: {place}", place=copy.place) if copy.place else ""


def _copy(c: Canvas, scene: Scene, copy: Artefact) -> None:
    frame = c.framed()
    stitched(c, frame, badge=written(copy, c.stage.words))
    image, words, rest, text = _copy_rooms(c, copy)
    if not image.isEmpty():
        picture(c, copy.picture, image)
    mark = QRectF(words.left(), words.top() + c.px(0.4), c.px(MARK), c.px(MARK))
    index = [x.id for x in scene.data.artefacts].index(copy.id)
    draw_mark(c, mark, "", index)
    named = words.adjusted(c.px(MARK + 2), 0, 0, 0)
    label = c.stage.words.t("Copy {letter}", letter=copy.id)
    used = c.text(label, named, READ, bold=True)
    who = _small(c, written(copy, c.stage.words), copy.who)
    c.text(who, named.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)
    used = write(c, text, scene.page, rest, high=0.0)
    if copy.place:
        below = rest.adjusted(0, min(used + c.px(0.8), rest.height()), 0, 0)
        c.text(_place(c, copy), below, TOLD, colour=dyes.INK2)
    page_note(c, scene.page, len(text.screens))


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the stop of now needs."""
    at = _at(scene)
    if at == 0:
        return len(_post_rooms(c, scene.data)[2].screens)
    if at <= len(scene.data.artefacts):
        return len(_copy_rooms(c, scene.data.artefacts[at - 1])[3].screens)
    return line_pages(c, scene, _dated(c, scene.data))


def console(scene: Scene, words: Words) -> Console:
    """Show copy after copy; at the line, put the letters in order."""
    data = scene.data
    right = words.t(
        "Oldest: {letter}. Order: {order}",
        letter=data.oldest,
        order=" → ".join(order(data)),
    )
    note = "\n".join(text for text in (data.why, data.unknown) if text)
    made = Console(
        items=stops(data),
        at=_at(scene),
        item_name=words.t("Part"),
        answer=right,
        note=note,
    )
    if _at(scene) <= len(data.artefacts):
        return made
    done = [item for item, _ in scene.placed]
    left = tuple(
        Place(copy.id, str(len(done) + 1), f"{copy.id}  {written(copy, words)}")
        for copy in data.artefacts
        if copy.id not in done
    )
    title = words.t("Which copy comes next, from the oldest?") if left else ""
    return replace(made, places=left, place_title=title, undo=moved(scene))
