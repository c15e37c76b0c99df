"""What else a lesson holds: what to know, without power, at home, boosters, facts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.content.lesson import Activity, Local, Note, Paper
from milkit.screens.lesson_fold import RowWords, inset
from milkit.screens.lesson_notes import Notes
from milkit.screens.lesson_seen import SmallPictures
from milkit.widgets.labels import Label, Tag
from milkit.widgets.lesson_words import minutes
from milkit.widgets.reader import Prose

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from milkit.content.lesson import Block, Booster, Fact, Lesson
    from milkit.screens.lesson_seen import Pictures
    from milkit.widgets.look import Look

BEFORE, AFTER = ("know", "paper"), ("take-home", "local", "key")
ICONS = {
    "know": "books",
    "paper": "file-text",
    "take-home": "house",
    "local": "note-pencil",
    "key": "check-circle",
}


class More:
    """Makes the rows of all that is not a step; each is built when it is opened."""

    def __init__(
        self, look: Look, lesson: Lesson, pictures: Pictures, today: dt.date
    ) -> None:
        self._look, self._lesson = look, lesson
        self._pictures, self._today = pictures, today

    def rows(self) -> list[tuple[RowWords, Callable[[], QWidget]]]:
        """Give the rows in the order they are wanted."""
        made = [
            *self._sections(BEFORE),
            *self._sections(AFTER[:1]),
            *(self._booster(b) for b in self._lesson.boosters),
        ]
        if self._lesson.facts:
            made.append(self._facts_row())
        return [*made, *self._sections(AFTER[1:])]

    def _sections(
        self, wanted: Sequence[str]
    ) -> list[tuple[RowWords, Callable[[], QWidget]]]:
        found = [self._lesson.section(name) for name in wanted]
        return [
            (
                RowWords(
                    section.title,
                    self._lead(section.id),
                    icon=ICONS[section.id],
                    lang=self._lesson.lang,
                ),
                partial(self._section, section.blocks),
            )
            for section in found
            if section is not None
        ]

    def _lead(self, section: str) -> str:
        w = self._look.words
        return {
            "know": w.t("Read this before you teach it for the first time."),
            "paper": w.t("The whole lesson with chalk and paper."),
            "take-home": w.t("What students talk about at home."),
            "local": w.t("What a good example needs. You put it in when you edit."),
            "key": w.t("For you only. It is printed on its own sheet."),
        }.get(section, "")

    def _section(self, blocks: tuple[Block, ...]) -> QWidget:
        """Show a section's words; the kit adds to the key what the data says."""
        holder, column = _holder(self._look)
        html = "\n".join(b.html for b in blocks if isinstance(b, Note) and b.html)
        if html:
            column.addWidget(self._prose(html))
        for block in blocks:
            if isinstance(block, Local):
                items = "".join(f"<li>{_escaped(rule)}</li>" for rule in block.rules)
                column.addWidget(self._prose(f"<ul>{items}</ul>"))
            elif isinstance(block, Paper):
                column.addWidget(self._key(block))
        return holder

    def _key(self, paper: Paper) -> QWidget:
        """Show the answers of the activities that a key names."""
        from milkit.activities import printed
        from milkit.activities.table import KINDS
        from milkit.content.markup import html_of
        from milkit.content.sheets import described
        from milkit.ground.words import words

        lesson = self._lesson
        speaks = words(lesson.lang, self._look.words.digits)
        activities = (lesson.activity(name) for name in paper.use)
        html = [
            html_of(
                described(
                    KINDS[a.kind].paper(a.data, printed.KEY, speaks), lesson, speaks
                ),
                speaks,
                str,
            )
            for a in activities
            if isinstance(a, Activity)
        ]
        made = SmallPictures(self._look, self._pictures)
        made.set_html("\n".join(html), lang=lesson.lang)
        return made

    def _booster(self, booster: Booster) -> tuple[RowWords, Callable[[], QWidget]]:
        w = self._look.words
        after = w.n("after {count} week", "after {count} weeks", booster.week)
        row = RowWords(
            booster.title,
            w.t("A short round that keeps the lesson fresh."),
            icon="clock-clockwise",
            right=minutes(booster.minutes, w),
            note=after,
            lang=self._lesson.lang,
        )
        return row, partial(self._notes, booster.blocks)

    def _notes(self, blocks: tuple[Block, ...]) -> QWidget:
        holder, column = _holder(self._look)
        column.addWidget(Notes(self._look, self._lesson, blocks, self._pictures))
        return holder

    def _facts_row(self) -> tuple[RowWords, Callable[[], QWidget]]:
        w = self._look.words
        facts = self._lesson.facts
        row = RowWords(
            w.t("Facts and where they come from"),
            w.n(
                "{count} fact you may repeat",
                "{count} facts you may repeat",
                len(facts),
            ),
            icon="magnifying-glass",
        )
        return row, partial(self._facts, facts)

    def _facts(self, facts: Sequence[Fact]) -> QWidget:
        look, w = self._look, self._look.words
        holder, column = _holder(look)
        for fact in facts:
            source = _escaped(fact.source)
            html = f"<p>{_escaped(fact.text)}</p><p>{source}</p>"
            column.addWidget(self._prose(html))
            if fact.review_by < self._today:
                text = w.t("May be out of date: look again before you repeat it")
                column.addWidget(Tag(look, text, "tip"))
            else:
                until = w.date(fact.review_by)
                text = w.t("To be looked at again by {date}", date=until)
                column.addWidget(Label(look, text, "least", colour="ink2"))
        return holder

    def _prose(self, html: str) -> Prose:
        prose = Prose(self._look, self._pictures)
        prose.set_html(html, lang=self._lesson.lang)
        return prose


def _holder(look: Look) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(inset(look), look.px(4), look.px(16), look.px(16))
    column.setSpacing(look.px(8))
    return holder, column


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
