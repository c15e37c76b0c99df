"""The list of what went: by day, how many records came how far."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from milkit.widgets.labels import Label, Tag
from milkit.widgets.panel import Divider, Panel

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.sync.outbox import Went
    from milkit.widgets.look import Look

_SHOWN = 12  # newest days


class WentPanel(Panel):
    """Records by day, newest first."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.box.addWidget(Label(look, look.words.t("What went"), "card"))
        self._rows: list[QWidget] = []

    def show_went(self, went: list[Went]) -> None:
        """Show the newest days, and how many older ones there are."""
        look, w = self._look, self._look.words
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for one in went[:_SHOWN]:
            if self._rows:
                self._add(Divider(look))
            self._add(_row(look, one))
        more = len(went) - _SHOWN
        if more > 0:
            text = w.n("and {count} older one", "and {count} older ones", more)
            self._add(Label(look, text, "small", colour="ink2"))
        if not went:
            self._add(Label(look, w.t("Nothing yet."), "small", colour="ink2"))

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.box.addWidget(widget)


def _row(look: Look, one: Went) -> QWidget:
    w = look.words
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    day = w.day(dt.date.fromisoformat(one.day))
    many = w.n("{count} record", "{count} records", one.records)
    row.addWidget(Label(look, w.t("{day}, {what}", day=day, what=many), "small"), 1)
    row.addWidget(Tag(look, *_state(one, w)))
    return holder


def _state(one: Went, w: Words) -> tuple[str, str]:
    """Give the word and the tone of how far records are."""
    return (
        (w.t("waiting"), "quiet"),
        (w.t("saved to a stick"), "info"),
        (w.t("sent"), "info"),
        (w.t("received by the hub"), "good"),
    )[one.state]
