"""What a search found, over the page: the list, or words when there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens.search_list import SearchList
from milkit.widgets.buttons import Button
from milkit.widgets.labels import KeyCap, Label
from milkit.widgets.notice import Empty
from milkit.widgets.panel import Divider, Flow, paint_card
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from milkit.screens.search_lines import Line
    from milkit.widgets.look import Look

_WIDE = 640
_WITH_KEYS = 400  # px; a narrower list leaves the keys to the help page


class SearchResults(QWidget):
    """
    Lies over the page under the search field, as high as it needs and there is room.

    *lesson_chosen* tells a lesson and its language, *word_chosen* another word to
    search for.
    """

    lesson_chosen = Signal(str, str)
    word_chosen = Signal(str)

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._page = look, page
        self._nothing: Empty | None = None
        self.setAccessibleName(look.words.t("What was found"))
        self.list = SearchList(look, look.words.t("What was found"))
        self.list.line_chosen.connect(self.lesson_chosen)
        column = self._column = QVBoxLayout(self)
        pad = look.px(7)
        column.setContentsMargins(pad, pad, pad, look.px(8))
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        self._line = Divider(look)
        column.addWidget(self._line)
        self._foot = self._made_foot()
        column.addWidget(self._foot)

    def show_lines(self, lines: Sequence[Line], under: QWidget) -> None:
        """Show what was found, under the field."""
        self._clear()
        self.list.set_lines(lines)
        count = sum(1 for line in lines if line.id)
        said = self._look.words.n(
            "{count} result from this laptop", "{count} results from this laptop", count
        )
        self._count.set_text(said)
        self._show_list(shown=True)
        announce(self, said)
        self.place(under)

    def show_looking(self, under: QWidget) -> None:
        """Say that a slower look is under way."""
        self._clear()
        self.list.set_lines(())
        self._count.set_text(self._look.words.t("Looking inside words…"))
        self._show_list(shown=True)
        self.place(under)

    def show_nothing(self, text: str, near: Sequence[str], under: QWidget) -> None:
        """Say that nothing was found, and offer words that are near."""
        self._clear()
        self._show_list(shown=False)
        w = self._look.words
        title = w.t("Nothing matches “{typed}”", typed=text)
        advice = w.t("Check the spelling, or try a shorter word.")
        buttons = []
        for place, word in enumerate(reversed(near)):
            last = place == len(near) - 1
            button = Button(
                self._look,
                w.t("Search for “{word}”", word=word),
                kind="primary" if last else "normal",
            )
            button.clicked.connect(
                lambda _on=False, word=word: self.word_chosen.emit(word)
            )
            buttons.append(button)
        self._nothing = Empty(self._look, title, advice, buttons, "rumours")
        self._nothing.set_tones("surface", "")
        self._column.insertWidget(0, self._nothing)
        announce(self, f"{title} {advice}")
        self.place(under)

    def choose(self, by: int) -> None:
        """Move the choice in the list, and let it be said: the field has the focus."""
        announce(self.list, self.list.choose(by))

    def place(self, under: QWidget) -> None:
        """Lie under the field, within the page."""
        page = self._page
        at = under.mapTo(page, under.rect().bottomLeft())
        width = min(self._look.px(_WIDE), page.width() - at.x() - 12)
        self._keys.setVisible(width >= self._look.px(_WITH_KEYS))
        room = page.height() - at.y() - self._look.px(16)
        self.setGeometry(
            at.x(), at.y() + self._look.px(5), width, min(self._needed(width), room)
        )
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper with a clear edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, self._look, QRectF(self.rect()), "surface", "ctl")

    def _needed(self, width: int) -> int:
        inner = width - 2 * self._look.px(7)
        margins = self._look.px(7 + 8)
        if self._nothing is not None:
            layout = self._nothing.layout()
            high = layout.totalHeightForWidth(inner) if layout else 0
            return high + margins + self._look.px(16)
        foot = self._foot.layout()
        high = foot.totalHeightForWidth(inner) if foot else 0
        return self.list.height_of_all() + 1 + high + margins

    def _made_foot(self) -> QWidget:
        """Name the keys, and leave room for the count."""
        look, w = self._look, self._look.words
        foot, self._keys = QWidget(), QWidget()
        flow = Flow(self._keys, look.px(8))
        for caps, text in (
            (("↑", "↓"), w.t("move")),
            ((w.t("Enter"),), w.t("open")),
            ((w.t("Esc"),), w.t("close")),
        ):
            for cap in caps:
                flow.addWidget(KeyCap(look, cap))
            flow.addWidget(Label(look, f"{text}  ", "least", colour="ink2", wrap=False))
        row = QHBoxLayout(foot)
        row.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(2))
        row.setSpacing(look.px(12))
        row.addWidget(self._keys, 1)
        self._count = Label(
            look, "", "least", colour="ink2", align=Qt.AlignmentFlag.AlignRight
        )
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        return foot

    def _show_list(self, *, shown: bool) -> None:
        for widget in (self.list, self._line, self._foot):
            widget.setVisible(shown)

    def _clear(self) -> None:
        if self._nothing is not None:
            self._nothing.hide()
            self._nothing.deleteLater()
            self._nothing = None
