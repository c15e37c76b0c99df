"""Buttons: an icon and a verb, never squeezed below their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from milkit.widgets.lines import Ink, advance, paint_line, plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from milkit.widgets.look import Look

Kind = Literal["primary", "normal", "quiet", "danger", "tab"]
_PAD = {"quiet": 14, "tab": 14}
_GAP = 11


class Button(QPushButton):
    """
    A button with words, painted by the kit.

    *kind*: primary (filled, one an area), normal (edge), quiet (text only), danger
    (lac edge; never filled). *trailing* is an icon after the words. A tall button is
    52 px, the primary of a footer. Checkable buttons show a tick while on. Disabled
    ones have a dashed edge; a line beside them should say why.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        *,
        kind: Kind = "normal",
        trailing: str = "",
        tall: bool = False,
        height: int = 44,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._icon, self._trailing = icon, trailing
        self._height = 52 if tall else height
        self._role = "big" if tall else "strong"
        self._words = ""
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_text(text)

    def set_text(self, text: str, icon: str | None = None) -> None:
        """Change the words, and the icon when given."""
        self._words = self._look.type.ready(text)
        if icon is not None:
            self._icon = icon
        self.setText(text.replace("&", "&&"))  # "Copy & edit" is no shortcut
        self.setAccessibleName(plain(text))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """The words on the button."""
        return self._words

    def sizeHint(self) -> QSize:
        """Give the size the words need."""
        px = self._look.px
        parts = [advance(self._words, self._ink("ink").font(self._look))]
        parts += [px(20) for name in (self._icon, self._trailing) if name]
        if self.isCheckable() and not self._icon:
            parts.append(px(20))
        width = sum(parts) + px(_GAP) * (len(parts) - 1)
        return QSize(
            round(width) + 1 + 2 * px(_PAD.get(self._kind, 18)), px(self._height)
        )

    def minimumSizeHint(self) -> QSize:
        """Give the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint edge, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, text = self._colours()
        self._paint_box(painter, fill, edge)
        self._paint_words(painter, text)

    def _colours(self) -> tuple[str, str, str]:
        """Give the tokens of fill, edge and text; "" paints nothing."""
        if not self.isEnabled():
            return "sunken", "ctl", "ink2"
        over = self.underMouse() or self.isDown()
        if self._kind == "primary":
            shade = "pri_hover" if over else "pri"
            return shade, shade, "on_pri"
        if self.isChecked():
            return "soft", "pri", "soft_ink"
        if self._kind == "quiet":
            return ("soft" if over else ""), "", "soft_ink"
        if self._kind == "danger":
            return ("bad_soft" if over else "surface"), "bad", "bad"
        return ("soft" if over else "surface"), "ctl", "ink"

    def _paint_box(self, painter: QPainter, fill: str, edge: str) -> None:
        width = 2.0 if self.isChecked() else float(self._look.theme.edge)
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        pen = QPen(Qt.PenStyle.NoPen)
        if edge:
            pen = QPen(self._look.colour(edge), width)
            if not self.isEnabled():
                pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(self._look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        look, ink = self._look, self._ink(colour)
        icon = "check" if self.isChecked() else self._icon
        side, gap = look.px(20), look.px(_GAP)
        width = advance(self._words, ink.font(look))
        room = width + sum(side + gap for name in (icon, self._trailing) if name)
        x = (self.width() - room) / 2
        y = round((self.height() - side) / 2)
        ratio = self.devicePixelRatioF()
        if icon:
            painter.drawPixmap(round(x), y, look.icon(icon, colour, 20, ratio))
            x += side + gap
        paint_line(
            painter, look, self._words, QRectF(x, 0, width + 1, self.height()), ink
        )
        if self._trailing:
            x += width + gap
            painter.drawPixmap(
                round(x), y, look.icon(self._trailing, colour, 20, ratio)
            )

    def _ink(self, colour: str) -> Ink:
        return Ink(self._role, colour)
