"""Letters: which fonts speak which language, how large, how far apart the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

if TYPE_CHECKING:
    from pathlib import Path


class Role(NamedTuple):
    """What a text is for: *px* and *line* are for Latin letters at 100 %."""

    px: int
    line: int
    bold: bool = False
    display: bool = False  # titles and numerals: the narrower cut, Latin only


ROLES = {
    "title": Role(28, 34, bold=True, display=True),
    "section": Role(20, 26, bold=True, display=True),
    "big": Role(18, 24, bold=True),
    "card": Role(16, 22, bold=True),
    "body": Role(15, 21),
    "strong": Role(15, 21, bold=True),
    "small": Role(14, 20),
    "least": Role(13, 18),
    "tag": Role(13, 18, bold=True),
    "say": Role(19, 27),
    "step": Role(20, 26, bold=True, display=True),
    "count": Role(40, 48, bold=True, display=True),
    "timer": Role(72, 80, bold=True, display=True),
    "study": Role(20, 29, bold=True),
}


class Script(NamedTuple):
    """
    One script: its font files (Name-Regular.ttf, Name-Bold.ttf) and its room.

    *size* and *line* multiply the Latin sizes and line heights; *rise* is where the
    letters' middle lies above the baseline, in em: the fonts' own ascent and descent
    cannot be trusted (Burmese sits high, Khmer hangs below).
    """

    sans: str
    serif: str
    first: int
    last: int
    size: float = 1.0
    line: float = 1.0
    rise: float = 0.36


_DISPLAY = "Noto Sans Display"
_BODY = 21 / 15  # line height of Latin body text, in em
_LARGER = 16 / 15  # body of the other scripts is 16 px
LATIN = Script("Noto Sans", "Noto Serif", 0, 0x0DFF)
VIETNAMESE = Script("Noto Sans", "Noto Serif", 0, 0, line=22 / 21)
THAI = Script(
    "Noto Sans Thai", "Noto Serif Thai", 0x0E00, 0x0E7F, _LARGER, 25 / 16 / _BODY, 0.388
)
LAO = Script(
    "Noto Sans Lao", "Noto Serif Lao", 0x0E80, 0x0EFF, _LARGER, 26 / 16 / _BODY, 0.388
)
KHMER = Script(
    "Noto Sans Khmer",
    "Noto Serif Khmer",
    0x1780,
    0x17FF,
    _LARGER,
    28 / 16 / _BODY,
    rise=0.33,
)
BURMESE = Script(
    "Noto Sans Myanmar",
    "Noto Serif Myanmar",
    0x1000,
    0x109F,
    _LARGER,
    29 / 16 / _BODY,
    rise=0.31,
)
SCRIPTS = (THAI, LAO, KHMER, BURMESE)
_BY_LANGUAGE = {"vi": VIETNAMESE, "th": THAI, "lo": LAO, "km": KHMER, "my": BURMESE}
_LANGUAGES = {"Noto Sans Thai": "th", "Noto Sans Lao": "lo", "Noto Sans Khmer": "km",
              "Noto Sans Myanmar": "my"}  # fmt: skip


def script(lang: str) -> Script:
    """Give the script of a language."""
    return _BY_LANGUAGE.get(lang, LATIN)


class Type:
    """
    The letters of one window: *lang* of its words, *size* in percent.

    Font files are registered when their letters are first shown. A missing file
    never stops anything: the system's fonts stand in, and *missing* names the
    languages whose letters did not come.
    """

    def __init__(self, lang: str, folder: Path, size: int = 100) -> None:
        self.lang = lang
        self.size = size
        self.missing: list[str] = []
        self._folder = folder
        self._known: set[str] = set()
        self._fonts: dict[tuple[str, str, bool, bool | None], QFont] = {}
        # Qt warns of each font of the list that has no Khmer, before it takes ours.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")

    def grow(self, length: float) -> int:
        """Give a control's height or a gap at the chosen text size, in px."""
        return round(length * self.size / 100)

    def px(self, role: str, lang: str = "") -> int:
        """Give the size of a text in px."""
        return round(ROLES[role].px * script(lang or self.lang).size * self.size / 100)

    def line(self, role: str, lang: str = "") -> int:
        """Give the height of a line in px."""
        chosen, look = ROLES[role], script(lang or self.lang)
        return round(chosen.line / chosen.px * look.line * self.px(role, lang))

    def baseline(self, role: str, lang: str = "", height: float = 0) -> float:
        """Give where the baseline lies in a line (or box) of *height* px."""
        look = script(lang or self.lang)
        return (height or self.line(role, lang)) / 2 + look.rise * self.px(role, lang)

    def families(self, lang: str = "", serif: bool = False) -> list[str]:  # noqa: FBT001, FBT002 - handed on as a plain callable
        """Give the font families of a language, its own first, then all others."""
        own = script(lang or self.lang)
        order = [own, LATIN, *SCRIPTS]
        names = [s.serif if serif else s.sans for s in order]
        for name in names[:2]:
            self._register(name)
        if serif:
            names += [s.sans for s in order]  # for letters of yet another script
        return list(dict.fromkeys(names))

    def font(
        self,
        role: str = "body",
        *,
        lang: str = "",
        serif: bool = False,
        bold: bool | None = None,
    ) -> QFont:
        """Give the font of a role; the caller may keep it but not change it."""
        key = (role, lang or self.lang, serif, bold)
        if key not in self._fonts:
            self._fonts[key] = self._made(*key)
        return self._fonts[key]

    def metrics(self, role: str = "body", *, lang: str = "") -> QFontMetricsF:
        """Give the measure of a role's font."""
        return QFontMetricsF(self.font(role, lang=lang))

    def begin(self) -> None:
        """Register the letters of the window; after each later font Qt begins anew."""
        self.families()
        self._register(_DISPLAY)

    def ready(self, text: str) -> str:
        """Register the fonts that *text* needs beyond the window's own; return it."""
        if not text.isascii():
            for other in SCRIPTS:
                if other.sans not in self._known and _has(text, other):
                    self._register(other.sans)
        return text

    def _made(self, role: str, lang: str, serif: bool, bold: bool | None) -> QFont:  # noqa: FBT001 - a cache key
        chosen = ROLES[role]
        names = self.families(lang, serif)
        if chosen.display and not serif and names[0] == LATIN.sans:
            self._register(_DISPLAY)
            names.insert(0, _DISPLAY)
        font = QFont()
        font.setFamilies(names)
        font.setPixelSize(self.px(role, lang))
        font.setBold(chosen.bold if bold is None else bold)
        return font

    def _register(self, family: str) -> None:
        if family in self._known:
            return
        self._known.add(family)
        name = family.replace(" ", "")
        found = [self._folder / f"{name}-{cut}.ttf" for cut in ("Regular", "Bold")]
        done = [QFontDatabase.addApplicationFont(str(f)) for f in found if f.exists()]
        if not any(number >= 0 for number in done):
            lang = _LANGUAGES.get(family.replace("Serif", "Sans"), "en")
            if lang not in self.missing:
                self.missing.append(lang)


def _has(text: str, other: Script) -> bool:
    return any(other.first <= ord(letter) <= other.last for letter in text)
