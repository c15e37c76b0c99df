"""The head of the console: lesson, class, projector, clock, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.widgets.buttons import Button
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.marks import Logo

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from milkit.teaching.views import RunView
    from milkit.widgets.look import Look


SCREEN, ENDS = 7.0, 9.0  # hundreds of px at 100 %: below it they step aside


class Header(QWidget):
    """Indigo, 60 px high; *end_asked* comes from its button."""

    end_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        row.setSpacing(look.px(12))
        row.addWidget(Logo(look, 32))
        names = QVBoxLayout()
        names.setSpacing(0)
        self._title = Label(look, "", "strong", colour="side_ink", most=1)
        self._class = Label(look, "", "small", colour="side_ink2", most=1)
        names.addWidget(self._title)
        names.addWidget(self._class)
        row.addLayout(names, 1)
        self._screen = IconLabel(look, "projector-screen", "", colour="side_ink")
        self._clock = Label(look, "", "section", colour="side_ink", wrap=False)
        self._ends = Label(look, "", "small", colour="side_ink2", wrap=False)
        row.addWidget(self._screen)
        row.addWidget(self._clock)
        row.addWidget(self._ends)
        self.end = Button(look, w.t("End lesson"), "stop-fill")
        self.end.clicked.connect(self.end_asked)
        row.addWidget(self.end)

    def show_view(self, view: RunView, started: datetime) -> None:
        """Say which lesson, which class, and since when."""
        w = self._look.words
        self._title.set_text(view.title)
        here = w.n(
            "{count} student here today", "{count} students here today", view.present
        )
        since = w.t("started {time}", time=w.time(started))
        said = [view.class_name, here if view.present else "", since]
        self._class.set_text(" · ".join(part for part in said if part))

    def show_clock(self, now: datetime, ends: datetime) -> None:
        """Show the time of the day, and when the steps will be done."""
        w = self._look.words
        self._clock.set_text(w.time(now))
        self._ends.set_text(w.t("ends {time}", time=w.time(ends)))

    def say_screen(self, words: str) -> None:
        """Say where the class view is."""
        self._screen.set_text(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the lesson can do without, before the title is squeezed."""
        super().resizeEvent(event)
        wide = self.width() / self._look.px(100)
        self._ends.setVisible(wide > ENDS)
        self._screen.setVisible(wide > SCREEN)

    def sizeHint(self) -> QSize:
        """Give the bar's height."""
        return QSize(self._look.px(900), self._look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the indigo ground."""
        QPainter(self).fillRect(self.rect(), self._look.colour("side"))
