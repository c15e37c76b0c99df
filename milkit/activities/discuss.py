"""A talk in class: one question, beginnings of sentences, and rules of the talk."""

from dataclasses import dataclass
from typing import Annotated

from milkit.activities.kind import Kind, Problem
from milkit.activities.shape import Says


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


KIND = Kind("discuss", Discuss, check, needs=(), keyed=keyed)
