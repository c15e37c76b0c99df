"""The answer under the claim it is about: both in one room, or the answer alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import card
from milkit.stage.canvas import READ
from milkit.stage.fitting import TOLD_SIZES, Fitted, fit, write
from milkit.stage.parts import inside, picture, room_for, stitched

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas

GAP = 2.0
SHARE = 0.24  # of the frame for the picture: it was seen before


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the text it is about (*framed*: invented), answer and reason."""

    text: str
    title: str
    why: str
    framed: bool = True
    image: str = ""
    badge: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the text (no *frame*: it has no room) and the card go."""

    frame: QRectF
    image: QRectF
    words: QRectF
    text: Fitted
    card: QRectF
    picture: str


def plan(c: Canvas, what: Shown, room: QRectF) -> Plan:
    """Fit both into *room*; the picture and the reason's size give way first."""
    made = None
    for share in TOLD_SIZES:
        for image in dict.fromkeys((what.image, "")):
            made = _laid_out(c, what, room, share, image)
            least = max(c.step(READ), made.text.high) - 1
            if made.text.whole and made.text.screens and made.words.height() >= least:
                return made
    whole = QRectF(room)
    whole.setTop(c.body().top())
    text = fit(c, what.text, whole.width(), whole.height())
    return Plan(QRectF(), QRectF(), QRectF(), text, whole, "")


def _laid_out(c: Canvas, what: Shown, room: QRectF, share: float, image: str) -> Plan:
    need = card.least_high(c, room.width(), what.title, what.why, share)
    low = QRectF(room.left(), room.bottom() - need, room.width(), need)
    frame = QRectF(room)
    frame.setBottom(low.top() - c.px(GAP))
    inner = inside(c, frame) if what.framed else QRectF(frame)
    side, words = room_for(c, inner, image, SHARE)
    high = max(0.0, words.height())
    text = fit(c, what.text, words.width(), high, serif=what.framed)
    return Plan(frame, side, words, text, low, image)


def draw(c: Canvas, what: Shown, room: QRectF, page: int) -> None:
    """Draw the text in its frame, and the answer with one screen of its reason."""
    made = plan(c, what, room)
    if not made.frame.isEmpty():
        if what.framed:
            stitched(c, made.frame, badge=what.badge)
        if not made.image.isEmpty():
            picture(c, made.picture, made.image)
        write(c, made.text, 0, made.words)
    card.draw(c, made.card, what.title, what.why, page)


def pages(c: Canvas, what: Shown, room: QRectF) -> int:
    """Say how many screens the reason needs."""
    return card.pages(c, plan(c, what, room).card, what.title, what.why)
