"""What a class did in a check, before and after: the one query of class results."""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment import answers as a
from milkit.assessment.analysis import analyse
from milkit.assessment.reading import reading
from milkit.records import checks
from milkit.reports.hiding import USUAL, at_least, capped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from milkit.assessment.analysis import Analysis
    from milkit.assessment.answers import Score, Sheet
    from milkit.assessment.change import Change
    from milkit.assessment.reading import Reading
    from milkit.records.checks import GivenRow
    from milkit.records.store import Records

# Can't tell ("unsure") is no answer; a task's points are none either.
_LETTER = {"real": a.REAL, "true": a.REAL, "false": a.FALSE}
_POINTS = {"2", "1", "0"}
_PHASE = {checks.BEFORE: a.BEFORE, checks.AFTER: a.AFTER}


class Gap(NamedTuple):
    """
    What was believed, in whole per cent: true items (hits), false ones (alarms).

    *n* students; the gap between the two is discernment.
    """

    n: int
    hits: int
    alarms: int

    @property
    def gap(self) -> int:
        """How far apart they lie, in points."""
        return self.hits - self.alarms


class ItemResult(NamedTuple):
    """Right answers to an item in whole per cent; None is hidden or not asked."""

    id: str
    text: str
    true: bool
    before: int | None
    after: int | None
    n_before: int
    n_after: int

    @property
    def change(self) -> int | None:
        """Points from before to after."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


class Figures(NamedTuple):
    """The means of d' and c before and after, and their changes with intervals."""

    d_before: float | None
    d_after: float | None
    c_before: float | None
    c_after: float | None
    d_prime: Change | None
    c: Change | None
    alphas: tuple[float, ...]


class Results(NamedTuple):
    """
    All that may be shown of a class and a check.

    *few* says that fewer than *least* students answered: then there is no figure in
    it. *before* and *after* are None where the check was not given (or hidden).
    *counted* means hands or totals: no student's answers are known one by one.
    """

    class_id: str
    class_name: str
    students: int
    check: str
    title: str
    lang: str
    before_on: date | None
    after_on: date | None
    matched: int | None
    least: int
    few: bool
    counted: bool
    sample: bool
    two_forms: bool
    before: Gap | None = None
    after: Gap | None = None
    reading: Reading | None = None
    figures: Figures | None = None
    items: tuple[ItemResult, ...] = ()
    hidden_items: int = 0


class Listed(NamedTuple):
    """A check of a class in a list, newest first, with the days it was given."""

    class_id: str
    class_name: str
    check: str
    title: str
    before_on: date | None
    after_on: date | None
    sample: bool


def listed(records: Records) -> list[Listed]:
    """Give each class and check that has true and false items, the newest first."""
    found: dict[tuple[str, str], list[GivenRow]] = {}
    for one in checks.given(records):
        if one.true_items and one.class_id and one.phase in _PHASE:
            found.setdefault((one.class_id, one.check), []).append(one)
    return [
        Listed(
            class_id,
            rows[0].class_name,
            check,
            rows[0].title,
            _day(rows, checks.BEFORE),
            _day(rows, checks.AFTER),
            rows[0].sample,
        )
        for (class_id, check), rows in found.items()
    ]


def _day(rows: Sequence[GivenRow], phase: str) -> date | None:
    begun = next((one.begun for one in rows if one.phase == phase), "")
    return datetime.fromisoformat(begun).date() if begun else None


def results(
    records: Records,
    class_id: str,
    check: str,
    texts: Mapping[str, str] | None = None,
    least: int = USUAL,
) -> Results | None:
    """
    Give the results of a class; None when it had no such check.

    *texts* gives the words of the items by id. Answers that were keyed from sheets go
    before those counted by hands or typed as totals.
    """
    least = at_least(least)
    rows = [one for one in checks.given(records, class_id, check) if one.true_items]
    rows = [one for one in rows if one.phase in _PHASE]
    if not rows:
        return None
    paper = [one for one in rows if one.way == checks.PAPER]
    if paper:
        return _keyed(records, paper, texts or {}, least)
    return _counted(records, rows, texts or {}, least)


def _empty(rows: Sequence[GivenRow], least: int, *, counted: bool) -> Results:
    one = rows[0]
    return Results(
        class_id=one.class_id,
        class_name=one.class_name,
        students=one.students,
        check=one.check,
        title=one.title,
        lang=one.lang,
        before_on=_day(rows, checks.BEFORE),
        after_on=_day(rows, checks.AFTER),
        matched=None,
        least=least,
        few=True,
        counted=counted,
        sample=one.sample,
        two_forms=len(set(one.forms)) > 1,
    )


# --- keyed from sheets ---------------------------------------------------------------


def _keyed(
    records: Records, rows: list[GivenRow], texts: Mapping[str, str], least: int
) -> Results:
    out = _empty(rows, least, counted=False)
    truth: dict[str, bool] = {}
    told: list[a.Answer] = []
    keyed = checks.answers(records, out.class_id, out.check)
    tasks = {one.item for one in keyed if one.answer in _POINTS}
    for one in keyed:
        if one.true is not None and one.phase in _PHASE and one.item not in tasks:
            truth.setdefault(one.item, one.true)
            letter = _LETTER.get(one.answer, "")
            told.append(a.Answer(one.code, _PHASE[one.phase], one.item, letter))
    sheets = [sheet for sheet in a.sheets_of(told) if sheet.answered]
    return _figured(out, sheets, truth, texts)


def _figured(
    out: Results, sheets: list[Sheet], truth: dict[str, bool], texts: Mapping[str, str]
) -> Results:
    """Put in what may be shown: of those who did both, or of the one check so far."""
    codes = {
        phase: {sheet.code for sheet in sheets if sheet.phase == phase}
        for phase in a.PHASES
    }
    both = out.before_on is not None and out.after_on is not None
    matched = codes[a.BEFORE] & codes[a.AFTER] if both else None
    group = matched if matched is not None else codes[a.BEFORE] | codes[a.AFTER]
    if len(group) < out.least:
        return out
    kept = [sheet for sheet in sheets if sheet.code in group]
    found = analyse(kept, truth)
    items = _items(found, texts, out.least)
    hidden = sum(one.before is None and one.after is None for one in items)
    return out._replace(
        few=False,
        matched=None if matched is None else len(matched),
        before=_gap(kept, a.BEFORE, truth),
        after=_gap(kept, a.AFTER, truth),
        reading=reading(found),
        figures=_figures(found),
        items=tuple(one for one in items if (one.before, one.after) != (None, None)),
        hidden_items=hidden,
    )


def _gap(sheets: list[Sheet], phase: str, truth: Mapping[str, bool]) -> Gap | None:
    scores = [a.score(sheet, truth) for sheet in sheets if sheet.phase == phase]
    told = [_believed(one) for one in scores if one is not None]
    known = [pair for pair in told if pair is not None]
    n = len(known)
    if not n:
        return None
    hits = math.fsum(hit for hit, _ in known) / n
    alarms = math.fsum(alarm for _, alarm in known) / n
    return Gap(n, round(capped(hits, n)), round(capped(alarms, n)))


def _believed(one: Score) -> tuple[float, float] | None:
    told = one.told
    if told is None or not told.true or not told.false:
        return None
    alarms = told.false - told.spotted
    return 100 * told.real / told.true, 100 * alarms / told.false


def _figures(found: Analysis) -> Figures:
    sides = (found.before, found.after)
    d_before, d_after = (side.d_prime.mean if side.d_prime else None for side in sides)
    c_before, c_after = (side.c.mean if side.c else None for side in sides)
    alphas = [form[2].alpha for side in sides for form in side.forms]
    return Figures(
        d_before,
        d_after,
        c_before,
        c_after,
        found.d_prime,
        found.c,
        tuple(alpha for alpha in alphas if alpha is not None),
    )


def _items(found: Analysis, texts: Mapping[str, str], least: int) -> list[ItemResult]:
    sides = [
        {one.id: one for one in side.items} for side in (found.before, found.after)
    ]
    order = [*found.false, *found.true]
    out = []
    for item in order:
        before, after = (side.get(item) for side in sides)
        ns = tuple(one.n if one else 0 for one in (before, after))
        rights = (one.right if one else 0 for one in (before, after))
        shown = [
            round(capped(100 * right / n, n)) if n >= least else None
            for n, right in zip(ns, rights, strict=True)
        ]
        text = texts.get(item, item)
        row = (item, text, item in found.true, *shown, *ns)
        out.append(ItemResult._make(row))
    return out


# --- counted by hands, or typed ------------------------------------------------------


def _counted(
    records: Records, rows: list[GivenRow], texts: Mapping[str, str], least: int
) -> Results:
    """Add up hands: what the class said, without what one student did."""
    out = _empty(rows, least, counted=True)
    newest = {one.phase: one for one in reversed(rows)}
    sides = {
        phase: _hands(records, one) for phase, one in newest.items() if one is not None
    }
    shown = {
        phase: counts
        for phase, counts in sides.items()
        if counts and min(sum(pair) for pair in counts.values()) >= least
    }
    if not shown or len(shown) < len(sides):
        return out
    true = {item for one in newest.values() for item in one.true_items}
    gaps = {phase: _gap_of(counts, true) for phase, counts in shown.items()}
    return out._replace(
        few=False,
        before=gaps.get(checks.BEFORE),
        after=gaps.get(checks.AFTER),
        items=_counted_items(shown, true, texts),
    )


def _hands(records: Records, one: GivenRow) -> dict[str, tuple[int, int]]:
    """Give for each item how many called it real, and false."""
    found = {}
    for item, counts in checks.totals(records, one.id).items():
        real = counts.get("real", 0) + counts.get("true", 0)
        if real + counts.get("false", 0):
            found[item] = (real, counts.get("false", 0))
    return found


def _gap_of(counts: Mapping[str, tuple[int, int]], true: set[str]) -> Gap | None:
    sides: tuple[list[float], list[float]] = ([], [])
    for item, (real, false) in counts.items():
        sides[item not in true].append(100 * real / (real + false))
    if not sides[0] or not sides[1]:
        return None
    n = max(sum(pair) for pair in counts.values())
    hits, alarms = (math.fsum(side) / len(side) for side in sides)
    return Gap(n, round(capped(hits, n)), round(capped(alarms, n)))


def _counted_items(
    shown: Mapping[str, Mapping[str, tuple[int, int]]],
    true: set[str],
    texts: Mapping[str, str],
) -> tuple[ItemResult, ...]:
    items = dict.fromkeys(item for counts in shown.values() for item in counts)
    out = []
    for item in sorted(items, key=lambda each: each in true):
        pairs = [shown.get(p, {}).get(item, (0, 0)) for p in _PHASE]
        ns = [sum(pair) for pair in pairs]
        rights = [pair[0] if item in true else pair[1] for pair in pairs]
        percents = [
            round(capped(100 * right / n, n)) if n else None
            for right, n in zip(rights, ns, strict=True)
        ]
        text = texts.get(item, item)
        row = (item, text, item in true, *percents, *ns)
        out.append(ItemResult._make(row))
    return tuple(out)
