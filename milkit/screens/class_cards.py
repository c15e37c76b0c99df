"""The small cards of a class: its topics, its boosters, and that no names are kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.widgets import lesson_words
from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.lines import plain
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.theme import TOPICS
from milkit.widgets.weave import paint_topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from milkit.records.classes import SchoolClass
    from milkit.records.reading import Booster
    from milkit.widgets.look import Look


class Swatch(QWidget):
    """A small square of a topic's cloth; dashed and empty while it is not woven."""

    def __init__(self, look: Look, topic: str, *, woven: bool) -> None:
        super().__init__()
        self._look, self._topic, self._woven = look, topic, woven
        self.setFixedSize(look.px(24), look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cloth or the gap."""
        painter, box = QPainter(self), QRectF(self.rect())
        if self._woven:
            paint_topic(painter, box, self._topic, self._look.theme, 2)
            return
        painter.setPen(QPen(self._look.colour("ctl"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


class TopicsCard(Panel):
    """The seven topics with the number of lessons that the class has had of each."""

    def __init__(self, look: Look, counts: Mapping[str, int]) -> None:
        super().__init__(look)
        w = look.words
        self.box.setSpacing(look.px(4))
        self.box.addWidget(Label(look, w.t("Topics"), "card"))
        order = sorted(TOPICS, key=lambda topic: topic not in counts)
        for topic in order:
            self.box.addLayout(self._row(topic, counts.get(topic, 0)))

    def _row(self, topic: str, many: int) -> QHBoxLayout:
        look, w = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(Swatch(look, topic, woven=bool(many)))
        name = lesson_words.topic_name(topic, w)
        colour = "ink" if many else "ink2"
        row.addWidget(Label(look, name, "small", colour=colour), 1)
        text = w.number(many) if many else w.t("not yet")
        role = "strong" if many else "small"
        row.addWidget(Label(look, text, role, colour=colour, wrap=False))
        return row


class BoosterCard(Panel):
    """Five minutes that are due on a day; *opened* and *done* tell the choice."""

    opened = Signal()
    done = Signal()

    def __init__(self, look: Look, booster: Booster, today: date) -> None:
        super().__init__(look)
        w = look.words
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = w.t("Booster, 5 minutes: {title}", title=booster.title)
        words.addWidget(Label(look, title, "strong"))
        words.addWidget(self._when(booster.on, today))
        icon = IconLabel(look, "bell", "", colour="ink2")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.box.addLayout(row)
        holder = QWidget()
        flow = Flow(holder, look.px(8))
        done = Button(look, w.t("Done"), "check", height=40)
        open_it = Button(
            look, w.t("Open"), kind="quiet", trailing="arrow-right", height=40
        )
        named = w.t("Open “{title}”", title=plain(booster.title))
        open_it.setAccessibleName(named)
        done.clicked.connect(self.done.emit)
        open_it.clicked.connect(self.opened.emit)
        flow.addWidget(done)
        flow.addWidget(open_it)
        self.box.addWidget(holder)

    def _when(self, on: str, today: date) -> Label:
        w = self._look.words
        day = date.fromisoformat(on)
        late = day <= today
        text = w.t("Due since {day}", day=w.day(day)) if day < today else w.day(day)
        if day == today:
            text = w.t("Due today")
        return Label(self._look, text, "small", colour="tur_ink" if late else "ink2")


class NoNamesCard(Panel):
    """Says that students have numbers here, and no names."""

    def __init__(self, look: Look, group: SchoolClass) -> None:
        super().__init__(look, "soft", "line")
        w = look.words
        self.box.setSpacing(look.px(2))
        head = IconLabel(
            look,
            "lock-simple",
            w.t("No names are kept"),
            "strong",
            colour="soft_ink",
        )
        self.box.addWidget(head)
        text = w.t(
            "Students have the numbers {first} to {last}. "
            "The list stays with you, on paper.",
            first=w.number(1),
            last=w.number(max(1, group.students)),
        )
        self.box.addWidget(Label(look, text, "small"))
