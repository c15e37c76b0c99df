"""What a printed page is set with: letters, sizes and measures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from milkit.ground.words import words
from milkit.widgets.type import LATIN, script

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from milkit.ground.words import Words
    from milkit.widgets.type import Type

POINT = 10.0  # the press counts in tenths of a point, so that sizes stay whole
MM = 72 / 25.4 * POINT
BLACK, GREY = "#000000", "#555555"
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # mm
MARGIN = 17 * MM
RULE = 8 * MM  # lines to write on stand 8 mm apart
TITLE, PART, SMALL_PART, BODY, NOTE = 23.0, 13.0, 11.0, 10.5, 10.0  # points
LEAD, CLOSE, CLOSER = 1.38, 1.31, 1.25  # distance of lines, by size
TALL = 1.15  # scripts with high and low signs
LOWEST = 222 * MM  # what Letter, the lower paper, leaves between head and foot
DISPLAY = "Noto Sans Display"


def no_picture(_name: str) -> QImage | None:
    """Give no picture: for sheets without any."""
    return None


@dataclass(frozen=True, slots=True)
class Ink:
    """
    Handed to everything that is laid out.

    *lang* is the language of the sheet, *words* speak it; *families* gives font
    families (language, serif); *picture* a picture of the lesson by name, or None;
    *ready* brings the fonts that a text needs beyond those of *lang*. To save a page
    *shrink* makes pictures smaller, and *tight* sets lines closer at 10 points. *room*
    is the height between head and foot.
    """

    lang: str
    words: Words
    families: Callable[[str, bool], list[str]]
    picture: Callable[[str], QImage | None] = no_picture
    ready: Callable[[str], str] = str
    shrink: float = 1.0
    tight: bool = False
    room: float = LOWEST
    _fonts: dict[tuple[str, float, bool, bool, bool], QFont] = field(
        default_factory=dict, compare=False, repr=False
    )

    def font(
        self,
        points: float,
        *,
        bold: bool = False,
        serif: bool = True,
        display: bool = False,
    ) -> QFont:
        """Give a font of *points*, larger where the script needs it; do not change."""
        key = (self.lang, points, bold, serif, display)
        if key not in self._fonts:
            self._fonts[key] = self._made(*key)
        return self._fonts[key]

    def step(self, points: float) -> float:
        """Give the distance of two base lines."""
        look = script(self.lang)
        close = CLOSER if look.line < TALL else CLOSE  # subscripts need their room
        lead = close if self.tight else LEAD
        return points * POINT * look.size * look.line * lead

    @property
    def foot_step(self) -> float:
        """The distance of the lines at the foot of a page."""
        return max(4.6 * MM, self.step(NOTE) * 0.92)

    @property
    def body(self) -> float:
        """The size of what is read, in points."""
        return NOTE if self.tight else BODY

    def air(self, height: float) -> float:
        """Give the room between parts."""
        return height * (0.65 if self.tight else 1)

    def speaking(self, lang: str) -> Ink:
        """Give the ink for a part in another language."""
        if lang == self.lang:
            return self
        return replace(self, lang=lang, words=words(lang, self.words.digits))

    def _made(
        self,
        lang: str,
        points: float,
        bold: bool,  # noqa: FBT001 - the parts of a key
        serif: bool,  # noqa: FBT001
        display: bool,  # noqa: FBT001
    ) -> QFont:
        names = self.families(lang, serif)
        if display and not serif and names[0] == LATIN.sans:
            names = [DISPLAY, *names]
        font = QFont()
        font.setFamilies(names)
        font.setPixelSize(round(points * POINT * script(lang).size))
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if names[0] in (DISPLAY, LATIN.sans, LATIN.serif):
            font.setFeature(QFont.Tag("liga"), 0)  # so that "first" is found in a PDF
        return font


def ink_for(
    letters: Type,
    words: Words,
    picture: Callable[[str], QImage | None] = no_picture,
) -> Ink:
    """Make the ink for sheets in the language of *words*, with the kit's *letters*."""
    letters.font("title", lang="en")  # brings the cut for titles
    return Ink(words.lang, words, letters.families, picture, letters.ready)


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
