"""Sorting on the class screen: one card above, the bins below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import reveal
from milkit.stage.bins import Laid, draw_bins, lay_bins
from milkit.stage.canvas import READ
from milkit.stage.fitting import Fitted, fit, write
from milkit.stage.look import EDGE, SUNKEN
from milkit.stage.parts import inside, page_note, picture, quoted, room_for, stitched
from milkit.stage.view import Console, Place, moved, pick, within

if TYPE_CHECKING:
    from milkit.activities.sort import Card, Sort
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

GAP = 4.4
SHARE = 0.3
LEAST_LINES = 2
PILE = 2.4  # the cards behind this one


@dataclass(frozen=True, slots=True)
class Plan:
    """
    Where the card, its words and the bins go.

    A card that has no room above the bins (*apart*) stands on a screen before them.
    """

    frame: QRectF
    image: QRectF
    words: QRectF
    text: Fitted
    low: QRectF
    bins: Laid
    apart: bool = False

    @property
    def own(self) -> int:
        """How many screens the card has."""
        return max(1, len(self.text.screens))


def _plan(c: Canvas, scene: Scene, card: Card) -> Plan:
    """Leave the bins their ideal height if the card fits above; else their least."""
    body = c.framed()
    full, short = (lay_bins(c, scene, body.width(), hints=one) for one in (True, False))
    side = 0 if c.narrow else body.width() * 0.08  # picture 06
    ways = (
        (full, full.ideal, side),
        (full, full.ideal, 0),
        (full, full.least, 0),
        (short, short.least, 0),
    )
    for bins, high, narrower in ways:
        made = _laid_out(c, card, body, bins, high, narrower)
        if made.text.whole and made.words.height() >= made.text.high - 1:
            return made
    if made.words.height() >= c.step(READ) * LEAST_LINES:
        return made
    body.setBottom(body.bottom() - c.px(PILE))
    alone = _laid_out(c, card, body, full, 0, 0)
    return replace(alone, low=c.body(), apart=True)


def _laid_out(
    c: Canvas, card: Card, body: QRectF, bins: Laid, high: float, side: float
) -> Plan:
    low = QRectF(body.left(), body.bottom() - high, body.width(), high)
    frame = body.adjusted(side, 0, -side, 0)
    if high:
        frame.setBottom(low.top() - c.px(GAP))
    image, words = room_for(c, inside(c, frame), card.picture, SHARE)
    height = max(0.0, words.height())
    text = fit(c, quoted(c, card.text), words.width(), height, serif=True)
    return Plan(frame, image, words, text, low, bins)


def _badge(c: Canvas, scene: Scene) -> str:
    w = c.stage.words
    n, of = within(scene.item, len(scene.data.cards)) + 1, len(scene.data.cards)
    return w.t("Card {n} of {all}", n=w.number(n), all=w.number(of))


def _label(data: Sort, card: Card) -> str:
    return next((b.label for b in data.bins if b.id == card.bin), "")


def _answer(
    c: Canvas, scene: Scene, card: Card
) -> tuple[reveal.Shown, QRectF, QRectF, Laid]:
    """Give what is shown as the answer, its room, the room of the bins, and them."""
    body = c.framed()
    bins = lay_bins(c, scene, body.width(), hints=False)
    low = QRectF(body.left(), body.bottom() - bins.least, body.width(), bins.least)
    body.setBottom(low.top() - c.px(GAP / 2))
    shown = reveal.Shown(
        quoted(c, card.text),
        _label(scene.data, card),
        card.why,
        image=card.picture,
        badge=_badge(c, scene),
    )
    return shown, body, low, bins


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the card of now, its bin once chosen, and how many cards lie in each."""
    card = pick(scene.data.cards, scene.item)
    if card is None:
        return
    if scene.answer_shown:
        shown, room, low, bins = _answer(c, scene, card)
        reveal.draw(c, shown, room, scene.page)
        draw_bins(c, scene, low, bins, card.id)
        return
    made = _plan(c, scene, card)
    count = made.own + (1 if made.apart else 0)
    page = scene.page % count
    page_note(c, page, count)
    if not made.apart or page < made.own:
        _draw_card(c, scene, made, card, page)
    if not made.apart or page == made.own:
        draw_bins(c, scene, made.low, made.bins, card.id)


def _draw_card(c: Canvas, scene: Scene, made: Plan, card: Card, page: int) -> None:
    at = within(scene.item, len(scene.data.cards))
    _pile(c, made.frame, len(scene.data.cards) - at - 1)
    stitched(c, made.frame, badge=_badge(c, scene))
    if not made.image.isEmpty():
        picture(c, card.picture, made.image)
    write(c, made.text, page, made.words)


def _pile(c: Canvas, top: QRectF, left: int) -> None:
    """Show that more cards wait behind this one."""
    for i in range(min(2, left), 0, -1):
        behind = top.translated(c.px(1.1) * i, c.px(1.1) * i)
        c.box(behind, EDGE, fill_with=SUNKEN, width=0.25)


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the card, or its answer, needs."""
    card = pick(scene.data.cards, scene.item)
    if card is None:
        return 1
    if scene.answer_shown:
        shown, room, _, _ = _answer(c, scene, card)
        return reveal.pages(c, shown, room)
    made = _plan(c, scene, card)
    return made.own + (1 if made.apart else 0)


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
