"""The class window's sheet: every size is a share of its height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from milkit.stage import look as dyes
from milkit.stage.lines import Face, advance, fill, font, grown, longest, pitch
from milkit.widgets.type import script

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from milkit.stage.look import StageLook

READ = 6.4  # % of the height: what students must read themselves
TOLD = 4.2  # % of the height: what the teacher also says
CLAIM = 8.4
COUNT = 16.0
MARGIN = 5.0
FOOT = 6.9  # the lower margin, with the selvedge in it
SELVEDGE = 2.3
NARROW = 3 / 2  # 4:3 and 5:4 are narrower than this
TAG_TOP = 2.6  # labels on a frame's edge reach into the upper margin


class Canvas:
    """Draws on *painter* inside *rect*; *lang* is the language of the texts."""

    def __init__(
        self, painter: QPainter, rect: QRectF, stage: StageLook, lang: str
    ) -> None:
        self.p = painter
        self.rect = rect
        self.stage = stage
        self.lang = lang
        self.unit = max(rect.height(), 1.0) / 100
        self.narrow = rect.width() / max(rect.height(), 1.0) < NARROW
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def px(self, share: float) -> float:
        """Turn a share of the height into pixels."""
        return share * self.unit

    def body(self) -> QRectF:
        """Give the part inside the margins, above the selvedge."""
        m = self.px(MARGIN)
        return self.rect.adjusted(m, m, -m, -self.px(FOOT))

    def framed(self) -> QRectF:
        """Give the part for a stitched frame, whose labels stand on its upper edge."""
        body = self.body()
        body.setTop(self.rect.top() + self.px(TAG_TOP) + self.lift())
        return body

    def tag_high(self) -> float:
        """Give the height of a label, px."""
        return self.px(TOLD) * grown(self.lang) * max(1.48, pitch(self.lang) * 1.04)

    def lift(self) -> float:
        """Give how far a label stands above the edge it lies on, px."""
        return self.tag_high() * 0.55

    def face(self, share: float, *, bold: bool = False, serif: bool = False) -> Face:
        """Choose a font of *share* % of the height, larger where letters need it."""
        families = tuple(self.stage.families(self.lang, serif))
        return Face(families, max(1, round(self.px(share) * grown(self.lang))), bold)

    def font(self, share: float, *, bold: bool = False, serif: bool = False) -> QFont:
        """Make the font of *share* % of the height."""
        return font(self.face(share, bold=bold, serif=serif))

    def lines(
        self,
        text: str,
        share: float,
        width: float,
        *,
        bold: bool = False,
        serif: bool = False,
    ) -> list[str]:
        """Break *text* into the lines that fit *width* px."""
        face = self.face(share, bold=bold, serif=serif)
        return list(fill(text, face, int(width), self.lang))

    def step(self, share: float) -> float:
        """Give the distance of two base lines, px."""
        return self.px(share) * grown(self.lang) * pitch(self.lang)

    def high(
        self, text: str, share: float, width: float, *, bold: bool = False
    ) -> float:
        """Give the height that *text* takes at *width*, px."""
        return self.step(share) * len(self.lines(text, share, width, bold=bold))

    def base(self, share: float) -> float:
        """Give where the base line lies in a line, px from its top."""
        rise = script(self.lang).rise * self.px(share) * grown(self.lang)
        return self.step(share) / 2 + rise

    def write(
        self,
        lines: list[str],
        at: QRectF,
        share: float,
        *,
        bold: bool = False,
        serif: bool = False,
        colour: str = dyes.INK,
        centre: bool = False,
    ) -> float:
        """Write *lines* from the top of *at*; return the height used, px."""
        face = self.face(share, bold=bold, serif=serif)
        self.p.setFont(font(face))
        self.p.setPen(QColor(colour))
        top = at.top() + self.base(share)
        for i, line in enumerate(lines):
            shift = (at.width() - advance(line, face)) / 2 if centre else 0
            spot = QPointF(at.left() + shift, top + self.step(share) * i)
            self.p.drawText(spot, line)
        return self.step(share) * len(lines)

    def text(
        self,
        text: str,
        at: QRectF,
        share: float,
        *,
        bold: bool = False,
        serif: bool = False,
        colour: str = dyes.INK,
        centre: bool = False,
    ) -> float:
        """Break and write *text*; return the height used, px."""
        lines = self.lines(text, share, at.width(), bold=bold, serif=serif)
        return self.write(
            lines, at, share, bold=bold, serif=serif, colour=colour, centre=centre
        )

    def number(self, text: str, at: QPointF, share: float) -> None:
        """Write a number with its base line at *at*: digits need no line around."""
        self.p.setFont(self.font(share, bold=True))
        self.p.setPen(QColor(dyes.INK))
        self.p.drawText(at, text)

    def reach(self, text: str, share: float) -> tuple[float, float]:
        """Give how far bold *text* reaches above and below its base line, px."""
        ink = QFontMetricsF(self.font(share, bold=True)).tightBoundingRect(text)
        return max(0.0, -ink.top()), max(0.0, ink.bottom())

    def digits(self, share: float) -> tuple[float, float]:
        """Give how far digits reach above and below their base line at most, px."""
        every = "".join(self.stage.words.number(i) for i in range(10))
        return self.reach(every, share)

    def wide(
        self, text: str, share: float, *, bold: bool = False, serif: bool = False
    ) -> float:
        """Measure one line of *text*, px."""
        return advance(text, self.face(share, bold=bold, serif=serif))

    def longest(
        self, text: str, share: float, *, bold: bool = False, serif: bool = False
    ) -> float:
        """Measure the longest word of *text*, px."""
        return longest(text, self.face(share, bold=bold, serif=serif), self.lang)

    def box(
        self,
        at: QRectF,
        edge: str,
        *,
        fill_with: str = dyes.PAPER,
        width: float = 0.5,
        dashed: bool = False,
    ) -> None:
        """Draw a box with an edge *width* % of the height thick."""
        pen = QPen(QColor(edge), max(1.0, self.px(width)))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2.4, 1.2])
        self.p.setPen(pen)
        self.p.setBrush(QColor(fill_with))
        self.p.drawRect(at)
