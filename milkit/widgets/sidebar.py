"""The places of the kit at the left, the selvedge, and the state of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from milkit.widgets.labels import Label
from milkit.widgets.lines import Ink, fill, paint_line, paint_lines, plain
from milkit.widgets.marks import Logo
from milkit.widgets.page import Scroll
from milkit.widgets.panel import paint_block
from milkit.widgets.weave import paint_selvedge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

_SELVEDGE = 12  # px at the right: a line, the band, and a line of room


class Place(NamedTuple):
    """One place: *icon* also has a filled form; *apart* starts a new group."""

    id: str
    text: str
    icon: str
    apart: bool = False


class _Row(QPushButton):
    def __init__(self, look: Look, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._place = look, place
        look.type.ready(place.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(plain(place.text))
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give a row of 44 px."""
        return QSize(self._look.px(178), self._look.px(44))

    def minimumSizeHint(self) -> QSize:
        """Give the row's height."""
        return QSize(0, self._look.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row; the chosen one has a fill, a filled icon and bold words."""
        look, painter, on = self._look, QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if on:
            painter.setBrush(look.colour("side_chosen"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        elif self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("side_line"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        colour = "on_side_chosen" if on else "side_ink"
        name = f"{self._place.icon}-fill" if on else self._place.icon
        side, left = look.px(20), look.px(13)
        icon = look.icon(name, colour, 20, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, icon)
        box = QRectF(self.rect()).adjusted(look.px(46), 0, -look.px(6), 0)
        ink = Ink("strong" if on else "body", colour)
        paint_line(painter, look, self._place.text, box, ink)


class StateBlock(QPushButton):
    """The foot of the sidebar: "Working offline" and what is saved; click for more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._title, self._text = "cloud-slash", "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_state(self, title: str, text: str, icon: str = "cloud-slash") -> None:
        """Say the state; *text* may have several lines."""
        ready = self._look.type.ready
        self._title, self._text, self._icon = ready(title), ready(text), icon
        self.setAccessibleName(plain(title))
        self.setAccessibleDescription(plain(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the room of the words in the sidebar's width."""
        width = self.width() or self._look.px(178)
        lines = len(self._lines(width))
        type_ = self._look.type
        high = type_.line("strong") + lines * type_.line("least")
        return QSize(self._look.px(178), high + self._look.px(20))

    def minimumSizeHint(self) -> QSize:
        """Give the height the words need."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the block."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = "side_ink2" if self.underMouse() else "side_line"
        painter.setPen(QPen(look.colour(colour), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6
        )
        pad, first = look.px(10), look.type.line("strong")
        icon = look.icon(self._icon, "side_ink", 20, self.devicePixelRatioF())
        painter.drawPixmap(pad, pad + (first - look.px(20)) // 2, icon)
        room = self.width() - 2 * pad
        box = QRectF(pad + look.px(28), pad, room - look.px(28), first)
        paint_line(painter, look, self._title, box, Ink("strong", "side_ink"))
        under = QRectF(pad, pad + first, room, self.height())
        lines = self._lines(self.width())
        paint_lines(painter, look, lines, under, Ink("least", "side_ink2"))

    def _lines(self, width: int) -> list[str]:
        room = width - 2 * self._look.px(10)
        return fill(self._text, self._look.type.font("least"), room)


class Sidebar(QWidget):
    """The places; *place_chosen* tells an id, *state_chosen* the block's click."""

    place_chosen = Signal(str)
    state_chosen = Signal()

    def __init__(
        self,
        look: Look,
        places: Sequence[Place],
        subtitle: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, _Row] = {}
        self.setFixedWidth(look.px(200) + _SELVEDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(10), _SELVEDGE, look.px(14))
        column.setSpacing(look.px(8))
        column.addLayout(self._brand(subtitle))
        column.addWidget(self._places(places), 1)
        self.state = StateBlock(look)
        self.state.clicked.connect(self.state_chosen.emit)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(12), 0, look.px(10), 0)
        foot.addWidget(self.state)
        column.addLayout(foot)

    def set_place(self, place: str) -> None:
        """Show where the user is, without telling."""
        if place in self._rows:
            self._rows[place].setChecked(True)

    def set_state(self, title: str, text: str, icon: str = "cloud-slash") -> None:
        """Say the state of the records in the block at the foot."""
        self.state.set_state(title, text, icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the indigo cloth and its selvedge."""
        painter = QPainter(self)
        paint_block(painter, self.rect(), self._look.colour("side"))
        line = QRect(self.width() - 11, 0, 1, self.height())
        paint_block(painter, line, self._look.colour("side_line"))
        band = QRectF(self.width() - 9, 0, 8, self.height())
        paint_selvedge(painter, band, self._look.theme)

    def _brand(self, subtitle: str) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setContentsMargins(look.px(18), look.px(6), look.px(8), 0)
        row.setSpacing(look.px(10))
        row.addWidget(Logo(look))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(
            Label(look, "MIL Kit", "step", colour="side_ink", lang="en", wrap=False)
        )
        if subtitle:
            names.addWidget(Label(look, subtitle, "least", colour="side_ink2", most=1))
        row.addLayout(names, 1)
        return row

    def _places(self, places: Sequence[Place]) -> Scroll:
        look = self._look
        scroll = Scroll(look)
        scroll.box.setContentsMargins(look.px(12), look.px(6), look.px(10), 0)
        scroll.box.setSpacing(2)
        for place in places:
            if place.apart:
                scroll.box.addSpacing(look.px(7))
                scroll.box.addWidget(_SideLine(look))
                scroll.box.addSpacing(look.px(7))
            row = _Row(look, place, scroll.body)
            row.clicked.connect(
                lambda _on=False, key=place.id: self.place_chosen.emit(key)
            )
            self._rows[place.id] = row
            scroll.box.addWidget(row)
        scroll.box.addStretch()
        return scroll


class _SideLine(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line between groups of places."""
        paint_block(QPainter(self), self.rect(), self._look.colour("side_line"))
