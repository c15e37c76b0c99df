"""The teacher's own example in the form: words, picture, where it is from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.content.breaks import with_word_ends
from milkit.library import local
from milkit.library.local_activity import asked
from milkit.library.own_example import OwnExample
from milkit.screens import editor_words as names
from milkit.screens.editor_choice import one_of
from milkit.screens.editor_field import Blank, choice_blank, text_blank
from milkit.screens.editor_local_frame import ExampleFrame, size_said
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Tick
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from milkit.content.lesson import Lesson, Local
    from milkit.library.editing import Draft
    from milkit.widgets.look import Look

_EDGE = 4  # px


class LocalPart(QWidget):
    """
    The form of the slot for an own example.

    *changed* tells the example as it is now, and what was being typed; *picture_asked*
    that a picture is to be chosen from a file.
    """

    changed = Signal(object, object)
    picture_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._slot: Local | None = None
        self._own = OwnExample()
        self._lang = ""
        self._built: tuple[object, ...] = ()
        self._edge = False
        self._asks: dict[str, Blank] = {}
        self._ticks: dict[str, Tick] = {}
        self._texts: dict[str, Blank] = {}
        self._inner = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._inner)

    def show_draft(self, draft: Draft) -> None:
        """Show the example as it is now; nothing where the lesson has no slot."""
        slot, own = local.slot_of(draft.lesson), draft.own
        if slot is None or own is None:
            return
        self._slot, self._own, self._lang = slot, own, draft.lesson.lang
        if self._built != (draft.base.id, draft.lesson.lang, slot):
            self._built = (draft.base.id, draft.lesson.lang, slot)
            self._build(draft.lesson, slot)
        self._edge = draft.own_changed
        self._column.setContentsMargins(self._look.px(14) if self._edge else 0, 0, 0, 0)
        self._back.setVisible(self._edge)
        self._show()
        self.update()

    def set_picture(self, content: bytes) -> None:
        """Take a picture that was made small; b"" takes it away."""
        alt = self._own.alt if content else ""
        self._tell(replace(self._own, picture=content, alt=alt))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge of what was changed."""
        if self._edge:
            colour = self._look.colour("pri")
            QPainter(self).fillRect(0, 0, _EDGE, self.height(), colour)

    # --- building --------------------------------------------------------------------

    def _build(self, lesson: Lesson, slot: Local) -> None:
        look = self._look
        self._inner.hide()
        self._inner.deleteLater()
        self._asks, self._ticks, self._texts = {}, {}, {}
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self._head(lesson, slot))
        column.addWidget(self._make_frame(lesson.lang))
        for ask in slot.ask:
            said = with_word_ends(ask.text, lesson.lang)
            self._add_ask(column, ask.id, said, lesson.lang)
        self._add_answer(column, lesson, slot)
        column.addWidget(self._use(lesson, slot))
        rules = "\n".join(f"• {with_word_ends(r, lesson.lang)}" for r in slot.rules)
        title = look.words.t("Keep to this")
        column.addWidget(Note(look, "tip", title, rules))
        self._column.addWidget(self._inner)

    def _head(self, lesson: Lesson, slot: Local) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(8))
        flow.addWidget(Label(look, w.t("Your local example"), "strong"))
        old = lesson.activity(slot.instead_of)
        kind = names.kind_name(old.kind if old else slot.kind, w)
        text = w.t("takes the place of: {kind}", kind=kind)
        flow.addWidget(Label(look, text, "least", colour="soft_ink"))
        self._back = Button(
            look, w.t("Put back"), "arrow-counter-clockwise", kind="quiet", height=40
        )
        self._back.setAccessibleName(w.t("Put back: {name}", name=text))
        self._back.clicked.connect(lambda: self._tell(local.blank(slot)))
        flow.addWidget(self._back)
        return holder

    def _make_frame(self, lang: str) -> ExampleFrame:
        look, w = self._look, self._look.words
        self.frame = ExampleFrame(look)
        self.source = one_of(
            look,
            w.t("Where it is from"),
            [("made", w.t("Made up for class")), ("real", w.t("Real, with source"))],
        )
        self.source.chosen.connect(self._take_source)
        self.frame.box.addWidget(self.source)
        said = w.t("Source: who showed it, where and when")
        self._add_text(self.frame.box, "source", said, lang, needed=True)
        buttons = QWidget()
        flow = Flow(buttons, look.px(8))
        self.choose = Button(look, w.t("Choose a picture"), "image")
        self.choose.clicked.connect(self.picture_asked)
        self.remove = Button(look, w.t("Remove"), "trash", kind="quiet")
        self.remove.clicked.connect(lambda: self.set_picture(b""))
        self._size = Label(look, "", "least", colour="ink2")
        for widget in (self.choose, self.remove, self._size):
            flow.addWidget(widget)
        self.frame.box.addWidget(buttons)
        self._add_text(self.frame.box, "alt", w.t("The picture in words"), lang)
        self._faces = Label(
            look,
            w.t(
                "Can a face be seen? Show nobody who could be known, and no child. "
                "The place is taken out of the picture, and it stays on this laptop."
            ),
            "small",
            colour="tur_ink",
        )
        self.frame.box.addWidget(self._faces)
        return self.frame

    def _add_text(
        self, box: QVBoxLayout, name: str, said: str, lang: str, *, needed: bool = False
    ) -> None:
        blank = text_blank(self._look, said, "", lang, line=True, needed=needed)
        blank.written.connect(partial(self._write, name))
        self._texts[name] = blank
        box.addWidget(blank)

    def _add_ask(self, box: QVBoxLayout, ask: str, text: str, lang: str) -> None:
        look, w = self._look, self._look.words
        blank = text_blank(look, text, "", lang, line=False, needed=False)
        blank.written.connect(partial(self._answer, ask))
        self._asks[ask] = blank
        box.addWidget(blank)
        tick = Tick(look, w.t("The class sees this"))
        tick.setAccessibleDescription(text)
        tick.clicked.connect(self._see)
        self._ticks[ask] = tick
        box.addWidget(tick)

    def _add_answer(self, box: QVBoxLayout, lesson: Lesson, slot: Local) -> None:
        """Ask for the right answer, where the class votes."""
        w = self._look.words
        options = [(o.id, o.text) for o in asked(lesson, slot).options]
        none = ("", w.t("No right answer, we talk about it"))
        name = w.t("Right answer")
        self.answer = choice_blank(self._look, name, [none, *options], "")
        self.answer.written.connect(
            lambda key: self._tell(replace(self._own, answer=str(key)))
        )
        self._has_answers = bool(options)
        box.addWidget(self.answer)
        self._add_text(box, "why", w.t("Why, read after the vote"), lesson.lang)

    def _use(self, lesson: Lesson, slot: Local) -> QWidget:
        w = self._look.words
        old = lesson.activity(slot.instead_of)
        kind = names.kind_name(old.kind if old else slot.kind, w)
        self.used = Tick(
            self._look,
            w.t("Use it in class"),
            w.t("It is shown instead of the kit's own: {kind}", kind=kind),
        )
        self.used.clicked.connect(lambda on: self._tell(replace(self._own, used=on)))
        return self.used

    # --- showing and taking ----------------------------------------------------------

    def _show(self) -> None:
        own, w = self._own, self._look.words
        self.frame.show_example(own, self._lang)
        self.source.set_value("real" if own.real else "made")
        for name, blank in self._texts.items():
            blank.set_value(getattr(own, name))
        for ask, blank in self._asks.items():
            blank.set_value(own.answers.get(ask, ""))
            self._ticks[ask].setChecked(ask in own.seen)
        self.used.setChecked(own.used)
        self.answer.set_value(own.answer)
        votes = self._has_answers and not own.real
        self.answer.setVisible(votes)
        self._texts["why"].setVisible(votes and bool(own.answer))
        self._texts["source"].setVisible(own.real)
        for widget in (self._texts["alt"], self.remove, self._size, self._faces):
            widget.setVisible(bool(own.picture))
        change = w.t("Change picture") if own.picture else w.t("Choose a picture")
        self.choose.set_text(change)
        self._size.set_text(size_said(own.picture, self._look))
        missing = own.real and own.used and not own.empty and not own.ready
        self._texts["source"].warn(
            w.t("Until you write the source, the kit's own is shown.")
            if missing
            else ""
        )

    def _tell(self, own: OwnExample, typing: object = None) -> None:
        self._own = own
        self.changed.emit(own, typing)

    def _write(self, name: str, text: object) -> None:
        self._tell(replace(self._own, **{name: str(text)}), ("own", name))  # type: ignore[arg-type]  # names of texts

    def _answer(self, ask: str, text: object) -> None:
        answers = {**self._own.answers, ask: str(text)}
        if not str(text):
            answers.pop(ask)
        self._tell(replace(self._own, answers=answers), ("own", ask))

    def _see(self) -> None:
        seen = tuple(ask for ask, tick in self._ticks.items() if tick.isChecked())
        self._tell(replace(self._own, seen=seen))

    def _take_source(self, key: str) -> None:
        self._tell(replace(self._own, real=key == "real"))
