"""What a printed page is set with: letters, sizes and measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from milkit.widgets.type import script

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from milkit.ground.words import Words

POINT = 10.0  # the press counts in tenths of a point, so that sizes stay whole
MM = 72 / 25.4 * POINT
BLACK, GREY = "#000000", "#555555"
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # mm
MARGIN = 17 * MM
RULE = 8 * MM  # lines to write on stand 8 mm apart
TITLE, PART, SMALL_PART, BODY, NOTE = 20.0, 13.0, 11.0, 10.5, 10.0  # points


@dataclass(frozen=True, slots=True)
class Ink:
    """
    Handed to everything that is laid out.

    *lang* is the language of the sheet, *words* speak it; *families* gives font
    families (language, serif); *picture* a picture of the lesson by name, or None.
    *grey* prints pictures without colour, as a copier would.
    """

    lang: str
    words: Words
    families: Callable[[str, bool], list[str]]
    picture: Callable[[str], QImage | None]
    grey: bool = True

    def font(self, points: float, *, bold: bool = False, serif: bool = True) -> QFont:
        """Make a font of *points*, larger where the script needs it."""
        font = QFont()
        font.setFamilies(self.families(self.lang, serif))
        font.setPixelSize(round(points * POINT * script(self.lang).size))
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def step(self, points: float) -> float:
        """Give the distance of two base lines."""
        look = script(self.lang)
        return points * POINT * look.size * look.line * 1.38


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper: its width and height in tenths of a point."""

    width: float
    height: float

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN


def paper(name: str) -> Paper:
    """Give A4 or Letter by its name."""
    wide, high = PAPERS[name]
    return Paper(wide * MM, high * MM)
