"""What the preview shows of a step on paper: the sheets that its class gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from milkit.activities.paper import Sheet
    from milkit.content.lesson import Lesson
    from milkit.ground.words import Words
    from milkit.press.ink import Ink
    from milkit.press.pages import Page
    from milkit.widgets.look import Look

_SHAPE = 297 / 210  # of A4
_DOTS = 2  # drawn at twice the size, so that thin letters can be read


class Sheets:
    """The pages of one step, laid out and drawn when they are looked at."""

    def __init__(
        self, look: Look, lesson: Lesson, step: str, read: Callable[[str], bytes]
    ) -> None:
        from milkit.ground.words import words
        from milkit.press.ink import ink_for, paper
        from milkit.press.pages import pages
        from milkit.press.pictures import Pictures

        w = words(lesson.lang, look.words.digits)
        self._ink: Ink = ink_for(look.type, w, Pictures(read))
        self._size = paper("a4")
        self.pages: list[Page] = [
            page
            for sheet in sheets_of(lesson, step, w)
            for page in pages(sheet, lesson.title, "", self._size, self._ink)
        ]

    def image(self, number: int, width: int) -> QImage:
        """Draw one page."""
        from milkit.press.printer import to_image

        return to_image(self.pages[number], self._ink, self._size, width)


def sheets_of(lesson: Lesson, step: str, w: Words) -> list[Sheet]:
    """Give the handouts that hold the step's activities, else its sets to hold up."""
    from milkit.content.sheets import sheets

    part = next((s for s in lesson.steps if s.id == step), None)
    if part is None:
        return []
    ids = {activity.id for activity in part.activities}
    wanted = _handouts(lesson, ids)
    found = [
        sheet
        for sheet in sheets(lesson, "handouts", w)
        if any(sheet.id == one or sheet.id.startswith(f"{one}-") for one in wanted)
    ]
    return found or [
        sheet
        for sheet in sheets(lesson, "cards", w)
        if sheet.id.split("-", 1)[-1] in ids
    ]


def _handouts(lesson: Lesson, ids: set[str]) -> set[str]:
    from milkit.content.lesson import Paper

    return {
        handout.id
        for handout in lesson.handouts
        for block in handout.blocks
        if isinstance(block, Paper) and ids.intersection(block.use)
    }


class PaperView(QWidget):
    """One page as it will be printed, as wide as there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheets: Sheets | None = None
        self._number = 0
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.words.t("The printed page"))

    def show_page(self, sheets: Sheets | None, number: int) -> None:
        """Show a page of the sheets, or nothing."""
        self._sheets, self._number, self._image = sheets, number, None
        self.update()

    def sizeHint(self) -> QSize:
        """Give a small page."""
        width = self._look.px(320)
        return QSize(width, round(width * _SHAPE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape of the paper."""
        super().resizeEvent(event)
        high = round(self.width() * _SHAPE)
        if self.height() != high:
            self.setFixedHeight(high)
        self._image = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page on white: paper stays white in every theme."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._sheets is None or not self._sheets.pages:
            return
        if self._image is None:
            ratio = self.devicePixelRatioF()
            width = round(self.width() * max(ratio, _DOTS))
            self._image = self._sheets.image(self._number, width)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
