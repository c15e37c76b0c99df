"""Sorting on the class screen: one card above, the bins below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen

from milkit.activities.kind import Option
from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD
from milkit.stage.parts import answer_card, claim_lines, claim_page, quoted, stitched
from milkit.stage.view import Console
from milkit.stage.vote import claim_room

if TYPE_CHECKING:
    from milkit.activities.sort import Bin
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the card of now, its bin once chosen, and how many cards lie in each."""
    data = scene.data
    top, low = _rooms(c)
    card = data.cards[scene.item]
    w = c.stage.words
    at = w.t(
        "Card {n} of {all}", n=w.number(scene.item + 1), all=w.number(len(data.cards))
    )
    _pile(c, top, len(data.cards) - scene.item - 1)
    room = stitched(c, top, badge=at)
    image, words = claim_room(c, room, card.picture)
    if not image.isEmpty():
        c.picture(card.picture, image)
    if scene.answer_shown:
        label = next(b.label for b in data.bins if b.id == card.bin)
        answer_card(c, words.adjusted(-c.px(2), 0, c.px(2), c.px(1)), label, card.why)
    else:
        claim_page(c, quoted(c, card.text), words, scene.page)
    placed = dict(scene.placed)
    gap = c.px(2.8)
    n = len(data.bins)
    wide = (low.width() - gap * (n - 1)) / n
    for i, one in enumerate(data.bins):
        place = QRectF(low.left() + i * (wide + gap), low.top(), wide, low.height())
        inside = sum(1 for where in placed.values() if where == one.id)
        _bin(c, place, one, i, inside, chosen=placed.get(card.id) == one.id)


def _rooms(c: Canvas) -> tuple[QRectF, QRectF]:
    body = c.body().adjusted(0, c.px(3), 0, 0)
    high = c.px(42)
    side = 0 if c.narrow else body.width() * 0.08
    top = QRectF(
        body.left() + side,
        body.top(),
        body.width() - 2 * side,
        body.height() - high - c.px(5),
    )
    return top, QRectF(body.left(), body.bottom() - high, body.width(), high)


def _pile(c: Canvas, top: QRectF, left: int) -> None:
    """Show that more cards wait behind this one."""
    for i in range(min(2, left), 0, -1):
        c.box(
            top.translated(c.px(1.1) * i, c.px(1.1) * i),
            dyes.EDGE,
            fill_with=dyes.SUNKEN,
            width=0.25,
        )


def _bin(
    c: Canvas, at: QRectF, one: Bin, index: int, inside: int, *, chosen: bool
) -> None:
    colour = dyes.CHOICES[index % 4]
    c.box(at, colour, width=0.5)
    band = QRectF(at.left(), at.top(), c.px(11), at.height())
    c.p.fillRect(band, QColor(colour))
    w = c.stage.words
    number = band.adjusted(0, c.px(2.4), 0, 0)
    c.text(
        w.number(index + 1),
        number,
        READ + 2.6,
        bold=True,
        colour=dyes.PAPER,
        centre=True,
    )
    inner = at.adjusted(c.px(13.5), c.px(3), -c.px(1.5), -c.px(2))
    used = c.text(one.label, inner, READ + 1, bold=True)
    c.text(one.hint, inner.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)
    small = QRectF(inner.left(), inner.bottom() - c.px(9), c.px(6.6), c.px(9))
    for i in range(max(1, min(inside, 3))):
        _small_card(c, small.translated(i * c.px(8), 0), empty=inside == 0)
    shown = max(1, min(inside, 3))
    word = w.n("{count} card", "{count} cards", inside)
    beside = inner.left() + shown * c.px(8) + c.px(0.6)
    if beside + c.wide(word, TOLD, bold=True) > at.right():
        word = w.number(inside)
    line = QRectF(beside, small.top() + c.px(1.8), inner.width(), c.px(8))
    c.write([word], line, TOLD, bold=True)
    if chosen:
        pen = QPen(QColor(dyes.GOLD), c.px(1.2))
        c.p.setPen(pen)
        c.p.setBrush(QColor(0, 0, 0, 0))
        c.p.drawRect(at.adjusted(-c.px(0.9), -c.px(0.9), c.px(0.9), c.px(0.9)))


def _small_card(c: Canvas, at: QRectF, *, empty: bool) -> None:
    c.box(
        at,
        dyes.EDGE if empty else dyes.INK,
        width=0.3,
        dashed=empty,
        fill_with=dyes.PAPER if empty else dyes.RICE,
    )
    if empty:
        return
    for i, share in enumerate((0.68, 0.68, 0.42)):
        y = at.top() + at.height() * (0.26 + 0.22 * i)
        line = QRectF(at.left() + at.width() * 0.16, y, at.width() * share, c.px(0.5))
        c.p.fillRect(line, QColor(dyes.EDGE))


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the card needs."""
    top, _ = _rooms(c)
    card = scene.data.cards[scene.item]
    room = top.adjusted(c.px(4.8), c.px(5.6), -c.px(4), -c.px(2.4))
    _, words = claim_room(c, room, card.picture)
    return len(claim_lines(c, quoted(c, card.text), words))


def console(scene: Scene, words: Words) -> Console:
    """Put the card into a bin, by click or by number."""
    data = scene.data
    card = data.cards[scene.item]
    return Console(
        items=len(data.cards),
        item_name=words.t("Card"),
        item=card.id,
        places=tuple(Option(b.id, b.label) for b in data.bins),
        place_title=words.t("Where does the class put it?"),
        chosen=tuple(where for item, where in scene.placed if item == card.id),
        answer=next(b.label for b in data.bins if b.id == card.bin),
        note=card.why,
    )
