"""A page's title with its actions beside it, or under it where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.widgets.look import Look

_APART = 720  # px


def headed(look: Look, title: str, crumbs: str, actions: Sequence[QWidget]) -> QWidget:
    """Make the inside of a header; *crumbs* say the way to the page."""
    holder = QWidget()
    row = Columns((1, OWN), look.px(_APART), look.px(6), holder, look.px(16))
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(look, crumbs, "small", colour="ink2"))
    column.addWidget(Label(look, title, "title"))
    row.add(words, 0)
    side = QWidget()
    flow = Flow(side, look.px(10))
    for action in actions:
        flow.addWidget(action)
    row.add(side, 1)
    return holder
