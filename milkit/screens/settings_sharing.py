"""Sharing results in the settings: off unless the teacher said yes to a hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from milkit.screens.icon_row import icon_row
from milkit.screens.settings_parts import Section
from milkit.widgets.buttons import Button
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from milkit.widgets.look import Look


class SharingSection(Section):
    """Says with whom results are shared; *opened* asks for the page about it."""

    opened = Signal()

    def __init__(self, look: Look, hub: str) -> None:
        w = look.words
        super().__init__(look, w.t("Sharing results"))
        panel = Panel(look)
        text = w.t("Off. Nothing leaves this laptop.")
        icon = "cloud-slash"
        if hub:
            text, icon = w.t("Results go to {hub}.", hub=hub), "cloud-check"
        panel.box.addLayout(icon_row(look, icon, text))
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        self.see = Button(look, w.t("What would be sent"))
        self.see.clicked.connect(self.opened.emit)
        flow.addWidget(self.see)
        panel.box.addWidget(holder)
        self.box.addWidget(panel)
