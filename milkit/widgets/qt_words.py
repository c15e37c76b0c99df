"""Qt's own words that can appear, said by the kit: Qt ships none of our languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication, QObject

    from milkit.ground.words import Words


def own_words(w: Words) -> dict[str, str]:
    """Give Qt's source texts (with & for a key) and what the kit says instead."""
    plain = {
        "&Undo": w.t("Undo"),
        "&Redo": w.t("Redo"),
        "Cu&t": w.t("Cut"),
        "&Copy": w.t("Copy"),
        "Copy &Link Location": w.t("Copy"),
        "&Paste": w.t("Paste"),
        "Delete": w.t("Delete"),
        "&Delete": w.t("Delete"),
        "Select All": w.t("Select all"),
        "&OK": w.t("OK"),
        "&Cancel": w.t("Cancel"),
        "&Save": w.t("Save"),
        "&Open": w.t("Open"),
        "&Choose": w.t("Choose"),
        "Close": w.t("Close"),
        "&Yes": w.t("Yes"),
        "&No": w.t("No"),
        "&Print": w.t("Print"),
        "Look in:": w.t("Look in"),
        "File &name:": w.t("File name"),
        "Files of type:": w.t("Kind of file"),
        "Directory:": w.t("Folder"),
        "&New Folder": w.t("New folder"),
        "Create New Folder": w.t("New folder"),
        "Name": w.t("Name"),
        "Size": w.t("Size"),
        "Date Modified": w.t("Changed on"),
        "Back": w.t("Back"),
        "Parent Directory": w.t("Folder above"),
        "Step &up": w.t("One more"),
        "Step &down": w.t("One less"),
    }
    return plain | {text.replace("&", ""): said for text, said in plain.items()}


class QtWords(QTranslator):
    """Answers Qt when it asks for one of those texts; for the rest it stays English."""

    def __init__(self, w: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = own_words(w)

    def isEmpty(self) -> bool:
        """Say that there are words, or Qt would not ask."""
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Give the kit's word for *source_text*; None: Qt stays with its own."""
        return self._words.get(source_text)


def speak(app: QCoreApplication, w: Words) -> None:
    """Let Qt speak the language of *w* from now on."""
    for old in app.findChildren(QtWords):
        app.removeTranslator(old)
        old.deleteLater()
    app.installTranslator(QtWords(w, app))
