"""Putting something somewhere: bins, the next card, marks, the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from milkit.stage.view import Console, Place
    from milkit.widgets.look import Look


class Places(QWidget):
    """A button a place, with its number as key; Undo takes the last one back."""

    placed = Signal(str, str)
    undone = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Place, ...] | None = None
        self._several = False
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        head = QHBoxLayout()
        self._title = Label(look, "", "strong")
        self._undo = Button(
            look, w.t("Undo"), "arrow-u-up-left", kind="quiet", height=40
        )
        self._undo.clicked.connect(self.undone)
        head.addWidget(self._title, 1)
        head.addWidget(self._undo)
        column.addLayout(head)
        self._holder = QWidget()
        self._flow = Flow(self._holder, look.px(8))
        column.addWidget(self._holder)

    def show_places(self, console: Console, lang: str) -> None:
        """Show where something can be put now."""
        self._several = console.several
        self.setVisible(bool(console.places or console.undo))
        self._title.set_text(console.place_title)
        self._undo.setVisible(console.undo)
        if console.places != self._shown:
            self._shown = console.places
            self._make(lang)

    def press(self, number: int) -> None:
        """Choose the place *number*, from 1."""
        places = self._shown or ()
        if 1 <= number <= len(places):
            self._choose(places[number - 1])

    def _choose(self, place: Place) -> None:
        away = place.on and self._several
        self.placed.emit(place.item, "" if away else place.where)

    def _make(self, lang: str) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        w = self._look.words
        for number, place in enumerate(self._shown or (), 1):
            button = Button(self._look, f"{w.number(number)}  {place.text}", height=48)
            button.setCheckable(True)
            button.setChecked(place.on)
            button.clicked.connect(lambda _on=False, p=place: self._choose(p))
            self._flow.addWidget(button)
