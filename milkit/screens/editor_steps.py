"""The left of the editor: the steps with their minutes, and whether they fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.content.breaks import with_word_ends
from milkit.library import soundness
from milkit.teaching.pace import LeaveOut, Shorten, offers
from milkit.teaching.plan_run import ahead
from milkit.widgets.buttons import Button
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note
from milkit.widgets.panel import Flow
from milkit.widgets.steps import StepLine, StepList

if TYPE_CHECKING:
    from milkit.library.editing import Draft
    from milkit.teaching.pace import Offer
    from milkit.widgets.look import Look


class StepsPart(QWidget):
    """
    The steps of the copy. *step_chosen* tells an id, "" for the lesson itself.

    *add_asked*, *moved* (by so many places), *taken_out* and *put_back_asked* (a step
    of the kit that is gone) change them; *offer_taken* is a way to save minutes.
    """

    step_chosen = Signal(str)
    add_asked = Signal()
    moved = Signal(int)
    taken_out = Signal()
    put_back_asked = Signal(str)
    offer_taken = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        w = look.words
        self.about = Button(look, w.t("Title and summary"), kind="tab", height=40)
        self.about.setCheckable(True)
        self.about.clicked.connect(lambda: self.step_chosen.emit(""))
        self._sum = Label(look, "", "least", colour="ink2", wrap=False)
        self.list = StepList(look, w.t("Steps"), compact=True)
        self.list.step_chosen.connect(self.step_chosen)
        self.add = Button(look, w.t("Add a step"), "plus")
        self.up = Button(look, w.t("Move up"), "arrow-up", kind="quiet", height=40)
        self.down = Button(
            look, w.t("Move down"), "arrow-down", kind="quiet", height=40
        )
        self.out = Button(look, w.t("Take step out"), "trash", kind="quiet", height=40)
        self.add.clicked.connect(self.add_asked)
        self.up.clicked.connect(partial(self.moved.emit, -1))
        self.down.clicked.connect(partial(self.moved.emit, 1))
        self.out.clicked.connect(self.taken_out)
        self._gone = QWidget()
        self._gone_rows = QVBoxLayout(self._gone)
        self._gone_rows.setContentsMargins(0, 0, 0, 0)
        self._gone_ids: list[str] = []
        self._notes = QWidget()
        self._note_rows = QVBoxLayout(self._notes)
        self._note_rows.setContentsMargins(0, 0, 0, 0)
        self._note_rows.setSpacing(look.px(10))
        self._noted: tuple[object, ...] = ()
        self._lay_out()

    def _lay_out(self) -> None:
        look, w = self._look, self._look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        heading = QHBoxLayout()
        heading.addWidget(Label(look, w.t("Steps"), "strong"), 1)
        heading.addWidget(self._sum)
        column.addWidget(self.about)
        column.addLayout(heading)
        column.addWidget(self.list)
        column.addWidget(self.add)
        holder = QWidget()
        flow = Flow(holder, look.px(2))
        for button in (self.up, self.down, self.out):
            flow.addWidget(button)
        column.addWidget(holder)
        column.addWidget(self._gone)
        column.addWidget(self._notes)

    # --- showing ---------------------------------------------------------------------

    def show_draft(self, draft: Draft, chosen: str) -> None:
        """Show the steps as they are now, one of them (or the lesson, "") chosen."""
        w, lang = self._look.words, draft.lesson.lang
        changed = {change.step for change in draft.changes() if change.what != "gone"}
        self.list.set_steps(
            [
                StepLine(
                    step.id,
                    with_word_ends(step.title, lang) or w.t("No title yet"),
                    minutes=w.number(step.minutes),
                    note=w.t("extra") if step.optional else "",
                    changed=step.id in changed,
                    lang=lang,
                )
                for step in draft.lesson.steps
            ]
        )
        if chosen:
            self.list.choose(chosen)
        else:
            self.list.clearSelection()
        self.about.setChecked(not chosen)
        self._show_sum(draft)
        ids = [step.id for step in draft.lesson.steps]
        self.up.setEnabled(chosen in ids[1:])
        self.down.setEnabled(chosen in ids[:-1])
        self.out.setEnabled(chosen in ids and len(ids) > 1)
        self._show_gone(draft)
        self._show_notes(draft)

    def _show_sum(self, draft: Draft) -> None:
        """Say how many minutes the steps take, beside those of the kit's lesson."""
        w, now, kit = self._look.words, draft.lesson.minutes, draft.base.minutes
        if now == kit:
            self._sum.set_text(w.n("{count} min", "{count} min", now))
        else:
            said = w.t("{n} of {all} min", n=w.number(now), all=w.number(kit))
            self._sum.set_text(said)
        self._sum.set_colour("ink2" if now <= kit else "tur_ink")

    def _show_gone(self, draft: Draft) -> None:
        """Offer the kit's steps that were taken out."""
        here = {step.id for step in draft.lesson.steps}
        gone = [step for step in draft.base.steps if step.id not in here]
        if [step.id for step in gone] == self._gone_ids:
            return
        self._gone_ids = [step.id for step in gone]
        _empty(self._gone_rows)
        w, lang = self._look.words, draft.lesson.lang
        for step in gone:
            title = with_word_ends(step.title, lang)
            text = Label(self._look, w.t("Taken out: {title}", title=title), "small")
            back = Button(
                self._look, w.t("Put back"), "arrow-counter-clockwise", kind="quiet"
            )
            back.setAccessibleName(w.t("Put back: {name}", name=step.title))
            back.clicked.connect(partial(self.put_back_asked.emit, step.id))
            self._gone_rows.addWidget(text)
            self._gone_rows.addWidget(back)
        self._gone.setVisible(bool(gone))

    def _show_notes(self, draft: Draft) -> None:
        """Say whether the minutes fit the kit's lesson, and whether claims balance."""
        over = draft.lesson.minutes - draft.base.minutes
        ways = offers(over, ahead(draft.lesson.core)) if over > 0 else ()
        uneven = soundness.balance(draft.lesson)
        if uneven == soundness.balance(draft.base):
            uneven = None  # as in the kit
        noted = (over, ways, uneven)
        if noted == self._noted:
            return
        self._noted = noted
        _empty(self._note_rows)
        if over:
            self._note_rows.addWidget(self._time_note(draft, over, ways))
        if uneven is not None:
            self._note_rows.addWidget(self._balance_note(uneven))
        self._notes.setVisible(bool(over) or uneven is not None)

    def _time_note(self, draft: Draft, over: int, ways: tuple[Offer, ...]) -> Note:
        look, w = self._look, self._look.words
        kit = w.n("{count} min", "{count} min", draft.base.minutes)
        text = w.t("The kit's lesson takes {minutes}.", minutes=kit)
        if over < 0:
            title = w.n("{count} minute under", "{count} minutes under", -over)
            return Note(look, "info", title, text, "clock")
        title = w.n("{count} minute over", "{count} minutes over", over)
        buttons = []
        for offer in ways:
            button = Button(look, self._offer_said(draft, offer), height=40)
            button.clicked.connect(partial(self.offer_taken.emit, offer))
            buttons.append(button)
        return Note(look, "tip", title, text, "clock", buttons)

    def _offer_said(self, draft: Draft, offer: Offer) -> str:
        w = self._look.words
        ids = [step.id for step in draft.lesson.steps]
        number = w.number(ids.index(offer.step) + 1)
        if isinstance(offer, Shorten):
            return w.t("Shorten step {number}", number=number)
        assert isinstance(offer, LeaveOut)  # noqa: S101 - there are only these two
        return w.t("Leave out step {number}", number=number)

    def _balance_note(self, uneven: soundness.Uneven) -> Note:
        w = self._look.words
        title = w.t("True and false are not even")
        text = w.t(
            "{true} claims of this lesson are true and {false} are not. With as many "
            "of each nobody learns to doubt everything.",
            true=w.number(uneven.true),
            false=w.number(uneven.false),
        )
        return Note(self._look, "tip", title, text)


def _empty(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
