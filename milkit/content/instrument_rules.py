"""The rules of a fair check: as many true as false, matched in pairs and in forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content import toml
from milkit.content.finding import Flaw
from milkit.content.instrument import SHORTEST, TASK, TWO_SIDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from milkit.content.instrument import Instrument, Item

PAIR = 0.15  # how much longer one text of a pair may be than the other
FORM = 0.05  # how much longer true items, or one form, may be on the mean
_LEVELS = 3
_FEWEST = 8

Problem = tuple[str, str]


def look(found: Instrument, text: str) -> list[Flaw]:
    """List what is unfair in a check; lengths only where it was written, in English."""
    problems: list[Problem] = [*_order(found), *_balance(found), *_reasons(found)]
    if found.lang == "en":
        problems += _pairs(found)
    line = toml.line_of(("order",), text, 1)
    return [Flaw(max(1, line), what, mend) for what, mend in problems]


def _order(found: Instrument) -> Iterator[Problem]:
    ids = [item.id for item in found.items]
    if len(set(ids)) != len(ids):
        yield "an id stands twice", "give each item its own"
    for form, order in found.order.items():
        if sorted(order) != sorted(ids):
            yield f"the order of form {form} is not all items", "name each id once"


def _balance(found: Instrument) -> Iterator[Problem]:
    sides = [item for item in found.items if item.kind in TWO_SIDED]
    if any(item.true is None for item in sides):
        yield "an item does not say if it is true", "write truth = true or false"
    whole, short = _counts(sides), _counts(item for item in sides if item.short)
    if whole[0] != whole[1]:
        yield f"{whole[0]} items are true and {whole[1]} false", "as many of each"
    if short[0] != short[1] or 0 < sum(short) < SHORTEST:
        yield "the short form is uneven or too short", "4 true and 4 false"
    if len(found.items) < _FEWEST:
        yield "there are too few items", f"write {_FEWEST} or more"


def _counts(items: Iterable[Item]) -> tuple[int, int]:
    held = list(items)
    true = sum(item.true is True for item in held)
    return true, len(held) - true


def _reasons(found: Instrument) -> Iterator[Problem]:
    for item in found.items:
        for form, wording in item.forms.items():
            if item.kind in (*TWO_SIDED, TASK) and not wording.why:
                yield f"“{item.id}” has no reason in form {form}", "write why = “…”"
            if item.kind == TASK and len(wording.levels) != _LEVELS:
                yield (
                    f"“{item.id}” needs {_LEVELS} levels in form {form}",
                    "for 2, 1, 0",
                )


def pairs(found: Instrument) -> list[tuple[Item, Item]]:
    """Give each true item with the false one that was written to match it."""
    true = [i for i in found.items if i.kind in TWO_SIDED and i.true]
    false = [i for i in found.items if i.kind in TWO_SIDED and not i.true]
    return list(zip(true, false, strict=False))


def _pairs(found: Instrument) -> Iterator[Problem]:
    matched = pairs(found)
    for one, other in matched:
        told = f"“{one.id}” and “{other.id}”"
        same = (one.topic, one.surprise, one.tone, one.short)
        if same != (other.topic, other.surprise, other.tone, other.short):
            yield f"{told} differ in topic, surprise or tone", "make them a pair"
        for form in found.forms:
            if _apart(length(one, form), length(other, form)) > PAIR:
                yield f"{told} differ in length in form {form}", "cut the longer one"
    if matched:
        yield from _means(found, matched)


def _means(
    found: Instrument, matched: Sequence[tuple[Item, Item]]
) -> Iterator[Problem]:
    means = {
        (form, side): sum(length(pair[side], form) for pair in matched) / len(matched)
        for form in found.forms
        for side in (0, 1)
    }
    if _apart(min(means.values()), max(means.values())) > FORM:
        yield "true and false items, or the forms, differ in length", "even them out"


def length(item: Item, form: str) -> int:
    """Give the letters of an item's text in a form."""
    return len(item.forms[form].text)


def _apart(one: float, other: float) -> float:
    return max(one, other) / max(1.0, min(one, other)) - 1
