"""Putting something somewhere: bins, the next card, marks, the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.stage.panel_card import CardFace
from milkit.stage.panel_counts import emptied
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.lines import elided, plain
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from milkit.stage.view import Console, Place
    from milkit.widgets.look import Look

WIDEST, NARROW = 300, 104  # px of a place's words; the whole text is its tooltip
FEW = 4  # more places than this are narrow
KEYS = 9


class PlaceButton(Button):
    """A place to choose by click, by its number, or by dropping the card on it."""

    def __init__(
        self, look: Look, place: Place, number: int, lang: str, widest: int
    ) -> None:
        font = look.type.font("strong", lang=lang)
        words = elided(look.type.ready(place.text), font, look.px(widest))
        key = look.words.number(number) + "  " if number else ""
        super().__init__(look, key + words, height=48)
        self.place = place
        self.setAccessibleName(plain(key + place.text))
        if words != plain(place.text):
            self.setToolTip(plain(place.text))
        self.setCheckable(place.on)  # a tick takes room, so only where there is one
        self.setChecked(place.on)
        self.updateGeometry()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's own name
        """Stay as it is: the run says what is chosen."""


class Places(QWidget):
    """A button a place, with its number as key; Undo takes the last one back."""

    placed = Signal(str, str)
    undone = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[tuple[Place, ...], bool, str] | None = None
        self._several = False
        self._buttons: list[PlaceButton] = []
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.card = CardFace(look)
        self.card.moved.connect(self._over)
        self.card.dropped.connect(self._dropped)
        column.addWidget(self.card)
        head = QHBoxLayout()
        self._title = Label(look, "", "strong")
        self.undo = Button(
            look, w.t("Undo"), "arrow-u-up-left", kind="quiet", height=40
        )
        self.undo.clicked.connect(self.undone)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.undo)
        column.addLayout(head)
        self._holder = QWidget()
        self._flow = Flow(self._holder, look.px(8))
        column.addWidget(self._holder)

    def show_places(self, console: Console, lang: str) -> None:
        """Show where something can be put now."""
        self._several = console.several
        self.setVisible(bool(console.places or console.undo))
        self._title.set_text(console.place_title)
        self.undo.setVisible(console.undo)
        self.card.show_card(console.card, lang)
        keys = not console.questions  # else the number keys count hands
        if (console.places, keys, lang) != self._shown:
            self._shown = (console.places, keys, lang)
            self._make(console.places, lang, keys=keys)

    def press(self, number: int) -> None:
        """Choose the place *number*, from 1."""
        if 1 <= number <= len(self._buttons):
            self._choose(self._buttons[number - 1].place)

    def _choose(self, place: Place) -> None:
        away = place.on and self._several
        self.placed.emit(place.item, "" if away else place.where)

    def _make(self, places: tuple[Place, ...], lang: str, *, keys: bool) -> None:
        emptied(self._flow)
        self._buttons = []
        widest = WIDEST if len(places) <= FEW else NARROW
        for number, place in enumerate(places, 1):
            key = number if keys and number <= KEYS else 0
            button = PlaceButton(self._look, place, key, lang, widest)
            button.clicked.connect(lambda _on=False, p=place: self._choose(p))
            self._flow.addWidget(button)
            self._buttons.append(button)

    def _at(self, spot: QPoint) -> PlaceButton | None:
        """Find the place under a spot of the screen."""
        for button in self._buttons:
            if button.rect().contains(button.mapFromGlobal(spot)):
                return button
        return None

    def _over(self, spot: QPoint) -> None:
        over = self._at(spot)
        for button in self._buttons:
            button.setDown(button is over)

    def _dropped(self, spot: QPoint) -> None:
        over = self._at(spot)
        for button in self._buttons:
            button.setDown(False)
        if over is not None:
            self._choose(over.place)
