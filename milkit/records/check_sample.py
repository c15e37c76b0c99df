"""Made-up checks before and after, to try keying and reports with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.records import check_happenings as h
from milkit.records.check_state import form_of
from milkit.records.checks import AFTER, BEFORE, BY_HANDS, PAPER

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

    from milkit.content.instrument import Instrument
    from milkit.records.classes import SchoolClass
    from milkit.records.event import Event

    Make = Callable[[str, str, dict[str, Any], dt.datetime], Event]

_HERE = 0.93
_EMPTY, _UNSURE = 0.02, 0.08
_SLIP = 0.015  # keys that miss
_EVERY = 5  # sheets of which one is keyed twice
# How often a true and a false item is called real: better afterwards, not perfect.
_REAL = {BEFORE: (0.62, 0.47), AFTER: (0.72, 0.31)}


class CheckOutline(NamedTuple):
    """What must be known of a check to make it up; *short* lists its short form."""

    check: str
    title: str
    lang: str
    items: tuple[str, ...]
    true_items: tuple[str, ...]
    short: tuple[str, ...]


def outline(check: Instrument) -> CheckOutline:
    """Take out of a check what a made-up one needs."""
    short = check.ids(short=True)
    return CheckOutline(
        check.id, check.title, check.lang, check.ids(), check.true_ids(), short
    )


class Plan(NamedTuple):
    """What a made-up class takes: which phases, in which way, the short form or not."""

    phases: tuple[str, ...]
    way: str = PAPER
    short: bool = False


PLANS = (
    Plan((BEFORE, AFTER)),
    Plan((BEFORE, AFTER), short=True),
    Plan((BEFORE,)),
    Plan((BEFORE, AFTER), BY_HANDS, short=True),
)


def made_up(
    chance: random.Random,
    make: Make,
    new_id: Callable[[], str],
    groups: Sequence[SchoolClass],
    told: CheckOutline,
    first: dt.datetime,
) -> Iterator[Event]:
    """Make up the checks of classes, a plan each; the same chance gives the same."""
    for place, group in enumerate(groups):
        plan = PLANS[place % len(PLANS)]
        skills = [chance.gauss(0, 0.12) for _ in range(group.students)]
        for at, phase in enumerate(plan.phases):
            now = first + dt.timedelta(days=7 + 120 * at, hours=place)
            given = _given(told, group, phase, plan)
            about = new_id()
            told_ = _hands(chance, given) if plan.way == BY_HANDS else None
            yield make("check_given", about, h.plain(given), now)
            for what in told_ or _sheets(chance, given, skills):
                now += dt.timedelta(seconds=1)
                yield make(h.kind_of(what), about, h.plain(what), now)


def _given(told: CheckOutline, group: SchoolClass, phase: str, plan: Plan) -> h.Given:
    items = told.short if plan.short else told.items
    forms = "AB" if phase == BEFORE else "BA"
    if plan.way == BY_HANDS:
        forms = forms[0]
    return h.Given(
        check=told.check,
        title=told.title,
        lang=told.lang,
        class_id=group.id,
        class_name=group.name,
        students=group.students,
        phase=phase,
        way=plan.way,
        forms=forms,
        short=plan.short,
        items=items,
        true_items=tuple(item for item in told.true_items if item in items),
        sample=True,
    )


def _sheets(
    chance: random.Random, given: h.Given, skills: Sequence[float]
) -> Iterator[h.Happening]:
    for number, skill in enumerate(skills, 1):
        code = str(number)
        if chance.random() > _HERE:
            yield h.Absent(code, absent=True)
            continue
        # Form B is a little harder, so that counterbalancing has something to do.
        level = skill - (0.03 if form_of(given.forms, code) == "B" else 0)
        answers = {item: _answer(chance, given, item, level) for item in given.items}
        for item, answer in answers.items():
            yield h.Keyed(code, item, answer)
        if number % _EVERY == 0:
            yield from _again(chance, code, answers)


def _answer(chance: random.Random, given: h.Given, item: str, skill: float) -> str:
    if chance.random() < _EMPTY:
        return ""
    if chance.random() < _UNSURE:
        return "unsure"
    on_true, on_false = _REAL[given.phase]
    real = on_true + skill if item in given.true_items else on_false - skill
    return "real" if chance.random() < real else "false"


def _again(
    chance: random.Random, code: str, answers: dict[str, str]
) -> Iterator[h.Happening]:
    for item, answer in answers.items():
        missed = chance.random() < _SLIP
        other = "unsure" if answer != "unsure" else "false"
        yield h.Keyed(code, item, other if missed else answer, again=True)
        if missed:
            yield h.Settled(code, item, answer)


def _hands(chance: random.Random, given: h.Given) -> Iterator[h.Happening]:
    here = round(given.students * chance.uniform(0.85, 1))
    for item in given.items:
        counts = {"real": 0, "false": 0, "unsure": 0}
        for _ in range(here):
            said = _answer(chance, given, item, 0)
            if said:
                counts[said] += 1
        yield h.TotalsTyped(item, counts)
