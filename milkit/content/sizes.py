"""See that texts fit where the class reads them; limits are for English letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities.shape import leaves, letters
from milkit.content.toml import line_of

if TYPE_CHECKING:
    from milkit.content.draft import Draft

LEAD = 90
ROOM = 1.4  # what a translation may need more


def look(draft: Draft) -> None:
    """Measure every text that the class reads, and the first line of each step."""
    for step in draft.steps:
        _measure(draft, step.lead, LEAD, "the first line of a step", step.line)
    for activity in draft.activities:
        fence = draft.fences[activity.id]
        for leaf in leaves(activity.data):
            if not leaf.says.letters or not isinstance(leaf.value, str):
                continue
            if fits(draft.lang, leaf.value, leaf.says.letters):
                continue
            line = line_of(leaf.at, fence.text, fence.line)
            if (
                str(leaf.at[0]) in fence.text
            ):  # not what was taken from another activity
                key = next(part for part in reversed(leaf.at) if isinstance(part, str))
                _measure(draft, leaf.value, leaf.says.letters, f"`{key}`", line)


def fits(lang: str, text: str, limit: int) -> bool:
    """Tell whether *text* is short enough; a translation has more room."""
    return letters(text) <= (limit if lang == "en" else limit * ROOM)


def _measure(draft: Draft, text: str, limit: int, what: str, line: int) -> None:
    if fits(draft.lang, text, limit):
        return
    draft.add(
        line,
        f"{what} has {letters(text)} letters; there is room for {limit} in English",
        "say it in fewer words",
        hint=draft.lang != "en",
    )
