"""What a new hub asks of senders, in all languages that the kit speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.words import spoken, words
from milkit.hub.place import Wish
from milkit.sync.enrolment import Drop, Shares

if TYPE_CHECKING:
    from milkit.ground.words import Words


def wish(name: str, country: str, district: str = "", drop: Drop | None = None) -> Wish:
    """Make the wish for a hub; who sees results and how long is said in words."""
    shares = tuple(
        (language.code, _said(name, words(language.code))) for language in spoken()
    )
    return Wish(name, drop or Drop(), country.upper(), district, shares)


def _said(name: str, w: Words) -> Shares:
    seen = w.t("The people who look after {hub}. Others see only sums.", hub=name)
    return Shares(seen, w.t("Five years, then deleted."))
