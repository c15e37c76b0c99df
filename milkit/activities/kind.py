"""What every kind of activity offers to the floors above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    """
    Something the class answers and the teacher counts; *answer* "" = a view.

    *also* are other answers that are right too. *truth* says whether the material
    under study is true, so that hits and false alarms can be told apart.
    """

    id: str
    text: str
    options: tuple[Option, ...]
    answer: str = ""
    why: str = ""
    also: tuple[str, ...] = ()
    truth: bool | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What the counts of one question say: *right* of *counted*; None = a view."""

    question: str
    counted: int
    right: int | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a lesson, how to mend it, and the path to it in the data."""

    what: str
    mend: str
    at: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A text that students judge: its place in the data, its *text*, is it true."""

    at: tuple[str | int, ...]
    text: str
    truth: bool


def _none(_data: Any) -> tuple[Any, ...]:
    return ()


def _no_paper(_data: Any, _part: str, _words: Words) -> tuple[Block, ...]:
    return ()


def _always(_data: Any) -> bool:
    return True


def _alone(data: Any, _others: Mapping[str, Any]) -> Any:
    return data


@dataclass(frozen=True, slots=True)
class Kind:
    """
    One kind of activity, made of the functions of one module in this folder.

    *name* is the word after the fence, *shape* the frozen dataclass of its data (its
    first field is `id`), *needs* what a class must have for it. All functions are
    pure. *check* says what is wrong beyond the shape (balance, ids, order). *paper*
    gives the printed form of one part: big, cards, questions, cards+questions or key,
    () when the kind has nothing there; its pictures have no alternative text yet (the
    lesson holds that). *questions* are what the class answers, in order. *claims* are
    the texts that students judge, for the balance. *fill* takes what the data shares
    with other activities of the lesson, by their ids. *keyed* tells whether its answers
    belong on the answer key.
    """

    name: str
    shape: type[Any]
    check: Callable[[Any], list[Problem]]
    paper: Callable[[Any, str, Words], tuple[Block, ...]] = _no_paper
    needs: tuple[str, ...] = ("projector",)
    questions: Callable[[Any], tuple[Question, ...]] = _none
    claims: Callable[[Any], tuple[Claim, ...]] = _none
    fill: Callable[[Any, Mapping[str, Any]], Any] = _alone
    keyed: Callable[[Any], bool] = _always

    def marks(self, data: Any, counts: Mapping[str, Mapping[str, int]]) -> list[Mark]:
        """Say how many hands were right, question by question."""
        return [_mark(q, counts.get(q.id, {})) for q in self.questions(data)]


def _mark(question: Question, hands: Mapping[str, int]) -> Mark:
    counted = sum(hands.get(option.id, 0) for option in question.options)
    if not question.answer:
        return Mark(question.id, counted, None)
    right = sum(hands.get(option, 0) for option in (question.answer, *question.also))
    return Mark(question.id, counted, right)
