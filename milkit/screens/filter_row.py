"""Filters over the lessons: what is on, what there is, how many lessons are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from milkit.screens.filter_choices import choices, wanted
from milkit.widgets.buttons import Button
from milkit.widgets.columns import OWN, Columns
from milkit.widgets.filters import Filter, Pill
from milkit.widgets.labels import Label
from milkit.widgets.panel import Flow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from milkit.library.filters import Filters
    from milkit.packs.row import Row
    from milkit.widgets.look import Look

_SIDE_BY_SIDE = 480  # px that pills and their count need beside each other


class FilterRow(QWidget):
    """
    One row of pills; those that find no room wait behind "More filters".

    *changed* tells that other lessons are wanted.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._open = False
        self.pills: dict[str, Filter] = {}
        w = look.words
        holder = QWidget()
        flow = Flow(holder, look.px(8))
        self._show = Label(look, w.t("Show"), "strong", colour="ink2", wrap=False)
        flow.addWidget(self._show)
        for choice in choices((), w):
            pill = Filter(look, choice.name, choice.options, many=choice.many)
            pill.changed.connect(self._tell)
            self.pills[choice.key] = pill
            flow.addWidget(pill)
        self._more = _More(look)
        self._more.clicked.connect(self._open_or_close)
        self.clear_button = Button(look, "", "x", kind="quiet", height=40)
        self.clear_button.clicked.connect(self.clear)
        self._count = Label(look, "", "small", colour="ink2", wrap=False)
        flow.addWidget(self._more)
        flow.addWidget(self.clear_button)
        self._count.setMinimumHeight(look.px(40))
        columns = Columns((1, OWN), look.px(_SIDE_BY_SIDE), look.px(4), self)
        columns.add(holder, 0)
        columns.add(self._count, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(w.t("Filters"))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Offer what there is to choose among these lessons."""
        for choice in choices(rows, self._look.words):
            self.pills[choice.key].set_options(choice.options)
            self.pills[choice.key].setEnabled(bool(choice.options))
        self._fit()

    def set_count(self, shown: int, of: int) -> None:
        """Say how many lessons are left of how many."""
        w = self._look.words
        if self.on:
            text = w.n(
                "{shown} of {count} lesson",
                "{shown} of {count} lessons",
                of,
                shown=w.number(shown),
            )
        else:
            text = w.n("{count} lesson", "{count} lessons", of)
        self._count.set_text(text)
        self._fit()

    @property
    def on(self) -> tuple[str, ...]:
        """Which filters are on, in order."""
        return tuple(key for key, pill in self.pills.items() if pill.chosen())

    def wanted(self, without: str = "") -> Filters:
        """Give what is wanted, also as it were *without* one of the filters."""
        chosen = {key: pill.chosen() for key, pill in self.pills.items()}
        return wanted({key: () if key == without else chosen[key] for key in chosen})

    def clear(self) -> None:
        """Switch all filters off."""
        for pill in self.pills.values():
            pill.set_chosen(())
        self._tell()

    def leave_out(self, key: str) -> None:
        """Switch one filter off."""
        self.pills[key].set_chosen(())
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pills that find room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what was set while nobody saw it."""
        super().showEvent(event)
        self._fit()

    def _open_or_close(self) -> None:
        self._open = not self._open
        w = self._look.words
        self._more.set_text(w.t("Fewer filters") if self._open else w.t("More filters"))
        self._fit()

    def _tell(self, _ids: object = None) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Hide the pills that find no room, unless more were asked for."""
        if not self.isVisible():
            return
        on, w = self.on, self._look.words
        self.clear_button.setVisible(bool(on))
        if on:
            self.clear_button.set_text(
                w.n("Clear {count} filter", "Clear {count} filters", len(on))
            )
        room = self.width()
        if room >= self._look.px(_SIDE_BY_SIDE):
            room -= self._wide(self._count) + self._look.px(4)
        if on:
            room -= self._wide(self.clear_button)
        wide = {key: self._wide(pill) for key, pill in self.pills.items()}
        rest = room - sum(wide.values())
        self._show.setVisible(rest >= self._wide(self._show))
        self._more.setVisible(rest < 0)
        shown = set(wide) if rest >= 0 or self._open else self._fitting(wide, room)
        for key, pill in self.pills.items():
            pill.setVisible(key in shown)

    def _fitting(self, wide: Mapping[str, int], room: int) -> set[str]:
        """Choose those that are on, and of the others as many as find room."""
        shown = set(self.on)
        room -= self._wide(self._more) + sum(wide[key] for key in shown)
        for key in wide:
            if key not in shown and wide[key] <= room:
                shown.add(key)
                room -= wide[key]
        return shown

    def _wide(self, widget: QWidget) -> int:
        return widget.sizeHint().width() + self._look.px(8)


class _More(Pill):
    """Shows the filters that found no room."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.words.t("More filters"))
        self.setCheckable(False)
        self._caret = True
