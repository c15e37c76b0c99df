"""A story that branches: the class decides at each scene which way it goes on."""

from dataclasses import dataclass
from typing import Annotated

from milkit.activities.kind import Claim, Kind, Option, Problem, Question
from milkit.activities.marks import balance, letter, same_ids, unknown_ids
from milkit.activities.shape import Says


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


KIND = Kind("branch", Branch, check, questions=questions, claims=claims)
