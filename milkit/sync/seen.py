"""Show a teacher what statements tell: read back from them, so nothing is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records import check_fold, run_fold
from milkit.sync import statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from milkit.records.event import Event


class Vote(NamedTuple):
    """The hands for each answer to a question; codes, as they go."""

    activity: str
    question: str
    hands: tuple[tuple[str, int], ...]


class Record(NamedTuple):
    """
    One record complete: a lesson that was taught, or a check that was given.

    *what* is the code of the lesson or the check, *day* is local (2026-11-12), *here*
    are the students counted, *seconds* the time taught (a check: 0). *class_code* is
    the class's short code, "" for none. *statements* are what it is written in.
    """

    id: str
    check: bool
    what: str
    lang: str
    day: str
    class_code: str
    here: int
    seconds: int
    votes: tuple[Vote, ...]
    where: statement.Where
    statements: tuple[dict[str, Any], ...]


def records_of(told: Iterable[dict[str, Any]]) -> list[Record]:
    """Give the records that statements add up to, newest first."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in told:
        groups.setdefault(one["context"]["registration"], []).append(one)
    found = (_record(group) for group in groups.values())
    return [one for one in found if one is not None][::-1]


def _record(group: list[dict[str, Any]]) -> Record | None:
    events = sorted((statement.event_of(one) for one in group), key=_place)
    kind = events[0].kind
    if kind.startswith("class_"):
        return None
    maker = _check if kind.startswith("check_") else _run
    blank = Record(
        events[0].about,
        check=kind.startswith("check_"),
        what="",
        lang="",
        day=events[0].at[:10],
        class_code="",
        here=0,
        seconds=0,
        votes=(),
        where=statement.where(group[0]),
        statements=tuple(group),
    )
    return maker(blank, events)


def _run(blank: Record, events: list[Event]) -> Record:
    run = run_fold.fold(events)
    if run is None:  # only what came after its start: the rest went before
        return blank
    return blank._replace(
        what=run.lesson,
        lang=run.lang,
        class_code=_short(run.class_id),
        here=run.present,
        seconds=run.taught,
        votes=tuple(
            Vote(activity, question, _hands(hands))
            for (activity, question), hands in run.counts.items()
        ),
    )


def _check(blank: Record, events: list[Event]) -> Record:
    check = check_fold.fold(events)
    if check is None:
        return blank
    answers: dict[str, dict[str, int]] = {}
    for sheet in check.sheets.values():
        for item, answer in sheet.first.items():
            counts = answers.setdefault(item, {})
            counts[answer] = counts.get(answer, 0) + 1
    answers |= {item: dict(hands) for item, hands in check.hands.items()}
    return blank._replace(
        what=check.given.check,
        lang=check.given.lang,
        class_code=_short(check.given.class_id),
        here=check.given.students,
        votes=tuple(Vote("", item, _hands(one)) for item, one in answers.items()),
    )


def _hands(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(counts.items())


def _short(class_id: str) -> str:
    return f"c-{class_id[:4]}" if class_id else ""


def _place(event: Event) -> tuple[int, str, str]:
    return event.place
