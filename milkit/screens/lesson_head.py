"""The head of a lesson: where it is, its cloth and title, what it needs, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from milkit.ground.languages import language
from milkit.widgets import lesson_words
from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, Label, Tag
from milkit.widgets.notice import Patch
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from milkit.content.lesson import Lesson
    from milkit.packs.row import Row
    from milkit.widgets.look import Look

LARGE = 150  # percent: what can move into the page then does
ROOM = 430  # px that a title wants beside the buttons


class LessonHead(QWidget):
    """
    Stands above the page and stays there.

    The buttons stand beside the title while it has room, else under it.
    """

    teach_asked = Signal()
    print_asked = Signal()
    edit_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._large = look.type.size >= LARGE
        self._topic = Label(look, "", "small", colour="ink2", wrap=False)
        self._patch = Patch(look, "", (48, 48))
        role = "section" if self._large else "title"
        self._title = Label(look, "", role, most=2)
        self.facts = Facts(look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(4))
        if not self._large:
            crumbs = QHBoxLayout()
            crumbs.setSpacing(look.px(4))
            crumbs.addWidget(self._back())
            crumbs.addWidget(self._topic, 1)
            whole.addLayout(crumbs)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(look.px(10))
        titled = QHBoxLayout()
        titled.setSpacing(look.px(14))
        titled.addWidget(self._patch)
        titled.addWidget(self._title, 1)
        self._across.addLayout(titled, 1)
        self._buttons = self._made_buttons()
        self._across.addWidget(self._buttons)
        whole.addLayout(self._across)
        if not self._large:
            whole.addWidget(self.facts)

    def set_lesson(self, lesson: Lesson, row: Row) -> None:
        """Show another lesson."""
        topic = lesson_words.topic_name(lesson.topic, self._look.words)
        self._topic.set_text(f"›  {topic}")
        self._patch.set_topic(lesson.topic)
        self._title.set_lang(lesson.lang)
        self._title.set_text(lesson.title)
        self.facts.set_lesson(lesson, row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room."""
        super().resizeEvent(event)
        beside = self._buttons.sizeHint().width() + self._look.px(ROOM)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if event.size().width() >= beside else ways.TopToBottom
        self._across.setDirection(way)

    def _back(self) -> Button:
        text = self._look.words.t("Lessons")
        back = Button(self._look, text, "arrow-left", kind="quiet", height=40)
        back.clicked.connect(self.back_asked)
        return back

    def _made_buttons(self) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        high, text = 40 if self._large else 48, w.t("Teach")
        self.edit = Button(look, w.t("Duplicate & edit"), "copy", height=high)
        self.print = Button(look, w.t("Print"), "printer", height=high)
        self.teach = Button(look, text, "play-fill", kind="primary", height=high)
        wired = [
            (self.edit, self.edit_asked),
            (self.print, self.print_asked),
            (self.teach, self.teach_asked),
        ]
        for button, asked in reversed(wired) if self._large else wired:
            button.clicked.connect(asked)
            flow.addWidget(button)
        if self._large:
            flow.addWidget(self._back())
        return holder


class Facts(QWidget):
    """The line of minutes, ages, needs, languages, and what must be known."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = Flow(self, look.px(18))
        icons = ("clock", "student", "projector-screen", "translate")
        self._told = [IconLabel(look, icon, "") for icon in icons]
        for label in self._told:
            self._flow.addWidget(label)
        self._tags: list[Tag] = []

    def set_lesson(self, lesson: Lesson, row: Row) -> None:
        """Show another lesson."""
        w = self._look.words
        needs = [need for need in lesson.needs if need != "paper"]
        said = [lesson_words.need_name(need, w) for need in needs]
        need = w.t("{needs}, or on paper", needs=", ".join(said))
        icon = lesson_words.NEED_ICONS[lesson_words.main_need(needs)]
        time = lesson_words.minutes(lesson.minutes, w)
        if lesson.optional_minutes:
            more = w.number(lesson.optional_minutes)
            time = w.t("{time}, and {more} more if you like", time=time, more=more)
        clock, student, needed, languages = self._told
        clock.set_text(time)
        student.set_text(lesson_words.ages(lesson.ages, w))
        needed.set_text(need if said else lesson_words.need_name("", w), icon)
        languages.set_text(lesson_words.language_names(row.languages))
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tags = [
            Tag(self._look, *mark) for mark in _marks(self._look, lesson, row)
        ]
        for tag in self._tags:
            self._flow.addWidget(tag)


def _marks(look: Look, lesson: Lesson, row: Row) -> list[tuple[str, str]]:
    """Give what must be known of this text: changed by hand, not yet checked."""
    w = look.words
    marks = [(w.t("Changed by you"), "info")] if row.mine else []
    if language(lesson.lang).draft:
        if lesson.review == "draft":
            marks.append((w.t("Draft translation"), "tip"))
        else:
            marks.append((w.t("Checked by a native reader"), "good"))
    return marks
