"""The stops inside an activity: what is asked and what is revealed at each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from milkit.activities.kind import Question
    from milkit.content.lesson import Activity

Placed = tuple[tuple[str, str], ...]
COUNTS, ANSWER = "counts", "answer"
PAUSE, COMPARE = "pause", "compare"


@dataclass(frozen=True, slots=True)
class Stop:
    """
    One place inside an activity.

    *key* names it for what is revealed. *questions* are answered by hands, the first
    is the main one. *rungs* are what can be revealed, one after the other. *shares*
    says that the counts of the whole activity belong to it.
    """

    key: str = ""
    questions: tuple[Question, ...] = ()
    rungs: tuple[str, ...] = ()
    shares: bool = False


def stops(activity: Activity, *, answered: bool = False) -> int:
    """Say how many stops there are; marks are gone through once *answered*."""
    count = _COUNTS.get(activity.kind)
    if activity.kind == "annotate":
        data = activity.data
        return len(data.targets) + len(data.decoys) if answered else 1
    return count(activity.data) if count else 1


def stop(activity: Activity, item: int, placed: Placed) -> Stop:
    """Say where the class is; *placed* matters for a story, which branches."""
    item = min(item, stops(activity, answered=True) - 1)
    return _STOPS[activity.kind](activity.data, item, placed)


def answer_waits(activity: Activity, later: Sequence[Activity]) -> bool:
    """Tell whether the same question is asked again later: the answer opens there."""
    return any(
        other.kind == "poll" and other.data.again == activity.id for other in later
    )


def _asked(data: Any, kind: str) -> tuple[Question, ...]:
    from milkit.activities.table import KINDS

    return KINDS[kind].questions(data)


def _rungs(question: Question) -> tuple[str, ...]:
    return (COUNTS, ANSWER) if question.answer else (COUNTS,)


def _poll(data: Any, _: int, __: Placed) -> Stop:
    (question,) = _asked(data, "poll")
    return Stop(question.id, (question,), _rungs(question))


def _rate(data: Any, item: int, _: Placed) -> Stop:
    wanted = data.items[item].id
    questions = tuple(
        q for q in _asked(data, "rate") if q.id in {wanted, f"{wanted}-sure"}
    )
    return Stop(wanted, questions, _rungs(questions[0]))


def _quiz(data: Any, item: int, _: Placed) -> Stop:
    question = _asked(data, "quiz")[item]
    return Stop(question.id, (question,), _rungs(question))


def feed_order(data: Any) -> list[str]:
    """List a feed's stops: posts by id, the pause between them, last the comparison."""
    ids = [post.id for post in data.posts]
    if data.pause:
        ids.insert(data.prompt_at, PAUSE)
    return [*ids, COMPARE] if data.compare else ids


def _feed(data: Any, item: int, _: Placed) -> Stop:
    key = feed_order(data)[item]
    if key == COMPARE:
        return Stop(key, rungs=(COUNTS,), shares=True)
    if key == PAUSE:
        return Stop(key)
    question = next(q for q in _asked(data, "feed") if q.id == key)
    return Stop(key, (question,), _rungs(question))


def _branch(data: Any, _: int, placed: Placed) -> Stop:
    here = placed[-1][1] if placed else data.start
    node = next((node for node in data.nodes if node.id == here), None)
    if node is None:
        return Stop(here)
    question = next(q for q in _asked(data, "branch") if q.id == here)
    explained = bool(node.technique or node.claim)
    return Stop(here, (question,), (COUNTS, ANSWER) if explained else (COUNTS,))


def _sort(data: Any, item: int, _: Placed) -> Stop:
    return Stop(data.cards[item].id, rungs=(ANSWER,))


def _trace(data: Any, item: int, _: Placed) -> Stop:
    at_the_line = item > len(data.artefacts)
    return Stop(rungs=(ANSWER,) if at_the_line else ())


def _whole(_: Any, __: int, ___: Placed) -> Stop:
    return Stop(rungs=(ANSWER,))


def _create(data: Any, _: int, __: Placed) -> Stop:
    return Stop(rungs=(ANSWER,) if data.example else ())


def _talk(_: Any, __: int, ___: Placed) -> Stop:
    return Stop()


_COUNTS: dict[str, Callable[[Any], int]] = {
    "rate": lambda data: len(data.items),
    "quiz": lambda data: len(data.items),
    "sort": lambda data: len(data.cards),
    "feed": lambda data: len(feed_order(data)),
    "trace": lambda data: len(data.artefacts) + 2,  # the post, each copy, the line
    "roleplay": lambda data: len(data.rounds) + 2,  # the scene, rounds, the talk
}
_STOPS: dict[str, Callable[[Any, int, Placed], Stop]] = {
    "poll": _poll,
    "rate": _rate,
    "quiz": _quiz,
    "feed": _feed,
    "branch": _branch,
    "sort": _sort,
    "trace": _trace,
    "sequence": _whole,
    "annotate": _whole,
    "create": _create,
    "discuss": _talk,
    "roleplay": _talk,
}
