"""Fill lines of any script at word ends, since Qt knows none for four of ours."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QFont

from milkit.content.breaks import SPACELESS, with_word_ends
from milkit.widgets import lines as widget_lines

# Line pitch as a share of the type size: marks above and below need room.
PITCH = {"th": 1.42, "lo": 1.46, "km": 1.46, "my": 1.56, "vi": 1.32}
LATIN_PITCH = 1.24
GROWN = 1.15  # Thai, Lao, Khmer and Burmese letters need 15 % more to be read far off
_SENTENCE = re.compile(r"(?<=[.!?។။])[”»\"’]?[ \u200b\n]+")


def pitch(lang: str) -> float:
    """Give the line pitch of *lang* as a share of the type size."""
    return PITCH.get(lang, LATIN_PITCH)


def grown(lang: str) -> float:
    """Give how much larger the type of *lang* must be on the class window."""
    return GROWN if lang in SPACELESS else 1.0


@lru_cache(maxsize=512)
def with_ends(text: str, lang: str) -> str:
    """Put word ends into a text that has none yet: Burmese, and a teacher's own."""
    return with_word_ends(text, lang)


class Face(NamedTuple):
    """A font by its makings: families, px and weight."""

    families: tuple[str, ...]
    px: int
    bold: bool


@lru_cache(maxsize=128)
def font(face: Face) -> QFont:
    """Make the font of a *face*; it is shared, so nobody changes it."""
    made = QFont()
    made.setFamilies(list(face.families))
    made.setPixelSize(face.px)
    made.setBold(face.bold)
    return made


# A view measures the same texts many times before it knows how they fit.
@lru_cache(maxsize=4096)
def fill(text: str, face: Face, width: int, lang: str) -> tuple[str, ...]:
    """Break *text* into lines not wider than *width* px, at spaces and word ends."""
    if not text:
        return ()
    return tuple(widget_lines.fill(with_ends(text, lang), font(face), width))


@lru_cache(maxsize=4096)
def longest(text: str, face: Face, lang: str) -> float:
    """Give the width of the longest word, px: below it words are cut."""
    return widget_lines.longest_word(with_ends(text, lang), font(face))


@lru_cache(maxsize=4096)
def advance(text: str, face: Face) -> float:
    """Give the width of one line of *text*, px."""
    return widget_lines.advance(text, font(face))


def sentences(text: str) -> list[str]:
    """Cut a text after its sentences, where it may go on to a second screen."""
    cuts = [found.end() for found in _SENTENCE.finditer(text)]
    ends = [0, *(cut for cut in cuts if cut < len(text)), len(text)]
    return [text[a:b].rstrip() for a, b in pairwise(ends)]
