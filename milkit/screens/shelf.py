"""The lessons as cards under their filters, for Home and Lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.library import filters as library_filters
from milkit.screens.filter_row import FilterRow
from milkit.screens.home_cards import cards_of
from milkit.widgets.cards import CardGrid
from milkit.widgets.page import Scroll

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from milkit.library.library import Library
    from milkit.packs.row import Row
    from milkit.records.store import Records
    from milkit.screens.no_fit import NoFit
    from milkit.widgets.cards import Card
    from milkit.widgets.look import Look

SIDE = 24  # px of margin, at any text size
_LEAST_ROWS = 1.4  # rows of cards in sight that make a grid worth scrolling alone


class _Above(QWidget):
    """What stands above the cards; *resized* tells that it grew or shrank."""

    resized = Signal()

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width: at its narrowest this would be highest."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell it."""
        super().resizeEvent(event)
        self.resized.emit()


class Shelf(Scroll):
    """
    Filters that stay in sight while the cards scroll.

    Where there is no room for that (large letters), all scrolls as one.
    *lesson_chosen* tells a lesson and its language.
    """

    lesson_chosen = Signal(str, str)

    def __init__(
        self, look: Look, library: Library, records: Records, lang: str
    ) -> None:
        super().__init__(look)
        self._look, self._library, self._records = look, library, records
        self._lang = lang
        self._rows: list[Row] = []
        self._langs: dict[str, str] = {}
        self._cards: list[Card] = []
        self.no_fit: NoFit | None = None
        self.filters = FilterRow(look)
        self.grid = CardGrid(look, look.words.t("Lessons"))
        self._lay_out()
        self.filters.changed.connect(self._filtered)
        self.grid.card_chosen.connect(self._card_chosen)
        self.grid.selectionModel().currentChanged.connect(self._keep_in_sight)
        self._above.resized.connect(self._fit)

    def refresh(self) -> None:
        """Read the lessons and what was taught anew."""
        self._read()
        self.filters.set_rows(self._rows)
        self._show_cards()

    def put_first(self, widget: QWidget) -> None:
        """Stand something above the filters."""
        self._head.insertWidget(0, widget)

    def take_out(self, widget: QWidget) -> None:
        """Take it away again."""
        self._head.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards the room that is left."""
        super().resizeEvent(event)
        self._fit()

    # --- inside ----------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self._look
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.setContentsMargins(0, look.px(6), 0, 0)
        self.box.setSpacing(0)
        self._above = _Above()
        self._head = QVBoxLayout(self._above)
        self._head.setContentsMargins(SIDE, 0, SIDE, look.px(10))
        self._head.setSpacing(look.px(12))
        self._head.addWidget(self.filters)
        self.box.addWidget(self._above)
        self._below = QVBoxLayout()
        self._below.addWidget(self.grid)
        self.box.addLayout(self._below)
        self.box.addStretch()

    def _read(self) -> None:
        lang = self.filters.wanted().lang or self._lang
        self._rows = self._library.rows(lang)

    def _filtered(self) -> None:
        self._read()
        self._show_cards()

    def _show_cards(self) -> None:
        shown = library_filters.filter(self._rows, self.filters.wanted())
        self._langs = {row.id: row.lang for row in shown}
        cards = cards_of(shown, self._records.runs(), self._look.words)
        if cards != self._cards:  # else the user finds them where they were left
            self._cards = cards
            self.grid.set_cards(cards)
        self.filters.set_count(len(shown), len(self._rows))
        self._show_no_fit(none=not shown)
        self._fit()

    def _show_no_fit(self, *, none: bool) -> None:
        """Say that nothing fits, in the place of the cards."""
        if self.no_fit is not None:
            self.no_fit.hide()
            self.no_fit.deleteLater()
            self.no_fit = None
        self.grid.setVisible(not none)
        bar = self.grid.verticalScrollBar().sizeHint().width()
        right = SIDE if none else max(0, SIDE - bar - 1)  # the bar is in the margin
        self._below.setContentsMargins(SIDE, 0, right, 0)
        if none:
            from milkit.screens.no_fit import NoFit

            self.no_fit = NoFit(self._look, self.filters, self._rows)
            self._below.addWidget(self.no_fit)

    def _card_chosen(self, lesson: str) -> None:
        self.lesson_chosen.emit(lesson, self._langs[lesson])

    def _fit(self) -> None:
        """Let the cards scroll alone where some of them are in sight, else all."""
        view = self.viewport()
        above = self._head.totalHeightForWidth(view.width())
        rest = view.height() - above - self.box.contentsMargins().top()
        one = self.grid.gridSize().height()
        alone = rest >= _LEAST_ROWS * one
        high = rest if alone else max(one, self.grid.height_for(self.grid.width()))
        if high > 0 and self.grid.minimumHeight() != high:
            self.grid.setFixedHeight(high)
        if self.no_fit is not None:
            self.no_fit.setMinimumHeight(max(0, rest - self._look.px(24)))

    def _keep_in_sight(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        card = self.grid.visualRect(now)
        at = self.grid.viewport().mapTo(self.body, card.center())
        self.ensureVisible(at.x(), at.y(), 0, card.height() // 2)
