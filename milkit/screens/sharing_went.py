"""The list of what went: each results file with how far it is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from milkit.widgets.labels import Label, Tag
from milkit.widgets.panel import Divider, Panel

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.sync.outbox import Entry
    from milkit.widgets.look import Look

_SHOWN = 12  # newest files


class WentPanel(Panel):
    """Files by day, newest first."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.box.addWidget(Label(look, look.words.t("What went"), "card"))
        self._rows: list[QWidget] = []

    def show_entries(self, entries: list[Entry]) -> None:
        """Show the newest files, and how many older ones there are."""
        look, w = self._look, self._look.words
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for entry in entries[:_SHOWN]:
            if self._rows:
                self._add(Divider(look))
            self._add(_row(look, entry))
        more = len(entries) - _SHOWN
        if more > 0:
            text = w.n("and {count} older one", "and {count} older ones", more)
            self._add(Label(look, text, "small", colour="ink2"))
        if not entries:
            self._add(Label(look, w.t("Nothing yet."), "small", colour="ink2"))

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.box.addWidget(widget)


def _row(look: Look, entry: Entry) -> QWidget:
    w = look.words
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    when = entry.received or entry.sent or entry.saved or entry.sealed
    day = w.day(dt.datetime.fromisoformat(when).date())
    many = w.n("{count} record", "{count} records", entry.records)
    row.addWidget(Label(look, w.t("{day}, {what}", day=day, what=many), "small"), 1)
    row.addWidget(Tag(look, *_state(entry, w)))
    return holder


def _state(entry: Entry, w: Words) -> tuple[str, str]:
    """Give the word and the tone of how far a file is."""
    if entry.received:
        return w.t("received by the hub"), "good"
    if entry.sent:
        return w.t("sent"), "info"
    if entry.saved:
        return w.t("saved to a stick"), "info"
    return w.t("waiting"), "quiet"
