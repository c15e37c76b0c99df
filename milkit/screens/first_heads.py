"""The heads of the first start: a large number, what it is about, a word beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from milkit.widgets.columns import OWN, Columns
from milkit.widgets.labels import IconLabel, Label

if TYPE_CHECKING:
    from milkit.widgets.look import Look

_SIDE_BY_SIDE = 620


class Head(QWidget):
    """One head; *icon* stands before the word beside it."""

    def __init__(
        self, look: Look, number: int, title: str, beside: str, icon: str = ""
    ) -> None:
        super().__init__()
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(24))
        figure = look.words.number(number)
        row.addWidget(Label(look, figure, "title", colour="pri", wrap=False))
        self.title = Label(look, title, "section")
        lower = (look.type.line("title") - look.type.line("section")) // 2
        row.addWidget(_lowered(self.title, lower), 1)
        columns = Columns((1, OWN), look.px(_SIDE_BY_SIDE), look.px(4), self)
        columns.add(left, 0)
        word = Label(look, beside, "small", colour="ink2")
        lower = (look.type.line("title") - look.type.line("small")) // 2
        right = _with_icon(look, icon, word) if icon else word
        columns.add(_lowered(right, lower), 1)


def _lowered(widget: QWidget, by: int) -> QWidget:
    """Put a widget so low that its words stand beside the middle of the figure."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, by, 0, 0)
    column.addWidget(widget)
    return holder


def _with_icon(look: Look, icon: str, word: Label) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(IconLabel(look, icon, ""))
    row.addWidget(word, 1)
    return holder
