"""The gap chart: what was believed of true and of false items, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from milkit.ground.weaves import PLAIT
from milkit.widgets.lines import Ink, advance, fill, paint_line, paint_lines, plain
from milkit.widgets.panel import paint_card
from milkit.widgets.theme import mixed
from milkit.widgets.weave import paint_cloth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from milkit.widgets.look import Look

_HIGH = 300
_STEPS = (0, 25, 50, 75, 100)
_ALARMS = 3  # the dye of the second line: brown, as answer D
_FREE = Qt.AlignmentFlag.AlignLeft


class Side(NamedTuple):
    """One time: hits and false alarms in per cent."""

    hits: int
    alarms: int


class Lines(NamedTuple):
    """Where things stand: the two uprights, the top and the bottom of the axis."""

    left: float
    right: float
    top: float
    bottom: float

    def y(self, percent: float) -> float:
        """Give the height of a percentage."""
        return self.bottom - (self.bottom - self.top) * percent / 100

    def at(self, place: int, percent: float) -> QPointF:
        """Give a point on the first or the second upright."""
        return QPointF((self.left, self.right)[place], self.y(percent))


class GapChart(QLabel):
    """
    Two lines over 0 to 100 %: solid with rings of dots, dashed with squares.

    The cloth between them is discernment. *said* tells a screen reader the numbers;
    a table stands beside the chart.
    """

    def __init__(
        self,
        look: Look,
        before: Side | None,
        after: Side | None,
        said: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self.before, self.after = look, before, after
        w = look.words
        self._names = (w.t("Before"), w.t("After"))
        self._hits = look.type.ready(w.t("True ones they believed (hits)"))
        self._alarms = look.type.ready(w.t("False ones they believed (false alarms)"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plain(w.t("The gap between the lines is discernment")))
        self.setAccessibleDescription(plain(said))

    def sizeHint(self) -> QSize:
        """Give a chart's usual size."""
        return QSize(self._look.px(440), self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Give the least: numbers at the left, words at the right."""
        return QSize(self._look.px(200), self._look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axis, the cloth, the lines and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._lines()
        self._paint_axis(painter, lines)
        sides = [side for side in (self.before, self.after) if side is not None]
        if len(sides) == len(self._names):
            self._paint_cloth(painter, lines)
            self._paint_line(painter, lines, "hits")
            self._paint_line(painter, lines, "alarms")
        for place, side in enumerate((self.before, self.after)):
            if side is not None:
                self._paint_side(painter, lines, place, side)

    def _lines(self) -> Lines:
        look = self._look
        numbers = advance("100%", look.type.font("small")) + look.px(12)
        left = numbers + advance("100%", look.type.font("big")) + look.px(10)
        room = min(self._look.px(170), (self.width() - left) * 0.45)
        return Lines(
            left,
            self.width() - room,
            look.type.line("strong") + look.px(10),
            self.height() - look.px(12),
        )

    def _paint_axis(self, painter: QPainter, lines: Lines) -> None:
        look, high = self._look, self._look.type.line("small")
        for percent in _STEPS:
            y = lines.y(percent)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(lines.left, y), QPointF(lines.right, y))
            text = f"{look.words.number(percent)}%"
            box = QRectF(0, y - high / 2, look.px(60), high)
            paint_line(painter, look, text, box, Ink("small", "ink2"))
        sides = (self.before, self.after)
        ends = zip((lines.left, lines.right), self._names, sides, strict=True)
        for x, name, side in ends:
            if side is None:
                continue
            painter.setPen(QPen(look.colour("ink"), 2))
            top = lines.top - look.px(6)
            painter.drawLine(QPointF(x, top), QPointF(x, lines.bottom))
            wide = look.px(120)
            box = QRectF(x - wide / 2, 0, wide, look.type.line("strong"))
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_line(painter, look, name, box, Ink("strong"), middle)

    def _paint_cloth(self, painter: QPainter, lines: Lines) -> None:
        before, after = self.before, self.after
        if before is None or after is None:
            return
        path = QPainterPath()
        path.addPolygon(
            QPolygonF(
                [
                    lines.at(0, before.hits),
                    lines.at(1, after.hits),
                    lines.at(1, after.alarms),
                    lines.at(0, before.alarms),
                ]
            )
        )
        theme = self._look.theme
        warp = theme.ctl if theme.contrast else mixed(theme.pri, theme.surface, 0.6)
        weft = theme.bg if theme.contrast else mixed(theme.pri, theme.surface, 0.86)
        painter.save()
        painter.setClipPath(path)
        paint_cloth(painter, path.boundingRect(), PLAIT, warp, weft, 3)
        painter.restore()

    def _tone(self, which: str) -> str:
        theme = self._look.theme
        return "pri" if which == "hits" else theme.choice(_ALARMS)

    def _paint_line(self, painter: QPainter, lines: Lines, which: str) -> None:
        before, after = self.before, self.after
        if before is None or after is None:
            return
        pen = QPen(self._look.colour(self._tone(which)), 3)
        if which == "alarms":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(
            lines.at(0, getattr(before, which)), lines.at(1, getattr(after, which))
        )

    def _paint_side(
        self, painter: QPainter, lines: Lines, place: int, side: Side
    ) -> None:
        """Paint both marks of one time, their numbers, and at the end their names."""
        look = self._look
        around = look.px(7)
        for which in ("hits", "alarms"):
            at = lines.at(place, getattr(side, which))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(self._tone(which)))
            mark = QRectF(at.x() - around, at.y() - around, 2 * around, 2 * around)
            if which == "hits":
                painter.drawEllipse(mark)
            else:
                painter.drawRect(mark.adjusted(1, 1, -1, -1))
        named = place == 1 or self.after is None
        self._paint_numbers(painter, lines, place, side, named=named)
        self._paint_gap(painter, lines, place, side)

    def _paint_numbers(
        self, painter: QPainter, lines: Lines, place: int, side: Side, *, named: bool
    ) -> None:
        look = self._look
        high, small = look.type.line("big"), look.type.line("small")
        at_left = place == 0 and not named
        x = lines.at(place, 0).x() + (-1 if at_left else 1) * look.px(14)
        room = self.width() - x if not at_left else look.px(70)
        texts = {"hits": self._hits, "alarms": self._alarms}
        words = {
            which: fill(texts[which], look.type.font("small"), room, 3) if named else []
            for which in texts
        }
        tall = {which: high + small * len(words[which]) for which in words}
        tops = self._apart(lines, side, tall)
        for which in ("hits", "alarms"):
            text = f"{look.words.number(getattr(side, which))}%"
            box = QRectF(x if not at_left else x - room, tops[which], room, high)
            ink = Ink("big", self._tone(which))
            edge = Qt.AlignmentFlag.AlignRight if at_left else _FREE
            paint_line(painter, look, text, box, ink, edge)
            below = QRectF(x, tops[which] + high, room, small * 3)
            tone = Ink("small", self._tone(which))
            paint_lines(painter, look, words[which], below, tone)

    def _apart(
        self, lines: Lines, side: Side, tall: dict[str, int]
    ) -> dict[str, float]:
        """Keep the words of both marks from running into each other."""
        half = self._look.type.line("big") / 2
        upper, lower = (
            ("hits", "alarms") if side.hits >= side.alarms else ("alarms", "hits")
        )
        top = lines.y(getattr(side, upper)) - half
        low = lines.y(getattr(side, lower)) - half
        low = min(low, self.height() - tall[lower])
        top = max(0.0, min(top, low - tall[upper]))
        low = max(low, top + tall[upper])
        return {upper: top, lower: low}

    def _paint_gap(
        self, painter: QPainter, lines: Lines, place: int, side: Side
    ) -> None:
        """Paint "Gap: 40" in a box beside the upright, inside the chart."""
        look, w = self._look, self._look.words
        gap = w.number(side.hits - side.alarms).replace("-", "−")
        text = w.t("Gap: {points}", points=gap)
        font = look.type.font("strong")
        wide, high = advance(text, font) + look.px(20), look.type.line("strong") + 8
        x = lines.at(place, 0).x()
        y = lines.y((side.hits + side.alarms) / 2) - high / 2
        if place == 0:  # below the cloth, where a narrow one leaves no room
            low = lines.y(min(side.hits, side.alarms)) + look.px(14)
            y = min(low, lines.bottom - high - 2)
        left = x + look.px(16) if place == 0 else x - wide - look.px(16)
        if self.before is None or self.after is None:  # its words stand there
            left, y = self.width() - wide - 2, lines.bottom - high - 2
        box = QRectF(left, y, wide, high)
        paint_card(painter, look, box, "surface", "pri", radius=4)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_line(painter, look, text, box, Ink("strong"), middle)
