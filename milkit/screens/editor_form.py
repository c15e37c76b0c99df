"""The form of the editor: one step with all its texts, or the lesson itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.content.lesson import Activity
from milkit.library import local, ordering, soundness
from milkit.library.fields import named_blocks
from milkit.screens import editor_blanks as blanks
from milkit.screens import editor_words as names
from milkit.screens.editor_step import FOLDED, ActivityPart, NotePart
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from milkit.content.lesson import Step
    from milkit.library.editing import Draft
    from milkit.library.fields import Field, Path
    from milkit.screens.editor_field import Blank
    from milkit.screens.editor_local import LocalPart
    from milkit.widgets.look import Look


class Form(QWidget):
    """
    Shows what can be changed of a step.

    *written* tells a path and its new value, *put_back* and *entered* a path,
    *ask_toggled* whether the step shall have a question of its own, *delete_asked* that
    the copy shall go.
    """

    written = Signal(object, object)
    put_back = Signal(object)
    entered = Signal(object)
    ask_toggled = Signal(bool)
    delete_asked = Signal()

    def __init__(self, look: Look, own: LocalPart) -> None:
        super().__init__()
        self._look, self.own = look, own
        self.blanks: dict[Path, Blank] = {}
        self.step = ""
        self._built: tuple[object, ...] = ()
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._parts: dict[str, ActivityPart] = {}
        self._beats: Label | None = None
        self._more: Button | None = None
        self._folded: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._inner)
        self._column.addStretch()
        self._rest()

    # --- showing ---------------------------------------------------------------------

    def show_step(self, draft: Draft, step: str) -> None:
        """Show a step, or the lesson itself for "", as it is now."""
        paths = frozenset(p for p, f in draft.fields().items() if f.step == step)
        number = names.step_number(draft.lesson, step, self._look.words)
        built = (step, number, paths, bool(draft.id))
        self.step = step
        if self._built != built:
            self._built = built
            self._build(draft)
        self.refresh(draft)

    def refresh(self, draft: Draft) -> None:
        """Bring texts, marks and warnings up to date."""
        for path, blank in self.blanks.items():
            blanks.show(self._look, draft, path, blank)
        step = draft.step(self.step)
        for activity in step.activities if step else ():
            if activity.id in self._parts:
                self._parts[activity.id].warn(activity)
        if self._beats is not None and step is not None:
            off = soundness.beats_off(step)
            self._beats.set_text(
                self._look.words.n(
                    "The parts of this step take {count} minute.",
                    "The parts of this step take {count} minutes.",
                    off,
                )
                if off
                else ""
            )
            self._beats.setVisible(bool(off))
        self.own.show_draft(draft)

    def go_to(self, draft: Draft, path: Path) -> None:
        """Bring a field into sight and give it the focus."""
        if path not in self.blanks and self._more is not None:
            self._unfold(draft)
        blank = self.blanks.get(path)
        if blank is not None:
            blank.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building --------------------------------------------------------------------

    def _build(self, draft: Draft) -> None:
        self._rest()
        self._inner.hide()
        self._inner.deleteLater()
        self.blanks, self._parts, self._folded = {}, {}, []
        self._beats, self._more = None, None
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self._look.px(12))
        step = draft.step(self.step)
        if step is None:
            self._build_lesson(draft)
        else:
            self._build_head(draft, step)
            self._build_blocks(draft, step)
            self._build_question(step)
            self._build_more(draft)
        self._column.insertWidget(0, self._inner)

    def _rest(self) -> None:
        """Keep the own example while no step shows it: without a parent it stays on."""
        self.own.setParent(self)
        self.own.hide()

    def _build_lesson(self, draft: Draft) -> None:
        look, w, fields = self._look, self._look.words, draft.fields()
        self._add(draft, fields["title",], w.t("Title of the lesson"))
        self._add(draft, fields["summary",], w.t("The lesson in one sentence"))
        if draft.id:
            button = Button(look, w.t("Delete your copy"), "trash", kind="danger")
            button.clicked.connect(self.delete_asked)
            self._rows.addSpacing(look.px(12))
            self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_head(self, draft: Draft, step: Step) -> None:
        w, fields = self._look.words, draft.fields()
        number = names.step_number(draft.lesson, step.id, w)
        title = w.t("Title of {step}", step=number)
        self._add(draft, fields["steps", step.id, "title"], title)
        row = QWidget()
        flow = Flow(row, self._look.px(20))
        for name in ("minutes", "grouping"):
            said = names.step_text_name(name, w)
            flow.addWidget(self._made(draft, fields["steps", step.id, name], said))
        self._rows.addWidget(row)
        self._beats = Label(self._look, "", "least", colour="tur_ink")
        self._rows.addWidget(self._beats)
        said = names.step_text_name("lead", w)
        self._add(draft, fields["steps", step.id, "lead"], said)

    def _build_blocks(self, draft: Draft, step: Step) -> None:
        """Add Say, Do and the activities in the order in which they are taught."""
        slot = local.slot_of(draft.lesson)
        for name, block in named_blocks(step.blocks):
            what = "activities" if isinstance(block, Activity) else "notes"
            fields = self._fields(draft, what, name)
            if isinstance(block, Activity):
                if slot is not None and slot.instead_of == name:
                    self._rows.addWidget(self.own)
                    self.own.show()
                self._add_activity(draft, block, fields)
            elif name.rsplit("-", 1)[0] in FOLDED:
                self._folded.append(name)
            else:
                self._rows.addWidget(self._note(draft, name, fields))

    def _fields(self, draft: Draft, what: str, name: str) -> list[Field]:
        at = ("steps", self.step, what, name)
        return [field for path, field in draft.fields().items() if path[:4] == at]

    def _add_activity(
        self, draft: Draft, activity: Activity, fields: list[Field]
    ) -> None:
        part = ActivityPart(self._look, activity)
        for one in blanks.named(fields, self._look.words):
            part.add(self._made(draft, one.field, one.name), one.group)
        self._parts[activity.id] = part
        self._rows.addWidget(part)

    def _note(self, draft: Draft, name: str, fields: list[Field]) -> NotePart:
        part = NotePart(self._look, name.rsplit("-", 1)[0])
        for field in fields:
            part.add(self._made(draft, field, part.name_of(field)))
        return part

    def _build_question(self, step: Step) -> None:
        """Let a step without an activity ask the class something."""
        w, own = self._look.words, ordering.OWN
        asks = any(activity.id.startswith(own) for activity in step.activities)
        if step.activities and not asks:
            return
        text = w.t("Take the question out") if asks else w.t("Ask the class a question")
        button = Button(self._look, text, "trash" if asks else "chats", kind="quiet")
        button.clicked.connect(partial(self.ask_toggled.emit, not asks))
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_more(self, draft: Draft) -> None:
        if not self._folded:
            return
        w = self._look.words
        self._more = Button(self._look, w.t("Show more"), "caret-down", kind="quiet")
        text = w.t("Likely answers, tips, what to do with no projector")
        self._more.setAccessibleDescription(text)
        self._more.clicked.connect(lambda: self._unfold(draft))
        self._rows.addWidget(Label(self._look, text, "small", colour="ink2"))
        self._rows.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        folded = [
            f for name in self._folded for f in self._fields(draft, "notes", name)
        ]
        if any(draft.is_changed(field.path) for field in folded):
            self._unfold(draft)

    def _unfold(self, draft: Draft) -> None:
        """Add the notes that are needed less often."""
        if self._more is None:
            return
        self._more.hide()
        self._more = None
        for name in self._folded:
            fields = self._fields(draft, "notes", name)
            self._rows.addWidget(self._note(draft, name, fields))
        self.refresh(draft)

    def _add(self, draft: Draft, field: Field, name: str) -> None:
        self._rows.addWidget(self._made(draft, field, name))

    def _made(self, draft: Draft, field: Field, name: str) -> Blank:
        path = field.path
        blank = blanks.make(self._look, draft, field, name)
        blank.written.connect(partial(self.written.emit, path))
        blank.put_back.connect(partial(self.put_back.emit, path))
        blank.entered.connect(partial(self.entered.emit, path))
        self.blanks[path] = blank
        return blank
