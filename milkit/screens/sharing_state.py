"""With whom results are shared, where they are, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from milkit.screens.icon_row import icon_row
from milkit.widgets.buttons import Button
from milkit.widgets.choices import Tick
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.panel import Flow, Panel
from milkit.widgets.say import announce

if TYPE_CHECKING:
    from milkit.ground.words import Words
    from milkit.sync.agreement import Agreement
    from milkit.sync.sending import State
    from milkit.widgets.look import Look


class StatePanel(Panel):
    """The state in words, and the buttons that fit it."""

    hub_file_asked = Signal()
    send_asked = Signal()
    stick_asked = Signal()
    stop_asked = Signal()
    metered_changed = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        w = look.words
        self.title = Label(look, "", "card")
        self.text = Label(look, "", colour="ink2")
        self.box.addWidget(self.title)
        self.box.addWidget(self.text)
        names = w.t("No student names are ever sent.")
        self.box.addLayout(icon_row(look, "check-circle", names, "good"))
        self.metered = Tick(look, w.t("Also send over a line paid by the megabyte"))
        self.metered.clicked.connect(
            lambda: self.metered_changed.emit(self.metered.isChecked())
        )
        self.box.addWidget(self.metered)
        self.box.addWidget(self._buttons())
        self.doing = IconLabel(look, "clock", "")
        self.doing.hide()
        self.box.addWidget(self.doing)

    def show_state(
        self, agreed: Agreement | None, state: State | None, records: int
    ) -> None:
        """Say how it stands; *records* is how many would go now."""
        w = self._look.words
        sends = agreed is not None and agreed.way == "send"
        self.title.set_text(_title(agreed, w))
        self.text.set_text(_text(agreed, state, records, w))
        self.metered.setVisible(sends)
        self.metered.setChecked(agreed is not None and agreed.metered)
        self.send.setVisible(sends)
        self.stick.setVisible(agreed is not None)
        self.stop.setVisible(agreed is not None)
        self.open.setVisible(True)

    def busy(self, text: str) -> None:
        """Say what is being done, "" = nothing: the buttons work again."""
        for button in (self.send, self.stick, self.stop, self.open):
            button.setEnabled(not text)
        self.doing.set_text(text)
        self.doing.setVisible(bool(text))
        if text:
            announce(self, text)

    def _buttons(self) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        flow = Flow(holder, look.px(10))
        self.send = Button(look, w.t("Send now"), "share-network")
        self.stick = Button(look, w.t("Save to a stick"), "stick")
        self.open = Button(look, w.t("Open a hub's file"), "folder-open")
        self.stop = Button(look, w.t("Stop and forget"), kind="danger")
        for button, signal in (
            (self.send, self.send_asked),
            (self.stick, self.stick_asked),
            (self.open, self.hub_file_asked),
            (self.stop, self.stop_asked),
        ):
            button.clicked.connect(signal.emit)
            flow.addWidget(button)
        return holder


def _title(agreed: Agreement | None, w: Words) -> str:
    if agreed is None:
        return w.t("Off. Nothing leaves this laptop.")
    if agreed.way == "send":
        return w.t("Results go to {hub}.", hub=agreed.enrolment.hub)
    return w.t("Results go to {hub} on a stick.", hub=agreed.enrolment.hub)


def _text(agreed: Agreement | None, state: State | None, records: int, w: Words) -> str:
    """Say where the records are, a line each."""
    if agreed is None or state is None:
        here = w.n(
            "{count} record is here, for as long as you like.",
            "{count} records are here, for as long as you like.",
            records,
        )
        ask = w.t("A hub that would like your results gives you a .milhub file.")
        return f"{here}\n{ask}"
    lines = [
        w.n(
            "{count} record is waiting on this laptop.",
            "{count} records are waiting on this laptop.",
            state.waiting,
        )
    ]
    if state.saved:
        lines.append(
            w.n(
                "{count} is saved to a stick.",
                "{count} are saved to a stick.",
                state.saved,
            )
        )
    if state.sent:
        lines.append(w.n("{count} is sent.", "{count} are sent.", state.sent))
    if state.received:
        lines.append(
            w.n("The hub has {count}.", "The hub has {count}.", state.received)
        )
    if state.refused:
        lines.append(w.t("The drop box did not accept this computer."))
    return "\n".join(lines)
