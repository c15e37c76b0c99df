"""The window: the places at the left, one page at the right, and the keys for both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from milkit.widgets.focus import FocusRing
from milkit.widgets.marks import paint_logo
from milkit.widgets.sidebar import Place, Sidebar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QIcon

    from milkit.ground.said import Said
    from milkit.widgets.look import Look
    from milkit.widgets.toast import Toasts

SMALLEST = (1024, 640)


def places(look: Look) -> list[Place]:
    """Name the places that work; others come with the work that fills them."""
    w = look.words
    return [
        Place("home", w.t("Home"), "house"),
        Place("lessons", w.t("Lessons"), "books"),
        Place("classes", w.t("My classes"), "users-three"),
        Place("reports", w.t("Reports"), "chart-bar"),
        Place("kit", w.t("Make a kit"), "stick", apart=True),
        Place("settings", w.t("Settings"), "gear-six"),
    ]


def logo(look: Look) -> QIcon:
    """Draw the logo as the window's icon."""
    from PySide6.QtGui import QIcon  # slow to load, for the names of icons in it

    icon = QIcon()
    for side in (16, 32, 64):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_logo(painter, look, QRectF(0, 0, side, side), on_side=False)
        painter.end()
        icon.addPixmap(picture)
    return icon


class Window(QMainWindow):
    """
    One page at a time beside the sidebar; a page may also fill the whole window.

    *place_asked* tells a place of the sidebar or its key, *state_asked* the block at
    its foot, *back_asked* Esc, *size_asked* a step of the text size (-1, 0, +1).
    """

    place_asked = Signal(str)
    state_asked = Signal()
    back_asked = Signal()
    help_asked = Signal()
    search_asked = Signal()
    print_asked = Signal()
    teach_asked = Signal()
    size_asked = Signal(int)

    def __init__(self, look: Look, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self._toasts: Toasts | None = None
        self.setWindowTitle("MIL Kit")
        self.setMinimumSize(*SMALLEST)
        self._dress(look)
        self._keys()

    def dress(self, look: Look) -> None:
        """Take a new look: the places are built anew and all pages let go."""
        self.ring.let_go()
        self._dress(look)

    def show_icon(self) -> None:
        """Show the kit's own icon, once the window stands."""
        self.setWindowIcon(logo(self._look))

    def show_page(self, page: QWidget, place: str, *, whole: bool = False) -> None:
        """Show *page*; the sidebar marks *place*, or steps aside for the *whole*."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.sidebar.setVisible(not whole)
        self.sidebar.set_place(place)
        if self._toasts is not None:
            QTimer.singleShot(0, self._toasts, self._toasts.place)
        first = getattr(page, "focus_first", None)
        if callable(first):
            first()

    def tell(self, said: Said) -> None:
        """Say above the page what went wrong, until it is closed."""
        from milkit.widgets.buttons import Button
        from milkit.widgets.lines import plain
        from milkit.widgets.notice import Note, note_of

        for note in self._notes.findChildren(Note):
            if note.accessibleName() == plain(said.title):
                return
        close = Button(self._look, self._look.words.t("Close"), kind="quiet", height=40)
        note = note_of(self._look, said, (close,))
        close.clicked.connect(note.deleteLater)
        self._notes_column.addWidget(note)

    @property
    def toasts(self) -> Toasts:
        """The short good news; made when there is some."""
        if self._toasts is None:
            from milkit.widgets.toast import Toasts

            self._toasts = Toasts(self._look, self._right)
        return self._toasts

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a lesson that runs is left."""
        if self._may_close():
            event.accept()
        else:
            event.ignore()

    def _dress(self, look: Look) -> None:
        self._look = look
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.sidebar = Sidebar(look, places(look))
        self.sidebar.place_chosen.connect(self.place_asked)
        self.sidebar.state_chosen.connect(self.state_asked)
        self._pages = QStackedWidget()
        self._notes = QWidget()
        self._notes_column = QVBoxLayout(self._notes)
        self._notes_column.setContentsMargins(0, 0, 0, 0)
        self._right = QWidget()
        self._toasts = None
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notes)
        column.addWidget(self._pages, 1)
        row.addWidget(self.sidebar)
        row.addWidget(self._right, 1)
        self.setCentralWidget(middle)
        self.ring = FocusRing(look, self)
        self._place_ids = [place.id for place in places(look)]

    def _keys(self) -> None:
        self._key("Esc", self.back_asked.emit)
        self._key("F1", self.help_asked.emit)
        self._key("Ctrl+K", self.search_asked.emit)
        self._key("Ctrl+P", self.print_asked.emit)
        self._key("F5", self.teach_asked.emit)
        self._key("F6", self._next_region)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            self._key(keys, partial(self.size_asked.emit, step))
        for number in range(1, len(self._place_ids) + 1):
            self._key(f"Alt+{number}", partial(self._numbered, number))

    def _key(self, keys: str, then: Callable[[], object]) -> None:
        shortcut = QShortcut(self)
        shortcut.setProperty("key", keys)  # QKeySequence is slow to load
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(then)

    def _numbered(self, number: int) -> None:
        self.place_asked.emit(self._place_ids[number - 1])

    def _next_region(self) -> None:
        """Move the focus between the sidebar and the page."""
        inside = self.sidebar.isAncestorOf(self.focusWidget() or self)
        region: QWidget | None = self._pages.currentWidget() if inside else self.sidebar
        if region is None or not region.isVisible():
            return
        for widget in region.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return
