"""What is said in the place of the cards when no lesson fits the filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.library import filters as library_filters
from milkit.widgets.buttons import Button
from milkit.widgets.notice import Empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.packs.row import Row
    from milkit.screens.filter_row import FilterRow
    from milkit.widgets.look import Look


class NoFit(Empty):
    """Offers to leave out the one filter that keeps most away, or to clear all."""

    def __init__(self, look: Look, filters: FilterRow, rows: Sequence[Row]) -> None:
        w = look.words
        on = filters.on
        clear = Button(
            look,
            w.n("Clear {count} filter", "Clear {count} filters", len(on)),
            "x",
            kind="normal",
        )
        clear.clicked.connect(filters.clear)
        buttons = [clear]
        left = {key: _left(filters, rows, key) for key in on}
        best = max(left, key=lambda key: left[key], default="")
        text = w.t("Clear the filters to see all lessons.")
        if best and left[best]:
            name = filters.pills[best].accessibleName()
            text = w.n(
                "{count} lesson fits without “{filter}”.",
                "{count} lessons fit without “{filter}”.",
                left[best],
                filter=name,
            )
            without = Button(
                look, w.t("Leave out “{filter}”", filter=name), kind="primary"
            )
            without.clicked.connect(lambda: filters.leave_out(best))
            buttons.append(without)
        super().__init__(
            look, w.t("No lesson fits these filters"), text, buttons, "rumours"
        )


def _left(filters: FilterRow, rows: Sequence[Row], key: str) -> int:
    """Count the lessons that fit without one filter."""
    return len(library_filters.filter(rows, filters.wanted(without=key)))
