"""Putting cards in order on the class screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.activities.marks import letter
from milkit.activities.sequence import right_order
from milkit.stage import card as answer
from milkit.stage import look as dyes
from milkit.stage.canvas import READ
from milkit.stage.marks import draw_mark
from milkit.stage.order_strip import MARK, STRIP, draw_strip
from milkit.stage.parts import inside, page_note, stitched
from milkit.stage.view import Console, Place, moved

if TYPE_CHECKING:
    from milkit.activities.sequence import Sequence
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

GAP = 1.4


@dataclass(frozen=True, slots=True)
class Plan:
    """
    How the cards are laid: in columns, and which of them on which screen.

    *asked* says whether the question stands over the cards (else on a screen before
    them), *fits* whether every card has room.
    """

    frame: QRectF
    strip: QRectF
    columns: int
    wide: float
    screens: tuple[tuple[int, ...], ...]
    asked: bool
    fits: bool

    @property
    def count(self) -> int:
        """How many screens there are."""
        return len(self.screens) + (0 if self.asked else 1)


def _rooms(c: Canvas, scene: Scene, *, asked: bool) -> tuple[QRectF, QRectF]:
    """Give the rooms of the cards (or the answer) and of the strip of places."""
    body = c.body()
    used = c.high(scene.data.prompt, READ, body.width(), bold=True) if asked else 0
    strip = QRectF(body.left(), body.bottom() - c.px(STRIP), body.width(), c.px(STRIP))
    top = body.top() + used + (c.lift() if not scene.answer_shown else 0) + c.px(1.2)
    frame = QRectF(body.left(), top, body.width(), strip.top() - c.px(2) - top)
    return frame, strip


def _plan(c: Canvas, scene: Scene) -> Plan:
    """Take the fewest screens; cards too high for the rest push the question away."""
    plans = [
        made
        for asked in (True, False)
        for columns in (2, 1)
        if (made := _laid_out(c, scene, columns, asked=asked)).fits
    ]
    if plans:
        return min(plans, key=lambda made: (not made.asked, len(made.screens)))
    return _laid_out(c, scene, 1, asked=False)


def _laid_out(c: Canvas, scene: Scene, columns: int, *, asked: bool) -> Plan:
    frame, strip = _rooms(c, scene, asked=asked)
    room = inside(c, frame)
    wide = (room.width() - c.px(GAP) * (columns - 1)) / columns
    screens = _screens(c, scene, wide, room.height(), columns)
    highs = [_card_high(c, card.text, wide) for card in scene.data.cards]
    fits = max(highs, default=0) <= room.height() + 1
    return Plan(frame, strip, columns, wide, screens, asked, fits)


def _card_high(c: Canvas, text: str, wide: float) -> float:
    lines = c.lines(text, READ, _words_room(c, wide), serif=True)
    return max(c.step(READ) * len(lines), c.px(MARK)) + c.px(1.0)


def _words_room(c: Canvas, wide: float) -> float:
    return wide - c.px(MARK + 3.6)


def _screens(
    c: Canvas, scene: Scene, wide: float, room: float, columns: int
) -> tuple[tuple[int, ...], ...]:
    """Fill screens with rows of cards."""
    cards = scene.data.cards
    screens: list[list[int]] = [[]]
    used = 0.0
    for first in range(0, len(cards), columns):
        row = range(first, min(first + columns, len(cards)))
        high = max(_card_high(c, cards[i].text, wide) for i in row)
        if screens[-1] and used + high > room:
            screens.append([])
            used = 0.0
        screens[-1] += row
        used += high + c.px(GAP)
    return tuple(tuple(s) for s in screens)


def _known(scene: Scene) -> list[int]:
    """Give the indexes of the cards that the class has put in order so far."""
    index = {card.id: i for i, card in enumerate(scene.data.cards)}
    return [index[item] for item, _ in scene.placed if item in index]


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the cards with their letters, then the line of places that fills up."""
    if scene.answer_shown:
        c.text(scene.data.prompt, c.body(), READ, bold=True)
        frame, strip = _rooms(c, scene, asked=True)
        answer.draw(c, frame, order_words(scene.data), scene.data.why, scene.page)
        letters = [i for group in _groups(scene.data) for i in group]
        draw_strip(c, strip, len(scene.data.cards), letters)
        return
    made = _plan(c, scene)
    page = scene.page % made.count
    if made.asked or page == 0:
        c.text(scene.data.prompt, c.body(), READ, bold=True)
    if made.asked or page > 0:
        room = stitched(c, made.frame)
        _cards(c, scene, made, room, page if made.asked else page - 1)
    page_note(c, page, made.count)
    draw_strip(c, made.strip, len(scene.data.cards), _known(scene))


def _cards(c: Canvas, scene: Scene, made: Plan, room: QRectF, page: int) -> None:
    shown = made.screens[page]
    done = set(_known(scene))
    top = room.top()
    for first in range(0, len(shown), made.columns):
        row = shown[first : first + made.columns]
        cards = [scene.data.cards[i].text for i in row]
        high = max(_card_high(c, text, made.wide) for text in cards)
        for column, i in enumerate(row):
            left = room.left() + column * (made.wide + c.px(GAP))
            _card(c, QRectF(left, top, made.wide, high), scene, i, faded=i in done)
        top += high + c.px(GAP)


def _card(c: Canvas, at: QRectF, scene: Scene, index: int, *, faded: bool) -> None:
    c.box(at, dyes.EDGE if faded else dyes.INK, width=0.3, dashed=faded)
    size = c.px(MARK)
    mark = QRectF(at.left() + c.px(1.2), at.center().y() - size / 2, size, size)
    draw_mark(c, mark, "", index)
    lines = c.lines(
        scene.data.cards[index].text, READ, _words_room(c, at.width()), serif=True
    )
    down = (at.height() - c.step(READ) * len(lines)) / 2
    words = at.adjusted(c.px(MARK + 2.2), down, 0, 0)
    c.write(lines, words, READ, serif=True, colour=dyes.INK2 if faded else dyes.INK)


def _groups(data: Sequence) -> list[list[int]]:
    """Give the cards' indexes in right order; those in a group may change places."""
    places = sorted({card.order for card in data.cards})
    return [[i for i, x in enumerate(data.cards) if x.order == p] for p in places]


def order_words(data: Sequence) -> str:
    """Write the right order in letters; "B / D" may change places."""
    return " → ".join(" / ".join(group) for group in right_order(data))


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the cards, or the reason, need."""
    if scene.answer_shown:
        frame, _ = _rooms(c, scene, asked=True)
        return answer.pages(c, frame, order_words(scene.data), scene.data.why)
    return _plan(c, scene).count


def console(scene: Scene, words: Words) -> Console:
    """Choose which card comes next; the last one can be taken back."""
    data = scene.data
    done = _known(scene)
    n = len(done) + 1
    left = [
        Place(card.id, str(n), f"{letter(i)}  {card.text}")
        for i, card in enumerate(data.cards)
        if i not in done
    ]
    title = words.t("Which card comes in place {n}?", n=words.number(n))
    return Console(
        places=tuple(left),
        place_title=title if left else "",
        undo=moved(scene),
        answer=order_words(data),
        note=data.why,
    )
