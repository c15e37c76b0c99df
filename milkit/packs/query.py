"""What a user types, as a question to an index: any language, accents optional."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ZWSP = "\u200b"
_LONGEST_QUERY = 200  # letters
_LONGEST_WORD = 24
_SHORT = 2  # letters: open, they ask half of all texts
_SARA_AM = {"\u0e4d\u0e32": "\u0e33", "\u0ecd\u0eb2": "\u0eb3"}  # typed in two, is one


def normal(text: str) -> str:
    """Write *text* in the one form that is indexed and asked for."""
    text = unicodedata.normalize("NFC", text)
    for typed, meant in _SARA_AM.items():
        text = text.replace(typed, meant)
    return text


def spaceless(letter: str) -> bool:
    """Tell whether a letter is of a script that puts no space between words."""
    return (
        "\u0e00" <= letter <= "\u0eff"  # Thai, Lao
        or "\u1000" <= letter <= "\u109f"  # Burmese
        or "\u1780" <= letter <= "\u17ff"  # Khmer
    )


class Dictionary:
    """
    The words of spaceless scripts that a pack holds; it cuts what a user types.

    They are read when the first letter of such a script is typed.
    """

    def __init__(self, read: Callable[[], Iterable[str]]) -> None:
        self._read = read

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._read())

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    def starts(self, text: str) -> bool:
        """Tell whether any word begins with *text*."""
        at = bisect_left(self._sorted, text)
        return at < len(self._sorted) and self._sorted[at].startswith(text)

    def cut(self, run: str) -> list[str]:
        """
        Cut *run* into the fewest known words; its end may be a word half typed.

        What cannot be cut comes back whole. Every machine cuts alike: no library of
        word breaks is asked.
        """
        unknown = 10  # a letter outside of every word costs more than ten words
        best = [0] + [unknown * len(run) + 1] * len(run)
        back = [0] * (len(run) + 1)
        for end in range(1, len(run) + 1):
            for at in range(max(0, end - _LONGEST_WORD), end):
                word = run[at:end]
                known = word in self._words or (end == len(run) and self.starts(word))
                cost = best[at] + (1 if known else unknown * len(word))
                if cost < best[end]:
                    best[end], back[end] = cost, at
        return _parts(run, back) if best[-1] < unknown else [run]


def _parts(run: str, back: list[int]) -> list[str]:
    parts, end = [], len(run)
    while end:
        parts.append(run[back[end] : end])
        end = back[end]
    return parts[::-1]


@dataclass(frozen=True, slots=True)
class Query:
    """
    A question to an index.

    *match* is for FTS5 ("" when nothing is left to ask), made of *words*, of which
    the last may go on; *titles* says to ask titles only; *plain* is the text for
    looking inside words. *short* asks for a word of two letters as it is, "" for
    others and for scripts where two letters are a word's half.
    """

    match: str
    words: tuple[str, ...]
    titles: bool
    plain: str
    short: str = ""


def query(text: str, dictionary: Dictionary) -> Query:
    """Make a question of what a user typed: each word quoted, the last one open."""
    text = normal(text[:_LONGEST_QUERY])
    words = [w for word in _runs(text) for w in _cut(word, dictionary)]
    if len(words) > 1 and len(words[-1]) == 1:
        words.pop()  # one letter, open, asks half the index; wait for the second
        open_end = ""
    else:
        open_end = "*"
    titles = len(words) == 1 and len(words[0]) == 1
    match = " AND ".join(
        _quoted(word, open_end if at == len(words) - 1 else "")
        for at, word in enumerate(words)
    )
    short = len(words) == 1 and len(words[0]) == _SHORT and not spaceless(words[0][0])
    return Query(
        match,
        tuple(words),
        titles,
        text.replace(ZWSP, "").strip().lower(),
        _quoted(words[0], "") if short else "",
    )


def _runs(text: str) -> list[str]:
    """Split into runs of letters, digits and marks, as the index does."""
    groups = groupby(
        text, key=lambda c: c.isalnum() or unicodedata.category(c) in {"Mn", "Mc"}
    )
    return ["".join(run) for word, run in groups if word]


def _cut(run: str, dictionary: Dictionary) -> list[str]:
    parts: list[str] = []
    for is_spaceless, letters in groupby(run, key=spaceless):
        part = "".join(letters)
        parts += dictionary.cut(part) if is_spaceless else [part]
    return parts


def _quoted(word: str, end: str) -> str:
    """Quote a word; a d also asks for the Vietnamese letter that is no accented d."""
    asked = f'"{word}"{end}'
    if word[0] in "dDđĐ":
        other = ("d" if word[0] in "đĐ" else "đ") + word[1:]
        return f'({asked} OR "{other}"{end})'
    return asked
