"""Parts of a step's form: the words for the teacher, and what the class does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.library import soundness
from milkit.screens import editor_words as names
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from milkit.content.lesson import Activity
    from milkit.library.fields import Field
    from milkit.screens.editor_field import Blank
    from milkit.widgets.look import Look

FOLDED = ("students", "likely", "tip", "paper", "ahead", "lost", "restart")


class NotePart(QWidget):
    """One note: its text, or the likely answers with what to reply."""

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        self._look, self._label = look, label
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        if label == "likely":
            title = names.note_name(label, look.words)
            self._column.addWidget(Label(look, title, "card"))

    def add(self, blank: Blank) -> None:
        """Add a field."""
        self._column.addWidget(blank)

    def name_of(self, field: Field) -> str:
        """Name a field of this note."""
        w, last = self._look.words, field.path[-1]
        if last == "minutes":
            return names.step_text_name("minutes", w)
        if self._label != "likely":
            return names.note_name(self._label, w)
        at = field.path[-2]
        number = w.number(at + 1) if isinstance(at, int) else ""
        if last == "said":
            return w.t("A student says ({number})", number=number)
        return w.t("You reply ({number})", number=number)


class ActivityPart(Panel):
    """An activity of the step on a card, its texts in groups; `warn` blocks nothing."""

    def __init__(self, look: Look, activity: Activity) -> None:
        super().__init__(look)
        self._group = ""
        w = look.words
        title = names.kind_name(activity.kind, w)
        self.box.setSpacing(look.px(10))
        self.box.addWidget(IconLabel(look, "projector-screen", w.t("The class sees")))
        self.box.addWidget(Label(look, title, "card"))
        self._warning = Label(look, "", "small", colour="tur_ink")
        self._warning.hide()
        self.box.addWidget(self._warning)
        if again := getattr(activity.data, "again", ""):
            text = w.t("The question of before is asked once more.") if again else ""
            self.box.addWidget(Label(look, text, "small", colour="ink2"))

    def add(self, blank: Blank, group: str) -> None:
        """Add a field, under the heading of its group."""
        if group != self._group:
            self._group = group
            if group:
                self.box.addSpacing(self._look.px(6))
                self.box.addWidget(Label(self._look, group, "card"))
        self.box.addWidget(blank)

    def warn(self, activity: Activity) -> None:
        """Say what to know about the texts of the activity together."""
        w = self._look.words
        said = []
        uneven = soundness.even_lengths(activity)
        if uneven is not None:
            said.append(
                w.t(
                    "Texts that are true have {true} letters on average, the others "
                    "{false}. Make them about as long, so that length gives nothing "
                    "away.",
                    true=w.number(uneven.true),
                    false=w.number(uneven.false),
                )
            )
        lost = soundness.lost_places(activity)
        if lost:
            said.append(
                w.t(
                    "These words do not stand in the page just once, so they can't be "
                    "marked: {words}",
                    words=" · ".join(lost),
                )
            )
        self._warning.set_text("\n".join(said))
        self._warning.setVisible(bool(said))
