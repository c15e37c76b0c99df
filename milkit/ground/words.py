"""What the kit says, in the user's language: texts, numbers, dates and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.languages import LANGUAGES, language

if TYPE_CHECKING:
    import datetime as dt
    from gettext import NullTranslations
    from pathlib import Path

    from milkit.ground.languages import Language

_GROUP_FROM = 10_000  # "1000" is easier to read aloud than "1,000"; 10,000 is not


class Words:
    """
    Speaks one language; English texts are the keys of the catalogue.

    *digits* says whether numbers are written in the language's own digits. A
    missing or damaged catalogue speaks English: words must never stop a lesson.
    """

    def __init__(
        self, lang: str = "en", *, digits: bool = False, folder: Path | None = None
    ) -> None:
        self.lang = lang
        self.digits = digits
        self._language = language(lang)
        self._folder = folder
        self._catalogue: NullTranslations | None = None

    def t(self, text: str, **fill: object) -> str:
        """Translate *text* and fill its {places}."""
        if not text:
            return ""  # to gettext that is the catalogue's own head
        return _filled(self._read().gettext(text), text, fill)

    def n(self, one: str, many: str, count: int, **fill: object) -> str:
        """Translate by number; {count} is filled in the user's digits."""
        fill = {"count": self.number(count), **fill}
        english = one if count == 1 else many
        return _filled(self._read().ngettext(one, many, count), english, fill)

    def number(self, value: float, places: int = 0) -> str:
        """Write a number with the marks and digits of the language."""
        text = (
            f"{value:,.{places}f}"
            if abs(value) >= _GROUP_FROM
            else f"{value:.{places}f}"
        )
        marks = {ord(","): self._language.group, ord("."): self._language.decimal}
        return self._own(text.translate(marks))

    def date(self, day: dt.date) -> str:
        """Write a date, like 12 Nov 2026 (in Thai with the Buddhist year)."""
        from milkit.ground.dates import written

        return self._own(written(day, self.lang))

    def day(self, day: dt.date) -> str:
        """Write the short weekday and the date, like Thu, 12 Nov 2026."""
        from milkit.ground.dates import weekday, written

        join = " " if self._language.spaceless else ", "
        return self._own(weekday(day, self.lang) + join + written(day, self.lang))

    def month(self, day: dt.date) -> str:
        """Write a month, like Nov 2026."""
        from milkit.ground.dates import month

        return self._own(month(day, self.lang))

    def time(self, when: dt.datetime | dt.time) -> str:
        """Write the time of the day in 24 hours, like 14:05."""
        return self._own(f"{when.hour:02}:{when.minute:02}")

    def _own(self, text: str) -> str:
        if not self.digits:
            return text
        return text.translate(
            dict(zip(range(ord("0"), ord("9") + 1), self._language.digits, strict=True))
        )

    def _read(self) -> NullTranslations:
        if self._catalogue is None:
            self._catalogue = _catalogue(self.lang, self._folder)
        return self._catalogue


def words(lang: str, own_digits: bool = False) -> Words:  # noqa: FBT001, FBT002 - a setting's value, as read
    """Give the words of *lang*; its catalogue is read when first needed."""
    return Words(lang, digits=own_digits)


def spoken(folder: Path | None = None) -> tuple[Language, ...]:
    """Give the languages that the kit's own words can be had in."""
    from milkit.ground.paths import resources

    folder = folder or resources() / "i18n"
    return tuple(
        each
        for each in LANGUAGES
        if each.code == "en"
        or (folder / f"{each.code}.po").exists()
        or (folder / each.code / "LC_MESSAGES" / "milkit.mo").exists()
    )


def _catalogue(lang: str, folder: Path | None) -> NullTranslations:
    import struct
    from gettext import GNUTranslations, NullTranslations

    from milkit.ground.paths import resources

    if lang == "en":
        return NullTranslations()
    folder = folder or resources() / "i18n"
    try:
        with (folder / lang / "LC_MESSAGES" / "milkit.mo").open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, LookupError, struct.error):
        return NullTranslations()


def _filled(text: str, english: str, fill: dict[str, object]) -> str:
    if not fill:
        return text
    try:
        return text.format(**fill)
    except (KeyError, IndexError, ValueError):  # a slip of the translator
        return english.format(**fill)
