"""All copies of a traced photo in the order that the class calls out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from milkit.stage import card as answer
from milkit.stage import look as dyes
from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.marks import draw_mark
from milkit.stage.parts import page_note, picture, stitched

if TYPE_CHECKING:
    from milkit.activities.trace import Artefact, Trace
    from milkit.stage.canvas import Canvas
    from milkit.teaching.scene import Scene

GAP = 2.0
MARK = 7.0
DATE_LINES = 3
SIDE = 0.45  # of a low cell for the picture
IN_ROW = 4  # more copies than this stand in two rows


@dataclass(frozen=True, slots=True)
class Plan:
    """
    The rooms of the copies and, once shown, of the answer.

    Copies that have no room above the answer (*apart*) stand on a screen before it.
    """

    frame: QRectF
    cells: tuple[QRectF, ...]
    card: QRectF
    apart: bool


def _title(c: Canvas) -> str:
    return c.stage.words.t("From the oldest to the newest")


def _plan(c: Canvas, scene: Scene, dated: dict[str, str]) -> Plan:
    body = c.body()
    used = c.high(_title(c), READ, body.width(), bold=True) + c.lift() + c.px(1.4)
    frame = body.adjusted(0, used, 0, 0)
    dates = list(dated.values())
    if not scene.answer_shown:
        return Plan(frame, _cells(c, _inside(c, frame), dates), QRectF(), apart=False)
    need = answer.least_high(c, frame.width(), *_verdict(c, scene.data))
    high = min(need, frame.height() * 0.5)
    card = QRectF(frame.left(), frame.bottom() - high, frame.width(), high)
    above = QRectF(frame)
    above.setBottom(card.top() - c.px(GAP))
    cells = _cells(c, _inside(c, above), dates)
    if min(at.height() for at in cells) >= c.step(TOLD) * DATE_LINES + c.px(2):
        return Plan(above, cells, card, apart=False)
    return Plan(frame, _cells(c, _inside(c, frame), dates), body, apart=True)


def _inside(c: Canvas, frame: QRectF) -> QRectF:
    return frame.adjusted(c.px(2), c.lift() + c.px(0.8), -c.px(2), -c.px(1.6))


def _cells(c: Canvas, room: QRectF, dates: list[str]) -> tuple[QRectF, ...]:
    """Lay the copies in as many columns as their dates allow."""
    n = max(1, len(dates))
    gap = c.px(GAP)
    wide = room.width()
    for columns in dict.fromkeys((n if n <= IN_ROW else -(-n // 2), -(-n // 2), 2, 1)):
        wide = (room.width() - gap * (columns - 1)) / columns
        if all(_fits(c, text, wide) for text in dates):
            break
    rows = -(-n // columns)
    high = (room.height() - gap * (rows - 1)) / rows
    corners = (divmod(k, columns) for k in range(n))
    return tuple(
        QRectF(
            room.left() + column * (wide + gap),
            room.top() + row * (high + gap),
            wide,
            high,
        )
        for row, column in corners
    )


def _fits(c: Canvas, date: str, wide: float) -> bool:
    """Tell whether a date stands beside its letter in two lines, three at most."""
    room = wide - c.px(MARK + 3.4)
    if c.longest(date, TOLD, bold=True) > room:
        return False
    return len(c.lines(date, TOLD, room, bold=True)) <= DATE_LINES


def _verdict(c: Canvas, data: Trace) -> tuple[str, str]:
    w = c.stage.words
    fits = w.t("The caption fits") if data.fits else w.t("The caption does not fit")
    return fits, data.why


def paint_line(
    c: Canvas, scene: Scene, right: list[str], dated: dict[str, str]
) -> None:
    """Draw the copies in the class's order, or in the *right* one with the answer."""
    made = _plan(c, scene, dated)
    page = scene.page % line_pages(c, scene, dated)
    if made.apart:
        page_note(c, page, line_pages(c, scene, dated))
    if not made.apart or page == 0:
        c.text(_title(c), c.body(), READ, bold=True)
        stitched(c, made.frame)
        _copies(c, scene, made, right if scene.answer_shown else None, dated)
    if scene.answer_shown and (not made.apart or page > 0):
        shown = page - 1 if made.apart else page
        answer.draw(c, made.card, *_verdict(c, scene.data), shown)


def _copies(
    c: Canvas, scene: Scene, made: Plan, right: list[str] | None, dated: dict[str, str]
) -> None:
    """Draw the copies in the *right* order, or in the class's own so far."""
    copies = {copy.id: (i, copy) for i, copy in enumerate(scene.data.artefacts)}
    shown = right or [item for item, _ in scene.placed if item in copies]
    for k, at in enumerate(made.cells[: len(copies)]):
        if k >= len(shown):
            _empty(c, at, k)
            continue
        index, copy = copies[shown[k]]
        oldest = right is not None and copy.id == scene.data.oldest
        _small(c, at, index, copy, dated[copy.id], oldest=oldest)


def _empty(c: Canvas, at: QRectF, number: int) -> None:
    c.box(at, dyes.EDGE, dashed=True, width=0.35)
    words = at.adjusted(c.px(2), c.px(1), 0, 0)
    c.text(c.stage.words.number(number + 1), words, CLAIM, colour=dyes.INK2)


def _small(
    c: Canvas, at: QRectF, index: int, copy: Artefact, dated: str, *, oldest: bool
) -> None:
    edge, fill = (dyes.GOOD, dyes.GOOD_SOFT) if oldest else (dyes.INK, dyes.PAPER)
    c.box(at, edge, fill_with=fill, width=0.9 if oldest else 0.35)
    inner = at.adjusted(c.px(1.2), c.px(0.9), -c.px(1.0), -c.px(1.2))
    mark = QRectF(inner.left(), inner.top(), c.px(MARK), c.px(MARK))
    draw_mark(c, mark, "", index)
    face = QRectF(inner)
    if at.width() > at.height() * 1.5:  # a low cell: the picture stands beside
        face.setLeft(inner.right() - inner.width() * SIDE)
        inner.setRight(face.left() - c.px(1))
    beside = inner.adjusted(c.px(MARK + 1.2), 0, 0, 0)
    used = c.text(dated, beside, TOLD, bold=True)
    if face.left() <= inner.left():
        face.setTop(max(beside.top() + used, mark.bottom()) + c.px(0.8))
    if face.height() > c.px(7):
        picture(c, copy.picture, face, top=True)


def line_pages(c: Canvas, scene: Scene, dated: dict[str, str]) -> int:
    """Say how many screens the reason of the answer needs."""
    if not scene.answer_shown:
        return 1
    made = _plan(c, scene, dated)
    own = 1 if made.apart else 0
    return own + answer.pages(c, made.card, *_verdict(c, scene.data))
