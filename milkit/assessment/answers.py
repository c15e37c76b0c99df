"""The answers that a check collects, and what they come to for each pupil."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from milkit.assessment.detection import Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BEFORE, AFTER = "pre", "post"
PHASES = (BEFORE, AFTER)
REAL, FALSE, RIGHT, WRONG = "R", "F", "1", "0"


class Answer(NamedTuple):
    """
    One answer on one sheet: what records, files and screens hand to the statistics.

    *code* is the pupil's code and never a name; *phase* is "pre" or "post"; *item* the
    item's id; *answer* "R" (called real), "F" (called false), "1" right or "0" wrong,
    "" for an item that was asked and not answered. What was not asked has no Answer.
    """

    code: str
    phase: str
    item: str
    answer: str


class Sheet(NamedTuple):
    """All answers of one pupil in one phase, by item; None is not answered."""

    code: str
    phase: str
    answers: Mapping[str, str | None]

    @property
    def answered(self) -> bool:
        """Whether anything is on the sheet."""
        return any(self.answers.values())


class Score(NamedTuple):
    """
    What a sheet comes to: *right* of *answered* items, of *asked* ones.

    *told* is None where right and wrong alone are known.
    """

    code: str
    answered: int
    asked: int
    right: int
    told: Told | None

    @property
    def percent(self) -> float:
        """Right answers in a hundred of those given."""
        return 100 * self.right / self.answered


def sheets_of(answers: Iterable[Answer]) -> list[Sheet]:
    """Lay answers out by pupil and phase; the last answer to an item stands."""
    found: dict[tuple[str, str], dict[str, str | None]] = {}
    for one in answers:
        found.setdefault((one.code, one.phase), {})[one.item] = one.answer or None
    return [Sheet(code, phase, items) for (code, phase), items in found.items()]


def right(answer: str | None, truth: bool | None) -> int | None:  # noqa: FBT001 - an item's key
    """Mark an answer 1 or 0; None where nothing was answered or nothing is known."""
    if answer in {RIGHT, WRONG}:
        return int(answer == RIGHT)
    if answer is None or truth is None:
        return None
    return int((answer == REAL) == truth)


def score(sheet: Sheet, truth: Mapping[str, bool]) -> Score | None:
    """Add up a sheet; None when it is empty."""
    marks = {
        item: right(answer, truth.get(item)) for item, answer in sheet.answers.items()
    }
    known = [mark for mark in marks.values() if mark is not None]
    if not known:
        return None
    return Score(
        sheet.code, len(known), len(marks), sum(known), _told(sheet, marks, truth)
    )


def _told(
    sheet: Sheet, marks: Mapping[str, int | None], truth: Mapping[str, bool]
) -> Told | None:
    if not {REAL, FALSE} & set(sheet.answers.values()):
        return None
    sides = {True: [0, 0], False: [0, 0]}
    for item, mark in marks.items():
        if mark is not None:
            side = sides[truth[item]]
            side[0] += 1
            side[1] += mark
    return Told(sides[True][0], sides[False][0], sides[True][1], sides[False][1])


def code_of(text: str) -> str:
    """Give a code as it is kept: text, trimmed, in one form (007 is not 7)."""
    return unicodedata.normalize("NFC", text.strip())
