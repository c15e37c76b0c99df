"""The page of the editor: its parts, and every way to change the copy."""

from __future__ import annotations

from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from milkit.ground.clock import Clock
from milkit.ground.errors import FileUnreadable, PictureBad
from milkit.library import local, ordering
from milkit.screens.editor_changes import ChangesPart
from milkit.screens.editor_columns import EditorColumns
from milkit.screens.editor_form import Form
from milkit.screens.editor_header import EditorHeader
from milkit.screens.editor_local import LocalPart
from milkit.screens.editor_notices import Notices
from milkit.screens.editor_preview import PreviewPart
from milkit.screens.editor_saving import Saver
from milkit.screens.editor_steps import StepsPart
from milkit.teaching.pace import Shorten
from milkit.widgets.lines import plain
from milkit.widgets.notice import Note
from milkit.widgets.toast import Toasts

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.library.editing import Change, Draft
    from milkit.library.fields import Path
    from milkit.library.library import Library
    from milkit.library.own_example import OwnExample
    from milkit.screens.editor_preview import StageOf
    from milkit.teaching.pace import Offer
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look

_PAUSE = 150  # ms without a letter typed, before all is shown anew


class EditorPage(QWidget):
    """
    Holds the copy that is open (*draft*) and the *step* that is shown, "" = the lesson.

    What is typed is shown when typing pauses, all else at once; both are saved.
    """

    def __init__(
        self,
        look: Look,
        library: Library,
        stage_of: StageOf,
        background: Callable[[], Background],
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self._look, self._library = look, library
        self._clock = clock or Clock()
        self.draft: Draft | None = None
        self.step = ""
        self.saver = Saver(library, background, self._clock)
        self.header = EditorHeader(look)
        self.steps = StepsPart(look)
        self.own = LocalPart(look)
        self.form = Form(look, self.own)
        self.preview = PreviewPart(look, library, stage_of)
        self.changes = ChangesPart(look)
        self.notices = Notices(look)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.show_now)
        self._typed: Path | None = None
        self._lay_out()
        self.toasts = Toasts(look, self)
        self._wire_parts()
        self._keys()

    def _lay_out(self) -> None:
        look, w = self._look, self._look.words
        self.setAccessibleName(w.t("Your copy of a lesson"))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        stays = Note(
            look,
            "good",
            w.t("Your changes stay when the kit is updated"),
            w.t(
                "The kit's lesson is never touched. When a new version comes, you see "
                "old and new side by side and take what you like."
            ),
            "shield-check",
        )
        for widget in (self.preview, stays, self.changes):
            column.addWidget(widget)
        middle = QWidget()
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(12))
        rows.addWidget(self.notices)
        rows.addWidget(self.form)
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(12))
        if self.header.is_large:
            lines.addWidget(self.header.tools)
        lines.addWidget(self.steps)
        self.columns = EditorColumns(look, left, middle, right)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.pages, 1)

    def _wire_parts(self) -> None:
        header, steps, form = self.header, self.steps, self.form
        header.undo_asked.connect(self.undo)
        header.redo_asked.connect(self.redo)
        steps.step_chosen.connect(self.show_step)
        steps.add_asked.connect(self.add_step)
        steps.moved.connect(self._move)
        steps.taken_out.connect(self.take_out)
        steps.put_back_asked.connect(self._put_step_back)
        steps.offer_taken.connect(self._take_offer)
        form.written.connect(self.write)
        form.put_back.connect(self._put_back)
        form.entered.connect(self.preview.follow)
        form.ask_toggled.connect(self._ask)
        self.own.changed.connect(self._write_own)
        self.own.picture_asked.connect(self._ask_for_picture)
        self.changes.chosen.connect(self._go_to)

    def _keys(self) -> None:
        keys = QKeySequence.StandardKey
        for standard, then in ((keys.Undo, self.undo), (keys.Redo, self.redo)):
            shortcut = QShortcut(QKeySequence(standard), self)
            shortcut.activated.connect(then)

    # --- showing ---------------------------------------------------------------------

    def show_step(self, step: str) -> None:
        """Show a step, or the lesson itself for ""."""
        if self.draft is not None:
            self.draft.pause()
            self.step = step
            self.show_now()
            self.columns.middle.verticalScrollBar().setValue(0)

    def show_now(self) -> None:
        """Show the copy as it is now."""
        self._soon.stop()
        draft, typed = self.draft, self._typed
        self._typed = None
        if draft is None:
            return
        if self.step and draft.step(self.step) is None:
            self.step = draft.lesson.steps[0].id
        self.header.show_draft(draft)
        self.steps.show_draft(draft, self.step)
        self.form.show_step(draft, self.step)
        self.preview.show_step(self.step)
        self.changes.show_draft(draft)
        self.columns.fit()
        if typed is not None:
            self.preview.follow(typed)

    def _changed(self) -> None:
        """Save and show what was just changed."""
        self._save_soon()
        self.show_now()

    def _save_soon(self) -> None:
        if self.draft is not None:
            self.saver.later(self.draft.state)
            self.header.say_saved(None, waits=True)

    # --- changing --------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last change back."""
        if self.draft is not None and self.draft.undo():
            self._changed()

    def redo(self) -> None:
        """Take an undone change again."""
        if self.draft is not None and self.draft.redo():
            self._changed()

    def write(self, path: Path, value: str | int) -> None:
        """Take a text as it is typed."""
        if self.draft is not None and self.draft.write(path, value):
            self._typed = path
            self._save_soon()
            self._soon.start()

    def _put_back(self, path: Path) -> None:
        if self.draft is not None:
            self.draft.put_back(path)
            self._changed()

    def _write_own(self, own: OwnExample, typing: object) -> None:
        if self.draft is None or own == self.draft.own:
            return
        self.draft.set_own(own, typing)
        self._save_soon()
        if typing is None:
            self.show_now()
        else:
            self._soon.start()

    def add_step(self) -> None:
        """Add a step behind the chosen one, and show it."""
        if self.draft is None:
            return
        title = self._look.words.t("New step")
        made, name = ordering.add(self.draft.lesson, self.step, title)
        self.draft.reorder(lambda _lesson: made)
        self.step = name
        self._changed()
        self.form.go_to(self.draft, ("steps", name, "title"))

    def take_out(self) -> None:
        """Take the chosen step out; the toast brings it back."""
        draft = self.draft
        step = draft.step(self.step) if draft else None
        if draft is None or step is None or len(draft.lesson.steps) == 1:
            return
        after = ordering.before(draft.lesson, step.id)
        draft.reorder(lambda lesson: ordering.take_out(lesson, step.id))
        self.step = after or draft.lesson.steps[0].id
        self._changed()
        w = self._look.words
        said = w.t("“{title}” was taken out.", title=plain(step.title))
        self.toasts.tell(said, w.t("Undo"), self.undo)

    def _move(self, by: int) -> None:
        if self.draft is not None:
            step = self.step
            self.draft.reorder(lambda lesson: ordering.move(lesson, step, by))
            self._changed()

    def _put_step_back(self, step: str) -> None:
        if self.draft is not None:
            self.draft.put_step_back(step)
            self.step = step
            self._changed()

    def _take_offer(self, offer: Offer) -> None:
        if self.draft is None:
            return
        if isinstance(offer, Shorten):
            self.draft.write(("steps", offer.step, "minutes"), offer.to)
            self._changed()
        else:
            self.step = offer.step
            self.take_out()

    def _ask(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's news
        if self.draft is None:
            return
        step, question = self.step, self._look.words.t("What do you think?")
        if wanted:
            self.draft.reorder(lambda lesson: ordering.ask(lesson, step, question))
        else:
            self.draft.reorder(lambda lesson: ordering.unask(lesson, step))
        self._changed()

    def _go_to(self, change: Change | None) -> None:
        """Show the field of a line in the list of changes."""
        if self.draft is None:
            return
        if change is None:
            self._show_own()
        elif change.what in ("text", "added"):
            self.show_step(change.step)
            self.form.go_to(self.draft, change.path)

    def _show_own(self) -> None:
        """Go to the own example, in the step where it is taught."""
        slot = local.slot_of(self.draft.lesson) if self.draft else None
        if self.draft is None or slot is None:
            return
        for step in self.draft.lesson.steps:
            if any(activity.id == slot.instead_of for activity in step.activities):
                self.show_step(step.id)
                self.columns.middle.ensureWidgetVisible(self.own)

    # --- the picture -----------------------------------------------------------------

    def _ask_for_picture(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        w = self._look.words
        kinds = w.t("Pictures") + " (*.png *.jpg *.jpeg *.webp)"
        name, _kind = QFileDialog.getOpenFileName(
            self, w.t("Choose a picture"), "", kinds
        )
        if name:
            self.take_picture(File(name))

    def take_picture(self, path: File) -> None:
        """Take a picture from a file: made small, and without its place."""
        from milkit.widgets.drawing import shrunk

        try:
            content = shrunk(path.read_bytes())
        except OSError:
            self.notices.tell(FileUnreadable(path))
            return
        if not content:
            self.notices.tell(PictureBad(path))
            return
        self.notices.told()
        self.own.set_picture(content)
