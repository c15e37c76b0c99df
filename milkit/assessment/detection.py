"""
Telling true from false: what one pupil, or all answers together, say.

A signal is a true item; a hit is a true item called real, a false alarm is a false
item called real. d' is discernment; c leans: above 0 to doubt, below 0 to belief.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import NamedTuple

_NORMAL = NormalDist()
Z95 = _NORMAL.inv_cdf(0.975)


class Told(NamedTuple):
    """
    Answers to *true* true and *false* false items.

    *real* is how many true items were called real, *spotted* how many false items were
    called false.
    """

    true: int
    false: int
    real: int
    spotted: int

    @property
    def items(self) -> int:
        """How many items were answered."""
        return self.true + self.false

    @property
    def right(self) -> int:
        """V: right answers, r + f."""
        return self.real + self.spotted

    @property
    def distrust(self) -> float:
        """d: "false" answers beyond half of the items, 0 or more."""
        said = self.true - self.real + self.spotted
        return max(0.0, said - self.items / 2)

    @property
    def naivety(self) -> float:
        """n: "real" answers beyond half of the items, 0 or more."""
        said = self.real + self.false - self.spotted
        return max(0.0, said - self.items / 2)


class Discernment(NamedTuple):
    """d' and c with their standard errors."""

    d_prime: float
    c: float
    se: float
    se_c: float

    @property
    def d_prime_ci(self) -> tuple[float, float]:
        """95 % interval of d', by the normal distribution."""
        return self.d_prime - Z95 * self.se, self.d_prime + Z95 * self.se

    @property
    def c_ci(self) -> tuple[float, float]:
        """95 % interval of c, by the normal distribution."""
        return self.c - Z95 * self.se_c, self.c + Z95 * self.se_c


def together(all_told: list[Told]) -> Told:
    """Pool the answers of several pupils."""
    return Told(*(sum(column) for column in zip(*all_told, strict=True)))


def discernment(told: Told) -> Discernment | None:
    """
    Give d' and c with the log-linear correction; None where a side has no item.

    H = (r+.5)/(nT+1), F = (nF-f+.5)/(nF+1), d' = z(H)-z(F), c = -(z(H)+z(F))/2
    (Hautus 1995, Behavior Research Methods 27, 46-51). SE(d') = √(H(1-H)/(nT φ(zH)²)
    + F(1-F)/(nF φ(zF)²)), SE(c) = SE(d')/2 (Gourevitch & Galanter 1967,
    Psychometrika 32, 25-33; Macmillan & Creelman 2005, chapter 13).
    """
    if not told.true or not told.false:
        return None
    hits = (told.real + 0.5) / (told.true + 1)
    alarms = (told.false - told.spotted + 0.5) / (told.false + 1)
    z_hits, z_alarms = _NORMAL.inv_cdf(hits), _NORMAL.inv_cdf(alarms)
    se = math.sqrt(
        hits * (1 - hits) / (told.true * _NORMAL.pdf(z_hits) ** 2)
        + alarms * (1 - alarms) / (told.false * _NORMAL.pdf(z_alarms) ** 2)
    )
    return Discernment(z_hits - z_alarms, -(z_hits + z_alarms) / 2, se, se / 2)
