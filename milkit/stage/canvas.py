"""The class window's sheet: every size is a share of its height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from milkit.stage import look as dyes
from milkit.stage.lines import fill, grown, pitch

if TYPE_CHECKING:
    from milkit.stage.look import StageLook

READ = 6.4  # % of the height: what students must read themselves
TOLD = 4.2  # % of the height: what the teacher also says
CLAIM = 8.4
NARROW = 3 / 2  # 4:3 and 5:4 are narrower than this
COUNT = 15.0


class Canvas:
    """Draws on *painter* inside *rect*; *lang* is the language of the texts."""

    def __init__(
        self, painter: QPainter, rect: QRectF, stage: StageLook, lang: str
    ) -> None:
        self.p = painter
        self.rect = rect
        self.stage = stage
        self.lang = lang
        self.unit = rect.height() / 100
        self.narrow = rect.width() / rect.height() < NARROW
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def px(self, share: float) -> float:
        """Turn a share of the height into pixels."""
        return share * self.unit

    def body(self) -> QRectF:
        """Give the part inside the margins, above the selvedge."""
        m = self.px(5)
        return self.rect.adjusted(m, self.px(3), -m, -self.px(6.6))

    def font(self, share: float, *, bold: bool = False, serif: bool = False) -> QFont:
        """Make a font of *share* % of the height, larger where letters need it."""
        font = QFont()
        font.setFamilies(self.stage.families(self.lang, serif))
        font.setPixelSize(max(1, round(self.px(share) * grown(self.lang))))
        font.setBold(bold)
        return font

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
        return fill(text, self.font(share, bold=bold, serif=serif), width, self.lang)

    def step(self, share: float) -> float:
        """Give the distance of two base lines, px."""
        return self.px(share) * grown(self.lang) * pitch(self.lang)

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
        self.p.setFont(self.font(share, bold=bold, serif=serif))
        self.p.setPen(QColor(colour))
        step = self.step(share)
        measure = QFontMetricsF(self.p.font())
        for i, line in enumerate(lines):
            shift = (at.width() - measure.horizontalAdvance(line)) / 2 if centre else 0
            base = at.top() + step * (i + 0.74)
            self.p.drawText(QPointF(at.left() + shift, base), line)
        return step * len(lines)

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

    def wide(self, text: str, share: float, *, bold: bool = False) -> float:
        """Measure one line of *text*, px."""
        return QFontMetricsF(self.font(share, bold=bold)).horizontalAdvance(text)

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

    def tag(
        self, text: str, right_or_left: QPointF, *, dark: bool, right: bool = False
    ) -> QRectF:
        """Draw a one-line label whose corner is given; return its place."""
        pad = self.px(1.7)
        high = self.px(TOLD) * grown(self.lang) * max(1.45, pitch(self.lang) * 1.02)
        wide = self.wide(text, TOLD, bold=True) + 2 * pad
        left = right_or_left.x() - wide if right else right_or_left.x()
        at = QRectF(left, right_or_left.y(), wide, high)
        self.box(at, dyes.INK, fill_with=dyes.INK if dark else dyes.PAPER, width=0.35)
        inner = at.adjusted(pad, (high - self.step(TOLD)) / 2, 0, 0)
        colour = dyes.PAPER if dark else dyes.INK
        self.write([text], inner, TOLD, bold=True, colour=colour)
        return at

    def picture(self, name: str, at: QRectF) -> bool:
        """Draw the picture *name* whole inside *at*; False if it is missing."""
        image = self.stage.picture(name) if name else None
        if image is None or image.isNull():
            return False
        size = image.size().scaled(
            at.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(at.center())
        self.p.drawImage(place, image)
        return True

    def thread(
        self, at: QRectF, done: int, total: int, colour: str, *, rows: int = 2
    ) -> None:
        """Draw the counting thread: one cell is one student."""
        if total <= 0:
            return
        columns = -(-total // rows)
        cell = min(at.width() / columns, at.height() / rows)
        edge = QPen(QColor(dyes.EDGE), max(1.0, self.px(0.12)))
        for i in range(total):
            column, row = divmod(i, rows)
            place = QRectF(at.left() + column * cell, at.top() + row * cell, cell, cell)
            place = place.adjusted(cell * 0.07, cell * 0.07, -cell * 0.07, -cell * 0.07)
            self.p.setPen(Qt.PenStyle.NoPen if i < done else edge)
            self.p.setBrush(QColor(colour if i < done else dyes.PAPER))
            self.p.drawRect(place)
