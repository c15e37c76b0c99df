"""A text that may wrap, behind an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from milkit.widgets.labels import IconLabel, Label

if TYPE_CHECKING:
    from milkit.widgets.look import Look


def icon_row(look: Look, icon: str, text: str, colour: str = "ink") -> QHBoxLayout:
    """Put a text that may wrap behind an icon."""
    row = QHBoxLayout()
    row.setSpacing(look.px(4))
    mark = IconLabel(look, icon, "", colour="ink2" if colour == "ink" else colour)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(look, text, "small", colour=colour), 1)
    return row
