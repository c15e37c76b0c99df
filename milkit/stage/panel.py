"""What the teacher does with an activity: count hands, go through cards, put them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.stage.panel_counts import Counts
from milkit.stage.panel_items import Items
from milkit.stage.panel_places import Places
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.panel import Panel as Card

if TYPE_CHECKING:
    from milkit.stage.view import Console
    from milkit.teaching.views import RunView
    from milkit.widgets.look import Look


class Panel(Card):
    """
    One panel for every kind, drawn from the view's `Console`.

    It changes nothing itself: its signals tell what the teacher did, and
    `show_console` shows what came of it. The answer stays folded until asked for.
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
        self.box.setSpacing(look.px(6))
        self.items, self.counts = Items(look), Counts(look)
        self.places = Places(look)
        self._answer = Folded(look)
        for part in (self.items, self.counts, self.places, self._answer):
            self.box.addWidget(part)
        self.items.item_chosen.connect(self.item_chosen)
        self.items.page_chosen.connect(self.page_chosen)
        self.counts.hand_added.connect(self.hand_added)
        self.counts.totals_typed.connect(self.totals_typed)
        self.counts.typing_left.connect(self.typing_left)
        self.places.placed.connect(self.placed)
        self.places.undone.connect(self.place_undone)

    def show_console(
        self, console: Console, view: RunView, lang: str, pages: int = 1
    ) -> None:
        """Show what can be done now; *pages* is how many screens the text needs."""
        self.items.show_items(console, view.page % max(1, pages), pages)
        self.counts.show_counts(console, view, lang)
        self.places.show_places(console, lang)
        self._answer.show_words(console, lang)
        parts = (self.items, self.counts, self.places, self._answer)
        self.setVisible(any(not part.isHidden() for part in parts))

    def type_totals(self) -> None:
        """Let the totals be typed, or go back to counting."""
        self.counts.toggle_typing()

    def press_place(self, number: int) -> None:
        """Choose a place by its number, from 1."""
        self.places.press(number)


class Folded(QWidget):
    """The answer and why, for the teacher alone, behind a button."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        row = QHBoxLayout()
        self._button = Button(
            look,
            w.t("See the answer, only here"),
            "caret-right",
            kind="quiet",
            height=40,
        )
        self._button.clicked.connect(self._toggle)
        row.addWidget(self._button)
        row.addStretch()
        column.addLayout(row)
        self._words = Label(look, "", "body")
        self._words.hide()
        column.addWidget(self._words)
        self._shown = ""

    def show_words(self, console: Console, lang: str) -> None:
        """Take the words of the question of now; another one folds them again."""
        said = ": ".join(part for part in (console.answer, console.note) if part)
        self.setVisible(bool(said))
        if said != self._shown:
            self._shown = said
            self._words.set_text(said)
            self._words.hide()
            self._button.set_text(self._button.words, "caret-right")

    def _toggle(self) -> None:
        opened = self._words.isHidden()
        self._words.setVisible(opened)
        self._button.set_text(
            self._button.words, "caret-down" if opened else "caret-right"
        )
