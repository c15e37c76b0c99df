"""Key the sheets of a check: a code, its answers on four keys, each saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from milkit.screens import check_words
from milkit.screens.keying_codes import CodesPart
from milkit.screens.keying_foot import Foot
from milkit.screens.keying_head import Head
from milkit.screens.keying_sheet import KEYS, SheetPart
from milkit.screens.keying_side import Side
from milkit.screens.saving import Saving
from milkit.screens.teach_keys import Keyboard, name_of
from milkit.teaching.keying import EMPTY
from milkit.widgets.columns import Columns
from milkit.widgets.page import Scroll
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from milkit.teaching.keying import Keying
    from milkit.widgets.look import Look

LEAST = 900  # px: below it, the columns stand under each other


class KeyingScreen(QWidget):
    """
    Keys one check; right answers are nowhere on it. *stopped* leaves, all is kept.

    1 2 3 0 answer, Backspace takes back, Enter goes on, ← → move on the sheet.
    """

    stopped = Signal()

    def __init__(self, look: Look, keying: Keying) -> None:
        super().__init__()
        self._look, self.keying = look, keying
        given, w = keying.state.given, look.words
        title = f"{given.title} · {check_words.phase(given.phase, w)}"
        facts = [given.class_name, w.t("numbers, never names")]
        self.head = Head(look, title, " · ".join(part for part in facts if part))
        self.foot = Foot(look)
        self.saving = Saving(look)
        self.side = Side(look)
        self.codes = CodesPart(look)
        self.sheet = SheetPart(look, keying)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._wire()
        Keyboard(self, lambda: self._move(1), lambda: self._move(-1))
        self.refresh()

    def focus_first(self) -> None:
        """Take the keys: no button has them."""
        self.setFocus()

    begin = focus_first

    def refresh(self) -> None:
        """Show how things stand."""
        for part in (self.codes, self.sheet, self.side, self.foot):
            part.show_keying(self.keying)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, take back or go on; arrows come through `Keyboard`."""
        name = name_of(event, QApplication.platformName())
        if name in KEYS:
            self.press(KEYS.index(name))
        elif name == "backspace":
            self.undo()
        elif name == "enter" and not event.isAutoRepeat():
            self.next()
        else:
            super().keyPressEvent(event)

    def press(self, place: int) -> None:
        """Take the answer at a place of the four."""
        keying = self.keying
        options = keying.options()
        answer = options[place][0] if place < len(options) else EMPTY
        if keying.at < len(keying.items) and not keying.absent:
            self._do(lambda: keying.key(answer))

    def undo(self) -> None:
        """Take the last key back."""
        self._do(self.keying.undo)

    def next(self) -> None:
        """Go to the next sheet, or leave when all are keyed."""
        if self.keying.finished() and not self.keying.second_due():
            self.stopped.emit()
            return
        self._do(self.keying.next)

    def _move(self, by: int) -> None:
        self.keying.move(by)
        self.refresh()

    def _do(self, act: Callable[[], object]) -> None:
        """Do what is saved at once; what goes wrong is told, and nothing is lost."""
        self.saving.attempt(act)
        self.refresh()
        items, at = self.keying.items, self.keying.at
        if at < len(items):
            announce(self, self.sheet.name_of(items[at], at))

    def _go(self, code: str) -> None:
        self.keying.go(code)
        self.refresh()

    def _place(self, at: int) -> None:
        self.keying.place(at)
        self.refresh()

    def _before(self) -> None:
        """Go to the sheet before this one."""
        codes = self.keying.state.codes
        self._go(codes[max(0, codes.index(self.keying.code) - 1)])

    def _lay_out(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        scroll = Scroll(look)
        scroll.box.addWidget(self.saving)
        holder = QWidget()
        parts = Columns((26, 50, 25), look.px(LEAST), look.px(14), holder, look.px(24))
        parts.add(self.sheet, 1)
        parts.add(self.codes, 0)
        parts.add(self.side, 2)
        scroll.box.addWidget(holder)
        scroll.box.addStretch()
        column.addWidget(scroll, 1)
        column.addWidget(self.foot)

    def _wire(self) -> None:
        keying = self.keying
        self.head.stop_asked.connect(self.stopped)
        self.codes.code_picked.connect(self._go)
        self.codes.absent_asked.connect(
            lambda: self._do(lambda: keying.set_absent(absent=not keying.absent))
        )
        self.sheet.placed.connect(self._place)
        self.sheet.pressed.connect(self.press)
        self.sheet.undo_asked.connect(self.undo)
        self.side.settled.connect(lambda *what: self._do(lambda: keying.settle(*what)))
        self.foot.next_asked.connect(self.next)
        self.foot.before_asked.connect(self._before)
