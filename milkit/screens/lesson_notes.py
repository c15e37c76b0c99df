"""What a step holds, for reading before class: what to say, do, expect and show."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from milkit.content.lesson import Activity, Note
from milkit.screens.lesson_seen import Likely, seen
from milkit.widgets.labels import Label
from milkit.widgets.lesson_words import minutes
from milkit.widgets.notice import Note as Notice
from milkit.widgets.reader import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.content.lesson import Block, Lesson
    from milkit.ground.words import Words
    from milkit.screens.lesson_seen import Pictures
    from milkit.widgets.look import Look

LARGE = 150  # percent: labels then stand above what they name


def label_of(label: str, w: Words) -> str:
    """Give the word for a note's mark; "" has none."""
    return {
        "say": w.t("Say"),
        "do": w.t("Do"),
        "students": w.t("Students"),
        "paper": w.t("On paper"),
        "ahead": w.t("If the class is ahead"),
        "lost": w.t("If the class is lost"),
        "restart": w.t("Say, when you start here on another day"),
    }.get(label, "")


class Notes(QWidget):
    """The blocks of a step, a section or a booster, in their order."""

    def __init__(
        self, look: Look, lesson: Lesson, blocks: Sequence[Block], pictures: Pictures
    ) -> None:
        super().__init__()
        self._look, self._lesson, self._pictures = look, lesson, pictures
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(8))
        self._grid.setColumnStretch(1, 1)
        if look.type.size < LARGE:
            self._grid.setColumnMinimumWidth(0, look.px(96))
        for label, group in groupby(blocks, _label):
            self._add(label, list(group))

    def _add(self, label: str, blocks: list[Block]) -> None:
        look, lesson = self._look, self._lesson
        notes = [block for block in blocks if isinstance(block, Note)]
        if label == "activity":
            shown = [block for block in blocks if isinstance(block, Activity)]
            for activity in shown:
                self._wide(seen(look, lesson, activity, self._pictures))
        elif label == "likely":
            answers = [answer for note in notes for answer in note.answers]
            self._row("", Likely(look, answers, lesson.lang))
        elif label == "beat":
            self._wide(self._beat(notes))
        elif label == "tip":
            self._wide(self._tip(notes))
        elif notes:
            self._row(label_of(label, look.words), self._prose(notes))

    def _row(self, label: str, widget: QWidget) -> None:
        look, row = self._look, self._grid.rowCount()
        tone = "pri" if label == look.words.t("Say") else "ink2"
        if look.type.size >= LARGE:
            if label:
                name = Label(look, label, "strong", colour=tone)
                self._grid.addWidget(name, row, 0, 1, 2)
            self._grid.addWidget(widget, row + 1, 0, 1, 2)
            return
        name = Label(look, label, "strong", colour=tone)
        name.setFixedWidth(look.px(96))
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(widget, row, 1)

    def _wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def _prose(self, notes: Sequence[Note]) -> Prose:
        prose = Prose(self._look, self._pictures)
        prose.set_html("\n".join(note.html for note in notes), lang=self._lesson.lang)
        return prose

    def _beat(self, notes: Sequence[Note]) -> Label:
        w = self._look.words
        said = "\n".join(f"{n.text}  ·  {minutes(n.minutes, w)}" for n in notes)
        return Label(self._look, said, "strong", lang=self._lesson.lang)

    def _tip(self, notes: Sequence[Note]) -> QWidget:
        box = Notice(self._look, "tip", self._look.words.t("Tip"))
        box.box.addWidget(self._prose(notes))
        return box


def _label(block: Block) -> str:
    if isinstance(block, Note):
        return block.label
    return "activity" if isinstance(block, Activity) else "none"
