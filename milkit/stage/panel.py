"""What the teacher does with an activity: count hands, go through cards, put them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from milkit.stage.panel_counts import Counts
from milkit.stage.panel_fold import Folded
from milkit.stage.panel_items import Items
from milkit.stage.panel_places import Places
from milkit.widgets.panel import Panel as Card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from milkit.stage.view import Console
    from milkit.teaching.views import RunView
    from milkit.widgets.look import Look

ROOMY = 600  # px from which counters have their words


class Panel(Card):
    """
    One panel for every kind, drawn from the view's `Console`.

    It changes nothing itself: its signals tell what the teacher did, and
    `show_console` shows what came of it. *placed* gives the pair for `Run.place`,
    with "" to take it away. The answer stays folded until asked for.
    """

    hand_added = Signal(str, str, int)
    totals_typed = Signal(str, object)
    item_chosen = Signal(int)
    placed = Signal(str, str)
    place_undone = Signal()
    page_chosen = Signal(int)
    typing_left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._story, self._page = False, 0
        self._compact = True
        self._console: Console | None = None
        self._lang = ""
        self.box.setSpacing(look.px(6))
        self.items, self.counts = Items(look), Counts(look)
        self.places, self.folded = Places(look), Folded(look)
        self._parts = (self.items, self.counts, self.places, self.folded)
        for part in self._parts:
            self.box.addWidget(part)
        self.items.item_chosen.connect(self.item_chosen)
        self.items.page_chosen.connect(self.page_chosen)
        self.counts.hand_added.connect(self.hand_added)
        self.counts.totals_typed.connect(self.totals_typed)
        self.counts.typing_left.connect(self.typing_left)
        self.places.placed.connect(self._placed)
        self.places.undone.connect(self.place_undone)

    def show_console(
        self, console: Console, view: RunView, lang: str, pages: int = 1
    ) -> None:
        """Show what can be done now; *pages* is how many screens the text needs."""
        pages = max(1, pages)
        self._console, self._lang = console, lang
        self._story = bool(console.questions and console.places)
        self._page = view.page % pages
        self.items.show_items(console, self._page, pages)
        self._show_counts(console, view)
        self.places.show_places(console, lang)
        self.folded.show_words(console, lang)
        self.setVisible(any(not part.isHidden() for part in self._parts))

    def show_hands(self, view: RunView) -> None:
        """Show the counts alone, at once: all else stands as it was."""
        if self._console is not None:
            self._show_counts(self._console, view)

    def _show_counts(self, console: Console, view: RunView) -> None:
        hands = hands_of(console, view)
        self.counts.show_counts(console, hands, view.present, self._lang, view.students)

    def minimumSizeHint(self) -> QSize:
        """Let the window become narrow: then the counters say less."""
        hint = super().minimumSizeHint()
        if not self._compact:
            hint.setWidth(min(hint.width(), self._look.px(ROOMY) - 1))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the counters where the window is narrow."""
        super().resizeEvent(event)
        compact = self.width() < self._look.px(ROOMY)
        if compact != self._compact:
            self._compact = compact
            self.items.set_compact(compact)
            self.counts.set_compact(compact)

    def type_totals(self) -> None:
        """Let the totals be typed, or go back to counting."""
        self.counts.toggle_typing()

    def press_place(self, number: int) -> None:
        """Choose a place by its number, from 1."""
        self.places.press(number)

    def _placed(self, item: str, where: str) -> None:
        if self._story and self._page:
            self.page_chosen.emit(0)  # the next scene begins at its first screen
        self.placed.emit(item, where)


def hands_of(console: Console, view: RunView) -> Mapping[str, Mapping[str, int]]:
    """Give the hands of the console's questions: the main one, then sure or not."""
    counts = (view.hands, view.sure)
    return {q.id: hands for q, hands in zip(console.questions, counts, strict=False)}
