"""Key the sheets of a check: which code, which item, undo, and every fifth twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milkit.records import check_happenings as h
from milkit.records import checks
from milkit.records.check_state import AWAY, DIFFERS, DONE

if TYPE_CHECKING:
    from milkit.content.instrument import Instrument, Item
    from milkit.records.check_state import CheckState
    from milkit.records.store import Records

EVERY = 5  # sheets of which one is keyed a second time
EMPTY = ""


class Twice(NamedTuple):
    """How good the keying is: sheets keyed twice, their answers, and how many agree."""

    sheets: int
    answers: int
    same: int


class _Step(NamedTuple):
    """What a key did, to take it back: where it was pressed, and its event."""

    code: str
    at: int
    again: bool
    event: str


class Keying:
    """
    The keying of one check, sheet by sheet; each key is saved when it returns.

    *code* is the sheet, *at* the place on it (as many as items = all keyed), *again*
    says that it is keyed a second time: then the first answers are not shown.
    """

    def __init__(self, records: Records, about: str, check: Instrument) -> None:
        self._records, self._about, self._check = records, about, check
        self.state: CheckState = self._read()
        self.again = False
        self.code = self.state.next_to_do() or self.state.codes[0]
        self._steps: list[_Step] = []
        self.at = self._first_open()

    # --- what is there ---------------------------------------------------------

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of this sheet, in the order of its paper."""
        return self.items_of(self.code)

    @property
    def form(self) -> str:
        """The form of this sheet; "" when there is one only."""
        return self.state.form(self.code) if len(self._check.forms) > 1 else ""

    def options(self, at: int | None = None) -> tuple[tuple[str, str], ...]:
        """Give the answers of the item at a place: what is kept, and its word."""
        place = min(self.at if at is None else at, len(self.items) - 1)
        return self._check.words_of(self.items[place].kind)

    def answer(self, at: int) -> str | None:
        """Give what was keyed at a place in this turn; None = nothing yet."""
        sheet = self.state.sheet(self.code)
        held = sheet.second if self.again else {**sheet.first, **sheet.settled}
        return held.get(self.items[at].id)

    def word(self, item: str, answer: str) -> str:
        """Give the word for an answer of an item; "" for left empty."""
        words = dict(self._check.words_of(self._check.item(item).kind))
        return words.get(answer, "")

    @property
    def keyed(self) -> int:
        """How many answers of this sheet are keyed in this turn."""
        return sum(self.answer(at) is not None for at in range(len(self.items)))

    @property
    def whole(self) -> bool:
        """Whether this sheet needs no more keys in this turn."""
        return self.keyed == len(self.items) or self.absent

    @property
    def absent(self) -> bool:
        """Whether the student of this sheet was away."""
        return self.state.sheet(self.code).absent

    @property
    def can_undo(self) -> bool:
        """Whether there is a key of this sitting to take back."""
        return bool(self._steps)

    def last(self) -> tuple[str, int, str] | None:
        """Give the last key: its code, its place and the answer; None = none."""
        if not self._steps:
            return None
        step = self._steps[-1]
        sheet = self.state.sheet(step.code)
        held = sheet.second if step.again else sheet.first
        item = self.items_of(step.code)[step.at].id
        return step.code, step.at, held.get(item, EMPTY)

    def twice(self) -> Twice:
        """Say how many answers were keyed twice, and how many were the same."""
        sheets = [s for s in self.state.sheets.values() if s.second]
        pairs = [
            (s.first[item], answer)
            for s in sheets
            for item, answer in s.second.items()
            if item in s.first
        ]
        return Twice(len(sheets), len(pairs), sum(a == b for a, b in pairs))

    def differing(self) -> list[tuple[str, tuple[str, ...]]]:
        """List the codes whose two keyings differ, with the items."""
        return [
            (code, self.state.sheet(code).differing())
            for code in self.state.codes
            if self.state.how(code) == DIFFERS and not self._in_second_turn(code)
        ]

    def number_of(self, code: str, item: str) -> int:
        """Give the number of an item on the paper of a code, from 1."""
        ids = [one.id for one in self.items_of(code)]
        return ids.index(item) + 1 if item in ids else 0

    def items_of(self, code: str) -> tuple[Item, ...]:
        """Give the items of the sheet of a code, in the order of its paper."""
        given = self.state.given
        asked = self._check.asked(self.state.form(code), short=given.short)
        return tuple(item for item in asked if item.id in given.items)

    # --- keys ------------------------------------------------------------------

    def key(self, answer: str) -> None:
        """Keep an answer for the item here, and go on to the next place."""
        if self.at >= len(self.items) or self.absent:
            return
        what = h.Keyed(self.code, self.items[self.at].id, answer, self.again)
        event = checks.tell(self._records, self._about, what)
        self._steps.append(_Step(self.code, self.at, self.again, event.id))
        self.at += 1
        self.state = self._read()

    def undo(self) -> None:
        """Take the last key back and stand where it was pressed."""
        if not self._steps:
            return
        step = self._steps[-1]
        checks.undo(self._records, self._about, step.event)
        self._steps.pop()
        self.code, self.at, self.again = step.code, step.at, step.again
        self.state = self._read()

    def move(self, by: int) -> None:
        """Go to another item of this sheet."""
        self.at = min(max(0, self.at + by), len(self.items))

    def place(self, at: int) -> None:
        """Go to a place of this sheet."""
        self.at = min(max(0, at), len(self.items))

    def go(self, code: str) -> None:
        """Go to the sheet of a code."""
        if code in self.state.codes:
            self.code, self.again = code, False
            self.at = self._first_open()

    def next(self) -> None:
        """Go on: the same sheet once more when its turn has come, else the next."""
        if self.second_due():
            self.again = True
            self.at = self._first_open()
            return
        following = self.state.next_to_do(self.code)
        if following:
            self.go(following)

    def second_due(self) -> bool:
        """Tell whether this sheet is to be keyed a second time now."""
        codes = self.state.codes
        fifth = (codes.index(self.code) + 1) % EVERY == 0
        first = set(self.state.sheet(self.code).first)
        whole = first >= set(self.state.given.items)
        second = self.state.sheet(self.code).second
        return (
            fifth
            and whole
            and not self.again
            and not self.absent
            and len(second) < len(self.state.given.items)
        )

    def finished(self) -> bool:
        """Tell whether every sheet is keyed or absent."""
        ends = (DONE, DIFFERS, AWAY)
        return all(self.state.how(code) in ends for code in self.state.codes)

    def set_absent(self, *, absent: bool) -> None:
        """Note that the student of this sheet was away, or was there after all."""
        checks.tell(self._records, self._about, h.Absent(self.code, absent))
        self.again = False
        self.state = self._read()
        self.at = self._first_open()

    def settle(self, code: str, item: str, answer: str) -> None:
        """Note what the paper says where two keyings differ."""
        checks.tell(self._records, self._about, h.Settled(code, item, answer))
        self.state = self._read()

    # --- inside ----------------------------------------------------------------

    def _read(self) -> CheckState:
        found = checks.read(self._records, self._about)
        if found is None:
            raise KeyError(self._about)
        return found

    def _in_second_turn(self, code: str) -> bool:
        """Tell whether a second keying is under way: its differences come later."""
        return self.again and code == self.code and not self.whole

    def _first_open(self) -> int:
        many = len(self.items)
        return next((at for at in range(many) if self.answer(at) is None), many)
