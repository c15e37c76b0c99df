"""Exactly what the class may see at a moment: no notes, no names, nothing private."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Scene:
    """
    What the class window draws; the only thing that reaches it.

    *kind* is a kind of activity, or "title" (the step's title), "blank", "end".
    *data* is the activity's dataclass. *item* is the index of the card, post, round
    or node shown now (the meaning is the kind's); *placed* what was done so far, as
    (item id, where) pairs: cards in bins, letters in order, marks set, path walked.
    *counts* holds question -> option -> hands, and *before* the counts of the first
    vote when the same question is asked again; both are empty unless shown.
    *present* is the number of students here, *counted* how many hands of the current
    question are in. *left* and *total* are the timer's seconds, for discuss.
    *page* is the screen of a text that needs more than one.
    """

    kind: str
    title: str = ""
    lang: str = "en"
    data: Any = None
    item: int = 0
    placed: tuple[tuple[str, str], ...] = ()
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    before: dict[str, dict[str, int]] = field(default_factory=dict)
    counts_shown: bool = False
    answer_shown: bool = False
    present: int = 0
    counted: int = 0
    left: int = 0
    total: int = 0
    page: int = 0
