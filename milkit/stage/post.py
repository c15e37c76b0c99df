"""One invented post in its stitched frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.marks import draw_sign
from milkit.stage.parts import has_picture, inside, picture, stitched

if TYPE_CHECKING:
    from milkit.activities.feed import Post
    from milkit.stage.canvas import Canvas

DISC = 9.0
NAME = TOLD + 0.8
LEAST_PICTURE = 18.0  # % of the height: a smaller one stands beside the words
SIDE = 0.34
LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class Framed:
    """Where the parts of a post go."""

    frame: QRectF
    head: QRectF
    words: QRectF
    image: QRectF
    text: Fitted

    @property
    def roomy(self) -> bool:
        """Tell whether the words have room for themselves or for some lines of them."""
        lines = min(LEAST_LINES, len(self.text.screen(0)))
        return self.words.height() >= self.text.step * max(1, lines) - 1


def framed(c: Canvas, post: Post, frame: QRectF) -> Framed:
    """Lay a post out in *frame*."""
    room = inside(c, frame).adjusted(-c.px(1.2), 0, 0, 0)
    beside = room.width() - c.px(DISC + 2)
    named = c.high(post.who, NAME, beside, bold=True) + c.high(post.when, TOLD, beside)
    head = QRectF(room.left(), room.top(), room.width(), max(named, c.px(DISC)))
    words, image = room.adjusted(0, head.height() + c.px(0.8), 0, 0), QRectF()
    if has_picture(c, post.picture):
        words, image = _with_picture(c, post, words)
    text = fit(c, post.text, words.width(), max(0.0, words.height()), serif=True)
    return Framed(frame, head, words, image, text)


def _with_picture(c: Canvas, post: Post, room: QRectF) -> tuple[QRectF, QRectF]:
    """Put the picture under the words, or beside them where that leaves more room."""
    lines = c.lines(post.text, READ, room.width(), bold=True, serif=True)
    high = c.step(READ) * len(lines)
    left = room.height() - high - c.px(1.4)
    if left > c.px(LEAST_PICTURE) and room.width() < room.height() * 1.6:
        words = QRectF(room.left(), room.top(), room.width(), high + 1)
        return words, room.adjusted(0, high + c.px(1.4), 0, 0)
    side = room.width() * SIDE
    image = QRectF(room.right() - side, room.top(), side, room.height())
    return room.adjusted(0, 0, -side - c.px(2), 0), image


def draw_framed(c: Canvas, post: Post, made: Framed, page: int, badge: str) -> None:
    """Draw the post; the label says that it is made up."""
    stitched(c, made.frame, label=c.stage.words.t("Made-up post"), badge=badge)
    _head(c, made.head, post)
    under = made.image.top() > made.words.top() + 1
    write(c, made.text, page, made.words, high=0.0 if under else 0.3)
    if not made.image.isEmpty():
        picture(c, post.picture, made.image)


def _head(c: Canvas, at: QRectF, post: Post) -> None:
    """Draw who posts, and when, beside a disc with the first letter."""
    size = c.px(DISC)
    disc = QRectF(at.left(), at.top() + c.px(0.4), size, size)
    c.p.setPen(Qt.PenStyle.NoPen)
    c.p.setBrush(QColor(dyes.TEAL))
    c.p.drawEllipse(disc)
    draw_sign(c, disc, post.who[:1], 0.5)
    beside = QRectF(QPointF(disc.right() + c.px(2), at.top()), at.bottomRight())
    used = c.text(post.who, beside, NAME, bold=True)
    c.text(post.when, beside.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)
