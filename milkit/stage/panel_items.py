"""The bar above the counters: which card or post, and which screen of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.lines import advance
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from milkit.stage.view import Console
    from milkit.widgets.look import Look

HIGH = 40


class Turner(QWidget):
    """Back, "Card 4 of 9", on; hidden when there is only one."""

    chosen = Signal(int)

    def __init__(self, look: Look, back: str, on: str) -> None:
        super().__init__()
        self._look = look
        self._at, self._count = 0, 1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.back = Button(look, back, "arrow-left", height=HIGH)
        self.where = Label(look, "", "strong", wrap=False)
        self.on = Button(look, on, trailing="arrow-right", height=HIGH)
        self.back.clicked.connect(lambda: self.chosen.emit(self._at - 1))
        self.on.clicked.connect(self._on)
        self.round = not back  # a text's screens are gone through round and round
        self.back.setVisible(not self.round)
        for part in (self.back, self.where, self.on):
            row.addWidget(part)

    def show_place(self, words: str, at: int, count: int) -> None:
        """Show that *at* of *count* is the one of now."""
        self._at, self._count = at, count
        self.setVisible(count > 1)
        self.where.set_text(words)
        self.back.setEnabled(at > 0)
        self.on.setEnabled(self.round or at < count - 1)
        if self.round:
            w, last = self._look.words, at == count - 1
            self.on.set_text(w.t("First screen") if last else w.t("Next screen"))

    def shorten(self, back: str, on: str) -> None:
        """Say less on the buttons; they keep their names for a reader."""
        for button, words in ((self.back, back), (self.on, on)):
            name = button.accessibleName()
            button.set_text(words)
            button.setAccessibleName(name)

    def _on(self) -> None:
        self.chosen.emit((self._at + 1) % max(1, self._count))


class Items(QWidget):
    """Where the class is among cards and posts, and in a text of several screens."""

    item_chosen = Signal(int)
    page_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        row = Flow(self, look.px(8))
        self.items = Turner(look, w.t("One back"), w.t("Next one"))
        self.pages = Turner(look, "", w.t("Next screen"))
        row.addWidget(self.items)
        row.addWidget(self.pages)
        self.items.chosen.connect(self.item_chosen)
        self.pages.chosen.connect(self.page_chosen)
        self.set_compact(True)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state
        """Make do with little width: of two ways to say it, the shorter one."""
        w, font = self._look.words, self._look.type.font("strong")
        back, on = [w.t("One back")], [w.t("Next one")]
        if compact:
            back, on = [*back, w.t("Back")], [*on, w.t("Next")]
        self.items.shorten(
            *(min(ways, key=lambda words: advance(words, font)) for ways in (back, on))
        )

    def show_items(self, console: Console, page: int, pages: int) -> None:
        """Show where the class is among *console*'s items and a text's *pages*."""
        w = self._look.words
        item = w.t(
            "{item} {n} of {all}",
            item=console.item_name,
            n=w.number(console.at + 1),
            all=w.number(console.items),
        )
        self.items.show_place(item, console.at, console.items)
        text = w.t("Screen {n} of {all}", n=w.number(page + 1), all=w.number(pages))
        self.pages.show_place(text, page, pages)
        self.setVisible(console.items > 1 or pages > 1)
