"""What it means, kind by kind, that the class chooses a place on the console."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.content.lesson import Activity
    from milkit.teaching.stops import Placed

MARK = "mark"


def chosen(
    activity: Activity, item: int, placed: Placed, place: str
) -> tuple[str, str] | None:
    """
    Give what is put where when the class chooses *place*; None: nothing can be.

    A bin for the card of now, the next card of an order, a mark that is set or taken
    away ("" as its place), the way on in a story.
    """
    choose = _CHOOSE.get(activity.kind)
    return choose(activity.data, item, placed, place) if choose else None


def _sort(data: Any, item: int, _: Placed, place: str) -> tuple[str, str]:
    return (data.cards[min(item, len(data.cards) - 1)].id, place)


def _in_order(_: Any, __: int, placed: Placed, place: str) -> tuple[str, str] | None:
    if any(card == place for card, _ in placed):
        return None
    return (place, str(len(placed) + 1))


def _annotate(_: Any, __: int, placed: Placed, place: str) -> tuple[str, str]:
    return (place, "" if (place, MARK) in placed else MARK)


def _branch(data: Any, _: int, placed: Placed, place: str) -> tuple[str, str] | None:
    here = placed[-1][1] if placed else data.start
    node = next((node for node in data.nodes if node.id == here), None)
    if node is None or place not in {way.to for way in node.choices}:
        return None
    return (here, place)


_CHOOSE: dict[str, Callable[[Any, int, Placed, str], tuple[str, str] | None]] = {
    "sort": _sort,
    "sequence": _in_order,
    "trace": _in_order,
    "annotate": _annotate,
    "branch": _branch,
}
