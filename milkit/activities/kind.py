"""What every kind of activity offers to the floors above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.activities.paper import Block
    from milkit.ground.words import Words



@dataclass(frozen=True, slots=True)
class Option:
    """One answer: *mark* is yes, no, unsure or "" (then letters A, B, C… are shown)."""

    id: str
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the class answers and the teacher counts; *answer* "" = a view."""

    id: str
    text: str
    options: tuple[Option, ...]
    answer: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the counts of one question say: *right* of *counted* hands; None = a view."""

    question: str
    counted: int
    right: int | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a lesson: what it is and how to mend it."""

    what: str
    mend: str


class Kind(Protocol):
    """
    One kind of activity, implemented by one module in this folder.

    *name* is the word after the fence, *shape* the frozen dataclass of its data
    (its first field is `id`). All functions are pure. *part* of `paper` is
    big, cards, questions, cards+questions or key.
    """

    name: str
    shape: type[Any]

    def check(self, data: Any) -> list[Problem]:
        """Say what is wrong with *data* beyond its shape (balance, lengths, ids)."""
        ...

    def questions(self, data: Any) -> tuple[Question, ...]:
        """Give what the class answers, in order; () when nothing is counted."""
        ...

    def marks(self, data: Any, counts: Mapping[str, Mapping[str, int]]) -> list[Mark]:
        """Say how many hands were right, question by question."""
        ...

    def paper(self, data: Any, part: str, words: Words) -> tuple[Block, ...]:
        """Give the printed form of one part."""
        ...
