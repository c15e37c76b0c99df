"""The form of a class: what it is called, how many, how old, which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.ground.languages import language
from milkit.screens.saving import Saving
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Pills
from milkit.widgets.columns import Columns
from milkit.widgets.fields import Choice, Field, NumberField, TextField
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note
from milkit.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.records.classes import SchoolClass
    from milkit.widgets.look import Look

_MOST_STUDENTS, _YEARS = 300, (5, 25)
_PERIODS = (30, 35, 40, 45, 50, 60, 80, 90)


class ClassForm(Page):
    """
    Add a class, or change one.

    A new class is *added* with the button; changes of one that is there are told by
    *changed* at once. *left* closes the form, *put_away_asked* takes the class away.
    """

    added = Signal(object)
    changed = Signal(object)
    left = Signal()
    put_away_asked = Signal()

    def __init__(
        self,
        look: Look,
        group: SchoolClass,
        languages: Sequence[str],
        *,
        new: bool,
    ) -> None:
        super().__init__(look)
        w = look.words
        self._group, self._new = group, new
        title = w.t("Add a class") if new else w.t("Edit class")
        self.set_title(title, "" if new else group.name)
        self._make_fields(languages)
        self._lay_out()
        self._make_footer()

    def focus_first(self) -> None:
        """Begin with the name."""
        self.name.setFocus()
        self.name.selectAll()

    def say_saved(self, text: str) -> None:
        """Say when the last change was saved."""
        self._said.set_text(text)
        self._said.set_colour("ink2")

    def _make_fields(self, languages: Sequence[str]) -> None:
        look, w, group = self._look, self._look.words, self._group
        self.name = TextField(look, w.t("Name of the class"), group.name)
        self.students = NumberField(
            look, w.t("Number of students"), group.students, (0, _MOST_STUDENTS)
        )
        youngest, oldest = group.ages
        self.youngest = NumberField(look, w.t("Youngest age"), youngest, _YEARS)
        self.oldest = NumberField(look, w.t("Oldest age"), oldest, _YEARS)
        codes = list(dict.fromkeys([*languages, *filter(None, [group.lang])]))
        options = [("", w.t("Same as the kit"))]
        options += [(code, language(code).own) for code in codes]
        self.lang = Choice(look, w.t("Language of the lessons"), options, group.lang)
        periods = sorted({*_PERIODS, group.minutes})
        self.minutes = Pills(
            look,
            w.t("Minutes of a period"),
            [(str(count), w.number(count)) for count in periods],
            str(group.minutes),
        )
        self.name.changed.connect(self._take)
        for number in (self.students, self.youngest, self.oldest):
            number.setKeyboardTracking(False)
            number.valueChanged.connect(self._take)
        self.lang.chosen.connect(self._take)
        self.minutes.chosen.connect(self._take)

    def _lay_out(self) -> None:
        look, w = self._look, self._look.words
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        hint = w.t("As you call it, like 9 Anggrek.")
        column.addWidget(Field(look, w.t("Name of the class"), self.name, hint))
        hint = w.t("Students are numbered from {first}.", first=w.number(1))
        column.addWidget(
            Field(look, w.t("Number of students"), _left(self.students), hint)
        )
        hint = w.t("The youngest and the oldest. It finds lessons for them.")
        ages = _left(self.youngest, Label(look, w.t("to"), wrap=False), self.oldest)
        column.addWidget(Field(look, w.t("Ages"), ages, hint))
        column.addWidget(Field(look, w.t("Language of the lessons"), _left(self.lang)))
        column.addWidget(Field(look, w.t("Minutes of a period"), self.minutes))
        note = Note(
            look,
            "info",
            w.t("No names are kept"),
            w.t("The kit never asks for the name of a student."),
            "lock-simple",
        )
        holder = QWidget()
        columns = Columns((5, 4), look.px(760), look.px(16), holder, look.px(24))
        columns.add(form, 0)
        columns.add(note, 1)
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self.body.addWidget(holder)
        self.body.addStretch()

    def _make_footer(self) -> None:
        look, w, row = self._look, self._look.words, self.footer.row
        self._said = Label(look, "", "small", colour="ink2")
        if self._new:
            row.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
            away = Button(look, w.t("Cancel"), kind="quiet")
            away.clicked.connect(self.left.emit)
            self.save = Button(look, w.t("Add class"), "plus", kind="primary")
            self.save.clicked.connect(self._add)
        else:
            away = Button(look, w.t("Put class away"), kind="danger")
            away.clicked.connect(self.put_away_asked.emit)
            row.addWidget(away)
            row.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
            self.save = Button(look, w.t("Done"), "check", kind="primary")
            self.save.clicked.connect(self.left.emit)
        if self._new:
            row.addWidget(away)
        row.addWidget(self.save)

    def _take(self, _news: object = None) -> None:
        """Read the fields; a class without a name or students is not saved."""
        self._hold_ages()
        group = self._group._replace(
            name=" ".join(self.name.text().split()),
            students=self.students.value(),
            ages=(self.youngest.value(), self.oldest.value()),
            lang=self.lang.value(),
            minutes=int(self.minutes.value() or self._group.minutes),
        )
        if group.name:
            self.name.set_missing(missing=False)
        if self._new:
            self._group = group
            if group.name and group.students:
                self.say_saved("")  # what was missing is there now
            return
        if not self._say_missing(group) and group != self._group:
            self._group = group
            self.changed.emit(group)

    def _add(self) -> None:
        self._take()
        if not self._say_missing(self._group):
            self.added.emit(self._group)

    def _say_missing(self, group: SchoolClass) -> bool:
        """Say what is still to be written, and go there."""
        w = self._look.words
        text = ""
        if not group.name:
            text = w.t("Write the name of the class.")
            self.name.set_missing(missing=True)
            self.name.setFocus()
        elif not group.students:
            text = w.t("Write how many students there are.")
            self.students.setFocus()
        if text:
            self._said.set_text(text)
            self._said.set_colour("tur_ink")
        return bool(text)

    def _hold_ages(self) -> None:
        """Keep the youngest not older than the oldest."""
        if self.youngest.value() <= self.oldest.value():
            return
        follows = self.oldest if self.sender() is self.youngest else self.youngest
        leads = self.youngest if follows is self.oldest else self.oldest
        follows.blockSignals(True)
        follows.setValue(leads.value())
        follows.blockSignals(False)


def _left(*parts: QWidget) -> QWidget:
    """Put parts at the left of a row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return holder
