"""See that as many texts are true as false, and as long: nobody learns to doubt all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities.shape import letters
from milkit.activities.table import KINDS

if TYPE_CHECKING:
    from milkit.activities.kind import Claim
    from milkit.content.draft import Draft
    from milkit.content.lesson import Activity

IN_A_ROW = ("rate", "sort", "feed", "branch")  # read one after another, so lengths show
TOGETHER = ("trace", "poll")  # one claim each, so they are balanced over the lesson
APART = 0.15
FEW = 2  # below this many on each side a mean says nothing


def look(draft: Draft) -> None:
    """Compare number and length of what is true and what is false."""
    single: list[tuple[Activity, Claim]] = []
    for activity in draft.activities:
        claims = KINDS[activity.kind].claims(activity.data)
        if activity.kind in TOGETHER:
            single += [(activity, claim) for claim in claims]
        elif activity.kind in IN_A_ROW:
            _lengths(draft, claims, activity)
    if single:
        _together(draft, single)


def _together(draft: Draft, single: list[tuple[Activity, Claim]]) -> None:
    if draft.broken:
        return
    claims = [claim for _, claim in single]
    true = sum(claim.truth for claim in claims)
    false = len(claims) - true
    line = single[0][0].line
    names = ", ".join(activity.id for activity, _ in single)
    if true != false:
        draft.add(
            line,
            f"of the claims in {names}, {true} are true and {false} are false",
            "give as many true as false",
        )


def _lengths(draft: Draft, claims: tuple[Claim, ...], activity: Activity) -> None:
    true = [letters(c.text) for c in claims if c.truth]
    false = [letters(c.text) for c in claims if not c.truth]
    if min(len(true), len(false)) < FEW:
        return
    means = sum(true) / len(true), sum(false) / len(false)
    if max(means) <= min(means) * (1 + APART):
        return
    draft.add(
        activity.line,
        f"true texts of “{activity.id}” have {means[0]:.0f} letters on average,"
        f" false ones {means[1]:.0f}",
        "make both about as long, so that length gives nothing away",
        hint=draft.lang != "en",
    )
