"""Tracing: dated copies of a photo, to find the oldest and compare its caption."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from typing import Annotated

from milkit.activities.kind import Claim, Kind, Problem
from milkit.activities.marks import LETTERS, same_ids, unknown_ids
from milkit.activities.shape import Says

CHANGES = ("place", "date", "event", "cut", "colour", "joined", "made")
DECISIVE = frozenset({"place", "date", "event", "joined", "made"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """One copy."""

    id: Annotated[str, Says("its letter: A, B, C …", role="id")]
    date: Annotated[
        date, Says("the day; two copies of one day need times", role="value")
    ]
    who: Annotated[str, Says("who showed it")]
    place: Annotated[str, Says("the place it names, or nothing")] = ""
    caption: Annotated[
        str, Says("the words under it, without quotation marks", letters=96)
    ]
    picture: Annotated[str, Says("the picture as this copy shows it", role="picture")]
    same: Annotated[bool, Says("true: the same photo; false: another photo")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One question of the sheet."""

    id: Annotated[str, Says("its name", role="id")]
    text: Annotated[str, Says("the question")]
    lines: Annotated[int, Says("lines to write on")]
    key: Annotated[str, Says("the answer, for the teacher")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Today's post with its photo, and the dated copies that were found."""

    id: Annotated[str, Says("stands after the word trace", role="id")]
    help: Annotated[
        str,
        Says(
            "how much the teacher helps",
            one_of=("guided", "less", "none"),
            role="value",
        ),
    ]
    today: Annotated[date, Says("the day of the story", role="value")]
    claim: Annotated[str, Says("today's caption, without quotation marks", letters=96)]
    who: Annotated[str, Says("who posts it today")]
    picture: Annotated[str, Says("the picture of today's post", role="picture")]
    fits: Annotated[bool, Says("does the caption fit the photo?")]
    changed: Annotated[
        tuple[str, ...],
        Says("what changed since the oldest copy", one_of=CHANGES, role="value"),
    ]
    oldest: Annotated[
        str, Says("the letter of the oldest copy of the same photo", role="id")
    ]
    why: Annotated[str, Says("the reason, read at the end")]
    unknown: Annotated[str, Says("what the trace does not show")]
    artefacts: Annotated[
        tuple[Artefact, ...], Says("the copies, as they are shown", least=2, most=6)
    ]
    questions: Annotated[
        tuple[Task, ...], Says("the questions of the sheet", least=1, most=6)
    ]


def moment(when: date) -> datetime:
    """Give a date or time as a time, to compare both."""
    return when if isinstance(when, datetime) else datetime.combine(when, time())


def check(data: Trace) -> list[Problem]:
    """Check letters, dates, the oldest copy, and that today's post is one of them."""
    ids = [a.id for a in data.artefacts]
    problems = same_ids(ids, ("artefacts",)) + same_ids(
        [q.id for q in data.questions], ("questions",)
    )
    wanted = list(LETTERS[: len(ids)])
    if ids != wanted:
        problems.append(
            Problem(
                f"the copies are called {', '.join(ids)}",
                f"call them {', '.join(wanted)}",
                ("artefacts",),
            )
        )
    problems += unknown_ids([data.oldest], ids, ("oldest",), "copy")
    return problems + _check_dates(data) + _check_today(data) + _check_fit(data)


def _check_dates(data: Trace) -> list[Problem]:
    problems = []
    ordered = sorted(data.artefacts, key=lambda a: moment(a.date))
    for one, other in pairwise(ordered):
        if moment(one.date) == moment(other.date):
            what = f"the copies {one.id} and {other.id} have the same date"
            problems.append(
                Problem(what, "add times, like 2026-10-12T07:15:00", ("artefacts",))
            )
    late = [
        a for a in data.artefacts if moment(a.date).date() > moment(data.today).date()
    ]
    problems += [
        Problem(
            f"the copy {a.id} is later than `today`",
            "write an earlier date",
            ("artefacts", data.artefacts.index(a), "date"),
        )
        for a in late
    ]
    first = next((a.id for a in ordered if a.same), "")
    if first and first != data.oldest:
        problems.append(
            Problem(
                f"the oldest copy of the same photo is {first}, not {data.oldest}",
                f'write oldest = "{first}"',
                ("oldest",),
            )
        )
    return problems


def _check_today(data: Trace) -> list[Problem]:
    post = (data.who, data.claim, data.picture)
    if any((a.who, a.caption, a.picture) == post for a in data.artefacts):
        return []
    mend = "give one copy the same `who`, `caption` and `picture`, word for word"
    return [Problem("today's post is not one of the copies", mend, ("artefacts",))]


def _check_fit(data: Trace) -> list[Problem]:
    decisive = sorted(DECISIVE.intersection(data.changed))
    if data.fits and decisive:
        what = f"`fits` is true, but `changed` says {', '.join(decisive)}"
    elif not data.fits and not decisive:
        what = "`fits` is false, but nothing decisive changed"
    else:
        return []
    return [
        Problem(
            what,
            f"mend one of them; decisive are {', '.join(sorted(DECISIVE))}",
            ("changed",),
        )
    ]


def claims(data: Trace) -> tuple[Claim, ...]:
    """Give today's caption."""
    return (Claim(("claim",), data.claim, data.fits),)


KIND = Kind("trace", Trace, check, claims=claims)
