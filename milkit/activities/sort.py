"""Sorting: cards go into bins, on the class screen by click or on desks by hand."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Claim, Kind, Option, Problem, Question
from milkit.activities.marks import balance, letter, same_ids, unknown_ids
from milkit.activities.paper import Block, Break, Lines, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words

TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Where cards go."""

    id: Annotated[str, Says("its name in `bin`", role="id")]
    label: Annotated[str, Says("the word on the bin", letters=14)]
    hint: Annotated[str, Says("what belongs there", letters=26)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card to sort."""

    id: Annotated[str, Says("its name", role="id")]
    text: Annotated[str, Says("the card, without quotation marks", letters=80)]
    bin: Annotated[str, Says("the id of its bin", role="id")]
    also_ok: Annotated[tuple[str, ...], Says("bins that are right too", role="id")] = ()
    truth: Annotated[
        bool | None, Says("with two bins: true for the first bin, else false")
    ] = None
    picture: Annotated[str, Says("a picture of the lesson", role="picture")] = ""
    why: Annotated[str, Says("the reason, read when the card lies right", letters=140)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """Cards to sort into two to four bins, in the order they are shown."""

    id: Annotated[str, Says("stands after the word sort", role="id")]
    prompt: Annotated[str, Says("the question to the class", letters=60)]
    bins: Annotated[tuple[Bin, ...], Says("two to four bins", least=2, most=4)]
    cards: Annotated[
        tuple[Card, ...], Says("the cards, mixed, as they are shown", least=4, most=16)
    ]


def check(data: Sort) -> list[Problem]:
    """Check ids, that bins hold equal numbers, and truth where there are two bins."""
    bins = [b.id for b in data.bins]
    problems = same_ids(bins, ("bins",)) + same_ids(
        [c.id for c in data.cards], ("cards",)
    )
    for i, card in enumerate(data.cards):
        problems += unknown_ids([card.bin], bins, ("cards", i, "bin"), "bin")
        problems += unknown_ids(card.also_ok, bins, ("cards", i, "also_ok"), "bin")
    return (
        problems
        + _check_shares(data)
        + (_check_truth(data) if len(bins) == TWO else [])
    )


def _check_shares(data: Sort) -> list[Problem]:
    held = Counter(card.bin for card in data.cards)
    shares = [held[b.id] for b in data.bins]
    apart = max(shares) - min(shares)
    if apart <= (0 if len(data.bins) == TWO else 1):
        return []
    counted = ", ".join(f"{b.id} {held[b.id]}" for b in data.bins)
    return [
        Problem(
            f"the bins hold unequal numbers of cards: {counted}",
            "give each bin as many cards",
            ("cards",),
        )
    ]


def _check_truth(data: Sort) -> list[Problem]:
    problems = []
    for i, card in enumerate(data.cards):
        wanted = card.bin == data.bins[0].id
        if card.truth is not wanted:
            mend = f"write truth = {str(wanted).lower()} (true = the first bin)"
            problems.append(
                Problem(
                    f"the card “{card.id}” and its bin do not agree on `truth`",
                    mend,
                    ("cards", i),
                )
            )
    return problems + balance(claims(data), ("cards",), f"cards of “{data.id}”")


def claims(data: Sort) -> tuple[Claim, ...]:
    """Give the cards that are true or false."""
    return tuple(
        Claim(("cards", i, "text"), c.text, c.truth)
        for i, c in enumerate(data.cards)
        if c.truth is not None
    )


def questions(data: Sort) -> tuple[Question, ...]:
    """Ask of each card which bin it belongs in."""
    options = tuple(Option(b.id, b.label) for b in data.bins)
    return tuple(
        Question(c.id, c.text, options, c.bin, c.why, also=c.also_ok, truth=c.truth)
        for c in data.cards
    )


def paper(data: Sort, part: str, w: "Words") -> tuple[Block, ...]:
    """Print bins to hang up, cards to cut, or a sheet to write letters on."""
    if part == printed.KEY:
        return (Text(printed.bold(data.prompt)), printed.answers(_answers(data), w))
    if part == printed.BIG:
        return tuple(block for b in data.bins for block in _label(b))
    if part == printed.CARDS:
        bins = printed.cards(_label(b) for b in data.bins)
        return (Text(printed.bold(data.prompt)), *bins, *_cards(data, w))
    sheet = _lines(data, w)
    if part == printed.BOTH:
        return (Text(printed.bold(data.prompt)), *_cards(data, w), Break(), *sheet)
    listed = [
        printed.post_line(letter(i), c.text, c.picture)
        for i, c in enumerate(data.cards)
    ]
    return (
        Text(printed.bold(data.prompt)),
        printed.specimen(*(block for blocks in listed for block in blocks)),
        *sheet,
    )


def _label(b: Bin) -> tuple[Block, ...]:
    hint = (Text(printed.plain(b.hint)),) if b.hint else ()
    return (Text(printed.plain(b.label), large=True), *hint)


def _cards(data: Sort, w: "Words") -> tuple[Block, ...]:
    held = [
        printed.lettered(letter(i), printed.card(c.text, c.picture))
        for i, c in enumerate(data.cards)
    ]
    return printed.cards(held, made_up=w)


def _lines(data: Sort, w: "Words") -> tuple[Block, ...]:
    rows: list[Block] = [Text(printed.plain(w.t("Write the letters of the cards.")))]
    for b in data.bins:
        name = w.t("{bin}: {hint}", bin=b.label, hint=b.hint) if b.hint else b.label
        rows.append(Lines(1, name))
    rows.append(Lines(2, w.t("One card we talked about, and our reason")))
    return tuple(rows)


def _answers(data: Sort) -> list[tuple[str, str, str]]:
    labels = {b.id: b.label for b in data.bins}
    return [
        (
            f"{printed.bold(letter(i))}  {printed.plain(c.text)}",
            printed.bold(" / ".join(labels.get(b, b) for b in (c.bin, *c.also_ok))),
            printed.plain(c.why),
        )
        for i, c in enumerate(data.cards)
    ]


KIND = Kind("sort", Sort, check, paper, questions=questions, claims=claims)
