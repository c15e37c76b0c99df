"""What the editor says above the form: what failed, what is new in the kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens.saving import Saving
from milkit.widgets.buttons import Button
from milkit.widgets.notice import Note

if TYPE_CHECKING:
    from milkit.ground.errors import Mishap
    from milkit.library.editing import Draft
    from milkit.library.meeting import Meeting
    from milkit.widgets.look import Look


class Notices(QWidget):
    """
    Empty while there is nothing to say.

    *meeting_asked* wants old and new side by side, *another_asked* one more copy.
    """

    meeting_asked = Signal()
    another_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._note: Note | None = None
        self._saving = Saving(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self._column.addWidget(self._saving)
        self._fit()

    def clear(self) -> None:
        """Say nothing."""
        self.told()
        self._say(None)

    def tell(self, mishap: Mishap) -> None:
        """Say what went wrong."""
        self._saving.tell(mishap)
        self._fit()

    def told(self) -> None:
        """Take what went wrong away: it went right since."""
        self._saving.clear()
        self._fit()

    def show_found(self, draft: Draft) -> None:
        """Say that a copy was there already."""
        look, w = self._look, self._look.words
        another = Button(look, w.t("Make another copy"), "copy", height=40)
        another.clicked.connect(self.another_asked)
        title = w.t("This is the copy you made before")
        text = w.t("You go on where you stopped.")
        self._say(Note(look, "info", title, text, "copy", [another]))

    def show_met(self, met: Meeting) -> None:
        """Say that the kit has a new version of the lesson."""
        look, w = self._look, self._look.words
        count = len(met.differences)
        both = sum(one.both for one in met.differences)
        text = w.n("{count} text is new.", "{count} texts are new.", count)
        if both:
            text += " " + w.n(
                "You changed {count} of them too.",
                "You changed {count} of them too.",
                both,
            )
        button = Button(look, w.t("See old and new"), "files", height=40)
        button.clicked.connect(self.meeting_asked)
        title = w.t("The kit has a new version of this lesson")
        self._say(Note(look, "tip", title, text, "bell", [button]))

    def show_gone(self) -> None:
        """Say that the kit has the lesson no more."""
        w = self._look.words
        title = w.t("The kit no longer has this lesson")
        text = w.t("Your copy stays and can be taught.")
        self._say(Note(self._look, "info", title, text))

    def _say(self, note: Note | None) -> None:
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
        self._note = note
        if note is not None:
            self._column.addWidget(note)
        self._fit()

    def _fit(self) -> None:
        self.setVisible(self._note is not None or not self._saving.isHidden())
