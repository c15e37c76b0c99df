"""Before a pack is taken in: compare six words, or read why it was not opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens.trust_card import Asked, TrustCard
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import IconLabel, Label, Tag
from milkit.widgets.page import Page
from milkit.widgets.panel import Divider, Flow, Panel
from milkit.widgets.say import announce
from milkit.widgets.thread import Progress

if TYPE_CHECKING:
    from milkit.ground.said import Said
    from milkit.widgets.look import Look

_WIDEST = 720  # px of a card: longer lines read badly
_PARTS = 100
_LARGE = 150  # hundredths of the usual size of letters


class TrustScreen(Page):
    """
    Shows one thing at a time: `look_at`, `ask` or `refuse`.

    The user answers by *they_differ*, *use_once* or *all_same*; *left* goes back.
    """

    they_differ = Signal()
    use_once = Signal()
    all_same = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        w = look.words
        self._title = self.set_title(w.t("A pack from someone else"))
        self._details = ""
        self._first: Button | None = None
        self._row: QWidget | None = None
        self.progress: Progress | None = None

    def focus_first(self) -> None:
        """Begin at the safe answer."""
        if self._first is not None:
            self._first.setFocus()

    def look_at(self, file: str) -> None:
        """Say that a file is being looked through."""
        w = self._look.words
        self._clear()
        self.progress = Progress(self._look, w.t("Looking through {file}", file=file))
        self.body.addWidget(self.progress)
        self.body.addStretch()
        stop = Button(self._look, w.t("Stop"), "stop")
        stop.clicked.connect(self.left)
        self._put(stop)
        self._first = stop

    def show_step(self, done: int, total: int) -> None:
        """Show how far the work is, in hundredths."""
        if self.progress is not None and total:
            self.progress.set_progress(done * _PARTS // total, _PARTS)

    def ask(self, asked: Asked, *, known: bool = False) -> None:
        """Ask whether they are who they say; *known* when their packs are here."""
        look, w = self._look, self._look.words
        self._clear()
        self._title.set_text(w.t("A pack from someone new"))
        self._add(TrustCard(look, asked))
        self.differ = Button(look, w.t("They differ"), "x", kind="danger")
        later = w.t("Not now") if known else w.t("Use once")
        self.once = Button(look, later, "clock")
        same = w.t("All six are the same")
        self.same = Button(look, same, "check", kind="primary")
        self.differ.clicked.connect(self.they_differ)
        self.once.clicked.connect(self.use_once)
        self.same.clicked.connect(self.all_same)
        self._put(self.differ, self.once, self.same)
        self._first = self.differ

    def refuse(self, file: str, said: Said, details: str) -> None:
        """Say why a file was not opened; *details* are for who helps."""
        look, w = self._look, self._look.words
        self._clear()
        self._details = details
        self._title.set_text(w.t("This was not opened"))
        self._add(_refusal(look, file, said))
        copy = Button(look, w.t("Copy details"), "copy")
        copy.clicked.connect(lambda: self._copy(copy))
        close = Button(look, w.t("Close"), kind="primary")
        close.clicked.connect(self.left)
        self._put(copy, close)
        self._first = close
        announce(self, f"{said.title} {said.happened} {said.now}", at_once=True)

    # --- inside ----------------------------------------------------------------

    def _put(self, *buttons: Button) -> None:
        """Put the answers into the footer; large ones would fill the window there."""
        holder = QWidget()
        flow = Flow(holder, self._look.px(10))
        for button in buttons:
            flow.addWidget(button)
        if self._look.px(100) > _LARGE:
            self.body.insertWidget(self.body.count() - 1, holder)
        else:
            self.footer.row.addWidget(holder, 1)
        self._row = holder

    def _add(self, card: Panel) -> None:
        card.setMaximumWidth(self._look.px(_WIDEST))
        self.body.addWidget(card)
        self.body.addStretch()

    def _clear(self) -> None:
        gone = [self._row] if self._row is not None else []
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                gone.append(widget)
        for widget in gone:
            widget.hide()
            widget.deleteLater()
        self._row = None

    def _copy(self, button: Button) -> None:
        QGuiApplication.clipboard().setText(self._details)
        button.set_text(self._look.words.t("Copied"), "check")


def _refusal(look: Look, file: str, said: Said) -> Panel:
    """Make the card of a refusal: what happened, what is safe, what to do now."""
    w = look.words
    panel = Panel(look, edge="bad")
    head = QWidget()
    row = Columns((1, OWN), look.px(340), look.px(6), head, look.px(12))
    row.add(IconLabel(look, "package", file, "strong", colour="ink"), 0)
    row.add(Tag(look, w.t("Not opened"), "bad", "x"), 1)
    panel.box.addWidget(head)
    panel.box.addWidget(Divider(look))
    title = QWidget()
    line = Columns((OWN, 1), 0, 0, title, look.px(10))
    mark = IconLabel(look, "warning-fill", "", "section", colour="bad")
    mark.setAlignment(Qt.AlignmentFlag.AlignTop)
    line.add(mark, 0)
    line.add(Label(look, said.title, "section"), 1)
    panel.box.addWidget(title)
    panel.box.addWidget(Label(look, said.happened))
    for name, text in (
        (w.t("What is safe"), said.safe),
        (w.t("What to do now"), said.now),
    ):
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, look.px(4), 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(Label(look, name, "strong"))
        column.addWidget(Label(look, text))
        panel.box.addWidget(part)
    return panel
