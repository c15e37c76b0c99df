"""Tells screen readers what changed: politely, errors at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.widgets.lines import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Let the screen reader say *text*; nothing happens where none is running."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive() or not text:
        return
    event = QAccessibleAnnouncementEvent(widget, plain(text))
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if at_once else level.Polite)
    QAccessible.updateAccessibility(event)
