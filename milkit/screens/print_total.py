"""How many sheets it takes and how that was counted; and the way by the copy shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.lines import Ink, advance, fill, paint_line, paint_lines, plain
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.widgets.look import Look

SPARE = 3  # copies
A_MINUTE = 10  # pages of an old printer


class Sums(QLabel):
    """Lines of a count: what, and how many at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[tuple[str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self._look.type.ready("".join(what for what, _ in lines))
        said = "; ".join(f"{what}: {count}" for what, count in lines)
        self.setAccessibleName(plain(said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that lines may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines."""
        step = self._look.type.line("small")
        return sum(len(lines) for lines in self._laid(width)) * step

    def sizeHint(self) -> QSize:
        """Give a readable width; the height follows from it."""
        step = self._look.type.line("small")
        return QSize(self._look.px(220), step * max(1, len(self._lines)))

    def minimumSizeHint(self) -> QSize:
        """Give a narrow column's width."""
        return QSize(self._look.px(140), self._look.type.line("small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        look, painter = self._look, QPainter(self)
        step, y = look.type.line("small"), 0.0
        laid = self._laid(self.width())
        for (_, count), lines in zip(self._lines, laid, strict=True):
            box = QRectF(0, y, self.width(), step)
            paint_lines(painter, look, lines, box, Ink("small", "ink2"))
            bold = Ink("small", "ink", bold=True)
            paint_line(painter, look, count, box, bold, Qt.AlignmentFlag.AlignRight)
            y += step * len(lines)

    def _laid(self, width: int) -> list[list[str]]:
        look = self._look
        font = look.type.font("small")
        bold = look.type.font("small", bold=True)
        return [
            fill(what, font, max(width - advance(count, bold) - 12, look.px(60)))
            for what, count in self._lines
        ]


class Total(Panel):
    """The sum, large, and its parts. *spare_chosen* tells how many copies to spare."""

    spare_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._spare = 0
        self.number = Label(look, "", "count", wrap=False)
        self.what = Label(look, "", "strong")
        self.time = Label(look, "", "small", colour="ink2")
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(look.px(12))
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.time)
        head.addWidget(self.number)
        head.addLayout(words, 1)
        self.sums = Sums(look)
        self.how = Label(look, "", "small", colour="ink2")
        self.spare = Button(look, "", "plus", kind="quiet", height=40)
        self.spare.clicked.connect(self._turn)
        self.box.addLayout(head)
        for widget in (self.sums, self.how, self.spare):
            self.box.addWidget(widget)
        self.box.setAlignment(self.spare, Qt.AlignmentFlag.AlignLeft)

    def set_count(
        self, lines: Sequence[tuple[str, int]], paper: str, students: int, spare: int
    ) -> None:
        """Show the sum of *lines* of (what, sheets), for so many students."""
        w = self._look.words
        total = sum(count for _, count in lines)
        self._spare = spare
        self.number.set_text(w.number(total))
        self.what.set_text(
            w.n("sheet of {paper}", "sheets of {paper}", total, paper=paper)
        )
        minutes = max(1, round(total / A_MINUTE))
        self.time.set_text(
            w.n("about {count} minute", "about {count} minutes", minutes)
        )
        self.sums.set_lines([(what, w.number(count)) for what, count in lines])
        for_whom = w.n("For {count} student", "For {count} students", students)
        more = w.t("no spare copies")
        if spare:
            more = w.n("{count} spare copy", "{count} spare copies", spare)
        self.how.set_text(w.t("{students}, {spare}.", students=for_whom, spare=more))
        copies = w.number(SPARE)
        add = w.t("Add {count} spare copies", count=copies)
        self.spare.set_text(
            w.t("No spare copies") if spare else add, "minus" if spare else "plus"
        )
        self.setAccessibleName(plain(f"{w.number(total)} {self.what.text()}"))

    def _turn(self) -> None:
        self.spare_chosen.emit(0 if self._spare else SPARE)


class CopyShop(Panel):
    """Prints every page once, with a slip that says how often to copy it."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        w = look.words
        title = w.t("Use the photocopier")
        self.box.addWidget(IconLabel(look, "copy", title, "strong", colour="ink"))
        self.text = Label(look, "")
        self.button = Button(look, "", "printer", height=44)
        self.button.clicked.connect(self.asked)
        self.box.addWidget(self.text)
        self.box.addWidget(self.button)
        self.box.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)

    def set_pages(self, pages: int) -> None:
        """Say how many pages there are to copy."""
        w = self._look.words
        self.text.set_text(
            w.n(
                "Print {count} page and a slip that says how many copies it needs.",
                "Print {count} pages and a slip that says how many copies of each.",
                pages,
            )
        )
        text = w.n("Print {count} sheet", "Print {count} sheets", pages + 1)
        self.button.set_text(text)
        self.button.setEnabled(pages > 0)
