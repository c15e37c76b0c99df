"""Three lessons for a teacher who has never seen the kit: they fit, and they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.teaching.next_lesson import PATHS, base, fits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from milkit.packs.row import Row


def first_lessons(
    rows: Iterable[Row], period: int, lang: str, *, projector: bool, most: int = 3
) -> list[Row]:
    """
    Choose *most* lessons for a *period* of minutes, the best first.

    Those in *lang* come first, then those that fit whole, then (with no *projector*)
    those that need paper only. Among equals each is of another topic while there are
    topics left, and the path for beginners leads.
    """

    def worth(row: Row) -> tuple[bool, int, bool]:
        needs_more = not projector and bool(set(row.needs) - {"paper"})
        return row.lang != lang, fits(row, period).value, needs_more

    rest = sorted(rows, key=lambda row: (worth(row), _place(row)))
    chosen: list[Row] = []
    while rest and len(chosen) < most:
        equals = [row for row in rest if worth(row) == worth(rest[0])]
        had = {row.topic for row in chosen}
        best = next((row for row in equals if row.topic not in had), equals[0])
        rest.remove(best)
        chosen.append(best)
    return chosen


def _place(row: Row) -> int:
    first = PATHS[0]
    return first.index(base(row.id)) if base(row.id) in first else len(first)
