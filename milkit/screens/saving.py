"""Room in a page for what went wrong with saving, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.ground.errors import Mishap
from milkit.ground.mishap_words import explain
from milkit.widgets.notice import Note, note_of
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.widgets.look import Look


class Saving(QWidget):
    """Lies at the top of a page, empty while all is well."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._note: Note | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do it; say what happened when it cannot be done."""
        try:
            do()
        except Mishap as mishap:
            self.tell(mishap)
            return False
        self.clear()
        return True

    def tell(self, mishap: Mishap) -> None:
        """Show a mishap in words."""
        self.clear()
        said = explain(mishap, self._look.words)
        self._note = note_of(self._look, said)
        self._column.addWidget(self._note)
        self.show()
        announce(self, f"{said.title} {said.happened}", at_once=True)

    def clear(self) -> None:
        """Take the note away."""
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None
            self.hide()
