"""How far a check of a class is: everything that its events add up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.records.check_happenings import Given

TO_DO, BEGUN, DONE, AWAY, DIFFERS = "to do", "begun", "done", "away", "differs"


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What was keyed from one sheet: *first*, *second* time, and *settled* by the paper.

    An item that is not in a mapping was not keyed; "" means left empty on the paper.
    """

    first: Mapping[str, str] = field(default_factory=dict)
    second: Mapping[str, str] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    absent: bool = False

    def differing(self) -> tuple[str, ...]:
        """Name the items whose two keyings differ and that are not settled yet."""
        return tuple(
            item
            for item, answer in self.second.items()
            if item in self.first
            and self.first[item] != answer
            and item not in self.settled
        )

    def final(self) -> dict[str, str]:
        """Give the answer that counts for each item that was keyed."""
        return {} if self.absent else {**self.first, **self.settled}


NOBODY = Answers()


@dataclass(frozen=True, slots=True)
class CheckState:
    """A check that a class took or takes; *at* is when it was begun, a local time."""

    id: str
    n: int
    at: str
    given: Given
    sheets: Mapping[str, Answers] = field(default_factory=dict)
    hands: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    put_away: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the class: those of its slips, then others that were keyed."""
        own = [str(number) for number in range(1, self.given.students + 1)]
        more = sorted(set(self.sheets) - set(own), key=_as_number)
        return (*own, *more)

    def sheet(self, code: str) -> Answers:
        """Give what was keyed for a code."""
        return self.sheets.get(code, NOBODY)

    def form(self, code: str) -> str:
        """Say which form a code has: odd ones the first, even ones the last."""
        return form_of(self.given.forms, code)

    def how(self, code: str) -> str:
        """Say how far the sheet of a code is."""
        sheet = self.sheet(code)
        if sheet.absent:
            return AWAY
        if sheet.differing():
            return DIFFERS
        keyed = sum(item in sheet.first for item in self.given.items)
        if keyed == len(self.given.items):
            return DONE
        return BEGUN if keyed else TO_DO

    def done(self) -> int:
        """Count the sheets that need no more keying; absent ones are none."""
        return sum(self.how(code) in (DONE, DIFFERS) for code in self.codes)

    def next_to_do(self, after: str = "") -> str:
        """Give the first code *after* one that is not done; "" when all are."""
        codes = self.codes
        start = codes.index(after) + 1 if after in codes else 0
        for code in (*codes[start:], *codes[:start]):
            if code != after and self.how(code) in (TO_DO, BEGUN):
                return code
        return ""


def form_of(forms: str, code: str) -> str:
    """Give the form of a code: AB gives A to odd codes and B to even ones."""
    number = _as_number(code)[0]
    return forms[-1] if number % 2 == 0 else forms[:1]


def _as_number(code: str) -> tuple[int, str]:
    return (int(code), code) if code.isascii() and code.isdigit() else (1 << 31, code)
