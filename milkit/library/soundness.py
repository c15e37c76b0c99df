"""What a teacher should know about a changed lesson: warnings that block nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.activities.shape import letters
from milkit.activities.table import KINDS
from milkit.content.fairness import APART, FEW, IN_A_ROW, TOGETHER

if TYPE_CHECKING:
    from milkit.activities.kind import Claim
    from milkit.content.lesson import Activity, Lesson, Step

_HTML = re.compile(
    r"</?[A-Za-z!][^<>\n]*>|<(?:script|iframe|img|style)\b", re.IGNORECASE
)
_LINK = re.compile(r"!?\[[^\]\n]*\]\s?\(|\b(?:javascript|vbscript|data|file)\s*:(?=\S)")


@dataclass(frozen=True, slots=True)
class Uneven:
    """Claims that are true and false, by number or (*by_length*) by mean letters."""

    true: int
    false: int
    by_length: bool = False


def unplain(text: str) -> bool:
    """Tell whether a text holds HTML or a link: they are shown as plain text."""
    return bool(_HTML.search(text) or _LINK.search(text))


def too_long(text: str, most: int) -> int:
    """Give how many letters a text has more than fit the class screen; 0 = it fits."""
    return max(0, letters(text) - most) if most else 0


def balance(lesson: Lesson) -> Uneven | None:
    """Compare the single claims of a lesson: as many should be true as false."""
    claims = [
        claim
        for activity in lesson.every_activity
        if activity.kind in TOGETHER
        for claim in KINDS[activity.kind].claims(activity.data)
    ]
    return _uneven(claims)


def even_lengths(activity: Activity) -> Uneven | None:
    """Compare the lengths of true and false texts: length should give nothing away."""
    if activity.kind not in IN_A_ROW:
        return None
    claims = KINDS[activity.kind].claims(activity.data)
    true = [letters(c.text) for c in claims if c.truth]
    false = [letters(c.text) for c in claims if not c.truth]
    if min(len(true), len(false)) < FEW:
        return None
    means = sum(true) / len(true), sum(false) / len(false)
    if max(means) <= min(means) * (1 + APART):
        return None
    return Uneven(round(means[0]), round(means[1]), by_length=True)


def lost_places(activity: Activity) -> list[str]:
    """List the places of a page under study whose words are not in it just once."""
    data = activity.data
    text = getattr(data, "text", "")
    if activity.kind != "annotate" or not text:
        return []
    spots = (*data.targets, *data.decoys)
    return [spot.span for spot in spots if text.count(spot.span) != 1]


def beats_off(step: Step) -> int:
    """Give the minutes of the parts of a step when they are not the step's, else 0."""
    parts = sum(note.minutes for note in step.notes("beat"))
    return parts if parts and parts != step.minutes else 0


def _uneven(claims: list[Claim]) -> Uneven | None:
    true = sum(claim.truth for claim in claims)
    false = len(claims) - true
    return None if true == false else Uneven(true, false)
