"""Discernment before and after by group, each with its interval, and the leaning."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from milkit.ground.weaves import PLAIT
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.theme import mixed
from milkit.widgets.weave import paint_cloth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.hub.learning import Estimate
    from milkit.widgets.look import Look

_NAME, _RIGHT = 0.28, 0.2  # shares of the width: names, leaning
_DOT = 7  # px
_NARROW = 440  # px: below it the leaning stands under the name
CELLS = 6  # of the highest column
_CELL, _WIDEST = 12, 26  # px of a cell: high, and wide at most
_TICKS = 5
_LOW, _HIGH = 0.0, 1.5  # the axis holds at least this


class Group(NamedTuple):
    """One row: *facts* are short lines under the name, *leaning* is c in words."""

    name: str
    facts: tuple[str, ...]
    before: Estimate
    after: Estimate
    leaning: str
    said: str


class IntervalChart(QLabel):
    """Rings before, dots after, on one axis; a table in words is beside it."""

    def __init__(self, look: Look, groups: Sequence[Group], name: str) -> None:
        super().__init__()
        self._look, self.groups = look, tuple(groups)
        for group in groups:
            look.type.ready("".join((group.name, *group.facts)))
        self._low, self._high = bounds(groups)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plain(name))
        self.setAccessibleDescription("; ".join(plain(one.said) for one in groups))

    def sizeHint(self) -> QSize:
        """Give the height of all rows."""
        return QSize(self._look.px(480), self._head() + len(self.groups) * self._row())

    def minimumSizeHint(self) -> QSize:
        """Give the least size."""
        return QSize(self._look.px(260), self.sizeHint().height())

    def place(self, value: float) -> float:
        """Give the place of a d' on the axis, in px."""
        left, right = self._axis()
        return left + (value - self._low) / (self._high - self._low) * (right - left)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axis and the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter)
        for number, group in enumerate(self.groups):
            top = self._head() + number * self._row()
            self._paint_group(painter, group, top)

    # --- inside ----------------------------------------------------------------

    def _axis(self) -> tuple[float, float]:
        narrow = self.width() < self._look.px(_NARROW)
        left = (0.42 if narrow else _NAME) * self.width()
        right = self.width() * (1 - (0.03 if narrow else _RIGHT))
        return left + self._look.px(16), right - self._look.px(44)

    def _head(self) -> int:
        return self._look.type.line("least") + self._look.px(6)

    def _row(self) -> int:
        line = self._look.type.line
        return line("strong") + 3 * line("least") + self._look.px(10)

    def _paint_axis(self, painter: QPainter) -> None:
        look = self._look
        high = look.type.line("least")
        for value in ticks(self._low, self._high):
            x = self.place(value)
            text = look.words.number(value, 0 if value == int(value) else 1)
            text = text.replace("-", "−")
            box = QRectF(x - 40, 0, 80, high)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_line(painter, look, text, box, Ink("least", "ink2"), middle)
            strong = value == 0
            painter.setPen(QPen(look.colour("ctl" if strong else "line"), 1 + strong))
            painter.drawLine(QPointF(x, high), QPointF(x, self.height()))
        if self.width() >= look.px(_NARROW):
            text = look.words.t("Leaning (c)")
            box = QRectF(0, 0, self.width(), high)
            right = Qt.AlignmentFlag.AlignRight
            paint_line(painter, look, text, box, Ink("tag", "ink"), right)

    def _paint_group(self, painter: QPainter, group: Group, top: float) -> None:
        look = self._look
        left, _ = self._axis()
        high, small = look.type.line("strong"), look.type.line("least")
        y = top + look.px(4)
        wide = left - look.px(28)
        paint_line(painter, look, group.name, QRectF(0, y, wide, high), Ink("strong"))
        facts = list(group.facts)
        if self.width() < look.px(_NARROW):
            facts.append(f"c {group.leaning}")
        for number, fact in enumerate(facts):
            box = QRectF(0, y + high + number * small, wide, small)
            paint_line(painter, look, fact, box, Ink("least", "ink2"))
        first = y + high * 0.5
        self._paint_estimate(painter, group.before, first, after=False)
        self._paint_estimate(painter, group.after, first + small * 1.5, after=True)
        if self.width() >= look.px(_NARROW):
            box = QRectF(0, y + high * 0.5, self.width(), small * 1.5)
            right = Qt.AlignmentFlag.AlignRight
            paint_line(painter, look, group.leaning, box, Ink(), right)
        painter.setPen(QPen(look.colour("line"), 1))
        bottom = top + self._row() - 1
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))

    def _paint_estimate(
        self, painter: QPainter, one: Estimate, y: float, *, after: bool
    ) -> None:
        look, size = self._look, self._look.px(_DOT)
        colour = look.colour("pri" if after else "ink2")
        end = x = self.place(one.mean)
        painter.setPen(QPen(colour, 2.5 if after else 2))
        if one.low is not None and one.high is not None:
            low, end = self.place(one.low), self.place(one.high)
            painter.drawLine(QPointF(low, y), QPointF(end, y))
            for at in (low, end):
                painter.drawLine(QPointF(at, y - size + 1), QPointF(at, y + size - 1))
        painter.setBrush(colour if after else look.colour("surface"))
        painter.drawEllipse(QPointF(x, y), size, size)
        text = look.words.number(one.mean, 2).replace("-", "−")
        line = look.type.line("least")
        left = max(end, x + size) + look.px(6)
        box = QRectF(left, y - line / 2, look.px(60), line)
        ink = Ink("tag", "soft_ink") if after else Ink("least", "ink2")
        paint_line(painter, look, text, box, ink)


class Months(QLabel):
    """A small chart of a country: a column of woven cells for each month."""

    def __init__(
        self, look: Look, months: Sequence[tuple[str, int | None]], cell: int, name: str
    ) -> None:
        super().__init__()
        self._look, self.months, self._cell = look, tuple(months), cell
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plain(name))
        dash = "–"
        said = "; ".join(f"{m}: {dash if n is None else n}" for m, n in months)
        self.setAccessibleDescription(plain(said))
        for month, _ in months:
            look.type.ready(month)

    def sizeHint(self) -> QSize:
        """Give a height for the highest column."""
        high = CELLS * (self._look.px(_CELL) + 2) + self._look.type.line("least")
        return QSize(self._look.px(150), high + self._look.px(6))

    def minimumSizeHint(self) -> QSize:
        """Give the least size."""
        return QSize(self._look.px(110), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns over their line, and the first and the last month."""
        if not self.months:
            return
        look, theme, painter = self._look, self._look.theme, QPainter(self)
        weft = theme.bg if theme.contrast else mixed(theme.pri, theme.surface, 0.6)
        bottom = self.height() - look.type.line("least") - look.px(4)
        step = min(self.width() / len(self.months), look.px(_WIDEST))
        wide, high = step - 2, look.px(_CELL)
        for place, (_, many) in enumerate(self.months):
            x = place * step
            line = QRectF(x, bottom, wide, theme.edge)
            painter.fillRect(line, look.colour("ink2"))
            for up in range(-(-(many or 0) // self._cell)):
                y = bottom - 2 - (up + 1) * (high + 2) + 2
                box = QRectF(x, y, wide, high)
                paint_cloth(painter, box, PLAIT, theme.pri, weft, max(2.0, high / 4))
        self._paint_names(painter, bottom + look.px(4))

    def _paint_names(self, painter: QPainter, top: float) -> None:
        look = self._look
        box = QRectF(0, top, self.width(), look.type.line("least"))
        first, last = self.months[0][0], self.months[-1][0]
        wide = paint_line(painter, look, first, box, Ink("least", "ink2"))
        room = self.width() - wide - look.px(8)
        if len(self.months) > 1 and advance(last, look.type.font("least")) <= room:
            right = Qt.AlignmentFlag.AlignRight
            paint_line(painter, look, last, box, Ink("least", "ink2"), right)


class Legend(QLabel):
    """What ring and dot are, in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self._words = (look.type.ready(w.t("before")), look.type.ready(w.t("after")))
        self.setAccessibleName(", ".join(self._words))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the size of both marks and words."""
        font = self._look.type.font("least")
        wide = sum(advance(word, font) for word in self._words)
        return QSize(
            round(wide) + self._look.px(4 * _DOT + 36),
            self._look.type.line("least") + 4,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, size = 0.0, self.height() / 2, look.px(_DOT) - 1
        for word, after in zip(self._words, (False, True), strict=True):
            colour = look.colour("pri" if after else "ink2")
            painter.setPen(QPen(colour, 2))
            painter.setBrush(colour if after else look.colour("surface"))
            painter.drawEllipse(QPointF(x + size + 1, y), size, size)
            x += 2 * size + look.px(6)
            wide = advance(word, look.type.font("least"))
            box = QRectF(x, 0, wide + 2, self.height())
            paint_line(painter, look, word, box, Ink("least", "ink2"))
            x += wide + look.px(14)


def bounds(groups: Sequence[Group]) -> tuple[float, float]:
    """Give the ends of the axis in halves: all intervals, and 0, are inside."""
    ends = [_LOW, _HIGH]
    for group in groups:
        for one in (group.before, group.after):
            ends += [value for value in one if value is not None]
    return math.floor(min(ends) * 2) / 2, math.ceil(max(ends) * 2) / 2


def ticks(low: float, high: float) -> list[float]:
    """Give the values to write on an axis: a few, evenly apart, 0 among them."""
    step = next(s for s in (0.5, 1, 2, 5, 10, 20) if (high - low) / s <= _TICKS)
    first = math.ceil(low / step)
    return [n * step for n in range(first, math.floor(high / step) + 1)]
