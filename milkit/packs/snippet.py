"""Show where a text matched: a piece of it, with marks around what was asked for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING

from milkit.packs.query import ZWSP, spaceless

if TYPE_CHECKING:
    from collections.abc import Iterator

# Around what matched, in titles and snippets; no text of a pack holds them.
MATCH_ON, MATCH_OFF = "\x02", "\x03"

_BEFORE, _AFTER = 50, 90  # letters shown around the first match
_SLACK = 12  # letters to look for the end of a word in
_LOOKS = 5  # places that are compared
_ENDS = f" \n{ZWSP}"
_LETTERS = "\\w\u0300-\u036f"
_MARKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"


class Marker:
    """
    Marks the *words* of a query as the index matches them.

    They match at the start of a word, the last one also a longer word; without
    regard to case and to the accents of Latin letters. SQLite's own snippets read
    the whole text twice: ten times slower on a real lesson.
    """

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words

    def marked(self, text: str) -> str:
        """Give *text* with all matches marked."""
        return self._pattern.sub(rf"{MATCH_ON}\g<0>{MATCH_OFF}", text)

    def snippet(self, text: str) -> str:
        """Give the piece of *text* that shows most, with marks."""
        places = sorted(self._places(text))
        if not places:
            found = self._pattern.search(text)
            places = [found.start() if found else 0]
        at = self._best(text, places)
        first, last = _start(text, at - _BEFORE), _end(text, at + _AFTER)
        piece = text[first:last].replace("\n", " ").strip(_ENDS)
        before, after = "…" if first else "", "…" if last < len(text) else ""
        return f"{before}{self.marked(piece)}{after}"

    def _places(self, text: str) -> Iterator[int]:
        """Find the first word as it was typed: what is exact is found fast."""
        word = self._words[0].lower()
        most = _LOOKS if len(self._words) > 1 else 1
        for form in dict.fromkeys((word, word.capitalize())):
            at, found = text.find(form), 0
            while at >= 0 and found < most:
                if not at or not text[at - 1].isalnum():
                    found += 1
                    yield at
                at = text.find(form, at + 1)

    def _best(self, text: str, places: list[int]) -> int:
        """Choose the place with most words around it, the first of equals."""
        if len(self._words) == 1:
            return places[0]
        best, most = places[0], 0
        for at in places:
            worth = self._worth(text, at)
            if worth > most:
                best, most = at, worth
            if most == len(self._words):
                break
        return best

    def _worth(self, text: str, at: int) -> int:
        piece = text[max(0, at - _BEFORE) : at + _AFTER].lower()
        return sum(word.lower() in piece for word in self._words)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        last = len(self._words) - 1
        return re.compile(
            "|".join(_asked(w, open_end=n == last) for n, w in enumerate(self._words))
        )


class InsideMarker(Marker):
    """Marks letters wherever they stand, also across and inside words."""

    def __init__(self, plain: str) -> None:
        super().__init__((plain,))

    def _places(self, text: str) -> Iterator[int]:
        return iter(())  # the pattern finds the first

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(re.escape(self._words[0]), re.IGNORECASE)


def _start(text: str, at: int) -> int:
    """Move to the start of a word, if one is near."""
    if at <= 0:
        return 0
    near = [text.find(end, at, at + _SLACK) for end in _ENDS]
    return min((n + 1 for n in near if n >= 0), default=at)


def _end(text: str, at: int) -> int:
    """Move back to the end of a word, if one is near."""
    if at >= len(text):
        return len(text)
    near = max(text.rfind(end, at - _SLACK, at) for end in _ENDS)
    return near if near >= 0 else at


def _asked(word: str, *, open_end: bool) -> str:
    letters = _MARKS if spaceless(word[0]) else _LETTERS
    body = "".join(map(_any_accent, _base(word)))
    more = f"[{letters}]*" if open_end else f"(?![{letters}])"
    return f"(?<![{letters}]){body}{more}"


def _base(word: str) -> str:
    """Take the accents off Latin letters; all other scripts keep their marks."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(c for c in parts if not "\u0300" <= c <= "\u036f")


def _any_accent(letter: str) -> str:
    return (
        _accents().get(letter.lower()) or f"[{re.escape(letter + letter.swapcase())}]"
    )


@cache
def _accents() -> dict[str, str]:
    """Give a class of a Latin letter's cases and accented forms."""
    forms: dict[str, str] = {c: c + c.upper() for c in "abcdefghijklmnopqrstuvwxyz"}
    forms["d"] += "đĐ"
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base in forms:
            forms[base] += chr(code)
    forms["đ"] = forms["d"]
    return {letter: f"[{each}][\u0300-\u036f]*" for letter, each in forms.items()}
