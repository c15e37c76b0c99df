"""The pause in a feed, and the card that compares before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.parts import page_note, thread

if TYPE_CHECKING:
    from milkit.activities.feed import Feed
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

TITLE = CLAIM + 4
NUMBER = READ + 3
THREAD = 8.0


def _pause_room(c: Canvas, scene: Scene) -> tuple[QRectF, Fitted]:
    body = c.body().adjusted(c.px(6), c.px(8), 0, 0)
    rest = body.adjusted(0, c.step(TITLE) + c.px(2), 0, 0)
    return rest, fit(c, scene.data.pause, rest.width(), rest.height())


def paint_pause(c: Canvas, scene: Scene) -> None:
    """Draw the accuracy question on its quiet card."""
    body = c.body()
    edge = QRectF(body.left(), body.top(), c.px(1.6), body.height())
    c.p.fillRect(edge, QColor(dyes.GOLD))
    rest, text = _pause_room(c, scene)
    head = QRectF(rest.left(), rest.top() - c.step(TITLE) - c.px(2), rest.width(), 0)
    c.text(c.stage.words.t("Pause"), head, TITLE, bold=True)
    write(c, text, scene.page, rest, high=0.0)
    page_note(c, scene.page, len(text.screens))


def pause_pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the question needs."""
    return len(_pause_room(c, scene)[1].screens)


def halves(
    data: Feed, counts: dict[str, dict[str, int]]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give hands for sharing false posts and all hands on them, before and after."""
    first, second = data.posts[: data.prompt_at], data.posts[data.prompt_at :]
    found = []
    for posts in (first, second):
        hands = [counts.get(post.id, {}) for post in posts if not post.truth]
        shared = sum(answers.get("share", 0) for answers in hands)
        found.append((shared, sum(sum(answers.values()) for answers in hands)))
    return found[0], found[1]


def paint_compare(c: Canvas, scene: Scene) -> None:
    """Ask how many would share a false post, then show it before and after."""
    w = c.stage.words
    body = c.body()
    question = w.t("How many would share a post that was false?")
    if not scene.counts_shown:
        write(c, fit(c, question, body.width(), body.height()), 0, body, high=0.2)
        return
    used = c.text(question, body, READ, bold=True)
    rest = body.adjusted(0, used + c.px(3), 0, 0)
    high = rest.height() / 2
    titles = (w.t("Before the pause"), w.t("After the pause"))
    for half, title in zip(halves(scene.data, scene.counts), titles, strict=True):
        _half(c, QRectF(rest.left(), rest.top(), rest.width(), high), title, *half)
        rest = rest.adjusted(0, high, 0, 0)


def _half(c: Canvas, at: QRectF, title: str, hands: int, every: int) -> None:
    """Draw one half: its name, the hands of all hands, and their thread."""
    w = c.stage.words
    number = w.t("{n} of {all}", n=w.number(hands), all=w.number(every))
    wide = c.wide(number, NUMBER, bold=True)
    name = at.adjusted(0, 0, -wide - c.px(3), 0)
    up, down = c.digits(NUMBER)
    used = max(c.text(title, name, READ, bold=True), up + down + c.px(1))
    base = at.top() + c.base(READ)
    c.number(number, QPointF(at.right() - wide, base), NUMBER)
    row = QRectF(at.left(), at.top() + used + c.px(1.4), at.width(), c.px(THREAD))
    if row.bottom() <= at.bottom():
        thread(c, row, hands, every, dyes.INDIGO)
