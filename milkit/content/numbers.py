"""Number slips of a class: codes instead of names, one a student, to cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities.paper import Cards, Heading, Sheet, Text

if TYPE_CHECKING:
    from milkit.ground.words import Words

COLUMNS = 4


def slips(name: str, students: int, w: Words) -> Sheet:
    """Make the slips 1 to *students* of the class *name*; the list stays on paper."""
    cards = tuple(
        (Heading(w.number(number), 1), Text(name, small=True))
        for number in range(1, students + 1)
    )
    how = w.t(
        "Each student keeps one number. Write the list on paper, if you need one."
    )
    return Sheet(
        "numbers",
        w.t("Number slips: {name}", name=name),
        (Text(how), Cards(cards, COLUMNS)),
    )
