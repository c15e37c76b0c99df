"""What was taught: lessons, minutes, students reached and checks, in a span of time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from milkit.records import checks
from milkit.reports.hiding import USUAL, at_least, hidden
from milkit.teaching.next_lesson import taught as lessons_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from milkit.records.checks import GivenRow
    from milkit.records.reading import RunRow
    from milkit.records.store import Records

_MINUTE = 60
_JULY = 7


class Span(NamedTuple):
    """From the *first* day to the *last*, both within; None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether a day lies in the span."""
        after = self.first is None or day >= self.first
        return after and (self.last is None or day <= self.last)


class LessonTaught(NamedTuple):
    """One lesson of a class; *present* is None where nobody was counted or hidden."""

    day: date
    title: str
    topic: str
    lang: str
    class_id: str
    class_name: str
    minutes: int
    present: int | None
    sample: bool


class ClassTaught(NamedTuple):
    """
    A class in the span; *students* and *reached* are None when the class is hidden.

    *reached* is the most students that were in one lesson: the same ones come again.
    *before* and *after* count the checks that were given.
    """

    id: str
    name: str
    students: int | None
    reached: int | None
    lessons: int
    minutes: int
    before: int
    after: int


class Taught(NamedTuple):
    """
    The whole report; *reached* adds up the classes, the hidden ones too.

    *reached* is None when all who were reached are fewer than *least*.
    """

    span: Span
    least: int
    lessons: tuple[LessonTaught, ...]
    classes: tuple[ClassTaught, ...]
    reached: int | None
    hidden: int
    months: tuple[tuple[date, int], ...]
    topics: tuple[tuple[str, int, int], ...]
    checks: int

    @property
    def minutes(self) -> int:
        """All minutes that were taught."""
        return sum(lesson.minutes for lesson in self.lessons)

    @property
    def sample(self) -> bool:
        """Whether made-up lessons are in it."""
        return any(lesson.sample for lesson in self.lessons)


def taught(
    records: Records,
    span: Span = Span(),  # noqa: B008 - a plain tuple, never changed
    class_id: str = "",
    least: int = USUAL,
) -> Taught:
    """Give what was taught in a *span*, to one class or to all ("")."""
    least = at_least(least)
    whole = [r for r in lessons_of(records.runs()) if span.holds(_day(r.started))]
    # What is hidden does not follow the filter: two reports must not give it away.
    out = hidden(_reached(whole), least)
    runs = [run for run in whole if class_id in ("", run.class_id)]
    given = [
        one
        for one in checks.given(records, class_id or None)
        if span.holds(_day(one.begun)) and one.class_id
    ]
    reached = _reached(runs)
    out &= reached.keys()
    return Taught(
        span,
        least,
        tuple(_lesson(run, hide=run.class_id in out) for run in runs),
        tuple(_classes(runs, given, reached, out, least)),
        _sum(reached, out, least),
        len(out),
        _months(runs),
        _topics(runs),
        len(given),
    )


def _sum(reached: dict[str, int], out: frozenset[str], least: int) -> int | None:
    """Add up the classes, the hidden ones too; None where the sum would show one."""
    whole = sum(reached.values())
    alone = sum(reached[each] for each in out)
    return whole if not out or (len(out) > 1 and alone >= least) else None


def halves(records: Records) -> list[Span]:
    """Give the half-years in which something was taught, the newest first."""
    days = {_day(run.started) for run in lessons_of(records.runs())}
    found = {(day.year, day.month >= _JULY) for day in days}
    return [
        Span(date(year, 7, 1), date(year, 12, 31))
        if late
        else Span(date(year, 1, 1), date(year, 6, 30))
        for year, late in sorted(found, reverse=True)
    ]


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).date()


def _minutes(seconds: int) -> int:
    return max(1, round(seconds / _MINUTE))


def _reached(runs: Iterable[RunRow]) -> dict[str, int]:
    """Give for each class the most who were in one lesson, else who belong to it."""
    most: dict[str, int] = {}
    for run in runs:
        here = run.students if run.present is None else run.present
        most[run.class_id] = max(most.get(run.class_id, 0), here)
    return most


def _lesson(run: RunRow, *, hide: bool) -> LessonTaught:
    return LessonTaught(
        _day(run.started),
        run.title,
        run.topic,
        run.lang,
        run.class_id,
        run.class_name,
        _minutes(run.seconds),
        None if hide else run.present,
        run.sample,
    )


def _classes(
    runs: Sequence[RunRow],
    given: Sequence[GivenRow],
    reached: dict[str, int],
    out: frozenset[str],
    least: int,
) -> Iterable[ClassTaught]:
    names = {one.class_id: (one.class_name, one.students) for one in given}
    names |= {run.class_id: (run.class_name, run.students) for run in runs}
    for class_id, (name, students) in sorted(
        names.items(), key=lambda each: (each[1][0], each[0])
    ):
        own = [run for run in runs if run.class_id == class_id]
        hide = class_id in out or (class_id not in reached and students < least)
        phases = [one.phase for one in given if one.class_id == class_id]
        yield ClassTaught(
            class_id,
            name,
            None if hide else students,
            None if hide else reached.get(class_id),
            len(own),
            sum(_minutes(run.seconds) for run in own),
            phases.count(checks.BEFORE),
            phases.count(checks.AFTER),
        )


def _months(runs: Sequence[RunRow]) -> tuple[tuple[date, int], ...]:
    """Count the lessons of each month from the first to the last, empty ones too."""
    counts: dict[date, int] = {}
    for run in runs:
        month = _day(run.started).replace(day=1)
        counts[month] = counts.get(month, 0) + 1
    if not counts:
        return ()
    found, month = [], min(counts)
    while month <= max(counts):
        found.append((month, counts.get(month, 0)))
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return tuple(found)


def _topics(runs: Sequence[RunRow]) -> tuple[tuple[str, int, int], ...]:
    """Give topic, lessons and minutes, the most lessons first."""
    found: dict[str, tuple[int, int]] = {}
    for run in runs:
        many, minutes = found.get(run.topic, (0, 0))
        found[run.topic] = (many + 1, minutes + _minutes(run.seconds))
    rows = [(topic, *pair) for topic, pair in found.items()]
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))
