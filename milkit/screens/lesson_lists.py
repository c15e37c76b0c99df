"""Short lists of a lesson, painted whole: what students can do, what to have ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from milkit.widgets.lines import Ink, advance, fill, paint_line, paint_lines, plain
from milkit.widgets.panel import paint_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its *mark* is diamond, square or check; *note* stands at its right."""

    text: str
    mark: str = "diamond"
    note: str = ""


class PaintedLines(QLabel):
    """A list of lines in the lesson's language, their notes in the window's."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._name, self._lang = look, name, ""
        self._entries: tuple[Entry, ...] = ()
        self._known: dict[int, list[tuple[Entry, list[str], int]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: Sequence[Entry], lang: str) -> None:
        """Show other lines; *lang* is the language of their words."""
        self._entries, self._lang = tuple(entries), lang
        self._known.clear()
        said = [f"{e.text} ({e.note})" if e.note else e.text for e in entries]
        self.setAccessibleName(plain(f"{self._name}: {'; '.join(said)}"))
        self._look.type.ready("".join(said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that lines may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at this width."""
        return sum(high for _, _, high in self._laid(width))

    def sizeHint(self) -> QSize:
        """Give a readable width; the height follows from it."""
        step = self._look.type.line("small", self._lang) + self._look.px(5)
        return QSize(self._look.px(320), step * len(self._entries))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow column's width."""
        return QSize(self._look.px(160), self._look.type.line("small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, words and notes."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, step = look.px(24), look.type.line("small", self._lang)
        y = 0.0
        for entry, lines, high in self._laid(self.width()):
            self._paint_mark(painter, entry.mark, QRectF(0, y, left, step))
            box = QRectF(left, y, self.width() - left, high)
            paint_lines(painter, look, lines, box, Ink("small", "ink", self._lang))
            tone = "good" if entry.mark == "check" else "ink2"
            note = QRectF(left, y, self.width() - left, step)
            right = Qt.AlignmentFlag.AlignRight
            paint_line(painter, look, entry.note, note, Ink("least", tone), right)
            y += high

    def _laid(self, width: int) -> list[tuple[Entry, list[str], int]]:
        if width not in self._known:  # layouts ask again and again
            self._known[width] = self._filled(width)
        return self._known[width]

    def _filled(self, width: int) -> list[tuple[Entry, list[str], int]]:
        look = self._look
        font = look.type.font("small", lang=self._lang)
        step = look.type.line("small", self._lang)
        made = []
        for entry in self._entries:
            note = advance(entry.note, look.type.font("least"))
            room = width - look.px(24) - (round(note) + look.px(12) if note else 0)
            lines = fill(entry.text, font, max(room, look.px(90)))
            made.append((entry, lines, len(lines) * step + look.px(5)))
        return made

    def _paint_mark(self, painter: QPainter, mark: str, box: QRectF) -> None:
        look, middle = self._look, box.center().y()
        if mark == "diamond":
            r, x = look.px(4), box.left() + look.px(6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("pri"))
            corners = (
                (x, middle - r),
                (x + r, middle),
                (x, middle + r),
                (x - r, middle),
            )
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            return
        names = {"check": ("check-square", "good")}
        name, tone = names.get(mark, ("square", "ink2"))
        icon = look.icon(name, tone, 18, self.devicePixelRatioF())
        painter.drawPixmap(0, round(middle - look.px(9)), icon)


class CareNote(QLabel):
    """What to take care of, as a tip in the lesson's language, painted whole."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title, self._words, self._lang = "", "", ""
        self._known: dict[int, tuple[list[str], list[str]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, title: str, words: str, lang: str) -> None:
        """Say something else; paragraphs stand on lines of their own."""
        self._title, self._words, self._lang = title, words, lang
        self._known.clear()
        self.setAccessibleName(plain(title))
        self.setAccessibleDescription(plain(words))
        self._look.type.ready(title + words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words at this width."""
        title, words = self._laid(width)
        line, lang = self._look.type.line, self._lang
        high = len(title) * line("strong", lang) + len(words) * line("small", lang)
        return high + self._look.px(12 + 6 + 12)

    def sizeHint(self) -> QSize:
        """Give a readable width; the height follows from it."""
        return QSize(self._look.px(320), self._look.px(120))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow column's width."""
        return QSize(self._look.px(160), self._look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the note, its icon and its words."""
        look, painter = self._look, QPainter(self)
        title, words = self._laid(self.width())
        paint_note(painter, look, QRectF(self.rect()), "tur_soft", "tur")
        left, top = look.px(18), float(look.px(12))
        icon = look.icon("lightbulb", "tur_ink", 20, self.devicePixelRatioF())
        painter.drawPixmap(left, round(top), icon)
        box = QRectF(left + look.px(30), top, self.width(), self.height())
        top += paint_lines(
            painter, look, title, box, Ink("strong", "tur_ink", self._lang)
        )
        box = QRectF(left, top + look.px(6), self.width(), self.height())
        paint_lines(painter, look, words, box, Ink("small", "ink", self._lang))

    def _laid(self, width: int) -> tuple[list[str], list[str]]:
        if width not in self._known:
            look, lang = self._look, self._lang
            room = max(width - look.px(18 + 14), look.px(60))
            font = look.type.font
            title = fill(self._title, font("strong", lang=lang), room - look.px(30))
            words = fill(self._words, font("small", lang=lang), room)
            self._known[width] = (title, words)
        return self._known[width]
