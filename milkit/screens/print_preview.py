"""The pages as they will lie on the table: to turn over, in colour or grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from milkit.press.printer import to_image
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Pills, Segments
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from milkit.press.ink import Ink, Paper
    from milkit.press.pages import Page
    from milkit.widgets.look import Look

    Shown = tuple[str, Page, Ink]  # the sheet's title, a page of it, its ink

COLOUR, GREY = "colour", "grey"
LARGE = 150  # percent
WIDEST = 420  # px


class PageView(QLabel):
    """One page of paper, as wide as there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: tuple[Page, Ink, Paper] | None = None
        self._image: QImage | None = None
        self._shape = 297 / 210
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_page(self, page: tuple[Page, Ink, Paper] | None) -> None:
        """Show a page; None shows empty paper."""
        self._page, self._image = page, None
        if page is not None:
            shape = page[2].height / page[2].width
            if shape != self._shape:
                self._shape = shape
                self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that paper has a shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the paper at this width."""
        return round(min(width, self._look.px(WIDEST)) * self._shape)

    def sizeHint(self) -> QSize:
        """Give a readable width and its height."""
        width = self._look.px(340)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give a small page."""
        return QSize(200, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew at its new size."""
        super().resizeEvent(event)
        self._image = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, the page on it and its edge."""
        painter = QPainter(self)
        width = min(self.width(), self._look.px(WIDEST))
        high = self.heightForWidth(width)
        painter.fillRect(0, 0, width, high, Qt.GlobalColor.white)
        if self._page is not None:
            if self._image is None:
                self._image = self._drawn(width)
            painter.drawImage(0, 0, self._image)
        painter.setPen(QPen(self._look.colour("ctl"), 1))
        painter.drawRect(0, 0, width - 1, high - 1)

    def _drawn(self, width: int) -> QImage:
        assert self._page is not None  # noqa: S101 - for the type: the caller asked
        page, ink, size = self._page
        ratio = self.devicePixelRatioF()
        image = to_image(page, ink, size, round(width * ratio))
        image.setDevicePixelRatio(ratio)
        return image


class Preview(QWidget):
    """Turns the pages. *grey_chosen* tells whether pictures are to be grey."""

    grey_chosen = Signal(bool)

    def __init__(self, look: Look, *, grey: bool) -> None:
        super().__init__()
        self._look = look
        self._pages: list[Shown] = []
        self._size: Paper | None = None
        self._at = 0
        w = look.words
        self.title = Label(look, "", "strong", most=1)
        self.place = Label(look, "", "small", colour="ink2", wrap=False)
        options = ((COLOUR, w.t("Colour")), (GREY, w.t("Grey copy")))
        value = GREY if grey else COLOUR
        kind = Segments if look.type.size < LARGE else Pills  # which wrap
        self.colours = kind(look, w.t("Pictures"), options, value)
        self.colours.chosen.connect(lambda key: self.grey_chosen.emit(key == GREY))
        text = w.t("Page before")
        self.back = Button(look, text, "arrow-left", kind="quiet", height=40)
        text = w.t("Next page")
        self.next = Button(look, text, trailing="arrow-right", kind="quiet", height=40)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.view = PageView(look)
        self._lay_out()

    def set_pages(self, pages: Sequence[Shown], size: Paper) -> None:
        """Show other pages, staying as near to where one was as possible."""
        old = [shown[0] for shown in self._pages]
        self._pages, self._size = list(pages), size
        titles = [shown[0] for shown in self._pages]
        here = old[self._at] if self._at < len(old) else ""
        if here in titles:
            self._at = titles.index(here) + self._at - old.index(here)
        self._show()

    def show_sheet(self, page: Page) -> None:
        """Turn to a page."""
        for at, shown in enumerate(self._pages):
            if shown[1] is page:
                self._at = at
        self._show()

    def turn(self, step: int) -> None:
        """Turn to the page before or after."""
        self._at += step
        self._show()

    def set_grey(self, grey: bool) -> None:  # noqa: FBT001 - a state
        """Choose grey or colour, without telling."""
        self.colours.set_value(GREY if grey else COLOUR)

    def redraw(self) -> None:
        """Draw the page again: its pictures have other colours now."""
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        w, count = self._look.words, len(self._pages)
        self._at = min(max(0, self._at), max(0, count - 1))
        self.back.setEnabled(self._at > 0)
        self.next.setEnabled(self._at < count - 1)
        if not count or self._size is None:
            self.title.set_text(w.t("Nothing is ticked"))
            self.place.set_text("")
            self.view.set_page(None)
            return
        title, page, ink = self._pages[self._at]
        self.title.set_text(title)
        self.place.set_text(
            w.t(
                "page {n} of {all}",
                n=w.number(self._at + 1),
                all=w.number(count),
            )
        )
        self.view.set_page((page, ink, self._size))
        self.view.setAccessibleName(plain(f"{title}, {self.place.text()}"))

    def _lay_out(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        named = QHBoxLayout()
        named.setSpacing(look.px(10))
        named.addWidget(self.title, 1)
        named.addWidget(self.place)
        head, turning = QWidget(), QWidget()
        flow = Flow(head, look.px(10))
        turn = Flow(turning, look.px(6))
        flow.addWidget(self.colours)
        turn.addWidget(self.back)
        turn.addWidget(self.next)
        column.addLayout(named)
        for widget in (head, turning, self.view):
            column.addWidget(widget)
        column.addStretch()
