"""Count hands for a check, item by item; each hand is saved when it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities.poll import Choice, Poll
from milkit.content.instrument import TWO_SIDED
from milkit.records import check_happenings as h
from milkit.records import checks
from milkit.teaching.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.content.instrument import Instrument, Item
    from milkit.records.check_state import CheckState
    from milkit.records.store import Records

_MARKS = ("yes", "no", "unsure")


class HandCounts:
    """The hands of one check; *at* is the item that is asked now."""

    def __init__(self, records: Records, about: str, check: Instrument) -> None:
        self._records, self._about, self.check = records, about, check
        self.state: CheckState = self._read()
        given = self.state.given
        asked = check.asked(given.forms[0], short=given.short)
        self.items: tuple[Item, ...] = tuple(i for i in asked if i.id in given.items)
        self._events: list[str] = []
        counted = self.state.hands
        ids = [item.id for item in self.items]
        self.at = next((n for n, name in enumerate(ids) if name not in counted), 0)

    @property
    def item(self) -> Item:
        """The item that is asked now."""
        return self.items[self.at]

    @property
    def can_undo(self) -> bool:
        """Whether there is something of this sitting to take back."""
        return bool(self._events)

    def text(self, item: Item) -> str:
        """Give what is read of an item."""
        return item.forms[self.state.given.forms[0]].text

    def options(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Give the answers of an item: what is kept, and its word."""
        return self.check.words_of(item.kind)

    def hands(self, item: Item) -> Mapping[str, int]:
        """Give the hands that an item has."""
        return self.state.hands.get(item.id, {})

    def counted(self) -> int:
        """Count the items that have hands."""
        return sum(any(self.hands(item).values()) for item in self.items)

    def add(self, answer: str, by: int = 1) -> None:
        """Add a hand to an answer of the item here, or take one."""
        if by < 0 and not self.hands(self.item).get(answer):
            return
        self._tell(h.HandsCounted(self.item.id, answer, by))

    def set_totals(self, item: Item, counts: dict[str, int]) -> None:
        """Keep typed totals of an item."""
        if dict(self.hands(item)) != counts:
            self._tell(h.TotalsTyped(item.id, counts))

    def undo(self) -> None:
        """Take the last change back."""
        if self._events:
            checks.undo(self._records, self._about, self._events[-1])
            self._events.pop()
            self.state = self._read()

    def move(self, by: int) -> None:
        """Go to another item."""
        self.at = min(max(0, self.at + by), len(self.items) - 1)

    def scene(self, title: str, prompt: str) -> Scene:
        """Give what the class may see of the item here: no count and no answer."""
        item = self.item
        marks = _MARKS if item.kind in TWO_SIDED else ("", "", "")
        choices = tuple(
            Choice(id=answer, text=word, mark=mark)
            for (answer, word), mark in zip(self.options(item), marks, strict=True)
        )
        poll = Poll(id=item.id, claim=self.text(item), prompt=prompt, options=choices)
        return Scene("poll", title, self.check.lang, poll)

    def _tell(self, what: h.Happening) -> None:
        event = checks.tell(self._records, self._about, what)
        self._events.append(event.id)
        self.state = self._read()

    def _read(self) -> CheckState:
        found = checks.read(self._records, self._about)
        if found is None:
            raise KeyError(self._about)
        return found
