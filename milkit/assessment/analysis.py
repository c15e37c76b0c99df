"""From the sheets of a check, before and after, to every figure with its interval."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment.answers import AFTER, BEFORE, Score, Sheet, right, score
from milkit.assessment.change import Change, Interval, Mean, changed, hake, mean_of
from milkit.assessment.change import wilson as wilson_of
from milkit.assessment.detection import Discernment, discernment, together
from milkit.assessment.reliability import Item, Reliability, reliability

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LEAST = 10  # pupils: a smaller group is too few to report
_WEAK = 0.15
_HARD, _EASY = 0.20, 0.90


class ItemFigures(NamedTuple):
    """An item in one phase; *n* pupils answered it, *right* of them rightly."""

    id: str
    truth: bool | None
    n: int
    right: int
    figures: Item

    @property
    def p_ci(self) -> Interval | None:
        """Wilson's interval of the share of right answers."""
        return wilson_of(self.right, self.n)

    @property
    def flag(self) -> str | None:
        """
        Say what to look at: the key, the item, or how hard it is.

        p under .20 or over .90; item-rest r under .15 review, below 0 check the key.
        """
        r, p = self.figures.item_rest_r, self.figures.p
        found = []
        if r is not None and r < _WEAK:
            found.append("check the key" if r < 0 else "review")
        if p is not None and not _HARD <= p <= _EASY:
            found.append("very hard" if p < _HARD else "very easy")
        return ", ".join(found) or None


class Side(NamedTuple):
    """
    One phase: *n* pupils who answered; means go over the pupils' own figures.

    With counterbalanced forms each form has its own *reliability*, in *forms* by the
    form's items.
    """

    n: int
    v: Mean | None
    real: float | None
    spotted: float | None
    distrust: float | None
    naivety: float | None
    d_prime: Mean | None
    c: Mean | None
    percent: Mean | None
    pooled: Discernment | None
    pooled_n: int
    forms: tuple[tuple[tuple[str, ...], int, Reliability], ...]
    items: tuple[ItemFigures, ...]

    @property
    def reliability(self) -> Reliability | None:
        """The reliability of the one form; None where there are more or none."""
        return self.forms[0][2] if len(self.forms) == 1 else None


class Analysis(NamedTuple):
    """The whole of a check; changes are of the *matched* pupils."""

    true: tuple[str, ...]
    false: tuple[str, ...]
    letters: bool
    before: Side
    after: Side
    matched: int
    v: Change | None
    d_prime: Change | None
    c: Change | None
    hake: float | None


def analyse(sheets: Iterable[Sheet], truth: Mapping[str, bool]) -> Analysis:
    """
    Analyse the sheets; *truth* says of each item whether it is true.

    The order of the sheets never matters: they are sorted by code first.
    """
    by_phase: dict[str, list[Sheet]] = {BEFORE: [], AFTER: []}
    for sheet in sorted(sheets, key=lambda each: each.code):
        if score(sheet, truth) is not None:
            by_phase[sheet.phase].append(sheet)
    first, second = (_scores(by_phase[phase], truth) for phase in (BEFORE, AFTER))
    both = [(first[code], second[code]) for code in first if code in second]
    scores = [*first.values(), *second.values()]
    return Analysis(
        tuple(item for item, true in truth.items() if true),
        tuple(item for item, true in truth.items() if not true),
        any(one.told is not None for one in scores),
        _side(by_phase[BEFORE], list(first.values()), truth),
        _side(by_phase[AFTER], list(second.values()), truth),
        len(both),
        _change(both, lambda one: float(one.right)),
        _change(both, _d_prime),
        _change(both, _c),
        _hake(both),
    )


def _scores(sheets: list[Sheet], truth: Mapping[str, bool]) -> dict[str, Score]:
    found = [(sheet.code, score(sheet, truth)) for sheet in sheets]
    return {code: one for code, one in found if one is not None}


def _d_prime(one: Score) -> float | None:
    found = discernment(one.told) if one.told else None
    return found.d_prime if found else None


def _c(one: Score) -> float | None:
    found = discernment(one.told) if one.told else None
    return found.c if found else None


def _change(
    both: list[tuple[Score, Score]], figure: Callable[[Score], float | None]
) -> Change | None:
    pairs = [(figure(one), figure(two)) for one, two in both]
    known = [(x, y) for x, y in pairs if x is not None and y is not None]
    return changed([x for x, _ in known], [y for _, y in known])


def _hake(both: list[tuple[Score, Score]]) -> float | None:
    if not both:
        return None
    n = len(both)
    return hake(
        math.fsum(one.percent for one, _ in both) / n,
        math.fsum(two.percent for _, two in both) / n,
    )


def _side(sheets: list[Sheet], scores: list[Score], truth: Mapping[str, bool]) -> Side:
    told = [one.told for one in scores if one.told is not None]
    d_primes = [x for x in map(_d_prime, scores) if x is not None]
    leans = [x for x in map(_c, scores) if x is not None]
    forms = _forms(sheets, truth)
    return Side(
        len(scores),
        mean_of([one.right for one in scores]),
        _mean([each.real for each in told]),
        _mean([each.spotted for each in told]),
        _mean([each.distrust for each in told]),
        _mean([each.naivety for each in told]),
        mean_of(d_primes),
        mean_of(leans),
        mean_of([one.percent for one in scores]),
        discernment(together(told)) if told else None,
        len(d_primes),
        forms,
        _items(sheets, truth, forms),
    )


def _mean(values: list[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def _forms(
    sheets: list[Sheet], truth: Mapping[str, bool]
) -> tuple[tuple[tuple[str, ...], int, Reliability], ...]:
    by_items: dict[tuple[str, ...], list[Sheet]] = {}
    for sheet in sheets:
        by_items.setdefault(_in_order(sheet, truth), []).append(sheet)
    return tuple(
        (
            items,
            len(group),
            reliability(
                [
                    [right(one.answers[item], truth.get(item)) for item in items]
                    for one in group
                ]
            ),
        )
        for items, group in sorted(by_items.items())
    )


def _in_order(sheet: Sheet, truth: Mapping[str, bool]) -> tuple[str, ...]:
    known = [item for item in truth if item in sheet.answers]
    return tuple(known + [item for item in sheet.answers if item not in truth])


def _items(
    sheets: list[Sheet],
    truth: Mapping[str, bool],
    forms: tuple[tuple[tuple[str, ...], int, Reliability], ...],
) -> tuple[ItemFigures, ...]:
    largest = sorted(forms, key=lambda form: form[1])
    figures = {
        item: each
        for items, _, found in largest
        for item, each in zip(items, found.items, strict=True)
    }
    ordered = [item for items, _, _ in forms for item in items]
    return tuple(
        _item(item, sheets, truth, figures[item]) for item in dict.fromkeys(ordered)
    )


def _item(
    item: str, sheets: list[Sheet], truth: Mapping[str, bool], figures: Item
) -> ItemFigures:
    marks = [right(sheet.answers.get(item), truth.get(item)) for sheet in sheets]
    known = [mark for mark in marks if mark is not None]
    share = sum(known) / len(known) if known else None
    return ItemFigures(
        item, truth.get(item), len(known), sum(known), figures._replace(p=share)
    )
