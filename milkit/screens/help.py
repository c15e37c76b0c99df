"""Help: the questions teachers ask first, and all keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QWidget

from milkit.screens import help_words
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.labels import KeyCap, Label
from milkit.widgets.page import Page
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from milkit.screens.help_words import Keys
    from milkit.widgets.look import Look

_SIDE_BY_SIDE = 880
_ACT = QAbstractSlider.SliderAction
_SCROLL = {
    Qt.Key.Key_Down: _ACT.SliderSingleStepAdd,
    Qt.Key.Key_Up: _ACT.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _ACT.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _ACT.SliderPageStepSub,
    Qt.Key.Key_Home: _ACT.SliderToMinimum,
    Qt.Key.Key_End: _ACT.SliderToMaximum,
}
_TOP = Qt.AlignmentFlag.AlignTop


class HelpScreen(Page):
    """
    One page to read, and to leave by its button or Esc: *closed*.

    *letter_keys* says whether the letter keys are switched on in Settings.
    """

    closed = Signal()

    def __init__(self, look: Look, *, letter_keys: bool = True) -> None:
        super().__init__(look)
        w = look.words
        self.set_title(w.t("Help"))
        self.close_button = Button(look, w.t("Close"), "x")
        self.close_button.clicked.connect(self.closed.emit)
        self.header.row.addWidget(self.close_button)
        columns = QWidget()
        layout = Columns((1, 1), look.px(_SIDE_BY_SIDE), look.px(16), columns)
        layout.add(self._questions(), 0)
        always = w.t("Help is always at the top right, and at the key F1.")
        layout.add(Label(look, always, "small", colour="ink2"), 0)
        layout.add(self._keys(w.t("Keys everywhere"), help_words.everywhere(w)), 1)
        note = w.t("Letter and number keys work while no field is being typed into.")
        if not letter_keys:
            note = w.t("Letter and number keys are switched off in Settings.")
        teaching = help_words.while_teaching(w)
        layout.add(self._keys(w.t("Keys while you teach"), teaching, note), 1)
        self.body.addWidget(columns)
        self.body.addStretch()

    def refresh(self) -> None:
        """Stay as it is: nothing here changes."""

    def focus_first(self) -> None:
        """Begin at the button that closes."""
        self.close_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll: there is little here to move the focus to."""
        bar = self.middle.verticalScrollBar()
        action = _SCROLL.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            bar.triggerAction(action)

    def _questions(self) -> Panel:
        look = self._look
        panel = Panel(look)
        panel.box.setSpacing(look.px(4))
        title = look.words.t("Quick answers")
        panel.box.addWidget(Label(look, title, "section"))
        for question, answer in help_words.questions(look.words):
            panel.box.addSpacing(look.px(8))
            panel.box.addWidget(Label(look, question, "strong"))
            panel.box.addWidget(Label(look, answer, colour="ink2"))
        return panel

    def _keys(self, title: str, lines: Sequence[Keys], note: str = "") -> Panel:
        look = self._look
        panel = Panel(look)
        panel.box.addWidget(Label(look, title, "section"))
        if note:
            panel.box.addWidget(Label(look, note, "small", colour="ink2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            grid.addWidget(_caps(look, line.caps), row, 0, _TOP)
            grid.addWidget(Label(look, line.does), row, 1)
        panel.box.addLayout(grid)
        return panel


def _caps(look: Look, caps: Sequence[str]) -> QWidget:
    holder = QWidget()
    flow = Flow(holder, look.px(6))
    for cap in caps:
        is_key = cap != "…"
        flow.addWidget(KeyCap(look, cap) if is_key else Label(look, cap, wrap=False))
    return holder
