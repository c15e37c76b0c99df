"""Turn a TOML table into a shape, or say everything that keeps it from being one."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from milkit.activities.kind import Problem
from milkit.activities.shape import At, Slot, slots_of

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_ID = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
_WORDS = {
    str: 'a text: put it in "quotation marks"',
    int: "a whole number, without quotation marks",
    float: "a number, like 0.25",
    bool: "true or false, in small letters and without quotation marks",
    date: "a date like 2026-10-12 or 2026-10-12T07:15:00, without quotation marks",
}


def read_shape(
    shape: type[T], table: Mapping[str, Any], at: At = ()
) -> tuple[T | None, list[Problem]]:
    """
    Read *table* as a *shape*: give it, or None and all the problems.

    *at* is the path to the table; each problem carries the path to its own value.
    """
    slots = {slot.key: slot for slot in slots_of(shape)}
    problems = [_unknown(key, slots, at) for key in table if key not in slots]
    filled: dict[str, Any] = {}
    for key, slot in slots.items():
        if key not in table:
            if slot.required:
                problems.append(_missing(slot, at))
            continue
        value, wrong = _value(slot, table[key], (*at, key))
        problems += wrong
        filled[slot.name] = value
    return (None if problems else shape(**filled)), problems


def _unknown(key: str, slots: Mapping[str, Slot], at: At) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(key, slots, n=1)
    mend = f"write `{near[0]}`" if near else "take it out"
    may = ", ".join(slots)
    return Problem(
        f"`{key}` is not known here", f"{mend}; known are: {may}", (*at, key)
    )


def _missing(slot: Slot, at: At) -> Problem:
    sample = _sample(slot)
    return Problem(
        f"`{slot.key}` is missing", f"add {slot.key} = {sample} ({slot.says.text})", at
    )


def _sample(slot: Slot) -> str:
    if slot.nested:
        return "[{…}]" if slot.many else "{…}"
    if slot.says.one_of:
        sample = f'"{slot.says.one_of[0]}"'
    else:
        samples = {str: '"…"', int: "1", float: "0.5", bool: "true", date: "2026-10-12"}
        sample = samples.get(slot.holds, '"…"')
    return f"[{sample}]" if slot.many else sample


def _value(slot: Slot, value: Any, at: At) -> tuple[Any, list[Problem]]:
    if slot.many:
        return _list(slot, value, at)
    if slot.table:
        return _table(slot, value, at)
    return _one(slot, value, at)


def _list(slot: Slot, value: Any, at: At) -> tuple[Any, list[Problem]]:
    if not isinstance(value, list):
        return None, [
            Problem(f"`{slot.key}` is not a list", "put it in [square brackets]", at)
        ]
    items: list[Any] = []
    problems = _count(slot, len(value), at)
    for number, part in enumerate(value):
        item, wrong = _one(slot, part, (*at, number))
        problems += wrong
        items.append(item)
    return tuple(items), problems


def _count(slot: Slot, have: int, at: At) -> list[Problem]:
    least, most = slot.says.least, slot.says.most
    if slot.size:
        least = most = slot.size
    if have >= least and (not most or have <= most):
        return []
    wanted = (
        f"{least}"
        if least == most
        else f"{least} to {most}"
        if most
        else f"at least {least}"
    )
    return [Problem(f"`{slot.key}` holds {have}, not {wanted}", f"give {wanted}", at)]


def _table(slot: Slot, value: Any, at: At) -> tuple[Any, list[Problem]]:
    if not isinstance(value, dict):
        return {}, [
            Problem(
                f"`{slot.key}` is not a table",
                f"write [{slot.key}] and its lines under it",
                at,
            )
        ]
    problems: list[Problem] = []
    filled: dict[str, Any] = {}
    for key, part in value.items():
        filled[key], wrong = _one(slot, part, (*at, key))
        problems += wrong
    return filled, problems


def _one(slot: Slot, value: Any, at: At) -> tuple[Any, list[Problem]]:
    if slot.nested:
        if isinstance(value, dict):
            return read_shape(slot.holds, value, at)
        return None, [
            Problem(
                f"`{slot.key}` is not a table",
                "write it as {key = …, key = …} or [[…]]",
                at,
            )
        ]
    if not _fits(value, slot.holds):
        return None, [
            Problem(
                f"`{slot.key}` is not what it must be",
                f"write {_WORDS[slot.holds]}",
                at,
            )
        ]
    return (float(value) if slot.holds is float else value), _said(slot, value, at)


def _fits(value: Any, wanted: Any) -> bool:
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is date:
        return isinstance(value, date) and getattr(value, "tzinfo", None) is None
    return type(value) is wanted


def _said(slot: Slot, value: Any, at: At) -> list[Problem]:
    allowed = slot.says.one_of
    if allowed and value not in allowed:
        return [
            Problem(
                f"`{slot.key}` is {_short(value)}",
                f"write one of: {', '.join(allowed)}",
                at,
            )
        ]
    if slot.says.role in {"id", "activity"} and value and not _ID.issuperset(value):
        return [
            Problem(
                f"`{slot.key}` is {_short(value)}",
                "use letters a to z, digits and hyphens only",
                at,
            )
        ]
    needed = slot.required and not slot.table and not allowed
    if needed and isinstance(value, str) and not value.strip():
        return [Problem(f"`{slot.key}` is empty", f"write it: {slot.says.text}", at)]
    return []


def _short(value: Any) -> str:
    text = value.isoformat() if isinstance(value, date | datetime) else str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"  # noqa: PLR2004 - a line's worth
