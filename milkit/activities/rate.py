"""Rating: short items, each true or not, in pairs so that any pair leaves a balance."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Claim, Kind, Option, Problem, Question
from milkit.activities.marks import balance, same_ids
from milkit.activities.paper import Block, Break, Heading, Text, Ticks
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What the two answers are called."""

    true: Annotated[str, Says("the answer for what is true or fits", letters=16)]
    false: Annotated[
        str, Says("the answer for what is false or does not fit", letters=16)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item to rate."""

    id: Annotated[str, Says("its name", role="id")]
    pair: Annotated[
        str, Says("the same word for two neighbours, one true, one false", role="id")
    ]
    topic: Annotated[str, Says("what both of the pair are about", role="value")]
    text: Annotated[str, Says("the item, without quotation marks", letters=80)]
    found: Annotated[str, Says("what a check found", letters=80)] = ""
    picture: Annotated[str, Says("a picture of the lesson", role="picture")] = ""
    truth: Annotated[bool, Says("true or false")]
    why: Annotated[str, Says("the reason, read after the vote")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Items that the class calls true or false, one after another."""

    id: Annotated[str, Says("stands after the word rate", role="id")]
    scale: Annotated[str, Says("two answers", one_of=("binary",), role="value")] = (
        "binary"
    )
    ask_sure: Annotated[bool, Says("also ask who is sure")] = False
    prompt: Annotated[str, Says("the question to the class", letters=60)] = ""
    labels: Annotated[Labels, Says("what the two answers are called")]
    items: Annotated[tuple[Item, ...], Says("the items, in pairs", least=2, most=12)]


def check(data: Rate) -> list[Problem]:
    """Check ids, the balance, and that neighbours are a pair, one true, one false."""
    at = ("items",)
    problems = same_ids([item.id for item in data.items], at)
    problems += balance(claims(data), at, f"items of “{data.id}”")
    for first in range(0, len(data.items) - 1, 2):
        problems += _check_pair(
            data.items[first], data.items[first + 1], (*at, first + 1)
        )
    pairs = [item.pair for item in data.items[::2]]
    problems += same_ids(pairs, at, "pair")
    return problems


def _check_pair(one: Item, other: Item, at: tuple[str | int, ...]) -> list[Problem]:
    if one.pair != other.pair or one.topic != other.topic:
        return [
            Problem(
                f"“{one.id}” and “{other.id}” are neighbours but no pair",
                "give both the same `pair` and `topic`; a teacher may stop here",
                at,
            )
        ]
    if one.truth == other.truth:
        return [
            Problem(
                f"both items of “{one.pair}” have truth = {str(one.truth).lower()}",
                "make one of them true and one false",
                at,
            )
        ]
    return []


def claims(data: Rate) -> tuple[Claim, ...]:
    """Give every item."""
    return tuple(
        Claim(("items", i, "text"), x.text, x.truth) for i, x in enumerate(data.items)
    )


def questions(data: Rate) -> tuple[Question, ...]:
    """Give one question an item; with `ask_sure` also its id + "-sure", a view."""
    options = (
        Option("true", data.labels.true, "yes"),
        Option("false", data.labels.false, "no"),
    )
    found: list[Question] = []
    for item in data.items:
        answer = "true" if item.truth else "false"
        found.append(
            Question(item.id, item.text, options, answer, item.why, truth=item.truth)
        )
        if data.ask_sure:
            found.append(Question(f"{item.id}-sure", item.text, SURE))
    return tuple(found)


# English on purpose: the kit's own words, translated where they are shown.
SURE = (Option("sure", "Sure"), Option("not-sure", "Not sure"))


def paper(data: Rate, part: str, w: "Words") -> tuple[Block, ...]:
    """Print strips to read aloud, cards to cut, or a sheet to tick."""
    if part == printed.KEY:
        return (printed.answers(_answers(data, w), w),)
    if part == printed.CARDS:
        return printed.cards(
            (
                printed.lettered(w.number(n), _item(item, w))
                for n, item in enumerate(data.items, 1)
            ),
            made_up=w,
        )
    if part == printed.BIG:
        return tuple(
            printed.specimen(*printed.lettered(w.number(n), _item(item, w, large=True)))
            for n, item in enumerate(data.items, 1)
        )
    head = (Heading(data.prompt, 2),) if data.prompt else ()
    rows: list[Block] = []
    options = questions(data)[0].options
    for n, item in enumerate(data.items, 1):
        rows += printed.lettered(w.number(n), _item(item, w))
        rows.append(printed.ticks(options))
        if data.ask_sure:
            rows.append(Ticks((("", w.t("Sure")), ("", w.t("Not sure")))))
    sheet = (*head, printed.specimen(*rows))
    if part == printed.BOTH:
        return (*paper(data, printed.CARDS, w), Break(), *sheet)
    return sheet


def _item(item: Item, w: "Words", *, large: bool = False) -> tuple[Block, ...]:
    found = (Text(printed.plain(item.found), small=not large),) if item.found else ()
    return (*printed.post(w, item.text, picture=item.picture, large=large), *found)


def _answers(data: Rate, w: "Words") -> list[tuple[str, str, str]]:
    return [
        (
            f"{printed.bold(w.number(n))}  {printed.plain(item.text)}",
            printed.bold(data.labels.true if item.truth else data.labels.false),
            printed.plain(item.why),
        )
        for n, item in enumerate(data.items, 1)
    ]


KIND = Kind("rate", Rate, check, paper, questions=questions, claims=claims)
