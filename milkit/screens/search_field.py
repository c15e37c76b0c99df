"""The search field of Home: its keys move in the list of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal

from milkit.widgets.text_fields import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from milkit.widgets.look import Look

_PAGE = 4  # lines that Page Up and Page Down move by
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class LiveSearch(SearchField):
    """
    A search field with a list.

    *moved* tells by how many lines, *entered* Enter, *escaped* Esc while there is
    something to close or empty.
    """

    moved = Signal(int)
    entered = Signal()
    escaped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        w = look.words
        name = w.t("Search")
        hint = w.t("Search lessons, activities, handouts…")
        super().__init__(look, name, hint, parent)
        self.setAccessibleDescription(
            w.t("The arrow keys move in what was found, Enter opens it.")
        )

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while it has something to do here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape  # type: ignore[attr-defined] # it is a key event
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, open, or close."""
        key = Qt.Key(event.key())
        if (
            key in _MOVES
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.moved.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
