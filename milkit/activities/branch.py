"""A story that branches: the class decides at each scene which way it goes on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Claim, Kind, Option, Problem, Question
from milkit.activities.marks import balance, letter, same_ids, unknown_ids
from milkit.activities.paper import Block, Break, Bullets, Heading, Lines, Text, Ticks
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One choice at a scene."""

    text: Annotated[str, Says("what the class may do", letters=48)]
    to: Annotated[str, Says("the id of the scene or end it leads to", role="id")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One scene of the story."""

    id: Annotated[str, Says("its name in `to` and `start`", role="id")]
    text: Annotated[str, Says("the scene", letters=200)]
    who: Annotated[str, Says("who sends the claim")] = ""
    claim: Annotated[str, Says("an invented message under study", letters=96)] = ""
    truth: Annotated[
        bool | None, Says("with a claim: true = honest, false = it uses the trick")
    ] = None
    technique: Annotated[
        str, Says("the id of the technique to look for", role="id")
    ] = ""
    picture: Annotated[str, Says("a picture of the lesson", role="picture")] = ""
    choices: Annotated[tuple[Way, ...], Says("two or three ways on", least=2, most=3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where a path ends."""

    id: Annotated[str, Says("its name in `to`", role="id")]
    title: Annotated[str, Says("the end in a few words", letters=40)]
    text: Annotated[str, Says("what happened and why", letters=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """A trick of persuasion and how to spot it."""

    id: Annotated[str, Says("its name in `technique`", role="id")]
    name: Annotated[str, Says("what it is called", letters=28)]
    how: Annotated[str, Says("one sentence: how to spot it", letters=120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Scenes with choices, from `start` to one of the ends."""

    id: Annotated[str, Says("stands after the word branch", role="id")]
    prompt: Annotated[str, Says("the question to the class", letters=60)] = ""
    start: Annotated[str, Says("the id of the first scene", role="id")]
    nodes: Annotated[tuple[Node, ...], Says("the scenes", least=2, most=16)]
    ends: Annotated[tuple[End, ...], Says("the ends", least=1, most=6)]
    techniques: Annotated[tuple[Technique, ...], Says("the tricks that occur")] = ()


def check(data: Branch) -> list[Problem]:
    """Check ids, claims, and that every scene is reached and every path ends."""
    nodes, ends = [n.id for n in data.nodes], [e.id for e in data.ends]
    tricks = [t.id for t in data.techniques]
    problems = same_ids(nodes + ends, ("nodes",)) + same_ids(tricks, ("techniques",))
    problems += unknown_ids([data.start], nodes, ("start",), "scene")
    for i, node in enumerate(data.nodes):
        at = ("nodes", i)
        problems += unknown_ids(
            [w.to for w in node.choices], nodes + ends, (*at, "choices"), "scene or end"
        )
        problems += unknown_ids(
            [node.technique] if node.technique else [],
            tricks,
            (*at, "technique"),
            "technique",
        )
        problems += _check_claim(node, at)
    problems += balance(claims(data), ("nodes",), f"claims of “{data.id}”")
    return problems or _check_paths(data)


def _check_claim(node: Node, at: tuple[str | int, ...]) -> list[Problem]:
    if bool(node.claim) == (node.truth is not None):
        return []
    if node.claim:
        return [
            Problem(
                f"the claim of “{node.id}” has no `truth`",
                "add truth = true or truth = false",
                at,
            )
        ]
    return [
        Problem(
            f"“{node.id}” has `truth` but no claim",
            'add claim = "…" or take `truth` out',
            at,
        )
    ]


def _check_paths(data: Branch) -> list[Problem]:
    """Walk from the start; called when every id is known."""
    ways = {n.id: [w.to for w in n.choices] for n in data.nodes}
    reached = _reach(data.start, ways)
    index = {n.id: i for i, n in enumerate(data.nodes)}
    problems = [
        Problem(
            f"no path leads to the scene “{n.id}”",
            "let a choice lead to it, or take it out",
            ("nodes", index[n.id]),
        )
        for n in data.nodes
        if n.id not in reached
    ]
    problems += [
        Problem(
            f"no path leads to the end “{e.id}”",
            "let a choice lead to it, or take it out",
            ("ends", i),
        )
        for i, e in enumerate(data.ends)
        if e.id not in reached
    ]
    problems += [
        Problem(
            f"the story can come back to “{n}”",
            "let its choices lead on, so that every path ends",
            ("nodes", index[n]),
        )
        for n in ways
        if any(n in _reach(to, ways) for to in ways[n])
    ]
    return problems


def _reach(start: str, ways: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += ways.get(here, [])
    return reached


def claims(data: Branch) -> tuple[Claim, ...]:
    """Give the messages under study."""
    return tuple(
        Claim(("nodes", i, "claim"), n.claim, n.truth)
        for i, n in enumerate(data.nodes)
        if n.truth is not None and n.claim
    )


def questions(data: Branch) -> tuple[Question, ...]:
    """Give one view a scene; its options are a, b, c in the order of the choices."""
    return tuple(
        Question(
            n.id,
            n.text,
            tuple(
                Option(letter(i).lower(), way.text) for i, way in enumerate(n.choices)
            ),
            truth=n.truth,
        )
        for n in data.nodes
    )


def numbers(data: Branch) -> dict[str, int]:
    """Give scenes and ends their printed numbers: the start is 1, ends come last."""
    ids = [n.id for n in data.nodes]
    ordered = sorted(ids, key=lambda one: (one != data.start, ids.index(one)))
    return {one: n for n, one in enumerate([*ordered, *(e.id for e in data.ends)], 1)}


def paper(data: Branch, part: str, w: "Words") -> tuple[Block, ...]:
    """Print the story to hold up, as cards that send one on, or a sheet on claims."""
    if part == printed.KEY:
        return _key(data, w)
    large = part == printed.BIG
    if part in {printed.BIG, printed.CARDS}:
        told = _told(data, w, large=large)
        if not large:
            return printed.cards(told, made_up=w)
        return tuple(
            block for scene in told for block in (printed.specimen(*scene), Break())
        )
    sheet = _sheet(data, w)
    if part == printed.BOTH:
        return (*paper(data, printed.CARDS, w), Break(), *sheet)
    return sheet


def _told(data: Branch, w: "Words", *, large: bool) -> list[tuple[Block, ...]]:
    """Give every scene and end, in the order of their numbers."""
    number = numbers(data)
    nodes = sorted(data.nodes, key=lambda node: number[node.id])
    told = [_scene(node, number, w, large=large) for node in nodes]
    return told + [_end(e, w.number(number[e.id]), w, large=large) for e in data.ends]


def _end(end: End, number: str, w: "Words", *, large: bool) -> tuple[Block, ...]:
    title = w.t("{number}  End: {title}", number=number, title=end.title)
    return (Heading(title, 2), Text(printed.plain(end.text), large=large))


def _scene(
    node: Node, number: dict[str, int], w: "Words", *, large: bool
) -> tuple[Block, ...]:
    said = printed.post(w, node.claim, who=node.who, picture=node.picture, large=large)
    ways = tuple(
        f"{printed.bold(letter(i))}  {printed.plain(way.text)}  "
        + printed.bold(w.t("Go to {number}", number=w.number(number.get(way.to, 0))))
        for i, way in enumerate(node.choices)
    )
    return (
        Heading(w.number(number[node.id]), 2),
        Text(printed.plain(node.text), large=large),
        *said,
        *(Text(way) for way in ways),
    )


def _sheet(data: Branch, w: "Words") -> tuple[Block, ...]:
    """Ask of each message whether it is honest; without messages, for the path."""
    tricks = tuple(
        f"{printed.bold(t.name)}: {printed.plain(t.how)}" for t in data.techniques
    )
    rows: list[Block] = [Bullets(tricks)] if tricks else []
    choices = Ticks((("yes", w.t("Honest")), ("no", w.t("Uses a trick"))))
    for n, node in enumerate((n for n in data.nodes if n.claim), 1):
        said = printed.post(w, node.claim, who=node.who, picture=node.picture)
        rows += [printed.specimen(*printed.lettered(w.number(n), said)), choices]
        rows.append(Lines(1, w.t("Which words show it?")))
    if not claims(data):
        rows.append(Lines(1, w.t("Our path: the numbers of the scenes")))
        rows.append(Lines(2, w.t("What would you do another time, and why?")))
    return tuple(rows)


def _key(data: Branch, w: "Words") -> tuple[Block, ...]:
    tricks = {t.id: t for t in data.techniques}
    rows = []
    number = numbers(data)
    nodes = sorted(data.nodes, key=lambda node: number[node.id])
    for node in nodes:
        if node.truth is None:
            continue
        trick = tricks.get(node.technique)
        name = (
            w.t("Honest")
            if node.truth
            else trick.name
            if trick
            else w.t("Uses a trick")
        )
        how = trick.how if trick else ""
        claim = printed.asked(w.number(number[node.id]), node.claim, node.who)
        rows.append((claim, printed.bold(name), printed.plain(how)))
    ways = tuple(
        printed.plain(
            w.t(
                "{number}: {ways}",
                number=w.number(number[node.id]),
                ways=", ".join(
                    f"{letter(i)} → {w.number(number.get(way.to, 0))}"
                    for i, way in enumerate(node.choices)
                ),
            )
        )
        for node in nodes
    )
    table = (printed.answers(rows, w),) if rows else ()
    return (
        *table,
        Text(printed.bold(w.t("The ways through the story"))),
        Bullets(ways),
    )


KIND = Kind("branch", Branch, check, paper, questions=questions, claims=claims)
