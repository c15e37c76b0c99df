"""The side of a lesson: outcomes, what to have ready, competencies, what to heed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from milkit.activities.paper import Bullets, Sheet, Text
from milkit.content import names
from milkit.content.counting import copies
from milkit.content.flow import blocks_of
from milkit.content.lesson import Note
from milkit.screens.lesson_lists import CareNote, Entry, PaintedLines
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label, Tag
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from milkit.content.lesson import Handout, Lesson
    from milkit.ground.words import Words
    from milkit.widgets.columns import Columns
    from milkit.widgets.look import Look

USUAL = 40  # students, when no class is chosen


class Side(QObject):
    """
    Puts its widgets into a column of the page and fills them for each lesson.

    *example_asked* opens the teacher's own example.
    """

    example_asked = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        w = self._words = look.words
        self._look = look
        self.outcomes = PaintedLines(look, w.t("By the end, students can"))
        self.ready = PaintedLines(look, w.t("Have ready"))
        self.tags = QWidget()
        self._flow = Flow(self.tags, look.px(6))
        self.care = CareNote(look)
        text = w.t("Your own example")
        self.example = Button(look, text, "note-pencil", kind="quiet", height=40)
        self.example.clicked.connect(self.example_asked)

    def stand_in(self, columns: Columns, column: int) -> None:
        """Put the widgets into a column of the page."""
        w = self._words
        titled = (
            (w.t("By the end, students can"), self.outcomes),
            (w.t("Have ready"), self.ready),
            (w.t("Competencies"), self.tags),
        )
        for title, widget in titled:
            columns.add(Label(self._look, title, "card"), column)
            columns.add(widget, column)
        columns.add(self.care, column)
        columns.add(self.example, column)

    def set_lesson(self, lesson: Lesson, students: int) -> None:
        """Show another lesson, counted for so many students."""
        entries = [Entry(text) for text in lesson.outcomes]
        self.outcomes.set_entries(entries, lesson.lang)
        self.set_students(lesson, students)
        self._set_tags(lesson)
        care = lesson.section("safety")
        if care is None:
            self.care.set_words("", "", lesson.lang)
        else:
            html = "\n".join(b.html for b in care.blocks if isinstance(b, Note))
            self.care.set_words(care.title, plain_text(html), lesson.lang)
        self.example.setVisible(lesson.section("local") is not None)

    def set_students(self, lesson: Lesson, students: int) -> None:
        """Count the copies for so many students (0 = no class: the usual number)."""
        self.ready.set_entries(
            entries_of(lesson, students or USUAL, self._words), lesson.lang
        )

    def _set_tags(self, lesson: Lesson) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        look, w = self._look, self._words
        for competency in lesson.competencies:
            text = names.competency(competency, w)
            tag = Tag(look, text)
            tag.setToolTip(text)
            tag.setFixedWidth(min(tag.sizeHint().width(), look.px(230)))
            self._flow.addWidget(tag)
        for module in lesson.unesco:
            tag = Tag(look, w.t("UNESCO {module}", module=module))
            tag.setToolTip(names.module(module, w))
            self._flow.addWidget(tag)
        for number in lesson.sdg:
            text = w.t("SDG {number}", number=w.number(number))
            self._flow.addWidget(Tag(look, text, icon="globe-hemisphere-east"))


def entries_of(lesson: Lesson, students: int, w: Words) -> list[Entry]:
    """List what to have ready, with how much to print."""
    entries = []
    if "projector" in lesson.needs and lesson.pictures:
        text = w.t("Pictures for the projector")
        entries.append(Entry(text, "check", w.t("on this laptop")))
    entries += [Entry(text, "square") for text in lesson.ready]
    for handout in lesson.handouts:
        entries.append(Entry(handout.title, "square", _said(handout, students, w)))
    return entries


def _said(handout: Handout, students: int, w: Words) -> str:
    sheet = Sheet(handout.id, handout.title, (), handout.per, handout.up)
    count = copies(sheet, students)
    if handout.per == "class":
        text = w.t("print one set")
    elif handout.up > 1:
        text = w.n("print {count} sheet", "print {count} sheets", count)
    else:
        text = w.n("print {count} copy", "print {count} copies", count)
    if handout.when == "paper":
        return w.t("no projector: {what}", what=text)
    if handout.when == "optional":
        return w.t("if you like: {what}", what=text)
    return text


def plain_text(html: str) -> str:
    """Give the words of simple HTML, a line a paragraph."""
    lines: list[str] = []
    for block in blocks_of(html):
        if isinstance(block, Text):
            lines.append(block.html)
        elif isinstance(block, Bullets):
            lines += [f"•  {item}" for item in block.items]
    text = "\n".join(lines)
    for mark, sign in (("<b>", ""), ("</b>", ""), ("<br>", "\n"), ("&lt;", "<")):
        text = text.replace(mark, sign)
    return text.replace("&gt;", ">").replace("&amp;", "&")
