"""The first start: a language, one question, and three lessons that fit the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.screens.first_heads import Head
from milkit.screens.first_languages import language_choices
from milkit.screens.first_lesson_cards import FirstLessons
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Pills
from milkit.widgets.labels import Label
from milkit.widgets.marks import Logo
from milkit.widgets.page import Scroll
from milkit.widgets.panel import Divider
from milkit.widgets.weave import paint_selvedge

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from milkit.ground.settings import Settings
    from milkit.ground.words import Words
    from milkit.library.library import Library
    from milkit.widgets.look import Look

PERIODS = (30, 35, 40, 45, 50, 60)
TWO_PERIODS = 80
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SELVEDGE = 8
_SIDE = 56  # px of margin where the window is wide, at any text size
_NARROW, _NARROW_SIDE = 1100, 24


class FirstStart(QWidget):
    """
    Fills the window until the first lesson is opened, or all lessons are asked for.

    *language_chosen* tells a language at once; *done* tells the minutes of the next
    class, and is told before *lesson_chosen* too.
    """

    language_chosen = Signal(str)
    done = Signal(int)
    lesson_chosen = Signal(str, str)
    help_asked = Signal()

    def __init__(
        self,
        look: Look,
        library: Library,
        settings: Settings,
        *,
        projector_found: bool,
    ) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self.setAccessibleName(w.t("First start"))
        self._rows = library.rows(settings.language)
        self.languages = language_choices(look, settings.language)
        self.minutes = Pills(
            look,
            w.t("How long is your next class?"),
            _periods(w),
            str(_nearest(settings.period)),
        )
        self.lessons = FirstLessons(
            look, self._rows, settings.language, projector=projector_found
        )
        count = len(self._rows)
        self.all_lessons = Button(
            look,
            w.n("See all {count} lessons", "See all {count} lessons", count),
            "books",
            kind="quiet",
        )
        self._lay_out()
        self._wire()
        self._show_lessons()

    @property
    def period(self) -> int:
        """The minutes of the next class."""
        return int(self.minutes.value())

    def focus_first(self) -> None:
        """Begin at the language that is chosen."""
        self.languages.focus_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the languages the columns that find room."""
        super().resizeEvent(event)
        look = self._look
        side = _SIDE if self.width() >= look.px(_NARROW) else _NARROW_SIDE
        self._scroll.box.setContentsMargins(side, look.px(14), side, look.px(12))
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * side - bar
        self.languages.set_columns(self.languages.columns_in(room))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the selvedge along the top: the sidebar's is not here."""
        edge = QRectF(0, 0, self.width(), _SELVEDGE)
        paint_selvedge(QPainter(self), edge, self._look.theme)

    # --- inside ----------------------------------------------------------------

    def _lay_out(self) -> None:
        look, w = self._look, self._look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _SELVEDGE, 0, 0)
        self._scroll = Scroll(look)
        column.addWidget(self._scroll)
        box = self._scroll.box
        box.setSpacing(look.px(14))
        box.addLayout(self._brand())
        box.addWidget(Divider(look))
        change = w.t("You can change it at any time.")
        box.addWidget(Head(look, 1, w.t("Your language"), change))
        box.addWidget(self.languages)
        asks = w.t("That is all the kit asks. No account, no name.")
        box.addWidget(Head(look, 2, w.t("How long is your next class?"), asks))
        box.addWidget(self.minutes)
        box.addWidget(self.lessons)
        row = QHBoxLayout()
        row.addWidget(self.all_lessons)
        row.addStretch()
        box.addLayout(row)
        box.addStretch()

    def _brand(self) -> QHBoxLayout:
        look, w = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Logo(look, 44, on_side=False))
        row.addWidget(Label(look, "MIL Kit", "title", lang="en", wrap=False))
        row.addSpacing(look.px(12))
        ready = w.t("Ready. It works without internet, now and later.")
        row.addWidget(Label(look, ready, colour="ink2"), 1, _MIDDLE)
        self.help = Button(look, w.t("Help"), "question")
        row.addWidget(self.help)
        return row

    def _wire(self) -> None:
        self.languages.chosen.connect(self.language_chosen)
        self.minutes.chosen.connect(self._show_lessons)
        self.lessons.lesson_chosen.connect(self._open)
        self.all_lessons.clicked.connect(lambda: self.done.emit(self.period))
        self.help.clicked.connect(self.help_asked.emit)

    def _show_lessons(self, _key: str = "") -> None:
        self.lessons.show_for(self.period)
        if self.lessons.buttons:  # made anew, so the keyboard would come to them last
            self.setTabOrder(self.lessons.buttons[-1], self.all_lessons)
            self.setTabOrder(self.all_lessons, self.help)

    def _open(self, lesson: str, lang: str) -> None:
        self.done.emit(self.period)
        self.lesson_chosen.emit(lesson, lang)


def _periods(w: Words) -> list[tuple[str, str]]:
    named = [
        (str(count), w.n("{count} minute", "{count} minutes", count))
        for count in PERIODS
    ]
    return [*named, (str(TWO_PERIODS), w.t("Two periods"))]


def _nearest(period: int) -> int:
    return min((*PERIODS, TWO_PERIODS), key=lambda one: abs(one - period))
