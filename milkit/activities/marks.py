"""Bits that several kinds share: letters for copies, and checks of balance and ids."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from milkit.activities.kind import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from milkit.activities.kind import Claim
    from milkit.activities.shape import At

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(index: int) -> str:
    """Give the letter of the *index*-th card or option, counted from 0."""
    return LETTERS[index % len(LETTERS)]


def same_ids(ids: Sequence[str], at: At, what: str = "id") -> list[Problem]:
    """Say which of the *ids* in the list at *at* occur twice."""
    twice = [i for i, times in Counter(ids).items() if times > 1]
    return [
        Problem(
            f"the {what} “{one}” stands twice",
            "give each its own",
            (*at, _last(ids, one)),
        )
        for one in twice
    ]


def _last(ids: Sequence[str], wanted: str) -> int:
    return len(ids) - 1 - list(reversed(ids)).index(wanted)


def unknown_ids(
    wanted: Iterable[str], known: Sequence[str], at: At, what: str
) -> list[Problem]:
    """Say which of the *wanted* ids are not among the *known*."""
    return [
        Problem(
            f"there is no {what} “{one}”",
            f"write one of: {', '.join(known) or 'none yet'}",
            at,
        )
        for one in wanted
        if one not in known
    ]


def balance(claims: Sequence[Claim], at: At, what: str) -> list[Problem]:
    """Say so when not as many claims are true as false."""
    true = sum(claim.truth for claim in claims)
    false = len(claims) - true
    if true == false:
        return []
    return [
        Problem(
            f"{true} of the {what} are true and {false} are false",
            "give as many true as false, so that nobody learns to doubt everything",
            at,
        )
    ]
