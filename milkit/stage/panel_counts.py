"""Counting hands: a big row an answer, by click, by key, or as typed totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.fields import NumberField
from milkit.widgets.labels import KeyCap, Label
from milkit.widgets.lines import plain
from milkit.widgets.marks import Mark
from milkit.widgets.panel import Divider
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.activities.kind import Option
    from milkit.stage.view import Console
    from milkit.teaching.views import RunView
    from milkit.widgets.look import Look

MOST = 999


class Row(QWidget):
    """One answer: its key, mark and name, Take 1, the number, Add 1."""

    added = Signal(int)

    def __init__(self, look: Look, option: Option, number: int, lang: str) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self._name = plain(option.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(2), 0, look.px(2))
        row.setSpacing(look.px(10))
        row.addWidget(KeyCap(look, w.number(number)))
        row.addWidget(Mark(look, option.mark, number - 1))
        name = Label(look, option.text, "card", lang=lang, most=2)
        row.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
        self.take = Button(look, w.t("Take 1"), "minus", height=48)
        self.take.setAccessibleName(w.t("Take 1 from {answer}", answer=self._name))
        self.number = Label(
            look, w.number(0), "count", wrap=False, align=Qt.AlignmentFlag.AlignHCenter
        )
        self.number.setMinimumWidth(look.px(56))
        self.typed = NumberField(look, self._name, 0, (0, MOST))
        self.typed.setKeyboardTracking(False)
        self.add = Button(look, w.t("Add 1"), "plus", kind="primary", height=48)
        self.add.setAccessibleName(w.t("Add 1 to {answer}", answer=self._name))
        self.take.clicked.connect(lambda: self.added.emit(-1))
        self.add.clicked.connect(lambda: self.added.emit(1))
        middle = Qt.AlignmentFlag.AlignVCenter
        for part in (self.take, self.number, self.typed, self.add):
            row.addWidget(part, 0, middle)

    def show_hands(self, hands: int, *, typing: bool) -> None:
        """Show the count; while *typing* as a field."""
        w = self._look.words
        if self.number.text() != w.number(hands):
            self.number.set_text(w.number(hands))
            announce(self.number, f"{self._name}: {w.number(hands)}")
        self.take.setVisible(not typing)
        self.number.setVisible(not typing)
        self.add.setVisible(not typing)
        self.typed.setVisible(typing)
        self.take.setEnabled(hands > 0)
        if not self.typed.hasFocus():
            self.typed.setValue(hands)


class Counts(QWidget):
    """The rows of one question; its second one (sure or not) follows below."""

    hand_added = Signal(str, str, int)
    totals_typed = Signal(str, object)
    typing_left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: dict[tuple[str, str], Row] = {}
        self._typing = False
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(Label(look, w.t("Count hands"), "strong"), 1)
        self._sum = Label(look, "", "small", colour="ink2", wrap=False)
        self._type = Button(
            look, w.t("Type totals"), "keyboard", kind="quiet", height=40
        )
        self._type.clicked.connect(self.toggle_typing)
        head.addWidget(self._sum)
        head.addWidget(self._type)
        column.addLayout(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)

    def show_counts(self, console: Console, view: RunView, lang: str) -> None:
        """Show the counts; the rows are made anew only for another question."""
        self.setVisible(bool(console.questions))
        keys = [(q.id, o.id) for q in console.questions for o in q.options]
        if keys != list(self._rows):
            self._typing = False
            self._make(console, lang)
        hands = {view.question.id: view.hands} if view.question else {}
        if len(view.questions) > 1:
            hands[view.questions[1].id] = view.sure
        self._fill(hands)
        w = self._look.words
        if view.present:
            counted, here = w.number(view.counted), w.number(view.present)
            self._sum.set_text(w.t("{n} of {all} counted", n=counted, all=here))
        else:
            self._sum.set_text(w.t("{n} counted", n=w.number(view.counted)))

    def toggle_typing(self) -> None:
        """Type totals, or count one by one again."""
        self._typing = not self._typing and bool(self._rows)
        w = self._look.words
        self._type.set_text(w.t("Done") if self._typing else w.t("Type totals"))
        for row in self._rows.values():
            row.show_hands(row.typed.value(), typing=self._typing)
        if self._typing:
            first = next(iter(self._rows.values()))
            first.typed.setFocus()
            first.typed.selectAll()
        else:
            self.typing_left.emit()

    def _fill(self, hands: Mapping[str, Mapping[str, int]]) -> None:
        for (question, option), row in self._rows.items():
            row.show_hands(hands.get(question, {}).get(option, 0), typing=self._typing)

    def _make(self, console: Console, lang: str) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for question in console.questions:
            for number, option in enumerate(question.options, 1):
                row = Row(self._look, option, number, lang)
                self._rows[question.id, option.id] = row
                row.added.connect(
                    lambda by, q=question.id, o=option.id: self.hand_added.emit(
                        q, o, by
                    )
                )
                row.typed.valueChanged.connect(lambda _n, q=question.id: self._typed(q))
                if self._column.count():
                    self._column.addWidget(Divider(self._look))
                self._column.addWidget(row)

    def _typed(self, question: str) -> None:
        if self._typing:
            totals = {
                o: r.typed.value() for (q, o), r in self._rows.items() if q == question
            }
            self.totals_typed.emit(question, totals)
