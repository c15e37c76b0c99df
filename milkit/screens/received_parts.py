"""The right side of the results received: receipt, coverage, and what is odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from milkit.hub import receipts
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.fields import Field, TextField
from milkit.widgets.labels import Label
from milkit.widgets.notice import Note, note_of
from milkit.widgets.panel import Panel
from milkit.widgets.thread import Thread
from milkit.widgets.weave import paint_selvedge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from milkit.ground.said import Said
    from milkit.ground.words import Words
    from milkit.hub.desk import Clash
    from milkit.hub.receipts import Receipt
    from milkit.hub.senders import Cover
    from milkit.widgets.look import Look

_CODE = 96  # px
_QUIET = 4  # modules (ISO/IEC 18004)
_SHOWN = 20  # records
_CELLS = 40  # of a coverage bar; more schools share one


class Code(QWidget):
    """A QR code, black on white in every theme: a camera must read it."""

    def __init__(self, look: Look, text: str, name: str) -> None:
        super().__init__()
        from milkit.trust import qr  # slow to load: not before one is shown

        self._rows = qr.modules(text)
        self.setFixedSize(look.px(_CODE), look.px(_CODE))
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the modules in whole pixels."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        many = len(self._rows) + 2 * _QUIET
        side = max(1, self.width() // many)
        start = (self.width() - side * len(self._rows)) // 2
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    at = (start + x * side, start + y * side, side, side)
                    painter.fillRect(*at, Qt.GlobalColor.black)


class Selvedge(QWidget):
    """The woven edge above a receipt."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        paint_selvedge(QPainter(self), QRectF(self.rect()), self._look.theme)


class ReceiptCard(Panel):
    """
    What the receipt of a school says, and the name that the school has here.

    *named* tells the installation, its name and its district.
    """

    named = Signal(str, str, str)

    def __init__(self, look: Look, receipt: Receipt, day: date) -> None:
        super().__init__(look)
        w, sender = look.words, receipt.sender
        self._receipt = receipt
        self.box.addWidget(Selvedge(look))
        top, words = QHBoxLayout(), QVBoxLayout()
        title = w.t("Receipt for {name}", name=receipts.title(sender, w))
        words.addWidget(Label(look, title, "card", serif=True))
        got = w.t("Received {day}, hub {hub}", day=w.date(day), hub=receipt.hub)
        words.addWidget(Label(look, got, "small", colour="ink2"))
        words.addStretch()
        top.addLayout(words, 1)
        code = Code(look, receipt.picture, w.t("QR code of the receipt"))
        top.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(top)
        self.box.addWidget(_table(look, receipts.lines(receipt, w)))
        thanks = w.t("Thank you. Your results came whole.")
        self.box.addWidget(Label(look, thanks, serif=True))
        self._fields(look)

    def _fields(self, look: Look) -> None:
        w, sender = look.words, self._receipt.sender
        hint = w.t("It stays on this computer.")
        self.name = TextField(look, w.t("Name of the school"), sender.name)
        self.place = TextField(look, w.t("District"), sender.place)
        holder = QWidget()
        columns = Columns((1, 1), look.px(300), look.px(8), holder, look.px(12))
        columns.add(Field(look, w.t("Name of the school"), self.name, hint), 0)
        columns.add(Field(look, w.t("District"), self.place), 1)
        self.box.addWidget(holder)
        for field in (self.name, self.place):
            field.changed.connect(self._changed)

    def _changed(self) -> None:
        sender = self._receipt.sender
        told = (self.name.text().strip(), self.place.text().strip())
        if told != (sender.name, sender.place):
            self.named.emit(sender.install, *told)


def _table(look: Look, rows: Sequence[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(12))
    grid.setVerticalSpacing(look.px(2))
    grid.setColumnStretch(0, 1)
    right = Qt.AlignmentFlag.AlignRight
    for at, (what, many) in enumerate(rows):
        grid.addWidget(Label(look, what, "small", colour="ink2"), at, 0)
        grid.addWidget(Label(look, many, "small", bold=True, wrap=False), at, 1, right)
    return holder


class Coverage(Panel):
    """How many schools of each place were heard from in the last three months."""

    def __init__(self, look: Look, covers: Sequence[Cover]) -> None:
        super().__init__(look)
        w = look.words
        self.box.addWidget(Label(look, w.t("Schools heard from"), "card"))
        note = w.t("In the last three months, of those that ever sent.")
        self.box.addWidget(Label(look, note, "small", colour="ink2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setColumnStretch(1, 1)
        for at, one in enumerate(covers):
            place = one.place or one.country
            grid.addWidget(Label(look, place, "small"), at, 0)
            bar = Thread(look, rows=1, height=14)
            cells = min(one.known, _CELLS)
            bar.set_count(round(one.heard * cells / one.known), cells)
            grid.addWidget(bar, at, 1)
            heard, known = w.number(one.heard), w.number(one.known)
            many = w.t("{count} of {total}", count=heard, total=known)
            grid.addWidget(Label(look, many, "small", bold=True, wrap=False), at, 2)
        self.box.addLayout(grid)


class Twice(Panel):
    """Records that came with several contents: how many, and both on request."""

    def __init__(self, look: Look, clashes: Sequence[Clash]) -> None:
        super().__init__(look)
        w = look.words
        many = len(clashes)
        title = w.n("{count} record came twice", "{count} records came twice", many)
        self.box.addWidget(Label(look, title, "card"))
        text = w.t(
            "Copies of the same record with different content. All are kept. Every "
            "hub counts the same one of them."
        )
        self.box.addWidget(Label(look, text, "small", colour="ink2"))
        self.show_both = Button(look, w.t("See both"), kind="quiet")
        self.box.addWidget(self.show_both, 0, Qt.AlignmentFlag.AlignLeft)
        self._both = Label(look, _both(clashes, look.words), "least")
        self._both.hide()
        self.box.addWidget(self._both)
        self.show_both.clicked.connect(self._turn)

    def _turn(self) -> None:
        self._both.setVisible(self._both.isHidden())


def _both(clashes: Sequence[Clash], w: Words) -> str:
    """Say of each record what differs: the value that counts, and the kept one."""
    lines = []
    for one in clashes[:_SHOWN]:
        lines.append(w.t("{day}, {what}:", day=one.day, what=one.kind))
        lines += [
            w.t("{field}: counts {one}, kept {other}", field=field, one=a, other=b)
            for field, a, b in one.apart
        ]
    return "\n".join(lines)


def damaged(look: Look, name: str, said: Said) -> Note:
    """Say what is safe about a damaged file, with a note to send for a new one."""
    w = look.words
    again = Button(look, w.t("Ask again"), "copy", height=40)
    note = note_of(look, said, (again,))
    asks = w.t(
        "The results file {name} was damaged on its way. Your MIL Kit still has the "
        "results. Please save them to a stick again.",
        name=name,
    )

    def copy() -> None:
        QGuiApplication.clipboard().setText(asks)
        again.set_text(w.t("Copied"), "check")

    again.clicked.connect(copy)
    return note
