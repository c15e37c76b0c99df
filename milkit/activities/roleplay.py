"""A role play: a scene, roles with goals and secrets, rounds, and a talk after."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Kind, Problem
from milkit.activities.marks import same_ids
from milkit.activities.paper import Block, Break, Heading, Table, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One part to play."""

    id: Annotated[str, Says("its name", role="id")]
    name: Annotated[str, Says("who it is", letters=28)]
    goal: Annotated[str, Says("what the player wants", letters=120)]
    secret: Annotated[str, Says("only on this player's card", letters=120)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of play."""

    id: Annotated[str, Says("its name", role="id")]
    minutes: Annotated[int, Says("how long it takes")]
    task: Annotated[str, Says("what the players do", letters=120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roleplay:
    """A scene to play in groups."""

    id: Annotated[str, Says("stands after the word roleplay", role="id")]
    scene: Annotated[str, Says("where and what", letters=200)]
    roles: Annotated[tuple[Role, ...], Says("the parts", least=2, most=8)]
    rounds: Annotated[tuple[Round, ...], Says("the rounds in order", least=1, most=6)]
    safety_rule: Annotated[str, Says("what keeps everybody safe", letters=120)]
    debrief: Annotated[
        tuple[str, ...],
        Says("questions to talk about after", least=2, most=4),
    ]


def check(data: Roleplay) -> list[Problem]:
    """Check ids and the minutes of the rounds."""
    problems = same_ids([r.id for r in data.roles], ("roles",))
    problems += same_ids([r.id for r in data.rounds], ("rounds",))
    problems += [
        Problem(
            f"the round “{r.id}” takes {r.minutes} minutes",
            "write 1 or more",
            ("rounds", i, "minutes"),
        )
        for i, r in enumerate(data.rounds)
        if r.minutes < 1
    ]
    return problems


def keyed(_data: Roleplay) -> bool:
    """Tell that a role play has no answers."""
    return False


def paper(data: Roleplay, part: str, w: "Words") -> tuple[Block, ...]:
    """Print the scene to hold up, one card a role, or the questions for after."""
    if part == printed.KEY:
        return ()
    talk = (Heading(w.t("Talk about it"), 2), *_debrief(data, w))
    if part == printed.CARDS:
        return printed.cards((_card(role, w) for role in data.roles), made_up=w)
    if part == printed.BIG:
        rounds = Table(
            (w.t("Round"), w.t("Minutes"), w.t("Task")),
            tuple(
                (w.number(n), w.number(r.minutes), printed.plain(r.task))
                for n, r in enumerate(data.rounds, 1)
            ),
            (0.15, 0.15, 0.7),
        )
        return (
            printed.specimen(Text(printed.plain(data.scene), large=True)),
            rounds,
            *_rule(data, w),
        )
    sheet = (
        printed.specimen(Text(printed.plain(data.scene), study=True)),
        *_rule(data, w),
        *talk,
    )
    if part == printed.BOTH:
        return (*paper(data, printed.CARDS, w), Break(), *sheet)
    return sheet


def _card(role: Role, w: "Words") -> tuple[Block, ...]:
    secret = w.t("Only you know: {secret}", secret=role.secret)
    hidden = (Text(printed.plain(secret), small=True),) if role.secret else ()
    return (
        Heading(role.name, 2),
        Text(printed.plain(role.goal)),
        *hidden,
    )


def _rule(data: Roleplay, w: "Words") -> tuple[Block, ...]:
    everybody = w.t("For everybody:")
    return (Text(f"{printed.bold(everybody)} {printed.plain(data.safety_rule)}"),)


def _debrief(data: Roleplay, w: "Words") -> tuple[Block, ...]:
    return tuple(
        block
        for n, question in enumerate(data.debrief, 1)
        for block in printed.task(n, question, 2, w)
    )


KIND = Kind("roleplay", Roleplay, check, paper, needs=(), keyed=keyed)
