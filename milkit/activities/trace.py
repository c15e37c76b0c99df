"""Tracing: dated copies of a photo, to find the oldest and compare its caption."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Claim, Kind, Problem
from milkit.activities.marks import LETTERS, same_ids, unknown_ids
from milkit.activities.paper import Block, Break, Bullets, Heading, Picture, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words

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


def paper(data: Trace, part: str, w: "Words") -> tuple[Block, ...]:
    """Print the copies to hold up or to cut, a sheet of questions, or all in words."""
    if part == printed.KEY:
        return _key(data, w)
    if part == printed.BIG:
        return tuple(block for a in data.artefacts for block in (*_big(a, w), Break()))[
            :-1
        ]
    copies = printed.cards((_card(a, w) for a in data.artefacts), made_up=w)
    if part == printed.CARDS:
        return copies
    today = Text(printed.bold(w.t("Today's post")))
    post = printed.post(
        w,
        data.claim,
        who=data.who,
        when=printed.day(data.today, w),
        picture=data.picture,
    )
    asked = tuple(
        block
        for n, question in enumerate(data.questions, 1)
        for block in printed.task(n, question.text, question.lines, w)
    )
    if part == printed.BOTH:
        return (today, printed.specimen(*post), *copies, *asked)
    return (today, printed.specimen(*post), *asked)


def _big(copy: Artefact, w: "Words") -> tuple[Block, ...]:
    """Give one copy on a page of its own."""
    place = f"  ·  {copy.place}" if copy.place else ""
    head = Heading(f"{copy.id}    {printed.day(copy.date, w)}{place}", 1)
    said = Text(printed.plain(printed.quoted(copy.caption, w)), large=True)
    return (
        head,
        printed.specimen(Picture(copy.picture), Text(printed.bold(copy.who)), said),
    )


def _card(copy: Artefact, w: "Words") -> tuple[Block, ...]:
    place = f"  ·  {printed.plain(copy.place)}" if copy.place else ""
    return (
        Heading(f"{copy.id}    {printed.day(copy.date, w)}", 2),
        Picture(copy.picture),
        Text(f"{printed.bold(copy.who)}{place}", small=True),
        Text(printed.plain(printed.quoted(copy.caption, w)), study=True),
    )


def _key(data: Trace, w: "Words") -> tuple[Block, ...]:
    fits = w.t("The caption fits.") if data.fits else w.t("The caption does not fit.")
    unknown = printed.bold(w.t("What the trace does not show:"))
    asked = tuple(
        f"{printed.plain(q.text)}<br>{printed.bold(q.key)}" for q in data.questions
    )
    return (
        Text(printed.plain(printed.quoted(data.claim, w)), study=True),
        Text(f"{printed.bold(fits)} {printed.plain(data.why)}"),
        Text(f"{unknown} {printed.plain(data.unknown)}"),
        Bullets(asked, ordered=True),
        Text(printed.bold(w.t("The copies in words, to read aloud"))),
        *(block for a in data.artefacts for block in _in_words(a, data, w)),
    )


def _in_words(copy: Artefact, data: Trace, w: "Words") -> tuple[Block, ...]:
    facts = [printed.day(copy.date, w), copy.who, copy.place]
    notes = []
    if copy.id == data.oldest:
        notes.append(w.t("oldest copy"))
    if not copy.same:
        notes.append(w.t("another photo"))
    after = f" ({', '.join(notes)})" if notes else ""
    said = (
        f"{', '.join(f for f in facts if f)}: {printed.quoted(copy.caption, w)}{after}"
    )
    return (
        Text(f"{printed.bold(copy.id)}  {printed.plain(said)}"),
        Picture(copy.picture, in_words=True),
    )


KIND = Kind("trace", Trace, check, paper, claims=claims)
