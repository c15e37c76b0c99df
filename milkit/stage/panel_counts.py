"""Counting hands: a big row an answer, by click, by key, or as typed totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from milkit.stage.panel_row import Row
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.panel import Divider

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.activities.kind import Question
    from milkit.stage.view import Console
    from milkit.widgets.look import Look


def emptied(layout: QLayout) -> None:
    """Take all widgets out of *layout* and let them go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Counts(QWidget):
    """The rows of the question of now; a second one (sure or not) follows below."""

    hand_added = Signal(str, str, int)
    totals_typed = Signal(str, object)
    typing_left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: dict[tuple[str, str], Row] = {}
        self._hands: Mapping[str, Mapping[str, int]] = {}
        self._present, self._counted, self._known = 0, 0, 0
        self._typing = False
        self._filling = False
        self._compact = True
        w = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        title = Label(look, w.t("Count hands"), "strong", wrap=False)
        head.addWidget(title, 1)
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

    def show_counts(
        self,
        console: Console,
        hands: Mapping[str, Mapping[str, int]],
        present: int,
        lang: str,
        students: int = 0,
    ) -> None:
        """
        Show the counts; the rows are made anew only for another question.

        *students* is the size of the class: *present* follows the hands, also wrong
        ones.
        """
        self.setVisible(bool(console.questions))
        keys = [(q.id, o.id) for q in console.questions for o in q.options]
        if keys != list(self._rows):
            self._typing = False
            self._make(console.questions, lang)
        self._hands, self._present = hands, present
        self._fill()
        if console.questions:
            self._counted = sum(hands.get(console.questions[0].id, {}).values())
            self._known = students or present
            self._say_sum()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state
        """Make do with little width."""
        self._compact = compact
        for row in self._rows.values():
            row.set_compact(compact)
        self._say_typing()
        self._say_sum()
        self._fill()

    def _say_typing(self) -> None:
        w = self._look.words
        words = w.t("Totals") if self._compact else w.t("Type totals")
        self._type.set_text(w.t("Done") if self._typing else words)
        self._type.setAccessibleName(
            w.t("Done") if self._typing else w.t("Type totals")
        )

    def _say_sum(self) -> None:
        w, known = self._look.words, self._known
        many = 0 < known < self._counted
        n, here = w.number(self._counted), w.number(known if many else self._present)
        self._sum.set_colour("tur_ink" if many else "ink2")
        if many and not self._compact:
            self._sum.set_text(w.t("{n} counted, but {all} are here", n=n, all=here))
        elif self._present:
            self._sum.set_text(
                w.t("{n} of {all}", n=n, all=here)
                if self._compact
                else w.t("{n} of {all} counted", n=n, all=here)
            )
        else:
            self._sum.set_text(w.t("{n} counted", n=n))

    def toggle_typing(self) -> None:
        """Type totals, or count one by one again."""
        self._typing = not self._typing and bool(self._rows)
        self._say_typing()
        self._fill()
        if self._typing:
            first = next(iter(self._rows.values()))
            first.field.setFocus()
            first.field.selectAll()
        else:
            self.typing_left.emit()

    def _rest(self, question: str, option: str) -> int:
        """Say how many hands are missing, when this answer has none yet."""
        hands = self._hands.get(question, {})
        counted = sum(hands.values())
        if hands.get(option, 0) or not 0 < counted < self._present:
            return 0
        return self._present - counted

    def _fill(self) -> None:
        self._filling = True
        for (question, option), row in self._rows.items():
            hands = self._hands.get(question, {}).get(option, 0)
            row.show_hands(hands, self._rest(question, option), typing=self._typing)
        self._filling = False

    def _make(self, questions: tuple[Question, ...], lang: str) -> None:
        emptied(self._column)
        self._rows = {}
        self._say_typing()
        for place, question in enumerate(questions):
            if place:
                self._column.addWidget(Label(self._look, question.text, "strong"))
            for index, option in enumerate(question.options):
                key = 0 if place else index + 1  # keys count the first question
                row = Row(self._look, option, index, key, lang)
                row.set_compact(self._compact)
                self._rows[question.id, option.id] = row
                self._wire(row, question.id, option.id)
                if index:
                    self._column.addWidget(Divider(self._look))
                self._column.addWidget(row)

    def _wire(self, row: Row, question: str, option: str) -> None:
        row.added.connect(lambda by: self.hand_added.emit(question, option, by))
        row.typed.connect(lambda: self._typed(question))
        row.rest_taken.connect(lambda: self._give_rest(question, option))

    def _typed(self, question: str) -> None:
        if self._typing and not self._filling:
            totals = {
                o: r.field.value() for (q, o), r in self._rows.items() if q == question
            }
            self.totals_typed.emit(question, totals)

    def _give_rest(self, question: str, option: str) -> None:
        totals = dict(self._hands.get(question, {}))
        totals[option] = totals.get(option, 0) + self._rest(question, option)
        self.totals_typed.emit(question, totals)
