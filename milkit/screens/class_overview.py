"""The list of classes beside the one that is chosen, or the way to the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from milkit.screens import class_words
from milkit.screens.class_cards import TopicsCard
from milkit.screens.class_detail import Detail, Known
from milkit.screens.class_list import ClassLine, ClassList
from milkit.screens.saving import Saving
from milkit.teaching.next_lesson import topics_taught
from milkit.widgets.buttons import Button
from milkit.widgets.columns import Columns
from milkit.widgets.labels import Label
from milkit.widgets.lines import plain
from milkit.widgets.notice import Empty
from milkit.widgets.page import Page
from milkit.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from milkit.records.classes import SchoolClass
    from milkit.records.reading import RunRow
    from milkit.widgets.look import Look

_LEAST = 740  # px: below it, the chosen class stands under the list


class Overview(Page):
    """All classes and the chosen one. Its signals tell what was asked for."""

    class_chosen = Signal(str)
    add_asked = Signal()
    edit_asked = Signal()
    slips_asked = Signal()
    put_back_asked = Signal(str)
    lesson_chosen = Signal(str, str)
    run_chosen = Signal(str)
    booster_done = Signal(str)
    checks_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        w = look.words
        self.set_title(w.t("My classes"))
        right = Qt.AlignmentFlag.AlignRight
        self._counted = Label(look, "", "small", colour="ink2", most=1, align=right)
        self.add = Button(look, w.t("Add a class"), "plus")
        self.add.clicked.connect(self.add_asked.emit)
        self.header.row.addWidget(self._counted, 0, Qt.AlignmentFlag.AlignVCenter)
        self.header.row.addWidget(self.add)
        self.saving = Saving(look)
        self.body.addWidget(self.saving)
        self.list = ClassList(look, w.t("My classes"))
        self.list.class_chosen.connect(self.class_chosen)
        self.detail: Detail | None = None
        self._parts: QWidget | None = None
        self._away_shown = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the count out where the header has no room for it."""
        super().resizeEvent(event)
        self._counted.setVisible(self.width() >= self._look.px(_LEAST))

    def focus_first(self) -> None:
        """Begin with the list, or with the way to the first class."""
        if self.list.isVisible():
            self.list.setFocus()
        else:
            self.add.setFocus()

    def show_classes(
        self,
        groups: Sequence[SchoolClass],
        away: Sequence[SchoolClass],
        runs: Mapping[str, Sequence[RunRow]],
        known: Known | None,
    ) -> None:
        """Show the classes, those put *away*, and what is *known* of the chosen one."""
        focused = self.list.hasFocus()
        self._clear()
        self._count(groups)
        self.add.setVisible(bool(groups))
        holder = QWidget()
        self._parts = holder
        if known is None:
            self._show_empty(holder, away)
        else:
            self._show_chosen(holder, groups, away, runs, known)
        self.body.insertWidget(1, holder)
        if focused:
            self.list.setFocus()

    def _clear(self) -> None:
        """Let the old parts go; the list stays, with its focus."""
        if self._parts is None:
            return
        self.list.setParent(self)
        self._parts.hide()
        self.body.removeWidget(self._parts)
        self._parts.deleteLater()
        self.detail = None

    def _count(self, groups: Sequence[SchoolClass]) -> None:
        w = self._look.words
        many = sum(group.students for group in groups)
        text = " · ".join(
            (
                w.n("{count} class", "{count} classes", len(groups)),
                class_words.students(many, w),
            )
        )
        self._counted.set_text(text if groups else "")

    def _show_empty(self, holder: QWidget, away: Sequence[SchoolClass]) -> None:
        look, w = self._look, self._look.words
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.list.hide()
        first = Button(look, w.t("Add a class"), "plus", kind="primary")
        first.clicked.connect(self.add_asked.emit)
        text = w.t(
            "Add one class with its number of students. "
            "Its lessons become a cloth here. No names are kept."
        )
        empty = Empty(look, w.t("No classes yet"), text, [first])
        empty.setMinimumHeight(look.px(320))
        column.addWidget(empty)
        if away:
            column.addWidget(self._away(away))

    def _show_chosen(
        self,
        holder: QWidget,
        groups: Sequence[SchoolClass],
        away: Sequence[SchoolClass],
        runs: Mapping[str, Sequence[RunRow]],
        known: Known,
    ) -> None:
        px = self._look.px
        columns = Columns((30, 68), px(_LEAST), px(12), holder, px(24))
        lines = [self._line(group, runs[group.id]) for group in groups]
        self.list.set_lines(lines, known.group.id)
        columns.add(self.list, 0)
        self.list.show()
        self.detail = Detail(self._look, known)
        self.detail.lesson_chosen.connect(self.lesson_chosen)
        self.detail.run_chosen.connect(self.run_chosen)
        self.detail.slips_asked.connect(self.slips_asked)
        self.detail.edit_asked.connect(self.edit_asked)
        self.detail.booster_done.connect(self.booster_done)
        self.detail.checks_asked.connect(self.checks_asked)
        columns.add(self.detail, 1)
        columns.add(TopicsCard(self._look, topics_taught(known.runs)), 0)
        if away:
            columns.add(self._away(away), 0)

    def _line(self, group: SchoolClass, runs: Sequence[RunRow]) -> ClassLine:
        w = self._look.words
        pieces = class_words.pieces(runs, w)
        had = w.n("{count} lesson taught", "{count} lessons taught", len(pieces))
        many = class_words.students(group.students, w)
        said = f"{group.name}, {many}, {had}"
        return ClassLine(group.id, group.name, many, tuple(pieces), said)

    def _away(self, away: Sequence[SchoolClass]) -> QWidget:
        """Offer the classes that were put away."""
        look, w = self._look, self._look.words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        text = w.n(
            "{count} class is put away", "{count} classes are put away", len(away)
        )
        button = Button(look, text, kind="quiet", trailing="caret-down")
        panel = Panel(look)
        for group in away:
            panel.box.addWidget(Label(look, group.name, "strong"))
            back = Button(look, w.t("Put back"), "arrow-counter-clockwise")
            named = w.t("Put {name} back", name=plain(group.name))
            back.setAccessibleName(named)
            back.clicked.connect(
                lambda _on=False, key=group.id: self.put_back_asked.emit(key)
            )
            panel.box.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        panel.setVisible(self._away_shown)
        button.clicked.connect(lambda _on=False: self._toggle(panel))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(panel)
        return holder

    def _toggle(self, panel: Panel) -> None:
        self._away_shown = not self._away_shown
        panel.setVisible(self._away_shown)
