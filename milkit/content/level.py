"""Hint at English that is hard to say or to read at the age of twelve."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from milkit.activities.shape import leaves
from milkit.content.lesson import Note

if TYPE_CHECKING:
    from milkit.content.draft import Draft

LONG = 22  # words in one sentence that is said aloud
GRADE = 6.9  # Flesch-Kincaid, about the age of twelve
ENOUGH = 100  # words, below which a grade says nothing
_SENTENCE = re.compile(r"[.!?…:]+[\s\"”\u2019)]+|\n+|[.!?…:]+$")
_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")
_VOWELS = re.compile(r"[aeiouy]+")


def look(draft: Draft) -> None:
    """Hint at long sentences to say, and at a text that is hard to read as a whole."""
    if draft.lang != "en":
        return
    said = [n for s in draft.steps for n in s.notes("say", "restart")]
    said += [
        n
        for b in draft.boosters
        for n in b.blocks
        if isinstance(n, Note) and n.label == "say"
    ]
    for note in said:
        for sentence in _SENTENCE.split(note.text):
            count = len(_WORD.findall(sentence))
            if count > LONG:
                draft.add(
                    note.line,
                    f"a sentence to say has {count} words: {sentence.strip()[:40]}…",
                    "make two sentences of it",
                    hint=True,
                )
    grade = reading_grade(" ".join([n.text for n in said] + _read_by_class(draft)))
    if grade > GRADE and draft.steps:
        draft.add(
            draft.steps[0].line,
            f"the class hears and reads English of school grade {grade:.1f}",
            "use shorter words and sentences",
            hint=True,
        )


def _read_by_class(draft: Draft) -> list[str]:
    return [
        leaf.value
        for activity in draft.activities
        for leaf in leaves(activity.data)
        if isinstance(leaf.value, str) and leaf.says.role == "text"
    ]


def reading_grade(text: str) -> float:
    """
    Estimate the school grade of an English *text*; 0 when it is too short to tell.

    Flesch-Kincaid (Kincaid, Fishburne, Rogers, Chissom 1975), syllables by vowels.
    """
    words = _WORD.findall(text)
    if len(words) < ENOUGH:
        return 0.0
    sentences = sum(bool(_WORD.search(s)) for s in _SENTENCE.split(text)) or 1
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    found = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith("le") and found > 1
    return max(1, found - silent)
