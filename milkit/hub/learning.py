"""
What students learnt, by group: d' and c before and after, with classes as clusters.

Students of one class are alike, so the class is what counts for how sure we are.
"""

from __future__ import annotations

import itertools
import json
import math
import uuid
from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment import answers as a
from milkit.assessment.detection import Told, discernment
from milkit.assessment.distributions import t_quantile
from milkit.records import check_fold
from milkit.records.event import Event

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from milkit.records.check_state import CheckState

_PHASES = ("before", "after")
_LETTER = {"real": a.REAL, "true": a.REAL, "false": a.FALSE}
_PAIR = 2


class Estimate(NamedTuple):
    """A mean over students; *low* and *high* need two classes, else None."""

    mean: float
    low: float | None
    high: float | None


class Learnt(NamedTuple):
    """
    One group: its *students* took a check before and after, in *classes*.

    *change* is d' after minus before of the same students.
    """

    group: str
    students: int
    classes: int
    before: Estimate
    after: Estimate
    change: Estimate
    c_before: float
    c_after: float


class Pair(NamedTuple):
    """One student's d' and c, before and after; *party* is the class."""

    install: str
    country: str
    party: str
    before: tuple[float, float]
    after: tuple[float, float]


def pairs(db: sqlite3.Connection) -> list[Pair]:
    """Give every student who took both checks, of the newest one of each phase."""
    newest: dict[tuple[str, str, str], dict[str, tuple[CheckState, str]]] = {}
    for state, install, country in _states(db):
        given = state.given
        if given.phase not in _PHASES or state.put_away or given.way != "paper":
            continue
        key = (install, given.class_id, given.check)
        known = newest.setdefault(key, {}).get(given.phase)
        if known is None or (known[0].n, known[0].id) < (state.n, state.id):
            newest[key][given.phase] = (state, country)
    return [
        pair
        for (install, party, _), both in sorted(newest.items())
        if len(both) == _PAIR
        for pair in _paired(install, party, both)
    ]


def _states(db: sqlite3.Connection) -> Iterator[tuple[CheckState, str, str]]:
    rows = db.execute(
        "SELECT id, install, n, at, kind, about, data, country FROM statement "
        "WHERE kind GLOB 'check_*' ORDER BY about, n, install, id"
    )
    for _, group in itertools.groupby(rows, key=lambda row: row[5]):
        told = list(group)
        state = check_fold.fold(_event(row) for row in told)
        if state is not None:
            yield state, told[0][1], told[0][7]


def _event(row: Sequence[object]) -> Event:
    id_, install, n, at, kind, about, data, _ = row
    assert isinstance(id_, bytes)  # noqa: S101 - for the type only
    cells = (str(uuid.UUID(bytes=id_)), install, n, at, kind, about)
    return Event(*cells, json.loads(str(data)))  # type: ignore[arg-type]  # columns are typed


def _paired(
    install: str, party: str, both: Mapping[str, tuple[CheckState, str]]
) -> Iterator[Pair]:
    scores = [_scores(both[phase][0]) for phase in _PHASES]
    country = both["after"][1]
    for code in sorted(scores[0].keys() & scores[1].keys()):
        yield Pair(install, country, party, scores[0][code], scores[1][code])


def _scores(state: CheckState) -> dict[str, tuple[float, float]]:
    """Give d' and c of each student, by code."""
    truth = {item: item in state.given.true_items for item in state.given.items}
    found: dict[str, tuple[float, float]] = {}
    for code in state.codes:
        final = state.sheet(code).final()
        told = _told({i: _LETTER.get(v, "") for i, v in final.items()}, truth)
        seen = discernment(told)
        if seen is not None:
            found[code] = (seen.d_prime, seen.c)
    return found


def _told(answers: Mapping[str, str], truth: Mapping[str, bool]) -> Told:
    known = [(truth[i], v) for i, v in answers.items() if v and i in truth]
    return Told(
        true=sum(true for true, _ in known),
        false=sum(not true for true, _ in known),
        real=sum(true and v == a.REAL for true, v in known),
        spotted=sum(not true and v == a.FALSE for true, v in known),
    )


def learnt(group: str, some: Sequence[Pair]) -> Learnt | None:
    """Sum up the students of a group; None without any."""
    if not some:
        return None
    parties = [(pair.install, pair.party) for pair in some]
    befores = [pair.before[0] for pair in some]
    afters = [pair.after[0] for pair in some]
    apart = [b - f for f, b in zip(befores, afters, strict=True)]
    return Learnt(
        group,
        len(some),
        len(set(parties)),
        clustered(befores, parties),
        clustered(afters, parties),
        clustered(apart, parties),
        math.fsum(pair.before[1] for pair in some) / len(some),
        math.fsum(pair.after[1] for pair in some) / len(some),
    )


def clustered(values: Sequence[float], clusters: Iterable[object]) -> Estimate:
    """
    Give the mean and its 95 % interval with the clusters taken into account.

    var = m/(m-1) · Σ_c (Σ_{i in c} (x_i - mean))² / n², t on m-1 degrees of freedom,
    m clusters (Cameron & Miller 2015, Journal of Human Resources 50, 317-372, the
    sandwich for a mean). With one cluster there is no interval.
    """
    n = len(values)
    mean = math.fsum(values) / n
    sums: dict[object, float] = {}
    for value, cluster in zip(values, clusters, strict=True):
        sums[cluster] = sums.get(cluster, 0.0) + value - mean
    m = len(sums)
    if m < _PAIR:
        return Estimate(mean, None, None)
    variance = m / (m - 1) * math.fsum(part * part for part in sums.values()) / n**2
    reach = t_quantile(0.975, m - 1) * math.sqrt(variance)
    return Estimate(mean, mean - reach, mean + reach)
