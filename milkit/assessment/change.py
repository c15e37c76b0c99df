"""Means, changes and their sizes, each with its interval."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment.detection import Z95
from milkit.assessment.distributions import t_quantile, t_two_sided

if TYPE_CHECKING:
    from collections.abc import Sequence

Interval = tuple[float, float]
_PAIR = 2
_ROUNDING = 1e-12  # below this share of the values a spread is the computer's own


class Mean(NamedTuple):
    """A mean of *n* values; sd (/(n-1)) and the 95 % interval need two."""

    n: int
    mean: float
    sd: float | None
    ci: Interval | None


class Change(NamedTuple):
    """
    After minus before, of the same pupils.

    Without any spread in the differences there is no t, p or interval (None).
    *d_av* is the main effect; *d_z* and *d_rm* are for the details.
    """

    n: int
    diff: float
    se: float | None
    t: float | None
    df: int
    p: float | None
    ci: Interval | None
    d_av: float | None
    d_av_ci: Interval | None
    d_av_adjusted: float | None
    d_z: float | None
    d_rm: float | None


def mean_of(values: Sequence[float]) -> Mean | None:
    """Give mean, sample sd and mean ± t(.975; n-1)·sd/√n; None without a value."""
    n = len(values)
    if not n:
        return None
    mean = math.fsum(values) / n
    if n < _PAIR:
        return Mean(n, mean, None, None)
    sd = math.sqrt(math.fsum((x - mean) ** 2 for x in values) / (n - 1))
    sd = 0.0 if sd <= _ROUNDING * max(abs(x) for x in values) else sd
    reach = t_quantile(0.975, n - 1) * sd / math.sqrt(n)
    return Mean(n, mean, sd, (mean - reach, mean + reach))


def changed(before: Sequence[float], after: Sequence[float]) -> Change | None:
    """Give the change of matched pupils (same order in both); None without a pair."""
    first, second = mean_of(before), mean_of(after)
    apart = mean_of([b - a for a, b in zip(before, after, strict=True)])
    if first is None or second is None or apart is None:
        return None
    if apart.sd is None or first.sd is None or second.sd is None:
        return Change(apart.n, apart.mean, *(None,) * 2, 0, *(None,) * 7)
    both = 2 * first.sd * second.sd
    r = (first.sd**2 + second.sd**2 - apart.sd**2) / both if both else 0.0
    return paired(
        (first.mean, second.mean), (first.sd, second.sd), _between(r), apart.n, apart.sd
    )


def _between(r: float) -> float:
    return max(-1.0, min(1.0, r))


def paired(
    means: tuple[float, float],
    sds: tuple[float, float],
    r: float,
    n: int,
    sd_apart: float | None = None,
) -> Change:
    """
    Give the change from what is published: means and sds (before, after), r and n.

    SE = √((s1²+s2²-2·r·s1·s2)/n), t on n-1 degrees. d_av = diff/√((s1²+s2²)/2) with
    Bonett's SE (2008, Psychological Methods 13, 99-109), interval d ± 1.959964·SE,
    adjusted d·√((n-2)/(n-1)); d_z = diff/s_diff; d_rm = d_z·√(2(1-r)) (Lakens 2013,
    Frontiers in Psychology 4, 863). *sd_apart* is s_diff where it is known exactly.
    """
    diff = means[1] - means[0]
    v1, v2 = sds[0] ** 2, sds[1] ** 2
    apart = v1 + v2 - 2 * r * sds[0] * sds[1] if sd_apart is None else sd_apart**2
    sd_apart = math.sqrt(max(0.0, apart))
    se = sd_apart / math.sqrt(n)
    d_av, d_av_ci, adjusted = _standardised(diff, (v1, v2), r, sd_apart, n)
    if not se:
        return Change(
            n, diff, 0.0, None, n - 1, None, None, d_av, None, adjusted, None, None
        )
    reach = t_quantile(0.975, n - 1) * se
    d_z = diff / sd_apart
    return Change(
        n,
        diff,
        se,
        diff / se,
        n - 1,
        t_two_sided(diff / se, n - 1),
        (diff - reach, diff + reach),
        d_av,
        d_av_ci,
        adjusted,
        d_z,
        d_z * math.sqrt(max(0.0, 2 * (1 - r))),
    )


def _standardised(
    diff: float, variances: tuple[float, float], r: float, sd_apart: float, n: int
) -> tuple[float | None, Interval | None, float | None]:
    v1, v2 = variances
    mean = (v1 + v2) / 2
    if not mean or n < _PAIR:
        return None, None, None
    d, df = diff / math.sqrt(mean), n - 1
    shape = d * d * (v1 * v1 + v2 * v2 + 2 * r * r * v1 * v2) / (8 * df * mean**2)
    se = math.sqrt(shape + sd_apart**2 / (df * mean))
    return d, (d - Z95 * se, d + Z95 * se), d * math.sqrt((n - 2) / df)


def apart(
    means: tuple[float, float], sds: tuple[float, float], ns: tuple[int, int]
) -> tuple[float, float] | None:
    """
    Give Cohen's d and Hedges' g of two groups; None where neither has a spread.

    d = (M1-M2)/s_pooled; g = d·J(m), J(m) = Γ(m/2)/(√(m/2)·Γ((m-1)/2)), m = n1+n2-2
    (Hedges 1981, Journal of Educational Statistics 6, 107-128).
    """
    m = sum(ns) - 2
    if min(ns) < 1 or m < _PAIR:
        return None
    spread = sum((n - 1) * s * s for n, s in zip(ns, sds, strict=True)) / m
    if not spread:
        return None
    d = (means[0] - means[1]) / math.sqrt(spread)
    small = math.exp(math.lgamma(m / 2) - math.lgamma((m - 1) / 2)) / math.sqrt(m / 2)
    return d, d * small


def hake(before: float, after: float) -> float | None:
    """
    Give the class's gain (post-pre)/(100-pre) of mean percents; None from 100.

    Hake 1998, American Journal of Physics 66, 64-74.
    """
    return None if before >= 100 else (after - before) / (100 - before)  # noqa: PLR2004 - per cent


def wilson(count: int, of: int) -> Interval | None:
    """
    Give the 95 % interval of a proportion; None of none.

    (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n); Wilson 1927, JASA 22, 209-212.
    """
    if not of:
        return None
    p, share = count / of, Z95**2 / of
    reach = Z95 * math.sqrt(p * (1 - p) / of + share / (4 * of))
    low, high = (p + share / 2 - reach), (p + share / 2 + reach)
    return max(0.0, low / (1 + share)), min(1.0, high / (1 + share))
