"""Ask a class item by item and count hands; right answers are nowhere on the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens import check_words
from milkit.screens.saving import Saving
from milkit.screens.teach_keys import Keyboard, name_of
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import KeyCap, Label
from milkit.widgets.lines import plain
from milkit.widgets.marks import Mark
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.thread import Thread

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from milkit.teaching.hand_counts import HandCounts
    from milkit.widgets.look import Look

_SAVED = 620  # px at 100 %: below it, that all is saved stands aside


class HandsScreen(Page):
    """
    One item at a time: read it aloud, count the hands of each answer.

    *scene_changed* tells what the class may see, None to take it away; 1 2 3 add a
    hand, Backspace takes back, ← → go on.
    """

    stopped = Signal()
    scene_changed = Signal(object)

    def __init__(self, look: Look, counts: HandCounts) -> None:
        super().__init__(look)
        self.counts = counts
        self._shown = False
        given, w = counts.state.given, look.words
        title = f"{given.title} · {check_words.phase(given.phase, w)}"
        self.set_title(title, given.class_name)
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self._make_bars()
        self.body.addWidget(self._post())
        self.rows: list[Row] = []
        self._holder = QVBoxLayout()
        self._holder.setSpacing(look.px(8))
        self.body.addLayout(self._holder)
        self.body.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        Keyboard(self, lambda: self.move_by(1), lambda: self.move_by(-1))
        self.refresh()

    def focus_first(self) -> None:
        """Take the keys: no button has them."""
        self.setFocus()

    begin = focus_first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the page can do without, before buttons are squeezed."""
        super().resizeEvent(event)
        self._saved.setVisible(self.width() > self._look.px(_SAVED))

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the class view away with the page."""
        super().hideEvent(event)
        self._shown = False
        self.scene_changed.emit(None)

    def refresh(self) -> None:
        """Show the item of now and its hands."""
        w, counts = self._look.words, self.counts
        item, every = counts.item, len(counts.items)
        name = check_words.item(item.kind, counts.at + 1, w)
        self._name.set_text(w.t("{name} of {all}", name=name, all=w.number(every)))
        self._text.set_text(counts.text(item))
        self._show_rows()
        self._undo.setEnabled(counts.can_undo)
        self.before.setEnabled(counts.at > 0)
        last = counts.at == every - 1
        self.next.set_text(w.t("Finish") if last else w.t("Next"))
        hide, show = w.t("Hide from the class"), w.t("Show to the class")
        self.class_view.set_text(hide if self._shown else show)
        if self._shown:
            self._tell_class()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add hands, take back, or go on."""
        name = name_of(event, QApplication.platformName())
        options = self.counts.options(self.counts.item)
        if name in [str(n) for n in range(1, len(options) + 1)]:
            self.add(options[int(name) - 1][0], 1)
        elif name == "backspace":
            self._do(self.counts.undo)
        elif name == "enter" and not event.isAutoRepeat():
            self.move_by(1)
        else:
            super().keyPressEvent(event)

    def add(self, answer: str, by: int) -> None:
        """Add a hand, or take one."""
        self._do(lambda: self.counts.add(answer, by))

    def move_by(self, by: int) -> None:
        """Go to another item; after the last one the check is done."""
        if by > 0 and self.counts.at == len(self.counts.items) - 1:
            self.stopped.emit()
            return
        self.counts.move(by)
        self.refresh()

    def _do(self, act: Callable[[], object]) -> None:
        self.saving.attempt(act)
        self.refresh()

    def note_hidden(self) -> None:
        """Note that the class sees the item no more, and say so on the button."""
        self._shown = False
        self.refresh()

    def _tell_class(self) -> None:
        w = self._look.words
        prompt = w.t("What do you think?")
        self.scene_changed.emit(self.counts.scene(self._name.text(), prompt))

    def _toggle(self) -> None:
        self._shown = not self._shown
        if not self._shown:
            self.scene_changed.emit(None)
        self.refresh()

    def _show_rows(self) -> None:
        """Show the hands; the rows are made anew only for other answers."""
        counts = self.counts
        options = counts.options(counts.item)
        if [row.option for row in self.rows] != list(options):
            for row in self.rows:
                self._holder.removeWidget(row)
                row.deleteLater()
            self.rows = [
                Row(self._look, option, number, marked=counts.item.true is not None)
                for number, option in enumerate(options)
            ]
            for row in self.rows:
                row.changed.connect(partial(self.add, row.option[0]))
                self._holder.addWidget(row)
        hands, most = counts.hands(counts.item), counts.state.given.students
        for row in self.rows:
            row.show_hands(hands.get(row.option[0], 0), max(most, 1))

    def _make_bars(self) -> None:
        look, w = self._look, self._look.words
        stop = Button(look, w.t("Stop for now"), "pause")
        stop.clicked.connect(self.stopped)
        self.class_view = Button(look, "", "projector-screen")
        self.class_view.clicked.connect(self._toggle)
        self.header.row.addWidget(stop)
        self.before = Button(look, w.t("Back"), "arrow-left")
        self.before.clicked.connect(lambda: self.move_by(-1))
        self._undo = Button(look, w.t("Undo"), "arrow-u-up-left", kind="quiet")
        self._undo.clicked.connect(lambda: self._do(self.counts.undo))
        saved = w.t("Every change is saved at once.")
        self.next = Button(
            look, w.t("Next"), kind="primary", trailing="arrow-right", tall=True
        )
        self.next.clicked.connect(lambda: self.move_by(1))
        middle = Qt.AlignmentFlag.AlignVCenter
        self.footer.row.addWidget(self.before)
        self._saved = Label(look, saved, "small", colour="ink2", most=1)
        self.footer.row.addWidget(self._saved, 1, middle)
        self.footer.row.addWidget(self.next)

    def _post(self) -> Panel:
        look, lang = self._look, self.counts.check.lang
        panel = Panel(look)
        self._name = Label(look, "", "small", colour="ink2")
        self._text = Label(look, "", "say", serif=True, lang=lang)
        panel.box.addWidget(self._name)
        panel.box.addWidget(self._text)
        made_up = look.words.t("Made up for class")
        panel.box.addWidget(Label(look, made_up, "least", colour="ink2"))
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        flow.addWidget(self.class_view)
        flow.addWidget(self._undo)
        panel.box.addWidget(holder)
        return panel


class Row(Panel):
    """One answer: its key, mark and word, its hands, and the buttons for them."""

    changed = Signal(int)

    def __init__(
        self, look: Look, option: tuple[str, str], number: int, *, marked: bool
    ) -> None:
        super().__init__(look)
        self.option = option
        w, word = look.words, option[1]
        holder, told = QWidget(), QWidget()
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(KeyCap(look, w.number(number + 1)))
        mark = check_words.MARKS[number] if marked else ""
        row.addWidget(Mark(look, mark, number, 30))
        row.addWidget(Label(look, word, "card"), 1, Qt.AlignmentFlag.AlignVCenter)
        self._thread = Thread(look)
        row.addWidget(self._thread, 2)
        self._many = Label(look, "", "section", wrap=False)
        row.addWidget(self._many)
        take = Button(look, w.t("Take 1"), "minus")
        take.setAccessibleName(plain(f"{w.t('Take 1')}: {word}"))
        take.clicked.connect(partial(self._tell, -1))
        add = Button(look, w.t("Add 1"), "plus", kind="primary")
        add.setAccessibleName(plain(f"{w.t('Add 1')}: {word}"))
        add.clicked.connect(partial(self._tell, 1))
        buttons = QWidget()
        flow = Flow(buttons, look.px(10))
        flow.addWidget(take)
        flow.addWidget(add)
        parts = Columns((1, OWN), look.px(620), look.px(8), holder, look.px(16))
        parts.add(told, 0)
        parts.add(buttons, 1)
        self.box.addWidget(holder)

    def show_hands(self, hands: int, most: int) -> None:
        """Show the hands as a thread of the class, and as a number."""
        self._thread.set_count(min(hands, most), most)
        self._many.set_text(self._look.words.number(hands))

    def _tell(self, by: int, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's news
        self.changed.emit(by)
