"""Packs and publishers at a glance: who is known here, and the way to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.packs.known import read_known
from milkit.screens.settings_parts import Section
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import Label, Tag
from milkit.widgets.panel import Divider, Panel

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.packs.known import Publisher
    from milkit.widgets.look import Look

_SHOWN = 2  # publishers


class PacksSection(Section):
    """The first publishers, and *packs_asked* for all of them."""

    packs_asked = Signal()

    def __init__(self, look: Look, data: Path) -> None:
        w = look.words
        super().__init__(look, w.t("Packs and publishers"))
        self._data = data
        self._panel = Panel(look)
        self.box.addWidget(self._panel)
        self.refresh()

    def refresh(self) -> None:
        """Read the publishers anew."""
        look, w, box = self.look, self.look.words, self._panel.box
        while (item := box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = list(read_known(self._data).values())
        for publisher in found[:_SHOWN]:
            box.addWidget(self._row(publisher))
            box.addWidget(Divider(look))
        if not found:
            text = w.t("Only the lessons that came with MIL Kit.")
            box.addWidget(Label(look, text, "small", colour="ink2"))
        self.all = Button(look, w.t("See all, or add a pack"))
        self.all.clicked.connect(self.packs_asked)
        box.addWidget(self.all)

    def _row(self, publisher: Publisher) -> QWidget:
        look, w = self.look, self.look.words
        holder, said = QWidget(), QWidget()
        row = Columns((1, OWN), look.px(300), look.px(4), holder, look.px(12))
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, publisher.name, "strong"))
        packs = [
            w.t("{title}, version {version}", title=p.titled(w.lang), version=p.now[0])
            for p in publisher.packs.values()
        ]
        column.addWidget(Label(look, w.t(", ").join(packs), "small", colour="ink2"))
        row.add(said, 0)
        if publisher.confirmed:
            row.add(Tag(look, w.t("Confirmed"), "good", "shield-check"), 1)
        else:
            row.add(Tag(look, w.t("Not confirmed"), "tip", "question"), 1)
        return holder
