"""The foot of the console: Back, the keys that matter now, Next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.labels import KeyCap, Label
from milkit.widgets.panel import Bar

if TYPE_CHECKING:
    from milkit.teaching.views import RunView
    from milkit.widgets.look import Look


class Footer(Bar):
    """*back_asked* and *next_asked*; the hints step aside where they do not fit."""

    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, look: Look, *, letters: bool = True) -> None:
        super().__init__(look, footer=True)
        self._look = look
        w = look.words
        back = Button(look, w.t("Back"), "arrow-left")
        back.clicked.connect(self.back_asked)
        self.next = Button(
            look, w.t("Next step"), kind="primary", trailing="arrow-right", tall=True
        )
        self.next.clicked.connect(self.next_asked)
        self._hints = Hints(look, letters=letters)
        self.row.addWidget(back)
        self.row.addWidget(self._hints, 1)
        self.row.addWidget(self.next)

    def show_view(self, view: RunView) -> None:
        """Say what Next does, and which keys count."""
        w = self._look.words
        last = view.next_step is None
        self.next.set_text(w.t("Finish lesson") if last else w.t("Next step"))
        self._hints.show_counting(counting=view.question is not None)


class Hints(QWidget):
    """Keys and what they do, as many as fit; without *letters* few keys work."""

    def __init__(self, look: Look, *, letters: bool) -> None:
        super().__init__()
        self._look, self._letters = look, letters
        w = look.words
        self._pairs: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, look.px(8), 0)
        row.setSpacing(look.px(14))
        hints = [
            ("1 2 3", w.t("add a hand")),
            ("Shift", w.t("+ number: take one")),
            ("Space", w.t("pause")),
            ("B", w.t("blank")),
            ("A", w.t("answer")),
            ("F1", w.t("all keys")),
        ]
        for keys, words in hints if letters else [hints[2], hints[-1]]:
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
        self._counting = True

    def show_counting(self, *, counting: bool) -> None:
        """Show the counting keys only where hands are counted."""
        self._counting = counting
        self._fit()

    def resizeEvent(self, _event: object) -> None:
        """Hide what does not fit, from the right; F1 leads to all keys."""
        self._fit()

    def _fit(self) -> None:
        used = 0
        gap = self._look.px(14)
        counted = self._counting or not self._letters
        wanted = self._pairs if counted else self._pairs[2:]
        for pair in self._pairs:
            used += pair.sizeHint().width() + gap if pair in wanted else 0
            pair.setVisible(pair in wanted and used <= self.width())
