"""The foot of the keying page: the sheet before, the keys, and the next sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.labels import KeyCap, Label
from milkit.widgets.panel import Bar

if TYPE_CHECKING:
    from milkit.teaching.keying import Keying
    from milkit.widgets.look import Look


class Foot(Bar):
    """*next_asked* and *before_asked* come from its buttons."""

    next_asked = Signal()
    before_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, footer=True)
        w = look.words
        self.before = Button(look, w.t("Back"), "arrow-left")
        self.before.clicked.connect(self.before_asked)
        self.next = Button(
            look, w.t("Next sheet"), kind="primary", trailing="arrow-right", tall=True
        )
        self.next.clicked.connect(self.next_asked)
        self._left = Label(look, "", "small", colour="ink2", wrap=False)
        self._hints = Hints(look)
        self.row.addWidget(self.before)
        self.row.addWidget(self._hints, 1)
        self.row.addWidget(self._left)
        self.row.addWidget(self.next)

    def show_keying(self, keying: Keying) -> None:
        """Say what is left, and what Enter does."""
        w = self._look.words
        left = len(keying.items) - keying.keyed
        text = w.n("{count} answer to go", "{count} answers to go", left)
        self._left.set_text("" if keying.whole else text)
        self.before.setEnabled(keying.state.codes[0] != keying.code)
        if keying.second_due():
            self.next.set_text(w.t("Key it once more"))
        elif keying.finished():
            self.next.set_text(w.t("Finish"))
        else:
            following = keying.state.next_to_do(keying.code)
            code = following or keying.code
            self.next.set_text(w.t("Next sheet: {code}", code=code))


class Hints(QWidget):
    """The keys and what they do, as many as fit."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self._pairs: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, look.px(8), 0)
        row.setSpacing(look.px(14))
        for keys, words in (
            ("1 2 3 0", w.t("answer")),
            (w.t("Backspace"), w.t("undo")),
            (w.t("Enter"), w.t("next sheet")),
            ("← →", w.t("move")),
        ):
            pair = QWidget()
            inner = QHBoxLayout(pair)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(look.px(6))
            inner.addWidget(KeyCap(look, keys))
            inner.addWidget(Label(look, words, "least", colour="ink2", wrap=False))
            row.addWidget(pair)
            self._pairs.append(pair)
        row.addStretch()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def resizeEvent(self, _event: object) -> None:
        """Hide what does not fit, from the right."""
        used, gap = 0, self._look.px(14)
        for pair in self._pairs:
            used += pair.sizeHint().width() + gap
            pair.setVisible(used <= self.width())
