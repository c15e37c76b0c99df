"""A table to read: a strong line under its heads, thin ones between its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from milkit.widgets.lines import Ink, advance, fill, longest_word, paint_lines, plain
from milkit.widgets.panel import paint_block, paint_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from milkit.widgets.look import Look

_MOST = 3  # lines of a cell; the tooltip has the rest
_ROW = 44
_PAD = 10
_LESS = 0.3  # of its share: numbers need no room beside them, words do
_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft


class Head(NamedTuple):
    """A column: its *title*, its *share* of the width; numbers stand at the right."""

    title: str
    share: float = 1.0
    number: bool = False


class Track(NamedTuple):
    """From where to where a row went, 0 to 100; None is not known."""

    before: float | None
    after: float | None


class TableView(QLabel):
    """
    Painted rows of text; read as a whole by a screen reader.

    *tracks*, one a row, are drawn after the first column: a ring before, a dot after.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        heads: Sequence[Head],
        rows: Sequence[Sequence[str]],
        tracks: Sequence[Track] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.heads = tuple(heads)
        self.rows = tuple(tuple(look.type.ready(c) for c in row) for row in rows)
        self._tracks = tuple(tracks)
        self._laid: tuple[int, list[list[list[str]]], list[int]] = (-1, [], [])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setAccessibleName(plain(name))
        self.setAccessibleDescription("\n".join(self._said()))

    def _said(self) -> list[str]:
        titles = [head.title for head in self.heads]
        return [
            plain(
                "; ".join(
                    f"{title}: {cell}" for title, cell in zip(titles, row, strict=True)
                )
            )
            for row in self.rows
        ]

    def hasHeightForWidth(self) -> bool:
        """Tell that cells wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        return sum(self._lay(width)[1])

    def sizeHint(self) -> QSize:
        """Give a readable width."""
        width = self._look.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give little: where columns find no room, each row becomes a few lines."""
        return QSize(self._look.px(160), self._look.px(_ROW))

    def event(self, event: QEvent) -> bool:
        """Show the whole text of a cell that was cut."""
        if event.type() == event.Type.ToolTip:
            self.setToolTip(self._cut_at(event.pos()))  # type: ignore[attr-defined]  # a QHelpEvent
        return super().event(event)

    def _cut_at(self, at: object) -> str:
        laid, heights = self._lay(self.width())
        x, y = at.x(), at.y()  # type: ignore[attr-defined]  # a QPoint
        if self._narrow(self.width()):
            return ""
        top = 0
        for number, high in enumerate(heights):
            if top <= y < top + high and number:
                for place, (left, wide) in enumerate(self._columns(self.width())):
                    if left <= x < left + wide:
                        cut = (laid[number][place] or [""])[-1]
                        text = self.rows[number - 1][place]
                        return plain(text) if cut.endswith("…") else ""
            top += high
        return ""

    def _columns(self, width: int) -> list[tuple[int, int]]:
        """Give left and width of each column; the tracks take room of their own."""
        track = self._track_wide(width)
        least = [self._least(place) for place in range(len(self.heads))]
        spare = max(0, width - track - sum(least))
        shares = [h.share * (_LESS if h.number else 1) for h in self.heads]
        whole = sum(shares) or 1
        out, x = [], 0
        for place in range(len(self.heads)):
            wide = round(least[place] + spare * shares[place] / whole)
            out.append((x, wide))
            x += wide + (track if not place else 0)
        return out

    def _least(self, place: int) -> int:
        """Give the width that a column must have: numbers and heads are never cut."""
        look = self._look
        head = longest_word(self.heads[place].title, look.type.font("tag"))
        if not self.heads[place].number:
            return round(head) + 2 * look.px(_PAD)
        font = look.type.font("small")
        cells = [advance(row[place], font) for row in self.rows]
        return round(max([head, *cells])) + 1 + 2 * look.px(_PAD)

    def _track_wide(self, width: int) -> int:
        if not self._tracks or width < self._look.px(420):
            return 0
        return self._look.px(110)

    def _narrow(self, width: int) -> bool:
        """Tell whether the columns find no room."""
        return sum(self._least(place) for place in range(len(self.heads))) > width

    def _lay_narrow(self, width: int) -> None:
        """Lay each row as its first cell, and a line with the others under it."""
        look = self._look
        room = width - 2 * look.px(_PAD)
        laid: list[list[list[str]]] = []
        heights: list[int] = []
        titles = [head.title for head in self.heads[1:]]
        for row in self.rows:
            pairs = zip(titles, row[1:], strict=True)
            rest = " · ".join(f"{title}: {cell}" for title, cell in pairs)
            cells = [
                fill(row[0], look.type.font("tag"), room, _MOST),
                fill(rest, look.type.font("small"), room),
            ]
            high = len(cells[0]) * look.type.line("tag")
            high += len(cells[1]) * look.type.line("small")
            laid.append(cells)
            heights.append(max(look.px(_ROW), high + look.px(14)))
        self._laid = (width, laid, heights)

    def _lay(self, width: int) -> tuple[list[list[list[str]]], list[int]]:
        if self._laid[0] == width:
            return self._laid[1], self._laid[2]
        if self._narrow(width):
            self._lay_narrow(width)
            return self._laid[1], self._laid[2]
        look = self._look
        columns = self._columns(width)
        pad = look.px(_PAD)
        laid, heights = [], []
        texts = [tuple(head.title for head in self.heads), *self.rows]
        for number, row in enumerate(texts):
            role = "small" if number else "tag"
            font = look.type.font(role)
            cells = [
                fill(text, font, wide - 2 * pad, _MOST)
                for text, (_, wide) in zip(row, columns, strict=True)
            ]
            high = max(len(cell) for cell in cells) * look.type.line(role)
            laid.append(cells)
            heights.append(max(look.px(_ROW), high + look.px(14)))
        self._laid = (width, laid, heights)
        return laid, heights

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, heads, rows and lines."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, look, QRectF(self.rect()), "surface", "line")
        laid, heights = self._lay(self.width())
        first = int(self._narrow(self.width()))  # then no heads stand above
        columns, top = self._columns(self.width()), 0
        for number, (cells, high) in enumerate(
            zip(laid, heights, strict=True), start=first
        ):
            row = QRectF(0, top, self.width(), high)
            if first:
                self._paint_lines(painter, cells, row)
            else:
                self._paint_row(painter, cells, columns, row, number)
            top += high
            line = QRectF(0, top - (2 if not number else 1), self.width(), 0)
            line.setHeight(1 if number else 2)
            if top < self.height():
                tone = "line" if number else "ink"
                paint_block(painter, line.toRect(), look.colour(tone))

    def _paint_lines(
        self, painter: QPainter, cells: list[list[str]], row: QRectF
    ) -> None:
        look, pad = self._look, self._look.px(_PAD)
        box = row.adjusted(pad, look.px(7), -pad, 0)
        for lines, role in zip(cells, ("tag", "small"), strict=True):
            ink = Ink(role, "ink" if role == "tag" else "ink2")
            box.setTop(box.top() + paint_lines(painter, look, lines, box, ink))

    def _paint_row(
        self,
        painter: QPainter,
        cells: list[list[str]],
        columns: list[tuple[int, int]],
        row: QRectF,
        number: int,
    ) -> None:
        look = self._look
        role = "small" if number else "tag"
        step, pad = look.type.line(role), look.px(_PAD)
        for place, (lines, (left, wide)) in enumerate(zip(cells, columns, strict=True)):
            top = row.top() + (row.height() - step * len(lines)) / 2
            box = QRectF(left + pad, top, wide - 2 * pad, step * len(lines))
            tone = "ink" if number else "ink2"
            side = _RIGHT if self.heads[place].number else _LEFT
            paint_lines(painter, look, lines, box, Ink(role, tone), side)
        track = self._track_wide(self.width())
        if track and number and self._tracks:
            left = columns[0][0] + columns[0][1]
            box = QRectF(left + pad, row.top(), track - 2 * pad, row.height())
            paint_track(painter, look, box, self._tracks[number - 1])


def paint_track(painter: QPainter, look: Look, box: QRectF, track: Track) -> None:
    """Paint a way from 0 to 100: a ring before, a filled dot after."""
    y, around = box.center().y(), look.px(5)
    groove = QRectF(box.left(), y - 3, box.width(), 6)
    paint_block(painter, groove.toRect(), look.colour("sunken"))
    if look.theme.contrast:
        painter.setPen(QPen(look.colour("ctl"), 1))
        painter.drawRect(groove)
    places = [
        None if x is None else box.left() + box.width() * x / 100
        for x in (track.before, track.after)
    ]
    before, after = places
    painter.setPen(QPen(look.colour("pri"), 3))
    if before is not None and after is not None:
        painter.drawLine(round(before), round(y), round(after), round(y))
    for x, tone in ((before, "surface"), (after, "pri")):
        if x is not None:
            painter.setPen(QPen(look.colour("pri"), 2))
            painter.setBrush(look.colour(tone))
            painter.drawEllipse(QRectF(x - around, y - around, 2 * around, 2 * around))
