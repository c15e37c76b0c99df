"""The checks of all packs: which there are, and one opened in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.errors import CheckMissing

if TYPE_CHECKING:
    from milkit.content.instrument import Instrument
    from milkit.library.shelf import Shelf
    from milkit.packs.pack import Pack

FIRST = "en"  # the language that every check is written in first


class Offered(NamedTuple):
    """A check in a list: *lang* is what it is shown in, *languages* all there are."""

    id: str
    lang: str
    title: str
    review: str
    languages: tuple[str, ...]


def offered(library: Shelf, lang: str = "") -> list[Offered]:
    """Give each check once: in *lang*, else in English, else as there is."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for pack in library.packs:
        for line in pack.checks:
            langs = found.setdefault(line.id, {})
            langs.setdefault(line.lang, (line.title, line.review))
    return [
        Offered(check, chosen, *langs[chosen], tuple(langs))
        for check, langs in sorted(found.items())
        for chosen in (_choose(tuple(langs), lang),)
    ]


def opened(library: Shelf, check: str, lang: str = "") -> Instrument:
    """Open a check in *lang*, else in English; raise CheckMissing."""
    holders = _holders(library, check)
    if not holders:
        raise CheckMissing(check)
    chosen = _choose(tuple(holders), lang)
    found = holders[chosen].check_in(check, chosen)
    if found is None:
        raise CheckMissing(check)
    return found


def _holders(library: Shelf, check: str) -> dict[str, Pack]:
    holders: dict[str, Pack] = {}
    for pack in library.packs:
        for line in pack.checks:
            if line.id == check:
                holders.setdefault(line.lang, pack)
    return holders


def _choose(languages: tuple[str, ...], lang: str) -> str:
    for wanted in (lang, FIRST):
        if wanted in languages:
            return wanted
    return languages[0]
