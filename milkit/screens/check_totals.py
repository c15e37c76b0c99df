"""Type the totals of a class, item by item, from counts that were taken elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens import check_words
from milkit.screens.saving import Saving
from milkit.widgets.buttons import Button
from milkit.widgets.fields import NumberField
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from milkit.content.instrument import Item
    from milkit.teaching.hand_counts import HandCounts
    from milkit.widgets.look import Look

_MOST = 999
_SAVED = 620  # px at 100 %: below it, that all is saved stands aside


class TotalsScreen(Page):
    """Three numbers an item; each is kept when the next field is reached."""

    stopped = Signal()

    def __init__(self, look: Look, counts: HandCounts) -> None:
        super().__init__(look)
        self.counts = counts
        self._filling = False
        given, w = counts.state.given, look.words
        title = f"{given.title} · {check_words.phase(given.phase, w)}"
        self.set_title(title, given.class_name)
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self.fields: dict[str, list[NumberField]] = {}
        self._sums: dict[str, Label] = {}
        for number, item in enumerate(counts.items, 1):
            self.body.addWidget(self._panel(item, number))
        self.body.addStretch()
        self._make_footer()
        self.refresh()

    def focus_first(self) -> None:
        """Begin with the first number."""
        next(iter(self.fields.values()))[0].setFocus()

    begin = focus_first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the page can do without, before buttons are squeezed."""
        super().resizeEvent(event)
        self._saved.setVisible(self.width() > self._look.px(_SAVED))

    def refresh(self) -> None:
        """Show what is kept."""
        counts, w = self.counts, self._look.words
        self._filling = True
        for item in counts.items:
            hands = counts.hands(item)
            for field, (answer, _) in zip(
                self.fields[item.id], counts.options(item), strict=True
            ):
                field.setValue(hands.get(answer, 0))
            many = sum(hands.values())
            more = many > counts.state.given.students > 0
            text = w.n("{count} hand", "{count} hands", many)
            if more:
                text = w.t("{hands}: more than the class has", hands=text)
            self._sums[item.id].set_text(text)
            self._sums[item.id].set_colour("tur_ink" if more else "ink2")
        self._undo.setEnabled(counts.can_undo)
        self._filling = False

    def _panel(self, item: Item, number: int) -> Panel:
        look, w, counts = self._look, self._look.words, self.counts
        panel = Panel(look)
        name = check_words.item(item.kind, number, w)
        panel.box.addWidget(Label(look, name, "strong"))
        lang = counts.check.lang
        text = Label(look, counts.text(item), "small", lang=lang, serif=True)
        panel.box.addWidget(text)
        holder = QWidget()
        flow = Flow(holder, look.px(16))
        self.fields[item.id] = []
        for _, word in counts.options(item):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px(4))
            field = NumberField(look, f"{name}, {plain(word)}", 0, (0, _MOST))
            field.setKeyboardTracking(False)
            field.valueChanged.connect(partial(self._typed, item))
            self.fields[item.id].append(field)
            column.addWidget(Label(look, word, "small", wrap=False))
            column.addWidget(field)
            flow.addWidget(part)
        panel.box.addWidget(holder)
        self._sums[item.id] = Label(look, "", "small", colour="ink2")
        panel.box.addWidget(self._sums[item.id])
        return panel

    def _typed(self, item: Item, _value: int) -> None:
        if self._filling:
            return
        counts = self.counts
        answers = [answer for answer, _ in counts.options(item)]
        numbers = [field.value() for field in self.fields[item.id]]
        totals = dict(zip(answers, numbers, strict=True))
        self._do(lambda: counts.set_totals(item, totals))

    def _do(self, act: Callable[[], object]) -> None:
        self.saving.attempt(act)
        self.refresh()

    def _make_footer(self) -> None:
        look, w = self._look, self._look.words
        self._undo = Button(look, w.t("Undo"), "arrow-u-up-left")
        self._undo.clicked.connect(lambda: self._do(self.counts.undo))
        said = w.t("Every change is saved at once.")
        self._saved = Label(look, said, "small", colour="ink2", most=1)
        done = Button(look, w.t("Done"), "check", kind="primary", tall=True)
        done.clicked.connect(self.stopped)
        self.footer.row.addWidget(self._undo)
        self.footer.row.addWidget(self._saved, 1, Qt.AlignmentFlag.AlignVCenter)
        self.footer.row.addWidget(done)
