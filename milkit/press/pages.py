"""Share a sheet out over pages, with its head, its foot and its page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from milkit.activities.paper import Heading
from milkit.press.frames import stack, tag
from milkit.press.ink import BLACK, GREY, MARGIN, MM, NOTE
from milkit.press.item import BASE, Item
from milkit.press.lay import lay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from milkit.activities.paper import Sheet
    from milkit.press.ink import Ink, Paper

HEAD, FOOT = 14 * MM, 9 * MM
GRIDS = {2: (1, 2), 4: (2, 2), 8: (2, 4)}  # copies on a page: columns, rows


Placed = tuple[float, float, Item]
Cut = tuple[float, float, float, float]
Full = tuple[list[Placed], list[Cut]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what stands on it, where, and what its head and foot say."""

    items: tuple[Placed, ...]
    cuts: tuple[Cut, ...]
    head: str
    foot: str
    number: str
    teacher_only: bool


def pages(sheet: Sheet, head: str, credit: str, size: Paper, ink: Ink) -> list[Page]:
    """Lay out *sheet*; *head* stands above, *credit* at the foot of each page."""
    made = _copies(sheet, size, ink) if sheet.up in GRIDS else None
    if made is None:
        blocks = (Heading(sheet.title, 1), *sheet.blocks)
        columns = _parted(
            lay(blocks, size.room, ink), size.height - 2 * MARGIN - HEAD - FOOT
        )
        made = [(_placed(column, MARGIN, MARGIN + HEAD), []) for column in columns]
    w = ink.words
    return [
        Page(
            tuple(items),
            tuple(cuts),
            head,
            credit,
            w.t("Page {n} of {all}", n=w.number(i), all=w.number(len(made))),
            sheet.teacher_only,
        )
        for i, (items, cuts) in enumerate(made, 1)
    ]


def _placed(
    items: Sequence[Item], x: float, y: float
) -> list[tuple[float, float, Item]]:
    out = []
    for item in items:
        out.append((x, y, item))
        y += item.height
    return out


def _parted(items: list[Item], room: float) -> list[list[Item]]:
    """Break a column into pages; what must stay with the next one moves along."""
    out: list[list[Item]] = [[]]
    used = 0.0
    for item in items:
        full = used + item.height > room or item.new_page
        if full and out[-1]:
            moved: list[Item] = []
            while not item.new_page and out[-1] and out[-1][-1].stay:
                moved.insert(0, out[-1].pop())
            if not out[-1]:  # a page of headings only: nothing to gain
                out[-1], moved = moved, []
            out.append(moved)
            used = sum(i.height for i in moved)
        out[-1].append(item)
        used += item.height
    return [page for page in out if any(i.height for i in page)] or [[]]


def _copies(sheet: Sheet, size: Paper, ink: Ink) -> list[Full] | None:
    """Put several copies of a small sheet on one page, or None if it is too long."""
    columns, rows = GRIDS[sheet.up]
    wide = (size.width - 2 * MARGIN) / columns
    high = (size.height - 2 * MARGIN - FOOT - HEAD) / rows
    pad = 4 * MM
    used, draw = stack(
        lay((Heading(sheet.title, 3), *sheet.blocks), wide - 2 * pad, ink)
    )
    if used > high - 2 * pad:
        return None
    items: list[Placed] = []
    cuts: list[Cut] = []
    for row in range(rows):
        for column in range(columns):
            x, y = MARGIN + column * wide, MARGIN + HEAD + row * high
            items.append((x + pad, y + pad, Item(used, draw)))
    for column in range(1, columns):
        x = MARGIN + column * wide
        cuts.append((x, MARGIN + HEAD, x, MARGIN + HEAD + rows * high))
    for row in range(1, rows):
        y = MARGIN + HEAD + row * high
        cuts.append((MARGIN, y, size.width - MARGIN, y))
    return [(items, cuts)]


def paint(p: QPainter, page: Page, size: Paper, ink: Ink) -> None:
    """Draw one page; the painter's unit is a tenth of a point."""
    _plait(p, MARGIN, MARGIN, size.room)
    _line(p, page.head, "", MARGIN + 4.2 * MM, size, ink)
    if page.teacher_only:
        words = ink.words.t("Teacher only")
        wide = QFontMetricsF(ink.font(NOTE, bold=True, serif=False)).horizontalAdvance(
            words
        )
        tag(p, words, size.width - MARGIN - wide - 6 * MM, MARGIN + 4 * MM, ink)
    for x, y, item in page.items:
        item.draw(p, x, y)
    pen = QPen(QColor(GREY), 0.25 * MM)
    pen.setDashPattern([8, 5])
    p.setPen(pen)
    for left, top, right, bottom in page.cuts:
        p.drawLine(QPointF(left, top), QPointF(right, bottom))
    _line(p, page.foot, page.number, size.height - MARGIN - 4 * MM, size, ink)


def _line(p: QPainter, left: str, right: str, y: float, size: Paper, ink: Ink) -> None:
    font = ink.font(NOTE, serif=False)
    measure = QFontMetricsF(font)
    p.setFont(font)
    p.setPen(QColor(GREY))
    base = y + ink.step(NOTE) * BASE
    wide = measure.horizontalAdvance(right)
    room = size.room - wide - 4 * MM
    fits = measure.elidedText(left, Qt.TextElideMode.ElideRight, room)
    p.drawText(QPointF(MARGIN, base), fits)
    p.drawText(QPointF(size.width - MARGIN - wide, base), right)


def _plait(p: QPainter, x: float, y: float, width: float) -> None:
    """Draw the woven edge of the sheet, in black: whole diamonds only."""
    cell = 0.34 * MM
    shape = ("....#....", "...###...", "..##.##..", ".##...##.", "##.....##",
             ".##...##.", "..##.##..", "...###...", "....#....")  # fmt: skip
    unit = cell * 8
    count = int(width / unit)
    shift = (width - count * unit) / 2
    for i in range(count):
        for row, line in enumerate(shape):
            for column, sign in enumerate(line):
                if sign == "#":
                    at = QRectF(
                        x + shift + i * unit + column * cell,
                        y + row * cell * 0.9,
                        cell,
                        cell,
                    )
                    p.fillRect(at, QColor(BLACK))
