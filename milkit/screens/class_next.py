"""What a class could have next, with the reason, and other ideas on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.teaching.next_lesson import Fits, Idea, Why
from milkit.widgets import lesson_words
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.notice import Patch
from milkit.widgets.panel import Divider, Flow, Panel
from milkit.widgets.theme import TOPICS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from milkit.ground.words import Words
    from milkit.widgets.look import Look

_OTHERS = 4


def why_said(idea: Idea, w: Words) -> str:
    """Say in one sentence why this lesson."""
    topic = lesson_words.topic_name(idea.row.topic, w)
    sentences = {
        Why.SECOND_PART: w.t("Your class has had the first part. The second is left."),
        Why.BEGIN: w.t("A good lesson to begin with, for the age of your class."),
        Why.BUILDS_ON: w.t(
            "It builds on “{title}”, which your class has had.", title=idea.after
        ),
        Why.NEW_TOPIC: w.t(
            "Your class has had no lesson on “{topic}” yet.", topic=topic
        ),
        Why.FEWER: w.t(
            "It is new for your class, and goes on with “{topic}”.", topic=topic
        ),
        Why.AGAIN: w.t(
            "Your class has had all lessons for its age. This one was longest ago."
        ),
    }
    return sentences[idea.why]


def fit_said(idea: Idea, period: int, w: Words) -> str:
    """Say in a line how long the lesson is and what it needs."""
    need = lesson_words.main_need(idea.row.needs)
    fits = {
        Fits.WHOLE: w.t("fits your period"),
        Fits.IN_TWO_PARTS: w.t(
            "in two parts, your period is {count} min", count=w.number(period)
        ),
        Fits.TOO_LONG: w.t(
            "longer than your period of {count} min", count=w.number(period)
        ),
    }
    parts = (
        lesson_words.minutes(idea.row.minutes, w),
        lesson_words.need_name(need, w),
        fits[idea.fits],
    )
    return " · ".join(parts)


class NextCard(Panel):
    """The suggestion; *lesson_chosen* tells a lesson and its language."""

    lesson_chosen = Signal(str, str)

    def __init__(
        self,
        look: Look,
        found: Sequence[Idea],
        period: int,
        topics: Mapping[str, int],
    ) -> None:
        super().__init__(look)
        w = look.words
        self._period = period
        self.box.addLayout(_head(look, topics))
        if not found:
            none = w.t("No lesson in this kit is for the age of this class.")
            self.box.addWidget(Label(look, none, colour="ink2"))
            return
        best = found[0]
        self.box.addLayout(self._best(best))
        self.box.addWidget(Label(look, why_said(best, w)))
        self._others = self._list(found[1 : _OTHERS + 1])
        self._others.hide()
        self.box.addWidget(self._buttons(best, others=len(found) > 1))
        self.box.addWidget(self._others)
        self.setAccessibleName(plain(w.t("Teach next")))

    def _best(self, best: Idea) -> QHBoxLayout:
        look = self._look
        side = look.px(60)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        patch = Patch(look, best.row.topic, (side, side), 5)
        row.addWidget(patch, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        title = Label(look, best.row.title, "big", lang=best.row.lang)
        column.addWidget(title)
        said = fit_said(best, self._period, look.words)
        column.addWidget(Label(look, said, "small", colour="ink2"))
        column.addStretch()
        row.addLayout(column, 1)
        return row

    def _buttons(self, best: Idea, *, others: bool) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        if others:
            more = Button(look, w.t("Other ideas"), "list")
            more.setCheckable(True)
            more.toggled.connect(self._others.setVisible)
            flow.addWidget(more)
        self.open = Button(
            look, w.t("Open lesson"), kind="primary", trailing="arrow-right"
        )
        self.open.clicked.connect(
            lambda _on=False: self.lesson_chosen.emit(best.row.id, best.row.lang)
        )
        flow.addWidget(self.open)
        return holder

    def _list(self, others: Sequence[Idea]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8))
        for idea in others:
            column.addWidget(Divider(self._look))
            column.addLayout(self._other(idea))
        return holder

    def _other(self, idea: Idea) -> QHBoxLayout:
        look, w = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        side = look.px(24)
        row.addWidget(Patch(look, idea.row.topic, (side, side), 2))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, idea.row.title, "strong", lang=idea.row.lang))
        words.addWidget(Label(look, why_said(idea, w), "small", colour="ink2"))
        row.addLayout(words, 1)
        button = Button(look, w.t("Open"), kind="quiet", trailing="arrow-right")
        named = w.t("Open “{title}”", title=plain(idea.row.title))
        button.setAccessibleName(named)
        button.clicked.connect(
            lambda _on=False: self.lesson_chosen.emit(idea.row.id, idea.row.lang)
        )
        row.addWidget(button)
        return row


def _head(look: Look, topics: Mapping[str, int]) -> QHBoxLayout:
    """Say what the card is, and how many topics the class has not had."""
    w = look.words
    left = sum(topic not in topics for topic in TOPICS)
    row = QHBoxLayout()
    row.addWidget(Label(look, w.t("Teach next"), "big", wrap=False))
    text = w.n(
        "{count} topic is not woven yet", "{count} topics are not woven yet", left
    )
    if left and topics:
        row.addWidget(
            Label(
                look,
                text,
                "small",
                colour="ink2",
                align=Qt.AlignmentFlag.AlignRight,
            ),
            1,
        )
    return row
