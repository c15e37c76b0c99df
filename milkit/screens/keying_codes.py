"""The sheets of a class at the left of the keying page, code by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.records.check_state import AWAY, DIFFERS, DONE
from milkit.screens.keying_grid import Code, CodeGrid
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.thread import Thread

if TYPE_CHECKING:
    from milkit.teaching.keying import Keying
    from milkit.widgets.look import Look


class CodesPart(QWidget):
    """How far each code is; *code_picked* tells one, *absent_asked* its button."""

    code_picked = Signal(str)
    absent_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        head = QHBoxLayout()
        head.addWidget(Label(look, w.t("Sheets"), "card", wrap=False), 1)
        self._done = Label(look, "", "small", wrap=False)
        head.addWidget(self._done)
        column.addLayout(head)
        self._thread = Thread(look, rows=1, height=12)
        column.addWidget(self._thread)
        self.grid = CodeGrid(look, w.t("Sheets"))
        self.grid.picked.connect(self._picked)
        column.addWidget(self.grid)
        signs = w.t("Filled: keyed. Gold: now. Dashed: absent. ≠: keyings differ.")
        column.addWidget(Label(look, signs, "least", colour="ink2"))
        self.absent = Button(look, w.t("Absent today"), "user")
        self.absent.clicked.connect(self.absent_asked)
        column.addWidget(self.absent, 0, Qt.AlignmentFlag.AlignLeft)

    def show_keying(self, keying: Keying) -> None:
        """Show how things stand."""
        w, state = self._look.words, keying.state
        to_do = w.t("to do")
        words = {
            DONE: w.t("keyed"),
            AWAY: w.t("absent"),
            DIFFERS: w.t("keyings differ"),
        }
        cells = []
        for code in state.codes:
            how = state.how(code)
            text = w.number(int(code)) if code.isdecimal() else code
            said = f"{text}, {words.get(how, to_do)}"
            cells.append(Code(code, text, how, said))
        self.grid.show_codes(cells, keying.code)
        done, every = state.done(), len(state.codes)
        self._done.set_text(
            w.t("{n} of {all} done", n=w.number(done), all=w.number(every))
        )
        self._thread.set_count(done, every)
        self.absent.set_text(
            w.t("Here after all") if keying.absent else w.t("Absent today")
        )

    def _picked(self, at: int) -> None:
        self.code_picked.emit(self.grid.code_at(at))
