"""The bins of a sorting activity: number, word, hint and the cards in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen

from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD

if TYPE_CHECKING:
    from milkit.activities.sort import Bin
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

IDEAL = 42.0
GAP = 2.4
BAND, SMALL_BAND = 11.0, 8.0
LABEL = READ + 1
CARDS = 9.0
LINES = 2


@dataclass(frozen=True, slots=True)
class Laid:
    """
    How the bins are laid; sizes in px.

    *tall* bins have their cards under the words, others beside them. *hints* says
    whether the hints are shown: they give way first.
    """

    columns: int
    wide: float
    row: float
    rows: int
    gap: float
    ideal: float
    tall: bool
    hints: bool

    @property
    def least(self) -> float:
        """The height they need at least."""
        return self.row * self.rows + self.gap * max(0, self.rows - 1)

    def cell(self, at: QRectF, index: int) -> QRectF:
        """Give the place of a bin in *at*."""
        row, column = divmod(index, self.columns)
        high = (at.height() - self.gap * (self.rows - 1)) / self.rows
        left = at.left() + column * (self.wide + self.gap)
        return QRectF(left, at.top() + row * (high + self.gap), self.wide, high)


def lay_bins(c: Canvas, scene: Scene, width: float, *, hints: bool) -> Laid:
    """Take the most columns in which no label is cut."""
    bins = scene.data.bins
    n = max(1, len(bins))
    gap = c.px(GAP)
    for columns in dict.fromkeys((n, 2 if n % 2 == 0 else 1, 1)):
        wide = (width - gap * (columns - 1)) / columns
        tall = columns == n and not scene.answer_shown and n > 1
        room = _label_room(c, scene, wide, tall=tall)
        if all(_fits(c, one, room) for one in bins):
            break
    high = max((_bin_high(c, b, room, tall=tall, hints=hints) for b in bins), default=0)
    rows = -(-n // columns)
    least = high * rows + gap * (rows - 1)
    ideal = max(least, c.px(IDEAL)) if tall else least
    return Laid(columns, wide, high, rows, gap, ideal, tall, hints)


def _fits(c: Canvas, one: Bin, room: float) -> bool:
    """Tell whether label and hint take two lines each, with no word cut."""
    if c.longest(one.label, LABEL, bold=True) > room:
        return False
    label = c.lines(one.label, LABEL, room, bold=True)
    return max(len(label), len(c.lines(one.hint, TOLD, room))) <= LINES


def _label_room(c: Canvas, scene: Scene, wide: float, *, tall: bool) -> float:
    if tall:
        return wide - c.px(BAND + 2.5 + 1.5)
    return wide - c.px(SMALL_BAND + 2 + 1.5) - _cards_wide(c, scene)


def _cards_wide(c: Canvas, scene: Scene) -> float:
    """Give the room for one small card and its number, px."""
    most = c.stage.words.number(max(10, len(scene.data.cards)))
    return c.px(6.6 + 1.4) + c.wide(most, TOLD, bold=True) + c.px(1)


def _bin_high(c: Canvas, one: Bin, room: float, *, tall: bool, hints: bool) -> float:
    words = c.high(one.label, LABEL, room, bold=True)
    if hints:
        words += c.high(one.hint, TOLD, room)
    if tall:
        return words + c.px(2.6 + CARDS + 1.8)
    return max(words + c.px(1.4), c.px(CARDS + 1.6))


def draw_bins(c: Canvas, scene: Scene, low: QRectF, laid: Laid, card: str) -> None:
    """Draw the bins into *low*; the one in which *card* lies has a golden edge."""
    placed = dict(scene.placed)
    for i, one in enumerate(scene.data.bins):
        at = laid.cell(low, i)
        right = scene.answer_shown and _is_right(scene, card, one)
        c.box(
            at,
            dyes.GOOD if right else dyes.CHOICES[i % 4],
            width=0.9 if right else 0.5,
            fill_with=dyes.GOOD_SOFT if right else dyes.PAPER,
        )
        inside = sum(where == one.id for where in placed.values())
        _bin(c, scene, at, i, inside, laid)
        if placed.get(card) == one.id:
            _chosen(c, at)


def _is_right(scene: Scene, card: str, one: Bin) -> bool:
    found = next((x for x in scene.data.cards if x.id == card), None)
    return found is not None and one.id in (found.bin, *found.also_ok)


def _chosen(c: Canvas, at: QRectF) -> None:
    c.p.setPen(QPen(QColor(dyes.GOLD), c.px(1.2)))
    c.p.setBrush(QColor(0, 0, 0, 0))
    c.p.drawRect(at.adjusted(-c.px(0.9), -c.px(0.9), c.px(0.9), c.px(0.9)))


def _bin(
    c: Canvas, scene: Scene, at: QRectF, index: int, inside: int, laid: Laid
) -> None:
    one, tall = scene.data.bins[index], laid.tall
    band = QRectF(at.left(), at.top(), c.px(BAND if tall else SMALL_BAND), at.height())
    c.p.fillRect(band, QColor(dyes.CHOICES[index % 4]))
    share = READ + 2.6 if tall else READ
    number = c.stage.words.number(index + 1)
    down = c.px(2) if tall else (at.height() - c.step(share)) / 2
    place = band.adjusted(0, down, 0, 0)
    c.text(number, place, share, bold=True, colour=dyes.PAPER, centre=True)
    room = _label_room(c, scene, at.width(), tall=tall)
    left = band.right() + c.px(2.5 if tall else 2)
    label = QRectF(left, at.top() + c.px(2.6), room, at.height())
    hint = one.hint if laid.hints else ""
    if not tall:
        used = c.high(one.label, LABEL, room, bold=True) + c.high(hint, TOLD, room)
        label.moveTop(at.center().y() - used / 2)
    used = c.text(one.label, label, LABEL, bold=True)
    c.text(hint, label.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)
    cards = QRectF(left, at.bottom() - c.px(CARDS + 1.8), room, c.px(CARDS))
    if not tall:
        cards.setLeft(at.right() - _cards_wide(c, scene))
        cards.moveTop(at.center().y() - c.px(CARDS) / 2)
        cards.setRight(at.right())
    _cards(c, cards, inside)


def _cards(c: Canvas, at: QRectF, inside: int) -> None:
    """Draw up to three small cards and say how many there are."""
    w = c.stage.words
    word = w.n("{count} card", "{count} cards", inside)
    shown = max(1, min(inside, 3))
    step = c.px(8)
    while shown > 1 and shown * step + c.wide(word, TOLD, bold=True) > at.width():
        shown -= 1
    if step * shown + c.wide(word, TOLD, bold=True) > at.width():
        word = w.number(inside)
    for i in range(shown):
        small = QRectF(at.left() + i * step, at.top(), c.px(6.6), at.height())
        _small_card(c, small, empty=inside == 0)
    down = (at.height() - c.step(TOLD)) / 2
    line = at.adjusted(shown * step + c.px(0.4), down, 0, 0)
    c.write([word], line, TOLD, bold=True)


def _small_card(c: Canvas, at: QRectF, *, empty: bool) -> None:
    fill_with = dyes.PAPER if empty else dyes.RICE
    edge = dyes.EDGE if empty else dyes.INK
    c.box(at, edge, width=0.3, dashed=empty, fill_with=fill_with)
    if empty:
        return
    for i, share in enumerate((0.68, 0.68, 0.42)):
        y = at.top() + at.height() * (0.26 + 0.22 * i)
        line = QRectF(at.left() + at.width() * 0.16, y, at.width() * share, c.px(0.5))
        c.p.fillRect(line, QColor(dyes.EDGE))
