"""A role play: a scene, roles with goals and secrets, rounds, and a talk after."""

from dataclasses import dataclass
from typing import Annotated

from milkit.activities.kind import Kind, Problem
from milkit.activities.marks import same_ids
from milkit.activities.shape import Says


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


KIND = Kind("roleplay", Roleplay, check, needs=(), keyed=keyed)
