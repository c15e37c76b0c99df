"""What the teacher reads in a step: words to say, things to do, answers to expect."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.content.lesson import Activity, Note
from milkit.widgets import notice
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.page import Scroll
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.reader import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.content.lesson import Block, Booster, Step
    from milkit.ground.words import Words
    from milkit.widgets.look import Look

SPOKEN = {"say", "restart"}
FOLDED = ("likely", "ahead", "lost", "paper")


def label_of(label: str, w: Words) -> str:
    """Give the word for a note's mark in the teacher's language."""
    return {
        "say": w.t("Say"),
        "restart": w.t("Say, when you start here on another day"),
        "do": w.t("Do"),
        "likely": w.t("Likely answers"),
        "ahead": w.t("If the class is ahead"),
        "lost": w.t("If the class is lost"),
        "paper": w.t("No projector"),
    }.get(label, "")


def parts(blocks: Sequence[Block]) -> list[tuple[str, list[Note]]]:
    """
    Share a step's notes out to its activities: (activity id, its notes), in order.

    What stands before a fence belongs to it; what follows the last one too.
    """
    out: list[tuple[str, list[Note]]] = []
    waiting: list[Note] = []
    for block in blocks:
        if isinstance(block, Note):
            waiting.append(block)
        elif isinstance(block, Activity):
            out.append((block.id, waiting))
            waiting = []
    if not out:
        return [("", waiting)]
    out[-1][1].extend(waiting)
    return out


class Notes(Scroll):
    """
    The notes of one step; *show_part* brings those of an activity into sight.

    Nothing of this ever reaches the class window: it is given no notes at all.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._look = look
        self._parts: dict[str, QWidget] = {}
        self.box.setContentsMargins(0, 0, look.px(8), look.px(8))
        self.box.setSpacing(look.px(8))

    def set_step(self, content: Step | Booster | None, lang: str, title: str) -> None:
        """Show the notes of a step; they are built once, when it is reached."""
        while (item := self.box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._parts = {}
        look = self._look
        head = Label(look, title, "section", lang=lang)
        self.box.addWidget(head)
        if content is None:
            w = look.words
            text = w.t("This lesson has changed since it was begun.")
            again = w.t(
                "Your counts are safe. The step's words are not there any more."
            )
            self.box.addWidget(notice.Note(look, "info", text, again))
        else:
            for activity, notes in parts(content.blocks):
                part = Part(look, notes, lang)
                self._parts[activity] = part
                self.box.addWidget(part)
        self.box.addStretch()
        self.verticalScrollBar().setValue(0)

    def show_part(self, activity: str) -> None:
        """Scroll to the notes of an activity, once they are laid out."""
        part = self._parts.get(activity)
        first = next(iter(self._parts.values()), None)
        if part is None:
            return
        target = 0 if part is first else -1
        QTimer.singleShot(
            0,
            self,
            lambda: self.verticalScrollBar().setValue(
                part.y() - self._look.px(8) if target else 0
            ),
        )


class Part(QWidget):
    """The notes of one activity: a card to say and do, tips, and what is folded."""

    def __init__(self, look: Look, notes: Sequence[Note], lang: str) -> None:
        super().__init__()
        self._look, self._lang = look, lang
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        card: Panel | None = None
        for note in notes:
            if note.label == "tip":
                column.addWidget(self._tip(note))
                card = None
            elif note.label in (*SPOKEN, "do", "beat"):
                if card is None:
                    card = Panel(look)
                    column.addWidget(card)
                self._add(card, note)
        folds = [n for label in FOLDED for n in notes if n.label == label]
        if folds:
            column.addWidget(Folds(look, folds, lang))

    def _add(self, card: Panel, note: Note) -> None:
        look, w = self._look, self._look.words
        if note.label == "beat":
            minutes = w.t("{n} min", n=w.number(note.minutes))
            words = f"{note.text} · {minutes}"
            card.box.addWidget(Label(look, words, "small", bold=True, lang=self._lang))
            return
        head = Label(look, label_of(note.label, w), "least", colour="pri", bold=True)
        card.box.addWidget(head)
        text = Prose(look)
        text.set_html(note.html, "say" if note.label in SPOKEN else "body", self._lang)
        card.box.addWidget(text)

    def _tip(self, note: Note) -> QWidget:
        tip = Panel(self._look, "tur_soft", left="tur")
        text = Prose(self._look)
        text.set_html(note.html, "body", self._lang)
        tip.box.addWidget(text)
        return tip


class Folds(QWidget):
    """Buttons that unfold what is not needed all the time; one open at a time."""

    opened = Signal(str)

    def __init__(self, look: Look, notes: Sequence[Note], lang: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        row = QWidget()
        flow = Flow(row, look.px(6))
        column.addWidget(row)
        self._bodies: dict[str, tuple[Button, Prose]] = {}
        by_label = {label: [n for n in notes if n.label == label] for label in FOLDED}
        for label, of in by_label.items():
            if not of:
                continue
            button = Button(
                look,
                label_of(label, look.words),
                "caret-right",
                kind="quiet",
                height=40,
            )
            body = Prose(look)
            body.set_html("".join(folded(n, look.words) for n in of), "body", lang)
            body.hide()
            button.clicked.connect(lambda _on=False, key=label: self.toggle(key))
            flow.addWidget(button)
            column.addWidget(body)
            self._bodies[label] = (button, body)

    def toggle(self, label: str) -> None:
        """Open one, and close the others."""
        for key, (button, body) in self._bodies.items():
            open_now = key == label and body.isHidden()
            body.setVisible(open_now)
            button.set_text(button.words, "caret-down" if open_now else "caret-right")
        self.opened.emit(label)


def folded(note: Note, w: Words) -> str:
    """Write a folded note as HTML: likely answers with what to reply."""
    if not note.answers:
        return note.html
    marks = {"+": w.t("Right"), "~": w.t("Half right"), "-": w.t("Not yet")}
    lines = [
        f"<p><b>{escape(marks.get(a.mark, ''))}:</b> “{escape(a.said)}”<br>"
        f"→ {escape(a.reply)}</p>"
        for a in note.answers
    ]
    return "".join(lines)
