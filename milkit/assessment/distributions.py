"""
The t and F distributions by the incomplete beta function.

SciPy would answer the same, and weigh 90 MB in the kit; docs/adr/0013 has the choice.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TINY = 1e-300
_EXACT = 1e-15
_TURNS = 10_000


def beta_part(a: float, b: float, x: float) -> float:
    """
    Give the regularised incomplete beta function I_x(a, b), 0 to 1.

    Continued fraction 8.17.22 of NIST's Digital Library of Mathematical Functions,
    evaluated by Lentz's method; turned round where it converges slowly.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_part(b, a, 1 - x)
    front = math.exp(
        math.lgamma(a + b)
        - math.lgamma(a)
        - math.lgamma(b)
        + a * math.log(x)
        + b * math.log1p(-x)
    )
    return front * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    value, c, d = 1.0, 1.0, 0.0
    for turn in range(_TURNS):
        d = 1 / (_kept(1 + _step(turn, a, b, x) * d))
        c = _kept(1 + _step(turn, a, b, x) / c)
        value *= c * d
        if abs(c * d - 1) < _EXACT and turn:
            break
    return 1 / value


def _step(turn: int, a: float, b: float, x: float) -> float:
    m, odd = divmod(turn + 1, 2)
    if odd:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def _kept(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def t_two_sided(t: float, df: float) -> float:
    """Give p of a t as far from 0 or farther, both sides: I_{df/(df+t²)}(df/2, 1/2)."""
    return beta_part(df / 2, 0.5, df / (df + t * t))


@lru_cache(maxsize=512)
def t_quantile(p: float, df: float) -> float:
    """Give the t below which a share *p* of Student's distribution lies."""
    if p < 1 / 2:
        return -t_quantile(1 - p, df)
    return _solved(lambda t: 1 - t_two_sided(t, df) / 2, p)


def f_below(f: float, df1: float, df2: float) -> float:
    """Give the share of F below *f*: I_{d1·f/(d1·f+d2)}(d1/2, d2/2)."""
    return beta_part(df1 / 2, df2 / 2, df1 * f / (df1 * f + df2))


@lru_cache(maxsize=512)
def f_quantile(p: float, df1: float, df2: float) -> float:
    """Give the F below which a share *p* of the distribution lies."""
    return _solved(lambda f: f_below(f, df1, df2), p)


def _solved(below: Callable[[float], float], p: float) -> float:
    """Find where a rising function of 0 and more meets *p*: secants, and halvings."""
    low, high = 0.0, 1.0
    while below(high) < p and high < 1 / _TINY:
        low, high = high, high * 2
    under, over = below(low) - p, below(high) - p
    for turn in range(_TURNS):
        if high - low <= _EXACT * high:
            break
        x = (low + high) / 2
        if turn % 3 and over > under:
            x = min(max(low, high - over * (high - low) / (over - under)), high)
        off = below(x) - p
        if off < 0:
            low, under, over = max(x, low), off, over / 2
        else:
            high, over, under = min(x, high), off, under / 2
        if off == 0:
            return x
    return (low + high) / 2
