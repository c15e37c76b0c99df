"""See that every fact can be looked up, and hint when it is time to look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.clock import Clock

if TYPE_CHECKING:
    from milkit.content.draft import Draft


def look(draft: Draft) -> None:
    """Look at the source and the review day of each fact."""
    if draft.front is None:
        return
    today = Clock().now().date()
    for number, fact in enumerate(draft.front.facts):
        if not fact.source.startswith(("https://", "http://")):
            draft.add(
                draft.front_line("facts", number, "source"),
                f"the source of a fact is no address: {fact.source[:40]}",
                "write where it was read, beginning with https://",
            )
        if fact.review_by < today:
            draft.add(
                draft.front_line("facts", number, "review_by"),
                "it is time to look at this fact again",
                "read its source, then write a later day",
                hint=True,
            )
