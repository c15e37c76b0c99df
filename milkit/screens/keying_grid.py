"""The grid of codes and the grid of answers, painted cells that never hold a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from milkit.records.check_state import AWAY, BEGUN, DIFFERS, DONE
from milkit.screens.keying_answers import paint_sign
from milkit.widgets.focus import KEYS, OWN_RING
from milkit.widgets.lines import Ink, fill, paint_line, plain
from milkit.widgets.panel import paint_card, paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from milkit.widgets.look import Look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Code(NamedTuple):
    """A cell of the grid of codes: its *text*, how far it is, and for a reader."""

    code: str
    text: str
    how: str
    said: str


class Cells(QWidget):
    """A grid of equal cells with one tab stop; arrows move, a click or Enter picks."""

    picked = Signal(int)

    def __init__(
        self, look: Look, name: str, cell: tuple[int, int], most: int = 99
    ) -> None:
        super().__init__()
        self._look, self._cell, self._most = look, cell, most
        self._count, self.at = 0, 0
        self._gap = look.px(6)
        self.setAccessibleName(plain(name))
        self.setProperty(OWN_RING, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def columns(self) -> int:
        """Give how many cells stand in a row."""
        wide = self._look.px(self._cell[0]) + self._gap
        return max(1, min(self._most, (self.width() + self._gap) // wide))

    def box(self, at: int) -> QRectF:
        """Give the place of a cell; cells share the width."""
        across = self.columns()
        wide = (self.width() + self._gap) / across - self._gap
        wide = min(wide, self._look.px(self._cell[0] * 1.7))
        high = self._look.px(self._cell[1])
        row, column = divmod(at, across)
        left = column * (wide + self._gap)
        return QRectF(left, row * (high + self._gap), wide, high)

    def set_count(self, count: int) -> None:
        """Have so many cells."""
        self._count = count
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into other rows."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Give a size to begin with."""
        return QSize(self._look.px(self._cell[0] * 4), self.minimumHeight())

    def _fit(self) -> None:
        rows = -(-self._count // self.columns()) if self._count else 1
        high = rows * (self._look.px(self._cell[1]) + self._gap) - self._gap
        if self.minimumHeight() != high:
            self.setFixedHeight(high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the cell under the mouse."""
        for at in range(self._count):
            if self.box(at).contains(event.position()):
                self.picked.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys up and down; Space picks; the page has the rest."""
        step = {Qt.Key.Key_Up: -self.columns(), Qt.Key.Key_Down: self.columns()}
        by = step.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        at = self.at + by
        if 0 <= at < self._count:
            self.picked.emit(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(self._count):
            self.paint_cell(painter, at, self.box(at))
        if self.hasFocus() and self.property(KEYS) and self._count:
            paint_ring(painter, self._look, self.box(min(self.at, self._count - 1)))

    def paint_cell(self, painter: QPainter, at: int, box: QRectF) -> None:
        """Paint one cell."""


class CodeGrid(Cells):
    """Every code of a class: keyed, now, to do, absent, or with a difference."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, (44, 40))
        self._codes: Sequence[Code] = ()
        self._name = name

    def show_codes(self, codes: Sequence[Code], now: str) -> None:
        """Show how far each code is, and which one is keyed now."""
        self._codes = codes
        self.at = next((n for n, one in enumerate(codes) if one.code == now), 0)
        self.set_count(len(codes))
        here = codes[self.at].said if codes else ""
        self.setAccessibleName(plain(f"{self._name}: {here}"))

    def code_at(self, at: int) -> str:
        """Give the code of a cell."""
        return self._codes[at].code

    def paint_cell(self, painter: QPainter, at: int, box: QRectF) -> None:
        """Paint a code: its fill, its edge and a sign tell how far it is."""
        look, one = self._look, self._codes[at]
        paint_code(painter, look, box, one.text, one.how, now=at == self.at)


def paint_code(
    painter: QPainter, look: Look, box: QRectF, text: str, how: str, *, now: bool
) -> None:
    """Paint one code in its state; *now* is turmeric with an ink edge."""
    fill_, edge, ink = {
        DONE: ("pri", "pri", "on_pri"),
        AWAY: ("", "ctl", "ink2"),
        DIFFERS: ("tur_soft", "tur_ink", "tur_ink"),
    }.get(how, ("surface", "ctl", "ink"))
    if now:
        fill_, edge, ink = "tur", "ink", "on_tur"
    width = 2.0 if now or look.theme.contrast else 1.0
    pen = QPen(look.colour(edge), width)
    if how == AWAY and not now:
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(look.colour(fill_) if fill_ else Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 4, 4)
    if how == BEGUN and not now:
        low = QRectF(box.left() + 3, box.bottom() - 6, box.width() / 2 - 3, 3)
        painter.fillRect(low, look.colour("pri"))
    sign = f"{text} ≠" if how == DIFFERS else text
    role = "strong" if how in (DONE, DIFFERS) or now else "small"
    paint_line(painter, look, sign, box, Ink(role, ink), _CENTRE)


class Given(NamedTuple):
    """A cell of the grid of answers: its name, and what was keyed (None = nothing)."""

    name: str
    word: str | None
    mark: str
    place: int = 0


class AnswerGrid(Cells):
    """The answers of one sheet; the place that waits for a key has a turmeric edge."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, (92, 74), most=8)
        self._cells: Sequence[Given] = ()
        self._wait = look.words.t("press a key")

    def show_answers(self, cells: Sequence[Given], at: int) -> None:
        """Show what was keyed, and where the next key goes."""
        self._cells, self.at = cells, at
        self.set_count(len(cells))

    def paint_cell(self, painter: QPainter, at: int, box: QRectF) -> None:
        """Paint an answer: number above, mark and word below it."""
        look, one, now = self._look, self._cells[at], at == self.at
        paint_card(painter, look, box, "surface", "ink" if now else "ctl", 2 * now)
        pad, line = look.px(8), look.type.line("least")
        head = QRectF(box.left() + pad, box.top() + look.px(4), box.width() - pad, line)
        if now:
            top = QRectF(box.left() + 3, box.top() + 3, box.width() - 6, 4)
            painter.fillRect(top, look.colour("tur"))
            head.translate(0, 4)
        paint_line(painter, look, one.name, head, Ink("least", "ink2", bold=now))
        foot = QRectF(box.left() + 3, box.bottom() - line - 4, box.width() - 6, line)
        if one.word is None:
            if now:
                paint_line(painter, look, self._wait, foot, Ink("least"), _CENTRE)
            return
        side = look.px(24)
        room = foot.top() - head.bottom()
        middle = head.bottom() + (room - side) / 2
        spot = QRectF(box.center().x() - side / 2, middle, side, side)
        paint_sign(painter, look, spot, one.mark, one.place)
        ink = Ink("least", "ink", bold=True)
        lines = fill(one.word, ink.font(look), foot.width(), 1)
        paint_line(painter, look, lines[0] if lines else "", foot, ink, _CENTRE)
