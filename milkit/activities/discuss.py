"""A talk in class: one question, beginnings of sentences, and rules of the talk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Kind, Problem
from milkit.activities.paper import Block, Bullets, Heading, Lines, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Discuss:
    """One question to talk about; the minutes are the step's."""

    id: Annotated[str, Says("stands after the word discuss", role="id")]
    question: Annotated[str, Says("the question to the class", letters=96)]
    picture: Annotated[str, Says("a picture to look at", role="picture")] = ""
    starters: Annotated[tuple[str, ...], Says("beginnings of sentences", most=4)] = ()
    norms: Annotated[tuple[str, ...], Says("rules of the talk", most=4)] = ()


def check(_data: Discuss) -> list[Problem]:
    """Find nothing: the shape says it all."""
    return []


def keyed(_data: Discuss) -> bool:
    """Tell that a talk has no answers."""
    return False


def paper(data: Discuss, part: str, _w: "Words") -> tuple[Block, ...]:
    """Print the question to hold up, beginnings of sentences to cut, or a sheet."""
    picture = (printed.shown(data.picture),) if data.picture else ()
    norms = (Bullets(tuple(map(printed.plain, data.norms))),) if data.norms else ()
    if part == printed.KEY:
        return ()
    if part == printed.CARDS:
        return printed.cards((Text(printed.bold(s)), Lines(1)) for s in data.starters)
    if part == printed.BIG:
        starters = (
            (Bullets(tuple(map(printed.plain, data.starters))),)
            if data.starters
            else ()
        )
        return (
            Text(printed.plain(data.question), large=True),
            *picture,
            *starters,
            *norms,
        )
    begun = [Lines(1, starter) for starter in data.starters] or [Lines(3)]
    return (Heading(data.question, 2), *picture, *begun, *norms)


KIND = Kind("discuss", Discuss, check, paper, needs=(), keyed=keyed)
