"""Beside the sheet: how well two keyings agree, and what differs, to be settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens import check_words
from milkit.teaching.keying import EMPTY
from milkit.widgets.choices import Pills
from milkit.widgets.labels import IconLabel, Label
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from milkit.teaching.keying import Keying
    from milkit.widgets.look import Look

UNREAD = "unread"  # a choice: the paper cannot be read, it counts as left empty


class Side(QWidget):
    """
    Shows what the second keying found; the first answers show only when both are in.

    *settled* tells the code, the item and what the paper says.
    """

    settled = Signal(str, str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._twice = self._twice_panel()
        self._column.addWidget(self._twice)
        self._differs: QWidget | None = None
        names = look.words.t("The list of numbers and names stays with you, on paper.")
        locked = Panel(look)
        locked.box.addWidget(IconLabel(look, "lock-simple", look.words.t("No names")))
        locked.box.addWidget(Label(look, names, "small", colour="ink2"))
        self._column.addWidget(locked)
        self._column.addStretch()

    def show_keying(self, keying: Keying) -> None:
        """Show how things stand."""
        w, twice = self._look.words, keying.twice()
        text = w.t("None yet")
        if twice.answers:
            text = w.t(
                "{same} of {all} answers the same",
                same=w.number(twice.same),
                all=w.number(twice.answers),
            )
        self._agree.set_text(text)
        self._show_differences(keying)

    def _twice_panel(self) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look)
        panel.box.addWidget(Label(look, w.t("Keyed twice"), "card"))
        why = w.t(
            "Every fifth sheet is keyed a second time. It shows how good the data are."
        )
        panel.box.addWidget(Label(look, why, "small", colour="ink2"))
        self._agree = Label(look, "", "strong")
        panel.box.addWidget(self._agree)
        return panel

    def _show_differences(self, keying: Keying) -> None:
        if self._differs is not None:
            self._column.removeWidget(self._differs)
            self._differs.hide()
            self._differs.deleteLater()
            self._differs = None
        found = keying.differing()
        if not found:
            return
        code, items = found[0]
        self._differs = self._panel(keying, code, items)
        self._column.insertWidget(1, self._differs)

    def _panel(self, keying: Keying, code: str, items: tuple[str, ...]) -> Panel:
        look, w = self._look, self._look.words
        panel = Panel(look, "tur_soft", left="tur")
        title = w.n(
            "Number {code}: {count} difference",
            "Number {code}: {count} differences",
            len(items),
            code=code,
        )
        panel.box.addWidget(Label(look, title, "strong", colour="tur_ink"))
        do = w.t("Look at the paper and choose what is written.")
        panel.box.addWidget(Label(look, do, "small"))
        for item in items:
            panel.box.addWidget(self._one(keying, code, item))
        return panel

    def _one(self, keying: Keying, code: str, item: str) -> QWidget:
        look, w = self._look, self._look.words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        number = keying.number_of(code, item)
        name = w.t("No. {n}", n=w.number(number))
        sheet = keying.state.sheet(code)
        keys = (sheet.first[item], sheet.second[item])
        said = [check_words.answer(keying.word(item, key), w) for key in keys]
        text = w.t(
            "{n}: first {first}, then {then}", n=name, first=said[0], then=said[1]
        )
        column.addWidget(Label(look, text, "small"))
        options = [(key or EMPTY, word) for key, word in zip(keys, said, strict=True)]
        if EMPTY not in keys:
            options.append((UNREAD, w.t("Can’t read it")))
        pills = Pills(look, name, options)
        pills.chosen.connect(
            lambda key: self.settled.emit(code, item, "" if key == UNREAD else key)
        )
        column.addWidget(pills)
        return holder
