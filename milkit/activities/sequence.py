"""Putting in order: cards lie mixed and the class brings them into their order."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Kind, Problem
from milkit.activities.marks import letter, same_ids
from milkit.activities.paper import Block, Lines, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card; its letter follows its place in the list."""

    id: Annotated[str, Says("its name", role="id")]
    text: Annotated[str, Says("what stands on the card", letters=70)]
    order: Annotated[
        int, Says("its place from 1; the same number twice: either way is right")
    ]
    picture: Annotated[str, Says("a picture of the lesson", role="picture")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """Four to six cards, listed in the mixed order in which they are shown."""

    id: Annotated[str, Says("stands after the word sequence", role="id")]
    prompt: Annotated[str, Says("the question to the class", letters=80)]
    cards: Annotated[
        tuple[Card, ...], Says("the cards, mixed, as they are shown", least=4, most=6)
    ]
    why: Annotated[str, Says("the reason for the order", letters=200)]


def check(data: Sequence) -> list[Problem]:
    """Check ids, that the places run from 1 without a gap, and that cards are mixed."""
    problems = same_ids([c.id for c in data.cards], ("cards",))
    places = [c.order for c in data.cards]
    if not _runs(places):
        written = ", ".join(str(p) for p in places)
        problems.append(
            Problem(
                f"the places {written} do not run from 1",
                "number the cards 1, 2, 3 …; two that may change places share a number",
                ("cards",),
            )
        )
    if places == sorted(places):
        problems.append(
            Problem(
                "the cards already lie in their order",
                "list them mixed, as the class sees them",
                ("cards",),
            )
        )
    return problems


def _runs(places: list[int]) -> bool:
    """Tell whether places are 1, 2, 2, 3 or 1, 2, 2, 4: both ways of writing a tie."""
    ordered = sorted(places)
    dense = sorted(set(places)) == list(range(1, len(set(places)) + 1))
    skipping = all(place == ordered.index(place) + 1 for place in ordered)
    return dense or skipping


def right_order(data: Sequence) -> tuple[tuple[str, ...], ...]:
    """Give the letters in their right order; letters in one group may change places."""
    groups: dict[int, list[str]] = {}
    for i, card in enumerate(data.cards):
        groups.setdefault(card.order, []).append(letter(i))
    return tuple(tuple(groups[place]) for place in sorted(groups))


def paper(data: Sequence, part: str, w: "Words") -> tuple[Block, ...]:
    """Print cards to cut and lay in order, or a sheet to write the order on."""
    asked = Text(printed.bold(data.prompt))
    if part == printed.KEY:
        order = ", ".join(" / ".join(group) for group in right_order(data))
        ties = any(len(group) > 1 for group in right_order(data))
        either = (
            Text(printed.plain(w.t("A / B: either may come first.")), small=True),
        )
        return (
            asked,
            Text(f"{printed.plain(w.t('Answer'))}: {printed.bold(order)}"),
            *(either if ties else ()),
            Text(printed.plain(data.why)),
        )
    if part == printed.BIG:
        return tuple(
            block
            for i, c in enumerate(data.cards)
            for block in (
                *printed.lettered(
                    letter(i), printed.card(c.text, c.picture, large=True)
                ),
            )
        )
    made = printed.cards(
        printed.lettered(letter(i), printed.card(c.text, c.picture))
        for i, c in enumerate(data.cards)
    )
    in_order = Lines(1, w.t("The letters in their order"))
    why = Lines(2, w.t("Because"))
    if part == printed.CARDS:
        return (asked, *made)
    if part == printed.BOTH:
        return (asked, *made, in_order, why)
    listed = [
        printed.post_line(letter(i), c.text, c.picture)
        for i, c in enumerate(data.cards)
    ]
    return (
        asked,
        printed.specimen(*(b for blocks in listed for b in blocks)),
        in_order,
        why,
    )


KIND = Kind("sequence", Sequence, check, paper)
