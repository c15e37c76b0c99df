"""What an activity puts before the class, and the answers to expect, both folded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.activities import printed
from milkit.activities.table import KINDS
from milkit.content.markup import html_of
from milkit.content.sheets import described
from milkit.ground.words import words
from milkit.widgets.buttons import Button
from milkit.widgets.drawing import load
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.panel import Panel
from milkit.widgets.reader import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from milkit.content.lesson import Activity, Answer, Lesson
    from milkit.widgets.look import Look

    Pictures = Callable[[str], bytes | None]

TOLD = ("branch", "roleplay", "trace")  # their cards are part of what is seen
_TICKS = re.compile(r'<ul class="ticks">(.*?)</ul>', re.DOTALL)
_LEFT = Qt.AlignmentFlag.AlignLeft


class SmallPictures(Prose):
    """Prose whose pictures are small: they are only to be recognised here."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give a small picture of the lesson."""
        data = self._picture(QUrl(name).toString()) if self._picture else None
        side = self._look.px(132)
        return load(data, QSize(side, side)) if data is not None else None


class Likely(QWidget):
    """Answers to expect, folded: each with its mark and what to reply."""

    def __init__(self, look: Look, answers: Sequence[Answer], lang: str) -> None:
        super().__init__()
        self._look, self._answers, self._lang = look, answers, lang
        self._held: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        w = look.words
        count = len(answers)
        text = w.n("{count} likely answer", "{count} likely answers", count)
        self.button = Button(look, text, "caret-down", kind="quiet", height=40)
        self.button.clicked.connect(self._turn)
        self._column.addWidget(self.button)
        self._column.setAlignment(self.button, _LEFT)

    def _turn(self) -> None:
        if self._held is None:
            self._held = self._built()
            self._column.addWidget(self._held)
            self._held.show()
        else:
            self._held.setVisible(not self._held.isVisible())
        open_ = not self._held.isHidden()
        self.button.set_text(self.button.words, "caret-up" if open_ else "caret-down")

    def _built(self) -> QWidget:
        look, w = self._look, self._look.words
        kinds = {
            "+": ("check-circle", w.t("Right"), "good"),
            "~": ("circle-half", w.t("Half right"), "tur_ink"),
            "-": ("circle", w.t("Not yet"), "ink2"),
        }
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(look.px(14), 0, 0, 0)
        column.setSpacing(look.px(2))
        speaks = words(self._lang, w.digits)
        for answer in self._answers:
            icon, said, tone = kinds.get(answer.mark, kinds["-"])
            column.addWidget(IconLabel(look, icon, said, "least", colour=tone))
            for text, bold in ((answer.said, True), (answer.reply, None)):
                quoted = printed.quoted(text, speaks)
                column.addWidget(Label(look, quoted, bold=bold, lang=self._lang))
            column.addSpacing(look.px(8))
        return holder


def seen(look: Look, lesson: Lesson, activity: Activity, pictures: Pictures) -> QWidget:
    """Show what an activity puts before the class, and its answers folded."""
    w = look.words
    speaks = words(lesson.lang, w.digits)
    kind = KINDS[activity.kind]
    box = Panel(look, "sunken")
    title = w.t("What the class sees")
    box.box.addWidget(
        IconLabel(look, "projector-screen", title, "least", colour="ink2", bold=True)
    )

    def prose(part: str) -> Prose | None:
        blocks = described(kind.paper(activity.data, part, speaks), lesson, speaks)
        html = html_of(blocks, speaks, str)
        if not html:
            return None
        made = SmallPictures(look, pictures)
        made.set_html(_TICKS.sub(_side_by_side, html), lang=lesson.lang)
        return made

    shown = prose(printed.QUESTIONS)
    again = Label(look, w.t("The same question again, beside the first numbers."))
    box.box.addWidget(shown or again)
    if kind.keyed(activity.data) and kind.paper(activity.data, printed.KEY, speaks):
        box.box.addWidget(Answers(look, lambda: prose(printed.KEY)))
    return box


def _side_by_side(found: re.Match[str]) -> str:
    """Set answers to tick in a line, as on paper: their marks are no list's dots."""
    options = found[1].removeprefix("<li>").removesuffix("</li>").split("</li><li>")
    return f"<p>{' &nbsp; &nbsp; '.join(options)}</p>"


class Answers(QWidget):
    """The answers of an activity, shut until they are asked for."""

    def __init__(self, look: Look, build: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._look, self._build = look, build
        self._held: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        text = look.words.t("Show the answer")
        self.button = Button(look, text, "eye", kind="quiet", height=40)
        self.button.clicked.connect(self._turn)
        self._column.addWidget(self.button)
        self._column.setAlignment(self.button, _LEFT)

    def _turn(self) -> None:
        w = self._look.words
        if self._held is None:
            self._held = self._build() or QWidget()
            self._column.addWidget(self._held)
            self._held.show()
        else:
            self._held.setVisible(self._held.isHidden())
        if self._held.isHidden():
            self.button.set_text(w.t("Show the answer"), "eye")
        else:
            self.button.set_text(w.t("Hide the answer"), "eye-slash")
