"""Tracing a photo on the class screen: today's post, each copy, then the order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.activities import trace
from milkit.activities.kind import Option
from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.parts import (
    LETTERS,
    answer_card,
    claim_page,
    draw_mark,
    quoted,
    stitched,
)
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.activities.trace import Artefact, Trace
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def stops(data: Trace) -> int:
    """Count what is shown: today's post, one copy at a time, the line of all."""
    return len(data.artefacts) + 2


def order(data: Trace) -> list[str]:
    """Give the letters from the oldest copy to the newest."""
    ordered = sorted(data.artefacts, key=lambda copy: trace.moment(copy.date))
    return [copy.id for copy in ordered]


def written(copy: Artefact, words: Words) -> str:
    """Write the copy's day, and its time where two copies share a day."""
    from datetime import datetime

    if isinstance(copy.date, datetime):
        return f"{words.date(copy.date.date())}, {words.time(copy.date)}"
    return words.date(copy.date)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the stop of now."""
    data = scene.data
    if scene.item == 0:
        _post(c, scene)
    elif scene.item <= len(data.artefacts):
        _copy(c, scene, data.artefacts[scene.item - 1])
    else:
        _line(c, scene)


def _post(c: Canvas, scene: Scene) -> None:
    data = scene.data
    body = c.body().adjusted(0, c.px(3), 0, 0)
    w = c.stage.words
    room = stitched(c, body, badge=w.t("Today: {date}", date=w.date(data.today)))
    share = 0.46 if c.narrow else 0.5
    picture = QRectF(room.left(), room.top(), room.width() * share, room.height())
    words = room.adjusted(room.width() * share + c.px(3), 0, 0, 0)
    if not c.picture(data.picture, picture):
        words = room
    used = c.text(data.who, words, TOLD, colour=dyes.INK2)
    rest = words.adjusted(0, used + c.px(1), 0, 0)
    claim_page(c, quoted(c, data.claim), rest, scene.page)


def _copy(c: Canvas, scene: Scene, copy: Artefact) -> None:
    body = c.body().adjusted(0, c.px(3), 0, 0)
    w = c.stage.words
    label = w.t("Copy {letter}", letter=copy.id)
    room = stitched(c, body, badge=written(copy, w))
    share = 0.46 if c.narrow else 0.5
    picture = QRectF(room.left(), room.top(), room.width() * share, room.height())
    words = room.adjusted(room.width() * share + c.px(3), 0, 0, 0)
    if not c.picture(copy.picture, picture):
        words = room
    mark = QRectF(words.left(), words.top() + c.px(0.5), c.px(8), c.px(8))
    draw_mark(c, mark, "", LETTERS.index(copy.id) if copy.id in LETTERS else 0)
    beside = words.adjusted(c.px(10), 0, 0, 0)
    used = c.text(label, beside, TOLD, bold=True)
    used += c.text(copy.who, beside.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)
    rest = words.adjusted(0, max(used, c.px(9)) + c.px(1), 0, 0)
    lines = c.lines(
        quoted(c, copy.caption), READ + 0.6, rest.width(), bold=True, serif=True
    )
    fits = max(
        1, int((rest.height() - c.step(TOLD) * bool(copy.place)) / c.step(READ + 0.6))
    )
    first = (scene.page * fits) % max(1, len(lines))
    used = c.write(lines[first : first + fits], rest, READ + 0.6, bold=True, serif=True)
    if copy.place:
        line = w.t("Place: {place}", place=copy.place)
        c.text(line, rest.adjusted(0, used + c.px(1), 0, 0), TOLD, colour=dyes.INK2)


def _line(c: Canvas, scene: Scene) -> None:
    """Draw all the copies in the order that the class calls out; then the answer."""
    data = scene.data
    w = c.stage.words
    body = c.body()
    used = c.text(w.t("From the oldest to the newest"), body, READ, bold=True)
    copies = {copy.id: copy for copy in data.artefacts}
    chosen = [item for item, _ in scene.placed if item in copies]
    shown = order(data) if scene.answer_shown else chosen
    n = len(data.artefacts)
    gap = c.px(2)
    wide = (body.width() - gap * (n - 1)) / n
    high = body.height() - used - c.px(2)
    if scene.answer_shown:
        high *= 0.46
    for k in range(n):
        at = QRectF(
            body.left() + k * (wide + gap), body.top() + used + c.px(1), wide, high
        )
        empty = k >= len(shown)
        c.box(at, dyes.EDGE if empty else dyes.INK, dashed=empty, width=0.35)
        if empty:
            c.text(
                w.number(k + 1),
                at.adjusted(c.px(2), c.px(1), 0, 0),
                CLAIM,
                colour=dyes.INK2,
            )
        else:
            _small(
                c,
                at,
                copies[shown[k]],
                oldest=scene.answer_shown and shown[k] == data.oldest,
            )
    if scene.answer_shown:
        below = QRectF(
            body.left(),
            body.top() + used + high + c.px(4),
            body.width(),
            body.bottom() - body.top() - used - high - c.px(4),
        )
        title = (
            w.t("The caption fits") if data.fits else w.t("The caption does not fit")
        )
        answer_card(c, below, title, data.why)


def _small(c: Canvas, at: QRectF, copy: Artefact, *, oldest: bool) -> None:
    w = c.stage.words
    if oldest:
        c.box(at, dyes.GOOD, fill_with=dyes.GOOD_SOFT, width=1.0)
    mark = QRectF(at.left() + c.px(1.4), at.top() + c.px(1.4), c.px(6), c.px(6))
    draw_mark(c, mark, "", LETTERS.index(copy.id) if copy.id in LETTERS else 0)
    beside = at.adjusted(c.px(8.6), c.px(0.8), -c.px(0.6), 0)
    used = c.text(written(copy, w), beside, TOLD, bold=True)
    picture = at.adjusted(
        c.px(1.4), max(used, c.px(8)) + c.px(1), -c.px(1.4), -c.px(1.4)
    )
    if picture.height() > c.px(8):
        c.picture(copy.picture, picture)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the caption of now needs."""
    data = scene.data
    if scene.item > len(data.artefacts):
        return 1
    body = c.body()
    width = (body.width() - c.px(8.8)) * (0.54 if c.narrow else 0.5) - c.px(3)
    room = body.height() - c.px(20)
    if scene.item == 0:
        lines = c.lines(quoted(c, data.claim), CLAIM, width, bold=True, serif=True)
        return -(-len(lines) // max(1, int((room + c.px(4)) / c.step(CLAIM))))
    copy = data.artefacts[scene.item - 1]
    lines = c.lines(quoted(c, copy.caption), READ + 0.6, width, bold=True, serif=True)
    return -(-len(lines) // max(1, int(room / c.step(READ + 0.6))))


def console(scene: Scene, words: Words) -> Console:
    """Show copy after copy; at the line, put the letters in order."""
    data = scene.data
    right = words.t(
        "Oldest: {letter}. Order: {order}",
        letter=data.oldest,
        order=" → ".join(order(data)),
    )
    made = Console(
        items=stops(data), item_name=words.t("Screen"), answer=right, note=data.why
    )
    if scene.item <= len(data.artefacts):
        return made
    done = {item for item, _ in scene.placed}
    left = tuple(
        Option(copy.id, f"{copy.id}  {written(copy, words)}")
        for copy in data.artefacts
        if copy.id not in done
    )
    title = words.t("Which copy comes next, from the oldest?") if left else ""
    return replace(made, item="next", places=left, place_title=title)
