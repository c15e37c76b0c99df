"""Paper for a kit: labels to stick on, and the list of what is packed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from milkit.activities.paper import Break, Bullets, Cards, Heading, Sheet, Table, Text
from milkit.ground.languages import language
from milkit.trust.key import parse_public
from milkit.trust.six_words import six_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.ground.words import Words
    from milkit.kit.listing import Listing

_MEGA = 1_000_000


def labels(listing: Listing, titles: Sequence[str], count: int, w: Words) -> Sheet:
    """Make *count* labels and a packing list; *titles* are those of the lessons."""
    card = (
        Heading(listing.title, 3),
        Text(escape(listing.maker)),
        Text(w.t("Made {day}", day=w.date(listing.day)), small=True),
        Text(w.t("Check words"), small=True),
        Text(f"<b>{escape(' '.join(six_words(parse_public(listing.key))))}</b>"),
        Text(w.t("Open START-HERE.html"), small=True),
    )
    how = w.t("Cut out, and put one on each stick. Read the six words aloud in class.")
    return Sheet(
        "labels",
        w.t("Stick labels"),
        (
            Text(how),
            Cards((card,) * max(1, count), 2),
            Break(),
            *_packed(listing, titles, w),
        ),
    )


def _packed(
    listing: Listing, titles: Sequence[str], w: Words
) -> tuple[Heading | Text | Table | Bullets, ...]:
    languages = w.t(", ").join(language(lang).own for lang in listing.languages)
    rows = (
        (w.t("Made by"), escape(listing.maker)),
        (w.t("Made"), w.date(listing.day)),
        (w.t("Languages"), languages),
        (w.t("Lessons"), w.number(len(titles))),
        (w.t("Files"), w.number(len(listing.files))),
        (w.t("Size"), w.t("{size} MB", size=w.number(listing.size / _MEGA, 1))),
    )
    return (
        Heading(w.t("Packing list")),
        Table((w.t("Kit"), escape(listing.title)), rows, (0.3, 0.7)),
        Heading(w.t("Lessons"), 3),
        Bullets(tuple(escape(title) for title in titles)),
    )
