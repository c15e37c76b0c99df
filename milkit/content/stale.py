"""Tell which parts of a translation are older than the English they are made from."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milkit.content.draft import Draft
    from milkit.content.outline import Outline

HEAD = "head"


def stamps(cut: Outline) -> dict[str, str]:
    """Give a short hash for the front matter and each section of a lesson's text."""
    read = {HEAD: _short(cut.front.strip())}
    read.update({part.id: _short(part.raw.strip() + part.title) for part in cut.parts})
    return read


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def stale_parts(source: Draft, other: Draft) -> list[tuple[str, str, int]]:
    """List id, title and line of the parts of *other* whose source has changed."""
    made_from = other.front.source if other.front else {}
    now = stamps(source.outline)
    places = {part.id: (part.title, part.line) for part in other.outline.parts}
    title = other.front.title if other.front else ""
    places[HEAD] = (title, other.outline.front_line)
    return [
        (name, *places[name])
        for name, stamp in now.items()
        if name in places and made_from.get(name) != stamp
    ]


def look(source: Draft, other: Draft) -> None:
    """Note a missing [source] as a flaw of *other*, and stale parts as hints."""
    if other.front is None:
        return
    if not other.front.source:
        other.add(
            other.outline.front_line,
            "the translation does not say what it was made from",
            "run milkit format --stamp when it says the same as the English text",
        )
        return
    for name, title, line in stale_parts(source, other):
        other.add(
            line,
            f"“{title}” (#{name}) was made from an older English text",
            "bring it up to date, then run milkit format --stamp",
            hint=True,
        )
