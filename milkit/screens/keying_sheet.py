"""The sheet that is keyed: its answers so far, four big ones to press, and Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens import check_words
from milkit.screens.keying_answers import EMPTY as EMPTY_MARK
from milkit.screens.keying_answers import Answers, Offer
from milkit.screens.keying_grid import AnswerGrid, Given
from milkit.widgets.buttons import Button
from milkit.widgets.labels import KeyCap, Label
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from milkit.content.instrument import Item
    from milkit.teaching.keying import Keying
    from milkit.widgets.look import Look

KEYS = ("1", "2", "3", "0")


class SheetPart(QWidget):
    """*pressed* tells the place of an answer, *placed* that of an item."""

    pressed = Signal(int)
    placed = Signal(int)
    undo_asked = Signal()

    def __init__(self, look: Look, keying: Keying) -> None:
        super().__init__()
        self._look = look
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        head = QHBoxLayout()
        self._title = Label(look, "", "title")
        self._keyed = Label(look, "", "small", colour="ink2", wrap=False)
        head.addWidget(self._title, 1)
        head.addWidget(self._keyed, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self.answers = AnswerGrid(look, w.t("Answers on this sheet"))
        self.answers.picked.connect(self.placed)
        column.addWidget(self.answers)
        self._asked = Label(look, "", "strong")
        column.addWidget(self._asked)
        self.buttons = Answers(look, self._offers(keying))
        self.buttons.pressed.connect(self.pressed)
        column.addWidget(self.buttons)
        column.addWidget(self._back_row())

    def show_keying(self, keying: Keying) -> None:
        """Show how things stand."""
        w, items = self._look.words, keying.items
        said = w.t("Number {code}", code=keying.code)
        if keying.form:
            said = f"{said} · {w.t('Sheet {form}', form=keying.form)}"
        if keying.again:
            said = " · ".join((said, w.t("second time")))
        self._title.set_text(said)
        keyed, every = w.number(keying.keyed), w.number(len(items))
        self._keyed.set_text(w.t("{n} of {all} keyed", n=keyed, all=every))
        cells = [self._cell(keying, at, item) for at, item in enumerate(items)]
        self.answers.show_answers(cells, keying.at)
        self._asked.set_text(self._question(keying))
        self.buttons.set_offers(self._offers(keying))
        for button in self.buttons.buttons:
            button.setEnabled(keying.at < len(items) and not keying.absent)
        self._last.set_text(self._last_key(keying))
        self.undo.setEnabled(keying.can_undo)

    def name_of(self, item: Item, at: int) -> str:
        """Name the item at a place."""
        return check_words.item(item.kind, at + 1, self._look.words)

    def _cell(self, keying: Keying, at: int, item: Item) -> Given:
        answer, name = keying.answer(at), self.name_of(item, at)
        if answer is None:
            return Given(name, None, "")
        options = [key for key, _ in keying.options(at)]
        word = check_words.answer(keying.word(item.id, answer), self._look.words)
        if answer not in options:
            return Given(name, word, EMPTY_MARK)
        place = options.index(answer)
        return Given(name, word, mark(item, place), place)

    def _question(self, keying: Keying) -> str:
        w = self._look.words
        if keying.absent:
            return w.t("Absent: this number has no sheet.")
        if keying.at >= len(keying.items):
            return w.t("This sheet is keyed. Press Enter for the next one.")
        name = self.name_of(keying.items[keying.at], keying.at)
        return w.t("What is ticked for {name}?", name=name)

    def _offers(self, keying: Keying) -> list[Offer]:
        item = keying.items[min(keying.at, len(keying.items) - 1)]
        offers = [
            Offer(KEYS[at], word, mark(item, at), at)
            for at, (_, word) in enumerate(keying.options())
        ]
        empty = self._look.words.t("Left empty")
        return [*offers, Offer(KEYS[-1], empty, EMPTY_MARK)]

    def _last_key(self, keying: Keying) -> str:
        w, last = self._look.words, keying.last()
        if last is None:
            return w.t("No key pressed yet")
        code, at, answer = last
        item = keying.items_of(code)[at]
        word = check_words.answer(keying.word(item.id, answer), w)
        name = self.name_of(item, at)
        return w.t("Last key: {name}, {answer}", name=name, answer=word)

    def _back_row(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        self._last = Label(look, "", "small")
        self.undo = Button(look, w.t("Undo"), "arrow-u-up-left", height=40)
        self.undo.clicked.connect(self.undo_asked)
        row = QHBoxLayout()
        row.addWidget(self._last, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.undo)
        row.addWidget(KeyCap(look, w.t("Backspace")))
        panel.box.addLayout(row)
        return panel


def mark(item: Item, place: int) -> str:
    """Give the mark of an answer; letters for answers that are no yes or no."""
    return check_words.MARKS[place] if item.true is not None else ""
