"""Labels: texts with the kit's own line heights, tags, keys and icon lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from milkit.widgets.lines import (
    Ink,
    advance,
    fill,
    longest_word,
    paint_line,
    paint_lines,
    plain,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

Align = Qt.AlignmentFlag
_WIDEST = 620  # px that a wrapping label asks for, about 80 letters


class Label(QLabel):
    """
    A plain text in one of the roles of type.py, broken into lines by the kit.

    *wrap* false keeps it on one line; *most* lines cut the rest with … (the whole
    text is then the tooltip). *lang* is the text's language when it is not the
    window's. *serif* is for material under study only.
    """

    def __init__(  # noqa: PLR0913 - what a text is made of
        self,
        look: Look,
        text: str = "",
        role: str = "body",
        *,
        colour: str = "ink",
        bold: bool | None = None,
        serif: bool = False,
        lang: str = "",
        wrap: bool = True,
        most: int = 0,
        align: Align = Align.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._ink = Ink(role, colour, lang, bold, serif)
        self._wrap, self._most, self._align = wrap, most, align
        self._laid: tuple[int, list[str]] = (-1, [])
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        across = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the text."""
        if text == self.text() and text:
            return
        self._laid = (-1, [])
        self.setText(self._look.type.ready(text))
        self.setAccessibleName(plain(text))
        self.updateGeometry()

    def set_lang(self, lang: str) -> None:
        """Change the language of the text: its letters and its line height."""
        old = self._ink
        if lang != old.lang:
            self._ink = Ink(old.role, old.colour, lang, old.bold, old.serif)
            self._laid = (-1, [])
            self.updateGeometry()

    def set_colour(self, colour: str) -> None:
        """Change the colour: a token's name or #rrggbb."""
        old = self._ink
        self._ink = Ink(old.role, colour, old.lang, old.bold, old.serif)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at this width."""
        return max(1, len(self._lines(width))) * self._step()

    def sizeHint(self) -> QSize:
        """Give the size of one line, or of the lines at a readable width."""
        font = self._ink.font(self._look)
        lines = self.text().split("\n")
        width = max((round(advance(line, font)) + 1 for line in lines), default=1)
        if not self._wrap:
            return QSize(width, self._step() * len(lines))
        width = min(width, self._look.px(_WIDEST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give the least: the longest word's width, or the whole line."""
        if not self._wrap:
            hint = self.sizeHint()
            return QSize(self._look.px(40), hint.height()) if self._most else hint
        font = self._ink.font(self._look)
        word = min(longest_word(self.text(), font), self._look.px(200))
        return QSize(round(word) + 1, self._step())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines from the top."""
        painter = QPainter(self)
        lines = self._lines(self.width())
        box = QRectF(self.rect())
        if not self._wrap or len(lines) == 1:
            top = max(0.0, (box.height() - self._step() * len(lines)) / 2)
            box.setTop(top if not self._wrap else 0.0)
        paint_lines(painter, self._look, lines, box, self._ink, self._align)

    def _lines(self, width: int) -> list[str]:
        if self._laid[0] != width:
            font = self._ink.font(self._look)
            most = self._most or (0 if self._wrap else self.text().count("\n") + 1)
            if self._wrap or self._most:
                lines = fill(self.text(), font, width, most)
            else:
                lines = self.text().split("\n")
            self._laid = (width, lines)
            if self._most:
                whole = plain(self.text())
                self.setToolTip(whole if lines and lines[-1].endswith("…") else "")
        return self._laid[1]

    def _step(self) -> int:
        return self._look.type.line(self._ink.role, self._ink.lang)


class IconLabel(QLabel):
    """An icon and a short line: "45 min", "Fits your period exactly"."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        role: str = "small",
        *,
        colour: str = "ink2",
        icon_colour: str = "",
        bold: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self._ink = Ink(role, colour, bold=bold)
        self._icon_colour = icon_colour or colour
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str, icon: str | None = None) -> None:
        """Change the text, and the icon when given."""
        self._text = self._look.type.ready(text)
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(plain(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of icon and text."""
        width = advance(self._text, self._ink.font(self._look))
        return QSize(
            round(width) + 1 + self._side() + self._look.px(8),
            max(self._side(), self._look.type.line(self._ink.role)),
        )

    def minimumSizeHint(self) -> QSize:
        """Give the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon and the text."""
        painter = QPainter(self)
        side = self._side()
        picture = self._look.icon(
            self._icon, self._icon_colour, 18, self.devicePixelRatioF()
        )
        painter.drawPixmap(0, round((self.height() - side) / 2), picture)
        left = side + self._look.px(8)
        box = QRectF(left, 0, self.width() - left, self.height())
        paint_line(painter, self._look, self._text, box, self._ink)

    def _side(self) -> int:
        return self._look.px(18)


TAG_TONES = {
    "quiet": ("sunken", "ink2"),
    "info": ("soft", "soft_ink"),
    "tip": ("tur_soft", "tur_ink"),
    "good": ("good_soft", "good"),
    "bad": ("bad_soft", "bad"),
}


class Tag(QLabel):
    """A small word on a tint: a competency, a state, a badge."""

    def __init__(
        self,
        look: Look,
        text: str,
        tone: str = "quiet",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._text, self._tone, self._icon = look, text, tone, icon
        look.type.ready(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plain(text))

    def sizeHint(self) -> QSize:
        """Give the size of the word and its tint."""
        look = self._look
        icon = look.px(16 + 6) if self._icon else 0
        width = advance(self._text, look.type.font("least"))
        return QSize(
            round(width) + 1 + icon + 2 * look.px(8), look.type.line("least") + 6
        )

    def minimumSizeHint(self) -> QSize:
        """Give the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint and the word."""
        painter = QPainter(self)
        fill_with, colour = TAG_TONES[self._tone]
        paint_tag(
            painter, self._look, QRectF(self.rect()), self._text, fill_with, colour
        ) if not self._icon else self._paint_with_icon(painter, fill_with, colour)

    def _paint_with_icon(self, painter: QPainter, tint: str, colour: str) -> None:
        look, box = self._look, QRectF(self.rect())
        paint_tint(painter, look, box, tint, colour)
        side = look.px(16)
        picture = look.icon(self._icon, colour, 16, self.devicePixelRatioF())
        painter.drawPixmap(look.px(8), round((self.height() - side) / 2), picture)
        box.setLeft(look.px(8 + 16 + 6))
        paint_line(painter, look, self._text, box, Ink("least", colour))


def paint_tint(
    painter: QPainter, look: Look, box: QRectF, tint: str, colour: str
) -> None:
    """Paint the tint of a tag; in high contrast an edge instead."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour(tint))
    painter.setPen(Qt.PenStyle.NoPen)
    if look.theme.contrast:
        painter.setPen(QPen(look.colour(colour), 1))
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, 4, 4)


def paint_tag(
    painter: QPainter,
    look: Look,
    box: QRectF,
    text: str,
    tint: str,
    colour: str,
    role: str = "least",
) -> None:
    """Paint a tag with its word in the middle."""
    paint_tint(painter, look, box, tint, colour)
    paint_line(painter, look, text, box, Ink(role, colour), Align.AlignHCenter)


class KeyCap(QLabel):
    """A key of the keyboard: Ctrl K, Space, F1."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._text = look, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Give the size of the cap."""
        width = advance(self._text, self._look.type.font("tag"))
        return QSize(
            round(width) + 1 + 2 * self._look.px(7), self._look.type.line("tag") + 5
        )

    def minimumSizeHint(self) -> QSize:
        """Give the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap, its lower edge thicker, and the word."""
        paint_key(QPainter(self), self._look, QRectF(self.rect()), self._text)


def paint_key(painter: QPainter, look: Look, box: QRectF, text: str) -> None:
    """Paint a key cap."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("ctl"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 3, 3)
    box = box.adjusted(0, 0, 0, -1)
    paint_line(painter, look, text, box, Ink("tag", "ink"), Align.AlignHCenter)
