"""What the class views are drawn with: words, type, pictures and the topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from milkit.ground.words import Words

# Always light, also when the app is dark: cheap projectors lose dark pages.
RICE, PAPER, SUNKEN, INK, INK2, EDGE = (
    "#F2F4EF",
    "#FFFFFF",
    "#E6EAE3",
    "#17221F",
    "#46524D",
    "#727C76",
)
INDIGO, DEEP, GOLD = "#1B4763", "#12303F", "#F2B233"
TEAL, PLUM, SLATE, BROWN = "#15605C", "#6B2D5C", "#3F4A7A", "#8A4A12"
GOOD, GOOD_SOFT = "#1F6340", "#DCEEE1"
GOLD_SOFT = "#FBEFCF"
CHOICES = (TEAL, PLUM, SLATE, BROWN)  # borrowed dyes, never green or red
LETTERS = (INDIGO, TEAL, PLUM, BROWN)
TOPICS = {
    "rumours": "#1B4763",
    "sources": "#15605C",
    "images": "#6B2D5C",
    "ads": "#8A4A12",
    "privacy": "#3F4A7A",
    "hate": "#943A5B",
    "media": "#4A5A1E",
}


@dataclass(frozen=True, slots=True)
class StageLook:
    """
    Handed to every class view.

    *words* speak the lesson's language, *families* gives the font families of a
    language (serif or not), *picture* a picture of the lesson by name or None. *sized*
    keeps pictures at the sizes they were drawn.
    """

    words: Words
    families: Callable[[str, bool], list[str]]
    picture: Callable[[str], QImage | None]
    topic: str = "rumours"
    sized: dict[tuple[int, int, int], QImage] = field(
        default_factory=dict, compare=False
    )
