"""The choices under a claim: a mark, a name, and the hands once they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from milkit.stage import look as dyes
from milkit.stage.canvas import COUNT, READ, TOLD
from milkit.stage.parts import draw_mark, mark_colour

if TYPE_CHECKING:
    from milkit.activities.kind import Option, Question
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

NAME_LINES = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """
    What may be shown of a choice now; *hands* is None while counts are hidden.

    *before* is the count of the first vote, *total* the students here; *right* is
    None until the answer is shown.
    """

    hands: int | None
    before: int | None
    total: int
    right: bool | None


def shown(scene: Scene, question: Question, option: str) -> Shown:
    """Say what may be shown of one option of *question*."""
    known = scene.answer_shown and question.answer
    return Shown(
        hands=scene.counts.get(question.id, {}).get(option, 0)
        if scene.counts_shown
        else None,
        before=scene.before.get(question.id, {}).get(option),
        total=scene.present,
        right=option in (question.answer, *question.also) if known else None,
    )


def draw_choices(c: Canvas, scene: Scene, question: Question, at: QRectF) -> None:
    """Draw them side by side, or below each other when their texts are long."""
    gap = c.px(2.8)
    n = max(1, len(question.options))
    wide = (at.width() - gap * (n - 1)) / n
    names = [o.text for o in question.options]
    room = wide - c.px(17)
    long = any(len(c.lines(t, READ, room, bold=True)) > NAME_LINES for t in names)
    high = (at.height() - c.px(1.4) * (n - 1)) / n
    for i, option in enumerate(question.options):
        may = shown(scene, question, option.id)
        if long:
            top = at.top() + i * (high + c.px(1.4))
            _row(c, QRectF(at.left(), top, at.width(), high), option, i, may)
        else:
            left = at.left() + i * (wide + gap)
            _box(c, QRectF(left, at.top(), wide, at.height()), option, i, may)


def _edge(c: Canvas, at: QRectF, option: Option, index: int, may: Shown) -> None:
    """Draw the choice's box: once the answer is shown, the right one is green."""
    c.box(
        at,
        dyes.GOOD if may.right else mark_colour(option.mark, index),
        width=0.9 if may.right else 0.5,
        fill_with=dyes.GOOD_SOFT if may.right else dyes.PAPER,
    )


def _box(c: Canvas, at: QRectF, option: Option, index: int, may: Shown) -> None:
    _edge(c, at, option, index, may)
    inner = at.adjusted(c.px(3), c.px(2.4), -c.px(2), -c.px(2))
    size = c.px(9.4 if c.narrow else 9)
    name = QRectF(inner)
    badge = QRectF(inner.left(), inner.top() + c.px(0.6), size, size)
    beside = c.narrow and may.hands is not None
    if beside:  # picture 09: the mark stands beside the number
        badge.moveBottomRight(
            QPointF(inner.right() - c.px(1), inner.bottom() - c.px(8))
        )
    else:
        name.setLeft(badge.right() + c.px(2.4))
    draw_mark(c, badge, option.mark, index)
    lines = c.lines(option.text, READ, name.width(), bold=True)[:NAME_LINES]
    shift = 0 if beside else max(0.0, (size - c.step(READ) * len(lines)) / 2)
    used = c.write(lines, name.adjusted(0, shift, 0, 0), READ, bold=True)
    if may.hands is not None:
        below = inner.adjusted(0, max(shift + used, 0 if beside else size), 0, 0)
        _hands(c, below, may, mark_colour(option.mark, index))


def _hands(c: Canvas, at: QRectF, may: Shown, colour: str) -> None:
    """Draw the count and its thread in the room under a choice's name."""
    w = c.stage.words
    hands = may.hands or 0
    thread = QRectF(at.left(), at.bottom() - c.px(5.2), at.width(), c.px(4.6))
    c.thread(thread, hands, may.total, colour)
    share = min(COUNT, (thread.top() - at.top()) / c.step(1))
    high = c.step(share)
    top = thread.top() - high
    number = w.number(hands)
    c.write([number], QRectF(at.left(), top, at.width(), high), share, bold=True)
    beside = at.left() + c.wide(number, share, bold=True) + c.px(2)
    word = w.n("hand", "hands", hands)
    if may.before is not None:
        word = w.t("was {n}", n=w.number(may.before))
    if beside + c.wide(word, TOLD) < at.right() - (c.px(11) if c.narrow else 0):
        base = top + c.step(share) * 0.74 - c.step(TOLD) * 0.74
        c.write([word], QRectF(beside, base, at.width(), high), TOLD, colour=dyes.INK2)


def _row(c: Canvas, at: QRectF, option: Option, index: int, may: Shown) -> None:
    _edge(c, at, option, index, may)
    size = min(c.px(7), at.height() - c.px(1.6))
    mark = QRectF(at.left() + c.px(1.6), at.center().y() - size / 2, size, size)
    draw_mark(c, mark, option.mark, index)
    words = at.adjusted(c.px(11), 0, -c.px(15), 0)
    share = next(
        (
            s
            for s in (READ, TOLD + 1)
            if len(c.lines(option.text, s, words.width(), bold=True)) * c.step(s)
            <= at.height()
        ),
        TOLD,
    )
    lines = c.lines(option.text, share, words.width(), bold=True)
    top = (at.height() - c.step(share) * len(lines)) / 2
    c.write(lines, words.adjusted(0, top, 0, 0), share, bold=True)
    if may.hands is not None:
        number = c.stage.words.number(may.hands)
        left = at.right() - c.px(2.5) - c.wide(number, READ + 2, bold=True)
        high = c.step(READ + 2)
        c.write(
            [number],
            QRectF(left, at.center().y() - high / 2, c.px(20), high),
            READ + 2,
            bold=True,
        )
