"""Putting cards in order on the class screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from milkit.activities.kind import Option
from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD
from milkit.stage.parts import LETTERS, answer_card, draw_mark
from milkit.stage.view import Console

if TYPE_CHECKING:
    from milkit.activities.sequence import Sequence
    from milkit.ground.words import Words
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

PER_PAGE = 4


def _order(data: Sequence) -> list[int]:
    """Give the indexes of the cards in a right order."""
    return sorted(range(len(data.cards)), key=lambda i: data.cards[i].order)


def paint(c: Canvas, scene: Scene) -> None:
    """Draw the cards with their letters, then the line of places that fills up."""
    data = scene.data
    body = c.body()
    used = c.text(data.prompt, body, READ, bold=True)
    line = QRectF(body.left(), body.bottom() - c.px(17), body.width(), c.px(17))
    room = QRectF(
        body.left(),
        body.top() + used + c.px(2),
        body.width(),
        line.top() - body.top() - used - c.px(4),
    )
    if scene.answer_shown:
        letters = " → ".join(LETTERS[i] for i in _order(data))
        answer_card(c, room, letters, data.why)
    else:
        _cards(c, room, scene)
    _places(c, line, scene)


def _cards(c: Canvas, room: QRectF, scene: Scene) -> None:
    data = scene.data
    columns = 1 if c.narrow else 2
    first = (scene.page * PER_PAGE) % max(1, len(data.cards))
    shown = list(range(first, min(first + PER_PAGE, len(data.cards))))
    rows = -(-len(shown) // columns)
    gap = c.px(2)
    wide = (room.width() - gap * (columns - 1)) / columns
    high = min((room.height() - gap * (rows - 1)) / rows, c.px(26))
    done = {item for item, _ in scene.placed}
    for k, i in enumerate(shown):
        row, column = divmod(k, columns)
        at = QRectF(
            room.left() + column * (wide + gap),
            room.top() + row * (high + gap),
            wide,
            high,
        )
        faded = data.cards[i].id in done
        c.box(at, dyes.EDGE if faded else dyes.INK, width=0.35, dashed=faded)
        draw_mark(
            c,
            QRectF(at.left() + c.px(1.5), at.top() + c.px(1.5), c.px(7), c.px(7)),
            "",
            i,
        )
        words = at.adjusted(c.px(10), c.px(1), -c.px(1), 0)
        share = (
            READ
            if c.step(READ)
            * len(c.lines(data.cards[i].text, READ, words.width(), serif=True))
            <= words.height()
            else TOLD + 0.8
        )
        colour = dyes.INK2 if faded else dyes.INK
        c.text(data.cards[i].text, words, share, serif=True, colour=colour)


def _places(c: Canvas, line: QRectF, scene: Scene) -> None:
    data = scene.data
    n = len(data.cards)
    gap = c.px(3.4)
    wide = min(c.px(16), (line.width() - gap * (n - 1)) / n)
    letters = {card.id: i for i, card in enumerate(data.cards)}
    chosen = [letters[item] for item, _ in scene.placed if item in letters]
    right = _order(data)
    for k in range(n):
        at = QRectF(line.left() + k * (wide + gap), line.top(), wide, line.height())
        number = c.stage.words.number(k + 1)
        c.box(
            at,
            dyes.INK if k < len(chosen) else dyes.EDGE,
            dashed=k >= len(chosen),
            width=0.35,
        )
        c.write([number], at.adjusted(c.px(1), c.px(0.2), 0, 0), TOLD, colour=dyes.INK2)
        shown = right if scene.answer_shown else chosen
        if k < len(shown):
            size = min(c.px(8.5), wide * 0.6)
            mark = QRectF(0, 0, size, size)
            mark.moveCenter(QPointF(at.center().x(), at.center().y() + c.px(2.2)))
            draw_mark(c, mark, "", shown[k])


def pages(c: Canvas, scene: Scene) -> int:
    """Say how many screens the cards need."""
    return -(-len(scene.data.cards) // PER_PAGE)


def console(scene: Scene, words: Words) -> Console:
    """Choose which card comes next; the last one can be taken back."""
    data = scene.data
    done = {item for item, _ in scene.placed}
    letters = " → ".join(LETTERS[i] for i in _order(data))
    left = [
        Option(card.id, f"{LETTERS[i]}  {card.text}")
        for i, card in enumerate(data.cards)
        if card.id not in done
    ]
    n = words.number(len(done) + 1)
    return Console(
        item="next",
        places=tuple(left),
        place_title=words.t("Which card comes in place {n}?", n=n) if left else "",
        answer=letters,
        note=data.why,
    )
