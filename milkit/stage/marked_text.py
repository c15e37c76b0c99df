"""A page of text with numbered places, laid out in lines and screens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from milkit.stage import look as dyes
from milkit.stage.canvas import READ, TOLD
from milkit.stage.lines import with_ends
from milkit.stage.marks import draw_sign
from milkit.stage.spots import pieces

if TYPE_CHECKING:
    from milkit.activities.annotate import Annotate
    from milkit.stage.canvas import Canvas
    from milkit.stage.spots import Spotted
    from milkit.teaching.scene import Scene

_WORDS = re.compile("(?<=[ \u200b])")
LEADING = 1.1  # the underlines need room


@dataclass(frozen=True, slots=True)
class Run:
    """A word of a line (or, with *tag*, the number before a place) and where it is."""

    left: float
    wide: float
    text: str
    place: Spotted | None
    tag: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The lines of the page, screen by screen; *who* and *title* head the first."""

    who: tuple[str, ...]
    title: tuple[str, ...]
    screens: tuple[tuple[tuple[Run, ...], ...], ...]
    step: float

    def screen_of(self, number: int) -> int:
        """Give the screen on which the place *number* begins."""
        for i, lines in enumerate(self.screens):
            runs = (run for line in lines for run in line if run.tag)
            if any(run.place and run.place.number == number for run in runs):
                return i
        return 0


@dataclass(slots=True)
class _Flow:
    """Fills the lines of one screen with words from left to right."""

    width: float
    lines: list[list[Run]] = field(default_factory=lambda: [[]])
    x: float = 0.0

    def turn(self) -> None:
        """Begin a new line."""
        self.lines.append([])
        self.x = 0.0

    def add(
        self, text: str, wide: float, need: float, place: Spotted | None, *, tag: bool
    ) -> None:
        """Put a word after the others; turn first when *need* px do not fit."""
        if self.x and self.x + need > self.width:
            self.turn()
        self.lines[-1].append(Run(self.x, wide, text, place, tag))
        self.x += wide

    def copy(self) -> _Flow:
        """Give another one that goes on from here."""
        return _Flow(self.width, [list(line) for line in self.lines], self.x)

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands on the screen yet."""
        return not any(self.lines)


def marked_text(
    c: Canvas, data: Annotate, width: float, height: float, by: str = ""
) -> MarkedText:
    """Lay the page out for a room of *width* x *height* px; *by* is who made it."""
    who = tuple(c.lines(by, TOLD, width))
    title = tuple(c.lines(data.title, READ, width, bold=True, serif=True))
    step = c.step(READ) * LEADING
    head = c.step(READ) * len(title) + (c.px(0.6) if title else 0)
    head += c.step(TOLD) * len(who)
    rooms = (int((height + 1 - head) / step), int((height + 1) / step))
    screens = [_Flow(width)]
    for words, place in pieces(data):
        most = max(1, rooms[min(1, len(screens) - 1)])
        trial = screens[-1].copy()
        _lay(c, trial, words, place)
        if len(trial.lines) > most and not screens[-1].empty:
            trial = _Flow(width)  # a place is not torn apart
            screens.append(trial)
            _lay(c, trial, words.lstrip("\n"), place)
            most = max(1, rooms[1])
        screens[-1] = trial
        screens += _overflow(trial, most, max(1, rooms[1]))
    made = tuple(tuple(tuple(line) for line in flow.lines) for flow in screens)
    return MarkedText(who, title, made, step)


def _overflow(flow: _Flow, own: int, most: int) -> list[_Flow]:
    """Move the lines beyond its *own* to further screens of *most* lines."""
    rest, flow.lines = flow.lines[own:], flow.lines[:own]
    more = [rest[i : i + most] for i in range(0, len(rest), most)]
    return [_Flow(flow.width, lines, flow.x) for lines in more]


def _lay(c: Canvas, flow: _Flow, words: str, place: Spotted | None) -> None:
    """Lay one piece; the number of a place stays with its first word."""
    ready = with_ends(words, c.lang)
    number = c.stage.words.number(place.number) if place else ""
    for k, paragraph in enumerate(ready.split("\n")):
        if k:
            flow.turn()
        for word in _words(c, paragraph, flow.width):
            wide = c.wide(word, READ, serif=True)
            need = c.wide(word.rstrip(), READ, serif=True)
            if number:
                tag = c.wide(number, TOLD, bold=True) + c.px(2.4)
                flow.add(number, tag, tag + need, place, tag=True)
                number = ""
            flow.add(word, wide, need, place, tag=False)


def _words(c: Canvas, text: str, width: float) -> list[str]:
    """Cut a paragraph into words; one that is wider than the page is cut further."""
    found: list[str] = []
    for word in _WORDS.split(text):
        if c.wide(word.rstrip(), READ, serif=True) > width:
            found += c.lines(word, READ, width * 0.9, serif=True)
        elif word:
            found.append(word)
    return found


def draw_text(c: Canvas, made: MarkedText, page: int, at: QRectF, scene: Scene) -> None:
    """Draw one screen of the page; marked places are filled."""
    top = at.top()
    if page == 0:
        top += c.write(list(made.who), at, TOLD, colour=dyes.INK2)
        head = QRectF(at.left(), top, at.width(), at.height())
        used = c.write(list(made.title), head, READ, bold=True, serif=True)
        top += used + (c.px(0.6) if made.title else 0)
    marked = {item for item, where in scene.placed if where == "mark"}
    for line in made.screens[page]:
        for run in line:
            place = run.place
            filled = place is not None and (
                place.target if scene.answer_shown else place.spot.id in marked
            )
            _draw_run(c, run, QPointF(at.left() + run.left, top), filled=filled)
        top += made.step


def _draw_run(c: Canvas, run: Run, at: QPointF, *, filled: bool) -> None:
    high = c.step(READ)
    if run.tag:
        size = c.px(TOLD) * 1.45
        middle = at.y() + high / 2
        box = QRectF(at.x(), middle - size / 2, run.wide - c.px(0.8), size)
        c.p.fillRect(box, QColor(dyes.INK))
        draw_sign(c, box, run.text, 0.7)
        return
    if filled:
        c.p.fillRect(QRectF(at.x(), at.y(), run.wide, high), QColor(dyes.GOLD_SOFT))
    room = QRectF(at.x(), at.y(), run.wide + 2, high)
    c.write([run.text], room, READ, serif=True)
    if run.place is not None:
        pen = QPen(QColor(dyes.GOLD if filled else dyes.EDGE), c.px(0.55))
        c.p.setPen(pen)
        y = at.y() + high * 0.98
        c.p.drawLine(QPointF(at.x(), y), QPointF(at.x() + run.wide, y))
