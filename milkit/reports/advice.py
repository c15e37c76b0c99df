"""What to teach next after a check: the hardest item, and a lesson for its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.teaching.next_lesson import Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.ground.words import Words
    from milkit.reports.results import ItemResult, Results
    from milkit.teaching.next_lesson import Idea

# To believe what is true needs sources; to spot what is false, a look at tricks.
_TRUE, _FALSE = ("sources", "media"), ("images", "rumours", "ads")


def hardest(found: Results) -> ItemResult | None:
    """Give the item that the fewest answered rightly, in the newest check."""
    late = found.after is not None
    known = [one for one in found.items if (one.after if late else one.before)]
    if not known:
        return None
    return min(
        known, key=lambda one: ((one.after if late else one.before) or 0, one.id)
    )


def lesson(found: Results, ideas: Sequence[Idea]) -> Idea | None:
    """Choose of the lessons for the class one for the side that is weaker."""
    item = hardest(found)
    new = [idea for idea in ideas if idea.why is not Why.AGAIN]
    topics = () if item is None else _TRUE if item.true else _FALSE
    fitting = [idea for idea in new if idea.row.topic in topics]
    return next(iter([*fitting, *new, *ideas]), None)


def said(found: Results, w: Words) -> str:
    """Say in a sentence which item was hardest."""
    item = hardest(found)
    if item is None:
        return ""
    right = item.after if found.after is not None else item.before
    return w.t(
        "“{item}” was hardest: {count} of 100 were right.",
        item=item.text,
        count=w.number(right or 0),
    )
