"""The time rail: a lesson's steps as wide as their minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from milkit.ground.weaves import HEM, PLAIT
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.theme import mixed
from milkit.widgets.weave import paint_cloth, paint_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

_GAP = 2
_TICK, _NUMBER = 5, 15  # minutes between ticks and between numbers


class Span(NamedTuple):
    """One step on the rail; *state* is planned, done or now."""

    minutes: int
    title: str = ""
    state: str = "planned"


def spans(
    minutes: Sequence[int], total: int, width: float, left: float = 0
) -> Iterator[tuple[float, float]]:
    """Give left and width in px of each step on a rail of *total* minutes."""
    at = 0
    for long in minutes:
        start = left + width * at / max(total, 1)
        at += long
        yield start, max(1.0, left + width * at / max(total, 1) - start - _GAP)


class TimeRail(QLabel):
    """
    The plan of a lesson over the minutes of the *period*.

    Steps beyond the period run on past its mark; a shorter lesson leaves an empty
    dashed piece. What the rail says stands in words beside it.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._spans: tuple[Span, ...] = ()
        self._period = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Span], period: int) -> None:
        """Show the steps; *period* is the class's minutes."""
        self._spans, self._period = tuple(steps), period
        words = self._look.words
        said = [
            words.t(
                "step {number}: {minutes} min",
                number=words.number(i + 1),
                minutes=words.number(s.minutes),
            )
            for i, s in enumerate(steps)
        ]
        self.setAccessibleName(words.t("Time plan"))
        self.setAccessibleDescription(plain(", ".join(said)))
        self.update()

    def sizeHint(self) -> QSize:
        """Give a full row's room."""
        return QSize(self._look.px(400), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give the height of segments, ticks and numbers."""
        look = self._look
        return QSize(look.px(240), look.px(46) + look.type.line("least"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint segments, ticks and numbers."""
        painter = QPainter(self)
        total = max(sum(s.minutes for s in self._spans), self._period)
        places = list(spans([s.minutes for s in self._spans], total, self.width()))
        for number, (left, width) in enumerate(places):
            self._paint_span(painter, number, QRectF(left, 0, width, self._look.px(38)))
        self._paint_rest(painter, total)
        self._paint_ticks(painter, total)

    def _paint_span(self, painter: QPainter, number: int, box: QRectF) -> None:
        look, span = self._look, self._spans[number]
        now = span.state == "now"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if now or look.theme.contrast:
            painter.setPen(QPen(look.colour("ink"), 2 if now else 1))
            box = box.adjusted(1, 1, -1, -1)
        painter.setBrush(look.colour("tur" if now else "soft"))
        painter.drawRoundedRect(box, 4, 4)
        edge = QRectF(box.left(), box.top(), box.width(), 8)
        pattern, cell = (PLAIT, 4) if number % 2 == 0 else (HEM, 2.5)
        weft = (
            look.theme.bg
            if look.theme.contrast
            else mixed(look.theme.pri, look.theme.surface, 0.6)
        )
        paint_cloth(painter, edge, pattern, look.theme.pri, weft, cell)
        self._paint_words(painter, number, box, "on_tur" if now else "")

    def _paint_words(
        self, painter: QPainter, number: int, box: QRectF, colour: str
    ) -> None:
        """Paint the step's number, and its minutes in as many words as fit."""
        look, words = self._look, self._look.words
        row = QRectF(box.left(), box.top() + 8, box.width(), box.height() - 8)
        row.adjust(look.px(9), 0, -look.px(8), 0)
        bold = Ink("strong", colour or "soft_ink")
        used = paint_line(painter, look, words.number(number + 1), row, bold)
        ink = Ink("small", colour or "ink2")
        minutes = words.number(self._spans[number].minutes)
        row.setLeft(row.left() + used + look.px(6))
        for text in (words.t("{minutes} min", minutes=minutes), minutes):
            if advance(text, ink.font(look)) <= row.width():
                paint_line(painter, look, text, row, ink, Qt.AlignmentFlag.AlignRight)
                return

    def _paint_rest(self, painter: QPainter, total: int) -> None:
        """Paint the minutes that are left over, or the end of the period."""
        look, used = self._look, sum(s.minutes for s in self._spans)
        high = look.px(38)
        if used < self._period:
            left = self.width() * used / total
            pen = QPen(look.colour("ctl"), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left + 1, 0.5, self.width() - left - 2, high - 1))
        elif 0 < self._period < used:
            at = round(self.width() * self._period / total)
            painter.fillRect(at - 2, 0, 3, high + look.px(6), look.colour("tur_ink"))

    def _paint_ticks(self, painter: QPainter, total: int) -> None:
        look = self._look
        top = look.px(38) + 2
        ink = Ink("least", "ink2")
        for minute in range(0, total + 1, _TICK):
            x = min(round(self.width() * minute / max(total, 1)), self.width() - 1)
            high = 6 if minute % _NUMBER == 0 else 3
            painter.fillRect(x, top, 1, high, look.colour("ctl"))
            if minute % _NUMBER == 0:
                self._paint_number(painter, minute, x, top + 7, ink)

    def _paint_number(
        self, painter: QPainter, minute: int, x: int, top: int, ink: Ink
    ) -> None:
        look = self._look
        text = look.words.number(minute)
        width = advance(text, ink.font(look))
        left = min(max(x - width / 2, 0), self.width() - width)
        box = QRectF(left, top, width + 1, look.type.line("least"))
        paint_line(painter, look, text, box, ink)


class Strip(QLabel):
    """A low rail without words: done is woven, now is turmeric, the rest is empty."""

    def __init__(
        self, look: Look, height: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._high = look, height
        self._spans: tuple[Span, ...] = ()
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Span], total: int = 0) -> None:
        """Show the steps on a strip of *total* minutes (their sum when 0)."""
        self._spans = tuple(steps)
        self._total = total or sum(s.minutes for s in steps)
        words = self._look.words
        done = sum(s.state == "done" for s in steps)
        self.setAccessibleName(
            words.t(
                "{count} of {total} steps done",
                count=words.number(done),
                total=words.number(len(steps)),
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Give a row's room."""
        return QSize(self._look.px(320), self._look.px(self._high))

    def minimumSizeHint(self) -> QSize:
        """Give the least room."""
        return QSize(self._look.px(120), self._look.px(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps."""
        look, painter = self._look, QPainter(self)
        places = spans([s.minutes for s in self._spans], self._total, self.width())
        for number, (left, width) in enumerate(places):
            box = QRectF(round(left), 0, round(width), self.height())
            state = self._spans[number].state
            if state == "done":
                paint_time(painter, box, number + 1, look)
                continue
            now = state == "now"
            pen = 2 if now else 1
            painter.setPen(QPen(look.colour("ink" if now else "ctl"), pen))
            painter.setBrush(look.colour("tur") if now else Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2))
