"""The languages that the kit speaks, each in its own script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.words import spoken
from milkit.widgets.choices import BigChoices

if TYPE_CHECKING:
    from milkit.ground.languages import Language
    from milkit.ground.words import Words
    from milkit.widgets.look import Look


def language_choices(look: Look, chosen: str) -> BigChoices:
    """Offer the languages that the kit's words can be had in."""
    w = look.words
    options = [(each.code, each.own, _second(each, w), each.code) for each in spoken()]
    return BigChoices(look, w.t("Your language"), options, chosen)


def _second(each: Language, w: Words) -> str:
    """Name a language in the window's words, and say when nobody has checked it."""
    parts = [] if each.own.isascii() else [_name(each.code, w)]
    if each.code == w.lang:
        parts = []
    if each.draft:
        parts.append(w.t("Draft translation"))
    return " · ".join(parts)


def _name(code: str, w: Words) -> str:
    names = {
        "vi": w.t("Vietnamese"),
        "th": w.t("Thai"),
        "km": w.t("Khmer"),
        "lo": w.t("Lao"),
        "my": w.t("Burmese"),
    }
    return names.get(code, code)
