"""A short quiz, mostly to refresh a lesson one and four weeks later."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Claim, Kind, Option, Problem, Question
from milkit.activities.marks import same_ids, unknown_ids
from milkit.activities.paper import Block, Break, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words

WEEKS = (0, 1, 4)
COMPETENCIES = ("A1", "A2", "A3", "A4", "E1", "E2", "E3", "E4", "C1", "C2", "C3", "C4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of all items."""

    id: Annotated[str, Says("its name in `correct`", role="id")]
    text: Annotated[str, Says("what the class reads", letters=16)]
    mark: Annotated[
        str,
        Says(
            "circle, square or diamond; none: a letter",
            one_of=("", "yes", "no", "unsure"),
            role="value",
        ),
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of one item."""

    id: Annotated[str, Says("its name in `correct`", role="id")]
    text: Annotated[str, Says("what the class reads")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One quiz item."""

    id: Annotated[str, Says("its name", role="id")]
    stem: Annotated[
        str, Says("the item as it is read, with its own quotation marks", letters=150)
    ]
    correct: Annotated[str, Says("the id of the right answer", role="id")]
    options: Annotated[
        tuple[Answer, ...], Says("answers of this item alone", most=4)
    ] = ()
    why: Annotated[str, Says("the reason, read after the vote")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """Items with one set of answers for all, or each with its own."""

    id: Annotated[str, Says("stands after the word quiz", role="id")]
    booster_week: Annotated[
        int, Says("1 or 4 weeks after the lesson; 0 in the lesson itself")
    ]
    competency: Annotated[
        str, Says("what it asks for", one_of=COMPETENCIES, role="value")
    ]
    options: Annotated[
        tuple[Choice, ...], Says("the answers of all items", most=4)
    ] = ()
    items: Annotated[tuple[Item, ...], Says("the items", least=2, most=12)]


def options_of(data: Quiz, item: Item) -> tuple[Option, ...]:
    """Give the answers of one item: its own, or those of the whole quiz."""
    if item.options:
        return tuple(Option(o.id, o.text) for o in item.options)
    return tuple(Option(o.id, o.text, o.mark) for o in data.options)


def check(data: Quiz) -> list[Problem]:
    """Check ids, answers, and that right answers are shared out evenly."""
    problems = same_ids([i.id for i in data.items], ("items",))
    problems += same_ids([o.id for o in data.options], ("options",))
    if data.booster_week not in WEEKS:
        what = f"`booster_week` is {data.booster_week}"
        problems.append(Problem(what, "write 0, 1 or 4", ("booster_week",)))
    for i, item in enumerate(data.items):
        ids = [o.id for o in options_of(data, item)]
        problems += same_ids(ids, ("items", i, "options")) if item.options else []
        if len(ids) < 2:  # noqa: PLR2004 - one answer is no question
            problems.append(
                Problem(
                    f"“{item.id}” has no answers to choose from",
                    "add `options`",
                    ("items", i),
                )
            )
        else:
            problems += unknown_ids(
                [item.correct], ids, ("items", i, "correct"), "option"
            )
    return problems + _check_shares(data)


def _check_shares(data: Quiz) -> list[Problem]:
    shared = [i for i in data.items if not i.options]
    right = Counter(i.correct for i in shared)
    shares = [right[o.id] for o in data.options]
    if len(shares) != 2 or shares[0] == shares[1]:  # noqa: PLR2004 - only two can be even
        return []
    counted = ", ".join(f"{o.id} {right[o.id]}" for o in data.options)
    return [
        Problem(
            f"right answers are uneven: {counted}",
            "let each of the two be right as often",
            ("items",),
        )
    ]


def claims(data: Quiz) -> tuple[Claim, ...]:
    """Give the items that are answered yes or no."""
    truth = {o.id: o.mark == "yes" for o in data.options if o.mark in {"yes", "no"}}
    return tuple(
        Claim(("items", i, "stem"), item.stem, truth[item.correct])
        for i, item in enumerate(data.items)
        if not item.options and item.correct in truth
    )


def questions(data: Quiz) -> tuple[Question, ...]:
    """Give one question an item."""
    truths = {c.at[1]: c.truth for c in claims(data)}
    return tuple(
        Question(
            item.id,
            item.stem,
            options_of(data, item),
            item.correct,
            item.why,
            truth=truths.get(i),
        )
        for i, item in enumerate(data.items)
    )


def paper(data: Quiz, part: str, w: "Words") -> tuple[Block, ...]:
    """Print items to hold up or to cut, or a sheet to tick."""
    if part == printed.KEY:
        return (printed.answers(_answers(data, w), w),)
    if part == printed.CARDS:
        held = [
            printed.lettered(
                w.number(n), (_stem(item), printed.ticks(options_of(data, item)))
            )
            for n, item in enumerate(data.items, 1)
        ]
        return printed.cards(held, made_up=w)
    if part == printed.BIG:
        return tuple(
            block
            for n, item in enumerate(data.items, 1)
            for block in _big(n, data, item, w)
        )
    rows: list[Block] = []
    for n, item in enumerate(data.items, 1):
        rows += [
            *printed.lettered(w.number(n), (_stem(item),)),
            printed.ticks(options_of(data, item)),
        ]
    if part == printed.BOTH:
        return (*paper(data, printed.CARDS, w), Break(), printed.specimen(*rows))
    return (printed.specimen(*rows),)


def _stem(item: Item) -> Text:
    return Text(printed.plain(item.stem), study=True)


def _big(n: int, data: Quiz, item: Item, w: "Words") -> tuple[Block, ...]:
    stem = Text(printed.plain(item.stem), large=True)
    shown = printed.specimen(*printed.lettered(w.number(n), (stem,)))
    return (shown, printed.fingers(options_of(data, item), w))


def _answers(data: Quiz, w: "Words") -> list[tuple[str, str, str]]:
    found = []
    for n, item in enumerate(data.items, 1):
        texts = {o.id: o.text for o in options_of(data, item)}
        stem = f"{printed.bold(w.number(n))}  {printed.plain(item.stem)}"
        found.append(
            (
                stem,
                printed.bold(texts.get(item.correct, item.correct)),
                printed.plain(item.why),
            )
        )
    return found


KIND = Kind("quiz", Quiz, check, paper, questions=questions, claims=claims)
