"""The top of the editor: which copy it is, whether it is saved, and the ways on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.content.breaks import with_word_ends
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.panel import Bar, Flow
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from milkit.library.editing import Draft
    from milkit.widgets.look import Look

_TITLE = 240  # px that a title needs beside the buttons
_LARGE = 130  # % of text size


class EditorHeader(Bar):
    """
    The title of the copy, when it was saved, Undo, Redo, Print and Teach.

    The words stand beside the title where there is room, else below it. With large
    letters the page takes *tools* (all but Teach) into its first column.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    print_asked = Signal()
    teach_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        w = look.words
        self._crumbs = Label(look, "", "small", colour="ink2")
        self.is_large = look.type.size > _LARGE
        self.tools = QWidget()
        self._title = Label(look, "", "title", most=2)
        self.saved = IconLabel(look, "check-circle-fill", "", colour="good", bold=True)
        self.undo = Button(look, w.t("Undo"), "arrow-u-up-left")
        self.redo = Button(look, w.t("Redo"), "arrow-u-up-right")
        self.printing = Button(look, w.t("Print"), "printer")
        self.teach = Button(look, w.t("Teach this copy"), "play-fill", kind="primary")
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.printing.clicked.connect(self.print_asked)
        self.teach.clicked.connect(self.teach_asked)
        self._lay_out()
        self.say_saved(None)

    def _lay_out(self) -> None:
        look = self._look
        holder, ways = QWidget(), QWidget()
        tools = Flow(self.tools, look.px(10))
        for widget in (self.saved, self.undo, self.redo, self.printing):
            tools.addWidget(widget)
        flow = Flow(ways, look.px(10))
        if not self.is_large:
            flow.addWidget(self.tools)
        flow.addWidget(self.teach)
        self.saved.set_text(self._said(datetime(2026, 12, 30, 22, 58, tzinfo=UTC)))
        least = look.px(_TITLE) + flow.sizeHint().width()  # with its longest words
        beside = Columns((1, OWN), least, look.px(8), holder, look.px(16))
        beside.add(self._title, 0)
        beside.add(ways, 1)
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(self._crumbs)
        column.addWidget(holder)
        self.row.addLayout(column, 1)

    def show_draft(self, draft: Draft) -> None:
        """Show the copy's title, and what can be undone."""
        w, lang = self._look.words, draft.lesson.lang
        base = with_word_ends(draft.base.title, lang)
        self._crumbs.set_text(w.t("Lessons  ›  {title}  ›  Your copy", title=base))
        self._title.set_text(
            with_word_ends(draft.lesson.title, lang) or w.t("No title yet")
        )
        self.undo.setEnabled(draft.can_undo)
        self.redo.setEnabled(draft.can_redo)

    def say_saved(self, when: datetime | None, *, waits: bool = False) -> None:
        """Say when the copy was saved last; None = nothing was changed yet."""
        w = self._look.words
        if waits:
            self.saved.set_text(w.t("Saving …"), "floppy-disk")
        elif when is None:
            self.saved.set_text(w.t("Saved as you type"), "info")
        else:
            self.saved.set_text(self._said(when), "check-circle-fill")
            announce(self, self._said(when))

    def say_not_saved(self) -> None:
        """Say that the last change could not be saved."""
        self.saved.set_text(self._look.words.t("Not saved"), "warning-fill")

    def _said(self, when: datetime) -> str:
        w = self._look.words
        return w.t("Saved on this laptop, {time}", time=w.time(when))
