"""Fit a text to its room: the largest size, then more screens, never below a floor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from milkit.stage.canvas import CLAIM, READ, TOLD
from milkit.stage.lines import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF

    from milkit.stage.canvas import Canvas

CLAIM_SIZES = (CLAIM, 7.4, READ)  # a claim or a question
READ_SIZES = (READ,)
TOLD_SIZES = (READ, 5.6, 4.8, TOLD)  # what the teacher also says
MOST_LINES = 4  # at the largest size; longer texts are read better smaller
SLACK = 0.5  # px: rounding must not cost a line


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text broken for its room: its size and, screen by screen, its lines."""

    share: float
    step: float
    screens: tuple[tuple[str, ...], ...]
    bold: bool
    serif: bool

    @property
    def whole(self) -> bool:
        """Tell whether it needs no second screen."""
        return len(self.screens) <= 1

    @property
    def high(self) -> float:
        """The height of the fullest screen, px."""
        return self.step * max((len(lines) for lines in self.screens), default=0)

    def screen(self, page: int) -> tuple[str, ...]:
        """Give the lines of screen *page*, counted round."""
        return self.screens[page % len(self.screens)] if self.screens else ()


def fit(
    c: Canvas,
    text: str,
    width: float,
    height: float,
    *,
    sizes: tuple[float, ...] = CLAIM_SIZES,
    bold: bool = True,
    serif: bool = False,
) -> Fitted:
    """Take the largest of *sizes* at which *text* fits; else the last, in screens."""
    for share in sizes:
        lines = c.lines(text, share, width, bold=bold, serif=serif)
        cut = c.longest(text, share, bold=bold, serif=serif) > width
        long = share == CLAIM and len(lines) > MOST_LINES
        if c.step(share) * len(lines) <= height + SLACK and not cut and not long:
            return Fitted(share, c.step(share), (tuple(lines),), bold, serif)
    share = sizes[-1]
    room = max(1, int((height + SLACK) / c.step(share)))
    broken = partial(c.lines, share=share, width=width, bold=bold, serif=serif)
    screens = in_screens(text, broken, room)
    return Fitted(share, c.step(share), screens, bold, serif)


def in_screens(
    text: str, broken: Callable[[str], list[str]], room: int
) -> tuple[tuple[str, ...], ...]:
    """Cut *text* into screens of *room* lines, after sentences where that goes."""
    if any(len(broken(one)) > room for one in sentences(text)):
        return evenly(broken(text), room)
    screens: list[tuple[str, ...]] = []
    held = ""
    for one in sentences(text):
        more = f"{held} {one}" if held else one
        if held and len(broken(more)) > room:
            screens.append(tuple(broken(held)))
            more = one
        held = more
    return (*screens, tuple(broken(held)))


def evenly(lines: list[str], room: int) -> tuple[tuple[str, ...], ...]:
    """Share out *lines* to as few screens as *room* lines allow, all about as full."""
    count = max(1, -(-len(lines) // max(1, room)))
    each = max(1, -(-len(lines) // count))
    return tuple(tuple(lines[i : i + each]) for i in range(0, len(lines), each))


def write(
    c: Canvas, text: Fitted, page: int, room: QRectF, *, high: float = 0.45
) -> float:
    """
    Write one screen of a fitted text; *high* is the share of spare room above it.

    Give the height used, px.
    """
    lines = list(text.screen(page))
    spare = max(0.0, room.height() - text.step * len(lines)) * high
    at = room.adjusted(0, spare, 0, 0)
    return spare + c.write(lines, at, text.share, bold=text.bold, serif=text.serif)
