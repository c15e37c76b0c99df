"""Sorting on the class screen: one card above, the bins below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import card as answer
from milkit.stage.bins import bins_high, draw_bins
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.look import EDGE, SUNKEN
from milkit.stage.parts import inside, page_tag, picture, quoted, stitched
from milkit.stage.view import Console, Place, moved, pick, within
from milkit.stage.vote_plan import room_for

if TYPE_CHECKING:
    from milkit.activities.sort import Card, Sort
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

GAP = 4.4
SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the card, its words, the answer (may be empty) and the bins go."""

    frame: QRectF
    image: QRectF
    words: QRectF
    text: Fitted
    answer: QRectF
    low: QRectF


def _plan(c: Canvas, scene: Scene, card: Card) -> Plan:
    body = c.framed()
    made = _laid_out(
        c, scene, card, body, bins_high(c, scene, body.width(), ideal=True)
    )
    if not made.text.whole:
        high = bins_high(c, scene, body.width(), ideal=False)
        made = _laid_out(c, scene, card, body, high)
    return made


def _laid_out(c: Canvas, scene: Scene, card: Card, body: QRectF, high: float) -> Plan:
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    frame = QRectF(body)
    frame.setBottom(low.top() - c.px(GAP))
    below = QRectF()
    if scene.answer_shown:
        need = answer.least_high(c, frame.width(), _label(scene.data, card), card.why)
        need = min(need, frame.height() * 0.56)
        below = QRectF(frame.left(), frame.bottom() - need, frame.width(), need)
        frame.setBottom(below.top() - c.px(GAP / 2))
    elif not c.narrow:  # picture 06: a card is narrower than its bins
        side = body.width() * 0.08
        wide = frame.adjusted(side, 0, -side, 0)
        if fit(
            c,
            quoted(c, card.text),
            inside(c, wide).width(),
            inside(c, wide).height(),
            serif=True,
        ).whole:
            frame = wide
    image, words = room_for(c, inside(c, frame), card.picture, SHARE)
    text = fit(c, quoted(c, card.text), words.width(), words.height(), serif=True)
    return Plan(frame, image, words, text, below, low)


def _label(data: Sort, card: Card) -> str:
    return next((b.label for b in data.bins if b.id == card.bin), "")


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the card of now, its bin once chosen, and how many cards lie in each."""
    data = scene.data
    card = pick(data.cards, scene.item)
    if card is None:
        return
    made = _plan(c, scene, card)
    n, of = within(scene.item, len(data.cards)), len(data.cards)
    _pile(c, made.frame, of - n - 1)
    w = c.stage.words
    badge = w.t("Card {n} of {all}", n=w.number(n + 1), all=w.number(of))
    stitched(c, made.frame, badge=badge)
    if not made.image.isEmpty():
        picture(c, card.picture, made.image)
    write(c, made.text, scene.page, made.words)
    page_tag(c, scene.page, len(made.text.screens), made.frame)
    if scene.answer_shown:
        answer.draw(c, made.answer, _label(data, card), card.why, scene.page)
    draw_bins(c, scene, made.low, card.id)


def _pile(c: Canvas, top: QRectF, left: int) -> None:
    """Show that more cards wait behind this one."""
    for i in range(min(2, left), 0, -1):
        behind = top.translated(c.px(1.1) * i, c.px(1.1) * i)
        c.box(behind, EDGE, fill_with=SUNKEN, width=0.25)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the card needs."""
    card = pick(scene.data.cards, scene.item)
    if card is None:
        return 1
    made = _plan(c, scene, card)
    count = len(made.text.screens)
    if scene.answer_shown:
        label = _label(scene.data, card)
        count = max(count, answer.pages(c, made.answer, label, card.why))
    return count


def console(scene: Scene, words: Words) -> Console:
    """Put the card into a bin, by click, by number or by dragging it."""
    data = scene.data
    card = pick(data.cards, scene.item)
    if card is None:
        return Console()
    lies = dict(scene.placed).get(card.id)
    return Console(
        items=len(data.cards),
        at=within(scene.item, len(data.cards)),
        item_name=words.t("Card"),
        card=card.text,
        places=tuple(Place(card.id, b.id, b.label, on=b.id == lies) for b in data.bins),
        place_title=words.t("Where does the class put it?"),
        undo=moved(scene),
        answer=_label(data, card),
        note=card.why,
    )
