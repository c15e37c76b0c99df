"""The bar above the counters: which card or post, and which screen of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label

if TYPE_CHECKING:
    from milkit.stage.view import Console
    from milkit.widgets.look import Look


class Items(QWidget):
    """Previous, "Card 4 of 9", next; and "Screen 1 of 2" where a text is long."""

    item_chosen = Signal(int)
    page_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self._at, self._count = 0, 0
        self._page, self._pages = 0, 1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self._before = Button(look, w.t("Before"), "arrow-left", height=40)
        self._where = Label(look, "", "strong", wrap=False)
        self._after = Button(look, w.t("Next one"), trailing="arrow-right", height=40)
        self._turn = Button(look, "", "monitor", height=40)
        self._before.clicked.connect(lambda: self.item_chosen.emit(self._at - 1))
        self._after.clicked.connect(lambda: self.item_chosen.emit(self._at + 1))
        self._turn.clicked.connect(self._turn_page)
        for part in (self._before, self._where, self._after):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self._turn)

    def show_items(self, console: Console, page: int, pages: int) -> None:
        """Show where the class is among *console*'s items and a text's *pages*."""
        w = self._look.words
        self._at, self._count = console.at, console.items
        self._page, self._pages = page, pages
        many = console.items > 1
        for part in (self._before, self._where, self._after):
            part.setVisible(many)
        if many:
            self._where.set_text(
                w.t(
                    "{item} {n} of {all}",
                    item=console.item_name,
                    n=w.number(console.at + 1),
                    all=w.number(console.items),
                )
            )
            self._before.setEnabled(console.at > 0)
            self._after.setEnabled(console.at < console.items - 1)
        self._turn.setVisible(pages > 1)
        if pages > 1:
            n, all_ = w.number(page + 1), w.number(pages)
            self._turn.set_text(w.t("Screen {n} of {all}", n=n, all=all_))
        self.setVisible(many or pages > 1)

    def _turn_page(self) -> None:
        self.page_chosen.emit((self._page + 1) % self._pages)
