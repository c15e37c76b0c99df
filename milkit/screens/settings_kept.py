"""What is kept about a teacher's work, where it lies, and what is never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from milkit.screens.icon_row import icon_row
from milkit.screens.settings_parts import Section
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow, Panel

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.widgets.look import Look


class KeptSection(Section):
    """The list of what is kept, and the data folder; *export_asked* asks for all."""

    export_asked = Signal()

    def __init__(self, look: Look, data: Path, *, shares: bool = False) -> None:
        w = look.words
        super().__init__(look, w.t("What is kept on this laptop"))
        self._data = data
        panel = Panel(look)
        for icon, text in (
            ("users-three", w.t("Your classes: a name, a number of students, ages.")),
            (
                "clipboard-text",
                w.t("Lessons you taught: day, minutes, counts of hands, exit slips."),
            ),
            ("note-pencil", w.t("Your own notes, lessons and examples.")),
            ("sliders-horizontal", w.t("These settings.")),
        ):
            panel.box.addLayout(icon_row(look, icon, text))
        never = w.t("Never names of students. Nothing leaves this laptop.")
        if shares:
            never = w.t("Never names of students. What is sent stands under Sharing.")
        panel.box.addLayout(icon_row(look, "lock-simple", never, "good"))
        self.box.addWidget(panel)
        where = w.t("All of it is in {folder}", folder=str(data))
        self.box.addWidget(Label(look, where, "small", colour="ink2"))
        self.box.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        w = self.look.words
        holder = QWidget()
        flow = Flow(holder, self.look.px(10))
        folder = Button(self.look, w.t("Open folder"), "folder-open")
        folder.clicked.connect(self._open_folder)
        self.copy = Button(self.look, w.t("Copy the path"), "copy", kind="quiet")
        self.copy.clicked.connect(self._copy_path)
        flow.addWidget(folder)
        flow.addWidget(self.copy)
        export = Button(self.look, w.t("Save all I have"), "download-simple")
        export.clicked.connect(self.export_asked.emit)
        flow.addWidget(export)
        return holder

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data)))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._data))
        self.copy.set_text(self.look.words.t("Copied"), "check")
