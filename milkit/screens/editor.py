"""The editor: a teacher's own copy of a lesson, as a form with a live preview."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from milkit.ground.errors import Mishap
from milkit.library import local, meeting
from milkit.library.editing import copy_of, open_draft
from milkit.screens.editor_meeting import MeetingPage
from milkit.screens.editor_page import EditorPage
from milkit.widgets.notice import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QHideEvent

    from milkit.ground.clock import Clock
    from milkit.library.library import Library
    from milkit.library.meeting import Key
    from milkit.screens.editor_preview import StageOf
    from milkit.widgets.background import Background
    from milkit.widgets.look import Look


class EditorScreen(EditorPage):
    """
    Changes a copy, never the kit's lesson; the copy is made with the first change.

    *stage_of* gives what the class views of a lesson need, *background* the one way to
    do slow work. *lesson_changed* tells that a copy was saved, or deleted.
    """

    back_asked = Signal()
    teach_chosen = Signal(str, str)
    print_chosen = Signal(str, str)
    lesson_changed = Signal(str, str)

    def __init__(
        self,
        look: Look,
        library: Library,
        stage_of: StageOf,
        background: Callable[[], Background],
        clock: Clock | None = None,
    ) -> None:
        super().__init__(look, library, stage_of, background, clock)
        self._meeting: MeetingPage | None = None
        self.header.print_asked.connect(self.print_now)
        self.header.teach_asked.connect(self.teach_now)
        self.form.delete_asked.connect(self._ask_to_delete)
        self.notices.meeting_asked.connect(self._open_meeting)
        self.notices.another_asked.connect(self._make_another)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self._not_saved)

    # --- opening and leaving ---------------------------------------------------------

    def show_lesson(self, lesson: str, lang: str) -> None:
        """
        Open a copy; for a lesson of the kit the copy made of it last, else a new one.

        Raises LessonMissing.
        """
        copy = copy_of(self._library, lesson, lang)
        if self.draft is not None and self.saver.id and self.saver.id in (copy, lesson):
            return
        if not self.saver.now():
            return  # the copy that can't be saved stays open, and says why
        self._open(copy or lesson, lang, found=bool(copy))

    def refresh(self) -> None:
        """Look again whether the kit has a new version."""
        if self.draft is not None:
            self.show_now()
            self._look_for_news()

    def focus_first(self) -> None:
        """Begin with the steps."""
        if self._meeting is not None:
            self._meeting.focus_first()
        else:
            self.steps.list.setFocus()

    def leave(self) -> None:
        """Save what was typed last, and let go of what would be shown soon."""
        self._soon.stop()
        self.preview.rest()
        self.saver.now()

    def back(self) -> bool:
        """Close what lies over the form; False when nothing does."""
        if self._meeting is None:
            return False
        self._close_meeting()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page is shown."""
        self.leave()
        super().hideEvent(event)

    def teach_now(self) -> None:
        """Go on to teach this copy."""
        self._go_on(self.teach_chosen)

    def print_now(self) -> None:
        """Go on to print this copy."""
        self._go_on(self.print_chosen)

    def _go_on(self, signal: SignalInstance) -> None:
        if self.draft is not None and self.saver.now():
            name = self.saver.id or self.draft.lesson.id
            signal.emit(name, self.draft.lesson.lang)

    def _open(self, lesson: str, lang: str, *, found: bool = False) -> None:
        draft = open_draft(self._library, lesson, lang)
        self.saver.open(draft.id)
        self._close_meeting()
        self.draft = draft
        self.header.say_saved(None)
        self.notices.clear()
        if found:
            self.notices.show_found(draft)
        self.preview.set_draft(draft)
        self.step = draft.lesson.steps[0].id if draft.lesson.steps else ""
        self.show_now()

    # --- saving ----------------------------------------------------------------------

    def _saved(self, name: str, when: datetime) -> None:
        draft = self.draft
        if draft is None:
            return
        new, draft.id = not draft.id, name
        self.notices.told()
        if not self.saver.waits:
            self.header.say_saved(when)
        if new and not self.step:
            self.form.show_step(draft, self.step)  # it can be deleted now
        self.lesson_changed.emit(name, draft.lesson.lang)

    def _not_saved(self, mishap: Mishap) -> None:
        self.header.say_not_saved()
        self.notices.tell(mishap)

    def _make_another(self) -> None:
        """Leave this copy as it is and begin another one of the kit's lesson."""
        if self.draft is not None and self.saver.now():
            self._open(self.draft.base.id, self.draft.base.lang)

    def _ask_to_delete(self) -> None:
        w = self._look.words
        question = Question(
            self._look,
            w.t("Delete your copy?"),
            w.t("Your texts and your example go. The kit's lesson stays."),
            w.t("Keep it"),
            w.t("Delete your copy"),
            self,
        )
        question.lost.connect(self.delete_copy)
        question.open()

    def delete_copy(self) -> None:
        """Delete the copy with its example, and go back."""
        draft = self.draft
        if draft is None or not draft.id:
            return
        name, lang = draft.id, draft.lesson.lang
        self.saver.drop()
        self._library.put_back(name, lang)
        slot = local.slot_of(draft.lesson)
        if slot is not None:
            self._library.overlay.examples.drop(name, lang, slot.id)
        self.saver.open("")
        self.draft = None
        self.lesson_changed.emit(name, lang)
        self.back_asked.emit()

    # --- a renewed lesson ------------------------------------------------------------

    def _look_for_news(self) -> None:
        draft = self.draft
        if draft is None or not draft.id or self._meeting is not None:
            return
        lang = draft.lesson.lang
        if meeting.is_gone(self._library, draft.id, lang):
            self.notices.show_gone()
            return
        met = meeting.meeting(self._library, draft.id, lang)
        if met is not None and not met.differences:
            self._settle(met, set())  # nothing that a teacher can change
        elif met is not None:
            self.notices.show_met(met)

    def _open_meeting(self) -> None:
        draft = self.draft
        if draft is None or not self.saver.now():
            return
        met = meeting.meeting(self._library, draft.id, draft.lesson.lang)
        if met is None:
            return
        page = MeetingPage(self._look, met)
        page.settled.connect(partial(self._settle, met))
        page.left.connect(self._close_meeting)
        self._meeting = page
        self.header.hide()  # one thing at a time
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        page.focus_first()

    def _settle(self, met: meeting.Meeting, take: set[Key]) -> None:
        saved = self._clock.now().isoformat("T", "seconds")
        try:
            lesson = meeting.settle(self._library, met, take, saved)
        except Mishap as mishap:
            self._close_meeting()
            self._not_saved(mishap)
            return
        self._close_meeting()
        self.lesson_changed.emit(lesson.id, lesson.lang)
        step = self.step
        self._open(lesson.id, lesson.lang)
        self.show_step(step)

    def _close_meeting(self) -> None:
        if self._meeting is not None:
            self.pages.removeWidget(self._meeting)
            self._meeting.deleteLater()
            self._meeting = None
            self.header.show()
