"""The lessons of Home as cards, each with the one badge that matters most."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from milkit.ground.languages import language
from milkit.widgets.cards import card_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from milkit.ground.words import Words
    from milkit.packs.row import Row
    from milkit.records.reading import RunRow
    from milkit.widgets.cards import Card


def cards_of(rows: Iterable[Row], runs: Sequence[RunRow], w: Words) -> list[Card]:
    """Make the cards; *runs* say which lessons were taught, and when last."""
    last = _last(runs) if runs else {}
    return [card_of(row, w, *_badge(row, last, w)) for row in rows]


def _last(runs: Iterable[RunRow]) -> dict[str, RunRow]:
    """Give the last run of each lesson that was taught and left."""
    from milkit.teaching.next_lesson import taught

    had = (run for run in taught(runs) if run.how != "open" and not run.sample)
    return {run.lesson: run for run in had}


def _badge(row: Row, last: Mapping[str, RunRow], w: Words) -> tuple[str, str]:
    """Give the words and the tone of the badge."""
    run = last.get(row.id)
    if run is not None:
        day = datetime.fromisoformat(run.started).date()
        return w.t("Taught {date}", date=w.date(day)), "quiet"
    if row.mine:
        return w.t("Changed by you"), "info"
    if language(row.lang).draft and row.review == "draft":
        return w.t("Draft translation"), "tip"
    return "", "quiet"
