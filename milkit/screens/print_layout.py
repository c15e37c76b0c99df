"""Where the parts of the print page stand, on wide screens and on narrow ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from milkit.widgets.columns import Columns
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.widgets.buttons import Button
    from milkit.widgets.look import Look
    from milkit.widgets.panel import Bar


def columns(
    look: Look, left: Sequence[QWidget], middle: QWidget, right: Sequence[QWidget]
) -> QWidget:
    """Put parts, preview and sum beside each other as far as there is room."""
    holder, beside, side = QWidget(), QWidget(), QWidget()
    gap, between = look.px(12), look.px(20)
    whole = Columns((42, 58), look.px(900), gap, holder, between)
    inner = Columns((56, 44), look.px(540), gap, beside, between)
    ends = Columns((1,), 0, gap, side)
    for widget in left:
        whole.add(widget, 0)
    whole.add(beside, 1)
    for widget in right:
        ends.add(widget, 0)
    inner.add(middle, 0)
    inner.add(side, 1)
    return holder


def fill_footer(
    look: Look, footer: Bar, back: Button, ways: Sequence[Button], *, wrap: bool
) -> None:
    """Put the buttons into the footer; *wrap* wraps them, the primary first."""
    if wrap:
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        for button in reversed(ways):
            flow.addWidget(button)
        footer.row.addWidget(holder, 1)
        back.hide()
        back.deleteLater()
        return
    footer.row.addWidget(back)
    footer.row.addStretch()
    for button in ways:
        footer.row.addWidget(button)
