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


@dataclass(frozen=True, slots=True)
class Laid:
    """How the bins are laid: columns, px of a row at least, and is there room below."""

    columns: int
    wide: float
    row: float
    tall: bool


def _laid(c: Canvas, scene: Scene, width: float) -> Laid:
    """Take the most columns in which no label is cut."""
    bins = scene.data.bins
    n = max(1, len(bins))
    for columns in dict.fromkeys((n, 2 if n % 2 == 0 else 1, 1)):
        wide = (width - c.px(GAP) * (columns - 1)) / columns
        tall = columns == n and not scene.answer_shown and n > 1
        room = _label_room(c, scene, wide, tall=tall)
        if columns == 1 or all(
            c.longest(b.label, LABEL, bold=True) <= room for b in bins
        ):
            break
    rows = [_bin_high(c, scene, b, wide, tall=tall) for b in bins]
    return Laid(columns, wide, max(rows, default=0), tall)


def _label_room(c: Canvas, scene: Scene, wide: float, *, tall: bool) -> float:
    if tall:
        return wide - c.px(BAND + 2.5 + 1.5)
    return wide - c.px(SMALL_BAND + 2 + 1.5) - _cards_wide(c, scene)


def _cards_wide(c: Canvas, scene: Scene) -> float:
    """Give the room for one small card and its number, px."""
    most = c.stage.words.number(max(10, len(scene.data.cards)))
    return c.px(6.6 + 1.4) + c.wide(most, TOLD, bold=True) + c.px(1)


def _bin_high(c: Canvas, scene: Scene, one: Bin, wide: float, *, tall: bool) -> float:
    room = _label_room(c, scene, wide, tall=tall)
    label = c.high(one.label, LABEL, room, bold=True)
    hint = c.high(one.hint, TOLD, room) if one.hint and not scene.answer_shown else 0
    if tall:
        return label + hint + c.px(1.6 + 1 + CARDS + 1.8)
    return max(label + hint + c.px(1.4), c.px(CARDS + 1.6))


def bins_high(c: Canvas, scene: Scene, width: float, *, ideal: bool) -> float:
    """Give the height of all bins, px: as in the design, or the least there is."""
    laid = _laid(c, scene, width)
    rows = -(-len(scene.data.bins) // laid.columns)
    least = laid.row * rows + c.px(GAP) * max(0, rows - 1)
    return max(least, c.px(IDEAL)) if ideal and laid.tall else least


def draw_bins(c: Canvas, scene: Scene, low: QRectF, card: str) -> None:
    """Draw the bins into *low*; the one in which *card* lies has a golden edge."""
    laid = _laid(c, scene, low.width())
    bins = scene.data.bins
    rows = max(1, -(-len(bins) // laid.columns))
    high = (low.height() - c.px(GAP) * (rows - 1)) / rows
    placed = dict(scene.placed)
    for i, one in enumerate(bins):
        row, column = divmod(i, laid.columns)
        at = QRectF(
            low.left() + column * (laid.wide + c.px(GAP)),
            low.top() + row * (high + c.px(GAP)),
            laid.wide,
            high,
        )
        right = scene.answer_shown and _is_right(scene, card, one)
        c.box(
            at,
            dyes.GOOD if right else dyes.CHOICES[i % 4],
            width=0.9 if right else 0.5,
            fill_with=dyes.GOOD_SOFT if right else dyes.PAPER,
        )
        inside = sum(where == one.id for where in placed.values())
        _bin(c, scene, at, i, inside, tall=laid.tall)
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
    c: Canvas, scene: Scene, at: QRectF, index: int, inside: int, *, tall: bool
) -> None:
    one = scene.data.bins[index]
    wide = c.px(BAND if tall else SMALL_BAND)
    band = QRectF(at.left(), at.top(), wide, at.height())
    c.p.fillRect(band, QColor(dyes.CHOICES[index % 4]))
    share = READ + 2.6 if tall else READ
    number = c.stage.words.number(index + 1)
    down = c.px(2) if tall else (at.height() - c.step(share)) / 2
    place = band.adjusted(0, down, 0, 0)
    c.text(number, place, share, bold=True, colour=dyes.PAPER, centre=True)
    room = _label_room(c, scene, at.width(), tall=tall)
    left = band.right() + c.px(2.5 if tall else 2)
    label = QRectF(left, at.top() + c.px(2.6 if tall else 0.7), room, at.height())
    hint = "" if scene.answer_shown else one.hint
    if not tall:
        used = c.high(one.label, LABEL, room, bold=True) + c.high(hint, TOLD, room)
        label.moveTop(at.center().y() - used / 2)
    used = c.text(one.label, label, LABEL, bold=True)
    c.text(hint, label.adjusted(0, used, 0, 0), TOLD, colour=dyes.INK2)
    if tall:
        _cards(
            c, QRectF(left, at.bottom() - c.px(CARDS + 1.8), room, c.px(CARDS)), inside
        )
    else:
        x = at.right() - _cards_wide(c, scene)
        y = at.center().y() - c.px(CARDS) / 2
        _cards(c, QRectF(x, y, at.right() - x, c.px(CARDS)), inside)


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
