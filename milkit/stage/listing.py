"""A list of questions or rules on the class screen, in as many screens as it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from milkit.stage import look as dyes
from milkit.stage.canvas import READ
from milkit.stage.fitting import evenly
from milkit.stage.marks import draw_sign

if TYPE_CHECKING:
    from milkit.stage.canvas import Canvas

GAP = 2.6
NUMBER = 7.2
INDENT = 9.8


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a screen; *number* is 0 where a long one goes on."""

    number: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries, screen by screen."""

    screens: tuple[tuple[Entry, ...], ...]
    numbered: bool
    bold: bool

    def high(self, c: Canvas, page: int = 0) -> float:
        """Give the height of one screen, px."""
        entries = self.screens[page % len(self.screens)] if self.screens else ()
        gaps = c.px(GAP) * max(0, len(entries) - 1)
        return sum(c.step(READ) * len(e.lines) for e in entries) + gaps


def listing(
    c: Canvas,
    texts: tuple[str, ...],
    width: float,
    height: float,
    *,
    numbered: bool = False,
    bold: bool = False,
) -> Listing:
    """Share out *texts* to screens; one that is too long for a screen is cut evenly."""
    room = max(1, int(height / c.step(READ)))
    entries: list[Entry] = []
    for i, text in enumerate(texts):
        inner = width - (c.px(INDENT) if numbered else 0)
        lines = c.lines(text, READ, inner, bold=bold)
        parts = evenly(lines, room) if len(lines) > room else (tuple(lines),)
        entries += [Entry(0 if k else i + 1, part) for k, part in enumerate(parts)]
    screens: list[list[Entry]] = [[]]
    used = 0.0
    for entry in entries:
        need = c.step(READ) * len(entry.lines)
        if screens[-1] and used + c.px(GAP) + need > height:
            screens.append([])
            used = 0.0
        used += need + (c.px(GAP) if screens[-1] else 0)
        screens[-1].append(entry)
    return Listing(tuple(tuple(s) for s in screens), numbered, bold)


def draw_listing(c: Canvas, made: Listing, page: int, at: QRectF) -> None:
    """Write one screen of the list."""
    top = at.top()
    for entry in made.screens[page % len(made.screens)]:
        left = at.left()
        if made.numbered:
            size = c.px(NUMBER)
            box = QRectF(left, top + (c.step(READ) - size) / 2, size, size)
            if entry.number:
                c.p.fillRect(box, QColor(dyes.INDIGO))
                draw_sign(c, box, c.stage.words.number(entry.number))
            left += c.px(INDENT)
        room = QRectF(left, top, at.right() - left, at.height())
        top += c.write(list(entry.lines), room, READ, bold=made.bold) + c.px(GAP)
