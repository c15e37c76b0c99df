"""The keys of the console, matched by where they lie, not by what is printed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from milkit.teaching.keys import Key, key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

_NAMES = {
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_F1: "f1",
    Qt.Key.Key_F5: "f5",
    Qt.Key.Key_F11: "f11",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Period: ".",
}
_FORWARD, _BACKWARD = ("Right", "PgDown"), ("Left", "PgUp")
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox)
# Windows' virtual keys of letters and digits are their ASCII codes; X11's hardware
# codes of the same keys follow the rows of the keyboard. A Thai or Khmer layout
# changes the character of a key, never these.
_X11_ROWS = {10: "123456789", 24: "qwertyuiop", 38: "asdfghjkl", 52: "zxcvbnm"}
_X11 = {
    code + i: letter for code, row in _X11_ROWS.items() for i, letter in enumerate(row)
} | {19: "0", 60: ".", 21: "+"}
_MAC_ROWS = {
    0x00: "a", 0x0B: "b", 0x08: "c", 0x03: "f", 0x11: "t", 0x06: "z", 0x2F: ".",
    0x12: "1", 0x13: "2", 0x14: "3", 0x15: "4", 0x17: "5", 0x16: "6", 0x1A: "7",
    0x1C: "8", 0x19: "9", 0x1D: "0", 0x18: "+",
}  # fmt: skip


class Keyboard(QObject):
    """
    Brings the keys to the console, wherever in it the focus is.

    Buttons, lists and scrolling parts would keep the keys of presenter remotes for
    themselves. And what is clicked does not keep the focus: else Space would add one
    more hand to the answer that was clicked last, and not pause the time.
    """

    def __init__(
        self,
        console: QWidget,
        forward: Callable[[], object],
        backward: Callable[[], object],
    ) -> None:
        super().__init__(console)
        self._console = console
        for keys, then in ((_FORWARD, forward), (_BACKWARD, backward)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), console)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(False)  # a key that is held down turns once
                shortcut.activated.connect(self._leave_field)
                shortcut.activated.connect(then)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _leave_field(self) -> None:
        """Take what was typed before its step is left."""
        if isinstance(QApplication.focusWidget(), _FIELDS):
            self._console.setFocus()

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Take the focus back from what was clicked, but not from a field."""
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not clicked or new is None or isinstance(new, _FIELDS):
            return
        if self._console.isAncestorOf(new):
            self._console.setFocus()


def name_of(event: QKeyEvent, platform: str) -> str:
    """Name a pressed key: its sign on a Latin layout, "" for one that means nothing."""
    known = _NAMES.get(Qt.Key(event.key()))
    if known:
        return known
    if event.key() < 128 and chr(event.key()).isalnum():  # noqa: PLR2004 - ASCII
        return chr(event.key()).lower()
    if platform == "windows":
        code = event.nativeVirtualKey()
        return chr(code).lower() if chr(code).isalnum() and code < 128 else ""  # noqa: PLR2004 - ASCII
    if platform == "cocoa":
        return _MAC_ROWS.get(event.nativeVirtualKey(), "")
    return _X11.get(event.nativeScanCode(), "")


def pressed(event: QKeyEvent, *, letters: bool) -> Key | None:
    """Find what a key press asks for; letters not while a field has the focus."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    typing = isinstance(QApplication.focusWidget(), _FIELDS)
    name = name_of(event, QApplication.platformName())
    if typing and name in ("space", "left", "right"):
        return None
    shifted_digit = _digit_of(event) if shift and not name.isdigit() else ""
    return key_of(
        shifted_digit or name,
        shift=shift,
        control=control,
        letters=letters and not typing,
    )


def _digit_of(event: QKeyEvent) -> str:
    """Give the digit under a shifted key: Shift with 1 arrives as "!" or the like."""
    code = event.nativeScanCode()
    if QApplication.platformName() == "windows":
        code = event.nativeVirtualKey()
        return chr(code) if ord("1") <= code <= ord("9") else ""
    if QApplication.platformName() == "cocoa":
        name = _MAC_ROWS.get(event.nativeVirtualKey(), "")
    else:
        name = _X11.get(code, "")
    return name if name.isdigit() else ""
