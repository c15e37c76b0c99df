"""One choice on the class window: its mark, its name, and its hands once shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import COUNT, READ, TOLD
from milkit.stage.choices import (
    LOW_THREAD,
    MARK,
    NUMBER,
    PAD,
    SMALL_MARK,
    THREAD,
    arrange,
    cells,
    name_room,
    shown,
)
from milkit.stage.marks import draw_mark, mark_colour
from milkit.stage.parts import thread

COUNT_SIZES = (COUNT, 14.0, 12.0, 10.0)

if TYPE_CHECKING:
    from milkit.activities.kind import Option, Question
    from milkit.stage.canvas import Canvas
    from milkit.stage.choices import Arrangement, Shown
    from milkit.teaching.scene import Scene


def draw_choices(
    c: Canvas,
    scene: Scene,
    question: Question,
    at: QRectF,
    only: slice = slice(None),
) -> None:
    """Draw the choices (or *only* some of them) into *at*."""
    chosen = list(enumerate(question.options))[only]
    laid = arrange(c, scene, tuple(o for _, o in chosen), at.width())
    for place, (index, option) in zip(
        cells(laid, at, len(chosen)), chosen, strict=False
    ):
        may = shown(scene, question, option.id)
        _edge(c, place, option, index, may)
        if laid.way == "big":
            _big(c, scene, place, option, index, may)
        else:
            _line(c, scene, laid, place, option, index, may)


def _edge(c: Canvas, at: QRectF, option: Option, index: int, may: Shown) -> None:
    """Draw the choice's box: once the answer is shown, the right one is green."""
    c.box(
        at,
        dyes.GOOD if may.right else mark_colour(option.mark, index),
        width=0.9 if may.right else 0.5,
        fill_with=dyes.GOOD_SOFT if may.right else dyes.PAPER,
    )


def _line(
    c: Canvas,
    scene: Scene,
    laid: Arrangement,
    at: QRectF,
    option: Option,
    index: int,
    may: Shown,
) -> None:
    """Draw mark, name and count in one line, and a thread under it if there is room."""
    beside = laid.way == "beside"
    room = name_room(c, scene, laid.way, laid.wide)
    lines = c.lines(option.text, READ, room, bold=True)
    face = QRectF(at)
    if may.hands is not None and not scene.answer_shown and not beside:
        face = _low_thread(c, at, lines, may, mark_colour(option.mark, index))
    size = c.px(MARK if beside else SMALL_MARK)
    left = at.left() + c.px(3 if beside else 2)
    mark = QRectF(left, face.center().y() - size / 2, size, size)
    draw_mark(c, mark, option.mark, index)
    top = face.center().y() - c.step(READ) * len(lines) / 2
    left = mark.right() + c.px(2.4 if beside else 2)
    c.write(lines, QRectF(left, top, room, at.height()), READ, bold=True)
    if may.hands is not None:
        _count(c, face, may, first=not scene.answer_shown)


def _low_thread(
    c: Canvas, at: QRectF, lines: list[str], may: Shown, colour: str
) -> QRectF:
    """Draw a thread of one row at the foot if there is room; give the room above it."""
    names = max(c.step(READ) * len(lines), c.px(SMALL_MARK))
    if at.height() < names + c.px(LOW_THREAD):
        return at
    high = c.px(LOW_THREAD - 1.6)
    foot = at.bottom() - c.px(1.4)
    line = QRectF(at.left() + c.px(2), foot - high, at.width() - c.px(4), high)
    thread(c, line, may.hands or 0, may.total, colour, rows=1)
    return QRectF(at.left(), at.top(), at.width(), line.top() - at.top())


def _count(c: Canvas, at: QRectF, may: Shown, *, first: bool) -> None:
    """Write the count at the right end; the *first* vote's count stands before it."""
    number = c.stage.words.number(may.hands or 0)
    up, down = c.reach(number, NUMBER)
    left = at.right() - c.px(2.2) - c.wide(number, NUMBER, bold=True)
    base = at.center().y() + (up - down) / 2
    c.number(number, QPointF(left, base), NUMBER)
    if first and may.before is not None:
        word = c.stage.words.t("was {n}", n=c.stage.words.number(may.before))
        left -= c.wide(word, TOLD) + c.px(1.5)
        place = QRectF(left, base - c.base(TOLD), at.width(), at.height())
        c.write([word], place, TOLD, colour=dyes.INK2)


def _big(
    c: Canvas, scene: Scene, at: QRectF, option: Option, index: int, may: Shown
) -> None:
    """Draw the name, under it the hands and their thread."""
    inner = at.adjusted(c.px(3), c.px(PAD), -c.px(2), -c.px(PAD))
    lines = c.lines(
        option.text, READ, name_room(c, scene, "big", at.width()), bold=True
    )
    if c.narrow:  # picture 09: the mark stands beside the number
        c.write(lines, inner, READ, bold=True)
    else:
        size = c.px(MARK)
        draw_mark(
            c,
            QRectF(inner.left(), inner.top() + c.px(0.4), size, size),
            option.mark,
            index,
        )
        down = max(0.0, (size - c.step(READ) * len(lines)) / 2) + c.px(0.4)
        name = inner.adjusted(size + c.px(2.4), down, 0, 0)
        c.write(lines, name, READ, bold=True)
    _hands(c, inner, option, index, may)


def _hands(c: Canvas, at: QRectF, option: Option, index: int, may: Shown) -> None:
    """Draw the count and its thread at the foot of a choice."""
    w = c.stage.words
    high = c.px(THREAD)
    line = QRectF(at.left(), at.bottom() - high, at.width(), high)
    thread(c, line, may.hands or 0, may.total, mark_colour(option.mark, index))
    number = w.number(may.hands or 0)
    share = _count_share(c, at, may)
    up, down = c.digits(share)
    spare = max(0.0, (line.top() - up - down - at.top() - c.px(20)) * 0.3)
    base = line.top() - c.px(1.6) - down - min(spare, c.px(2.2))
    c.number(number, QPointF(at.left(), base), share)
    beside = at.left() + c.wide(number, share, bold=True) + c.px(2)
    word = w.n("hand", "hands", may.hands or 0)
    if may.before is not None:
        word = w.t("was {n}", n=w.number(may.before))
    if c.narrow:
        _beside_number(c, at, base - up, option, index, may)
        return
    if beside + c.wide(word, TOLD) <= at.right():
        top = base - c.base(TOLD)
        c.write([word], QRectF(beside, top, at.width(), high), TOLD, colour=dyes.INK2)


def _count_share(c: Canvas, at: QRectF, may: Shown) -> float:
    """Take the largest size at which the count leaves room for what is beside it."""
    w = c.stage.words
    beside = c.px(9.4 + 1) if c.narrow else 0.0
    if may.before is not None and c.narrow:
        beside = max(beside, c.wide(w.t("was {n}", n=w.number(may.before)), TOLD))
    widest = w.number(max(may.hands or 0, may.total))
    room = at.width() - beside - c.px(1)
    fits = (s for s in COUNT_SIZES if c.wide(widest, s, bold=True) <= room)
    return next(fits, COUNT_SIZES[-1])


def _beside_number(
    c: Canvas, at: QRectF, top: float, option: Option, index: int, may: Shown
) -> None:
    """Draw the mark at the right of the number, and the first count under it."""
    size = c.px(SMALL_MARK if may.before is not None else 9.4)
    mark = QRectF(at.right() - size - c.px(1), top, size, size)
    draw_mark(c, mark, option.mark, index)
    if may.before is not None:
        word = c.stage.words.t("was {n}", n=c.stage.words.number(may.before))
        left = at.right() - c.wide(word, TOLD)
        place = QRectF(left, mark.bottom() + c.px(0.6), at.width(), c.step(TOLD))
        c.write([word], place, TOLD, colour=dyes.INK2)
