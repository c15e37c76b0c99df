"""A copy meets a renewed lesson: old, new and yours side by side, to take either."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.content.breaks import with_word_ends
from milkit.screens import editor_words as names
from milkit.screens.editor_choice import one_of
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note
from milkit.widgets.page import Page
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from milkit.library.meeting import Difference, Key, Meeting
    from milkit.widgets.look import Look

MINE, KIT = "mine", "kit"
_LEAST = 620  # px: below it, the texts stand one under the other


class DifferencePart(Panel):
    """One thing that was renewed: what it was, what it is, what the copy says."""

    chosen = Signal(str)

    def __init__(self, look: Look, met: Meeting, one: Difference) -> None:
        super().__init__(look)
        self._lang = met.mine.lang
        title = self._title(met, one)
        self.box.addWidget(Label(look, title, "card"))
        holder = QWidget()
        columns = Columns((1, 1, 1), look.px(_LEAST), look.px(8), holder, look.px(16))
        w = look.words
        parts = [(w.t("It was"), one.was), (w.t("New in the kit"), one.now)]
        if one.what != "new":
            parts.append((w.t("Yours"), one.mine))
        for column, (name, text) in enumerate(parts):
            columns.add(self._text(name, text), column)
        self.box.addWidget(holder)
        self.choice = one_of(look, title, self._options(one))
        self.choice.set_value(MINE if one.both or one.what == "gone" else KIT)
        self.choice.chosen.connect(self.chosen)
        self.box.addWidget(self.choice)

    def _title(self, met: Meeting, one: Difference) -> str:
        w = self._look.words
        where = names.step_number(met.mine, one.step, w)
        said = {
            "step": w.t("The parts of the step"),
            "new": w.t("A new step in the kit"),
            "gone": w.t("No longer in the kit"),
        }.get(one.what) or names.said_of(one.path, w)
        return f"{said}, {where}" if where else said

    def _text(self, name: str, text: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(2))
        column.addWidget(Label(self._look, name, "least", colour="ink2"))
        said = with_word_ends(text, self._lang) or self._look.words.t("Nothing")
        column.addWidget(Label(self._look, said, lang=self._lang))
        column.addStretch()
        return holder

    def _options(self, one: Difference) -> list[tuple[str, str]]:
        w = self._look.words
        if one.what == "new":
            return [(KIT, w.t("Add it")), (MINE, w.t("Leave it out"))]
        if one.what == "gone":
            return [(MINE, w.t("Keep it")), (KIT, w.t("Take it out"))]
        return [(MINE, w.t("Keep mine")), (KIT, w.t("Take the new"))]


class MeetingPage(Page):
    """
    All that was renewed.

    *settled* tells the keys of what is taken from the kit; until then nothing is
    changed. *left* closes the page.
    """

    settled = Signal(object)
    left = Signal()

    def __init__(self, look: Look, met: Meeting) -> None:
        super().__init__(look)
        w = look.words
        self.set_title(w.t("The kit has a new version of this lesson"), met.mine.title)
        self._take: set[Key] = set()
        text = w.t(
            "Choose for each text. Yours stays until you press Done, and the kit's "
            "lesson is never touched."
        )
        self.body.addWidget(
            Note(look, "good", w.t("Nothing of yours is lost"), text, "shield-check")
        )
        self.parts: list[DifferencePart] = []
        for one in met.differences:
            part = DifferencePart(look, met, one)
            part.chosen.connect(partial(self._choose, one.key))
            self._choose(one.key, part.choice.value())
            self.parts.append(part)
            self.body.addWidget(part)
        self.body.addStretch()
        later = Button(look, w.t("Not now"), kind="quiet")
        later.clicked.connect(self.left)
        self.done = Button(look, w.t("Done"), "check", kind="primary", tall=True)
        self.done.clicked.connect(lambda: self.settled.emit(set(self._take)))
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(later)
        self.footer.row.addWidget(self.done)

    def focus_first(self) -> None:
        """Begin with the first choice."""
        if self.parts:
            self.parts[0].choice.setFocus()

    def _choose(self, key: Key, side: str) -> None:
        if side == KIT:
            self._take.add(key)
        else:
            self._take.discard(key)
