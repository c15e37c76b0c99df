"""The pieces that the settings are made of: a titled section and choices to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from milkit.widgets.labels import TAG_TONES, Label, paint_tint
from milkit.widgets.lines import Ink, advance, paint_line, plain
from milkit.widgets.panel import paint_card
from milkit.widgets.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.ground.languages import Language
    from milkit.widgets.look import Look


class Section(QWidget):
    """A titled part of a page, with a note at the right; put things into *box*."""

    def __init__(self, look: Look, title: str, note: str = "") -> None:
        super().__init__()
        self.look = look
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, look.px(8))
        self.box.setSpacing(look.px(8))
        self.setAccessibleName(plain(title))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Label(look, title, "card", wrap=not note))
        if note:
            right = Qt.AlignmentFlag.AlignRight
            row.addWidget(Label(look, note, "small", colour="ink2", align=right), 1)
        self.box.addLayout(row)


class _Seen(QRadioButton):
    """One of several choices that is painted; a click anywhere takes it."""

    def __init__(self, look: Look, key: str, name: str) -> None:
        super().__init__()
        self.look, self.key = look, key
        self.setAccessibleName(plain(name))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(pos)

    def minimumSizeHint(self) -> QSize:
        """Give the full size."""
        return self.sizeHint()


class LanguageRow(_Seen):
    """A language in its own letters, its English name, and whether it is a draft."""

    def __init__(self, look: Look, spoken: Language) -> None:
        super().__init__(look, spoken.code, spoken.own)
        self._spoken = spoken
        look.type.ready(spoken.own)
        self._tag = look.words.t("Draft translation") if spoken.draft else ""
        said = [spoken.english, self._tag]
        self.setAccessibleDescription(", ".join(part for part in said if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give a row's room; on a narrow one the tag stands under the name."""
        line = self.look.type.line
        rows = line("body", self._spoken.code) + line("least")
        return QSize(self.look.px(220), max(self.look.px(52), rows + self.look.px(10)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row: chosen = tint, filled ring and bold name."""
        look, painter = self.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, box = self.isChecked(), QRectF(self.rect())
        if on or self.underMouse():
            painter.fillRect(box, look.colour("soft" if on else "sunken"))
        side = look.px(20)
        name = "radio-button-fill" if on else "circle"
        tone = "pri" if on else "ctl"
        ring = look.icon(name, tone, 20, self.devicePixelRatioF())
        painter.drawPixmap(look.px(16), (self.height() - side) // 2, ring)
        wide = self._paint_tag(painter, box)
        self._paint_names(painter, box, wide)

    def _paint_tag(self, painter: QPainter, box: QRectF) -> float:
        """Paint the tag at the right; give its width, 0 where it has no room."""
        look, ink = self.look, Ink("least", TAG_TONES["tip"][1])
        if not self._tag:
            return 0
        wide = advance(self._tag, ink.font(look)) + 2 * look.px(8)
        if wide > box.width() * 0.45:
            return 0
        high = look.type.line("least") + 6
        at = QRectF(box.right() - wide - look.px(12), 0, wide, high)
        at.moveTop((box.height() - high) / 2)
        paint_tint(painter, look, at, *TAG_TONES["tip"])
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_line(painter, look, self._tag, at, ink, middle)
        return wide + look.px(20)

    def _paint_names(self, painter: QPainter, box: QRectF, tag: float) -> None:
        look, code = self.look, self._spoken.code
        under = self._spoken.english
        if self._tag and not tag:
            under = self._tag
        elif under == self._spoken.own:
            under = ""
        first = look.type.line("body", code)
        second = look.type.line("least") if under else 0
        left = look.px(16 + 20 + 14)
        top = (box.height() - first - second) / 2
        room = box.width() - left - tag - look.px(8)
        ink = Ink("body", "ink", code, bold=self.isChecked())
        paint_line(painter, look, self._spoken.own, QRectF(left, top, room, first), ink)
        at = QRectF(left, top + first, room, second)
        paint_line(painter, look, under, at, Ink("least", "ink2"))


class ThemeSwatch(_Seen):
    """A small window in the colours of a theme, with its name under it."""

    def __init__(self, look: Look, key: str, name: str) -> None:
        super().__init__(look, key, name)
        self._name = look.type.ready(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the room of the small window and the name."""
        look = self.look
        words = advance(self._name, look.type.font("strong")) + look.px(26 + 8)
        wide = max(look.px(140), round(words))
        return QSize(wide, look.px(48 + 6) + look.type.line("strong"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the window's page, two lines and its button."""
        look, painter = self.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, seen = self.isChecked(), theme(self.key)
        box = QRectF(0, 0, self.width(), look.px(48))
        edge = "pri" if on else "ctl"
        paint_card(painter, look, box, seen.bg, edge, 3 if on else 1)
        px = look.px
        for row, share in enumerate((0.52, 0.34)):
            line = QRectF(px(12), px(13 + 11 * row), box.width() * share, px(5))
            painter.fillRect(line, look.colour(seen.ink))
        button = QRectF(box.right() - px(42), box.bottom() - px(20), px(32), px(11))
        painter.fillRect(button, look.colour(seen.pri))
        self._paint_name(painter, box.bottom() + px(6), on=on)

    def _paint_name(self, painter: QPainter, top: float, *, on: bool) -> None:
        look = self.look
        ink = Ink("strong" if on else "body", "ink")
        tick = look.px(26) if on else 0
        width = advance(self._name, ink.font(look))
        x = max(0.0, (self.width() - width - tick) / 2)
        high = look.type.line("strong")
        if on:
            icon = look.icon("check", "ink", 18, self.devicePixelRatioF())
            y = top + (high - look.px(18)) / 2
            painter.drawPixmap(round(x), round(y), icon)
        at = QRectF(x + tick, top, self.width() - x - tick, high)
        paint_line(painter, look, self._name, at, ink)
