"""A page: a header and a footer that stay, and a middle that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from milkit.widgets.labels import Label
from milkit.widgets.panel import Bar

if TYPE_CHECKING:
    from milkit.widgets.look import Look


class Scroll(QScrollArea):
    """A scrolling column: add widgets to *box*. What has the focus is kept in sight."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Ours from the start: to name Qt's own, PySide loads every class of widgets.
        view = QWidget()
        self.setViewport(view)
        self.body = QWidget()
        self.body.setObjectName("body")
        self.box = QVBoxLayout(self.body)
        side = look.px(24)
        self.box.setContentsMargins(side, look.px(16), side, look.px(24))
        self.box.setSpacing(look.px(12))
        self.setWidget(self.body)
        view.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(look.px(40))


class Page(QWidget):
    """
    A screen's frame. Add to *body*; *header* and *footer* are bars, made on demand.

    Primary actions belong into the bars, so that they show on 1366 by 690.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._header: Bar | None = None
        self._footer: Bar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.middle = Scroll(look)
        self._column.addWidget(self.middle, 1)

    @property
    def body(self) -> QVBoxLayout:
        """The layout of the scrolling middle."""
        return self.middle.box

    @property
    def header(self) -> Bar:
        """The bar above; made when first asked for."""
        if self._header is None:
            self._header = Bar(self._look)
            self._column.insertWidget(0, self._header)
        return self._header

    @property
    def footer(self) -> Bar:
        """The bar below; made when first asked for."""
        if self._footer is None:
            self._footer = Bar(self._look, footer=True)
            self._column.addWidget(self._footer)
        return self._footer

    def set_title(self, title: str, crumbs: str = "") -> Label:
        """Put the page's title, and the way to it above, left into the header."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if crumbs:
            column.addWidget(Label(self._look, crumbs, "small", colour="ink2"))
        label = Label(self._look, title, "title", most=2)
        column.addWidget(label)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.header.row.insertWidget(0, holder, 1)
        self.setAccessibleName(title)
        return label

    def columns(self, *shares: int) -> list[QVBoxLayout]:
        """Add side-by-side columns to the body, as wide as their *shares* say."""
        row = QHBoxLayout()
        row.setSpacing(self._look.px(24))
        made: list[QVBoxLayout] = []
        for share in shares:
            column = QVBoxLayout()
            column.setSpacing(self._look.px(12))
            row.addLayout(column, share)
            made.append(column)
        self.body.addLayout(row)
        return made
