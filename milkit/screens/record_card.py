"""One record as it is sent, complete: every figure of it beside its name."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from milkit.ground.languages import LANGUAGES
from milkit.widgets.labels import Label
from milkit.widgets.panel import Divider, Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.ground.words import Words
    from milkit.sync.seen import Record, Vote
    from milkit.widgets.look import Look

    Titles = Callable[[str, str], str]  # code and language → title

_NAMES = {spoken.code: spoken.own for spoken in LANGUAGES}


class RecordCard(Panel):
    """A card with a title, its place in the whole (1 of 12), and lines of a record."""

    def __init__(
        self,
        look: Look,
        record: Record,
        titles: Titles,
        title: str,
        place: str = "",
        *,
        most: int = 6,
    ) -> None:
        super().__init__(look, edge="ctl")
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(5))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(look, title, "card"), 0, 0, 1, 2)
        if place:
            right = Qt.AlignmentFlag.AlignRight
            grid.addWidget(
                Label(look, place, "small", colour="ink2", align=right), 0, 2
            )
        for number, (name, value) in enumerate(lines(record, titles, look.words, most)):
            if number:
                grid.addWidget(Divider(look), 2 * number, 0, 1, 3)
            row = 2 * number + 1
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(look, name, "small", colour="ink2"), row, 0, top)
            grid.addWidget(Label(look, value, "small", bold=True), row, 1, 1, 2)
        self.box.addLayout(grid)


def lines(record: Record, titles: Titles, w: Words, most: int) -> list[tuple[str, str]]:
    """Name each figure of a record; *most* counts one by one."""
    title = titles(record.what, record.lang)
    minutes = round(record.seconds / 60)
    what = w.t("Check") if record.check else w.t("Lesson")
    found = [
        (what, f"{record.what} · {title}" if title else record.what),
        (w.t("Day"), w.day(dt.date.fromisoformat(record.day))),
        (w.t("Class"), record.class_code),
        (w.t("Students here"), w.number(record.here) if record.here else ""),
        (
            w.t("Minutes"),
            w.number(minutes) if minutes else "",
        ),
        (w.t("Language"), _NAMES.get(record.lang, record.lang)),
    ]
    found += [(w.t("Counts"), _vote(vote, w)) for vote in record.votes[:most]]
    more = len(record.votes) - most
    if more > 0:
        found.append((w.t("Counts"), w.n("and {count} more", "and {count} more", more)))
    place = record.where.country
    if record.where.district:
        place = f"{place}, {record.where.district}"
    found.append((w.t("Country"), "" if place == "ZZ" else place))
    return [(name, value) for name, value in found if value]


def _vote(vote: Vote, w: Words) -> str:
    counts = " · ".join(f"{option} {w.number(many)}" for option, many in vote.hands)
    return f"{vote.question}: {counts}"
