"""Turn shapes into plain data for JSON and back, fast enough to open a lesson by it."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def plain(data: Any) -> Any:
    """Turn *data* into dicts, lists, texts, numbers; what is as usual is left out."""
    if data is None or isinstance(data, str | int | float):
        return data  # nearly all of it
    if is_dataclass(data) and not isinstance(data, type):
        usual = _usual(cast("Any", type(data)))
        held = ((name, getattr(data, name)) for name in usual)
        return {name: plain(value) for name, value in held if value != usual[name]}
    if isinstance(data, tuple | list):
        return [plain(part) for part in data]
    if isinstance(data, dict):
        return {key: plain(part) for key, part in data.items()}
    return data.isoformat() if isinstance(data, date) else data


@cache
def _usual(shape: Any) -> dict[str, Any]:
    """Give each field with its default, or an object that is equal to no value."""
    usual = {}
    for field in fields(shape):
        usual[field.name] = field.default if field.default is not MISSING else object()
        if field.default_factory is not MISSING:
            usual[field.name] = field.default_factory()
    return usual


def from_plain(shape: type[T], table: dict[str, Any]) -> T:
    """
    Make a *shape* of plain data that `plain` has made.

    Raises TypeError, ValueError or LookupError when the data is not of this shape;
    texts and numbers are trusted to be what they were.
    """
    return cast("T", _turner(cast("Any", shape))(table))


@cache
def _turner(shape: Any) -> Callable[[dict[str, Any]], Any]:
    hints = get_type_hints(shape)
    turns = {name: turn for name, hint in hints.items() if (turn := _turn(hint))}
    if not turns:
        return lambda table: shape(**table)
    waiting = tuple(turns.items())

    def make(table: dict[str, Any]) -> Any:
        filled = dict(table)
        for name, turn in waiting:
            if name in filled:
                filled[name] = turn(filled[name])
        return shape(**filled)

    return make


def _turn(hint: Any) -> Callable[[Any], Any] | None:
    """Give what turns plain data into *hint*, or None when it is that already."""
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        hint = next(a for a in get_args(hint) if a is not type(None))
        origin = get_origin(hint)
    if origin is tuple:
        return _many(_turn(get_args(hint)[0]))
    if origin is dict:
        return _table(_turn(get_args(hint)[1]))
    if is_dataclass(hint):
        return _turner(cast("Any", hint))
    return _day if hint is date else None


def _many(turn: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if turn is None:
        return tuple
    return lambda parts: tuple(turn(part) for part in parts)


def _table(turn: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    if turn is None:
        return None
    return lambda table: {key: turn(part) for key, part in table.items()}


def _day(written: str) -> date:
    return (
        datetime.fromisoformat(written)
        if "T" in written
        else date.fromisoformat(written)
    )


def respelled(data: T, change: Callable[[str], str]) -> T:
    """Give *data*, a shape, with every sentence in it put through *change*."""
    changed: dict[str, Any] = {}
    for name, nested in _sentences(cast("Any", type(data))):
        old = getattr(data, name)
        new = _respelled(old, change, nested=nested)
        if new != old:
            changed[name] = new
    return cast("T", replace(cast("Any", data), **changed)) if changed else data


def _respelled(value: Any, change: Callable[[str], str], *, nested: bool) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_respelled(part, change, nested=nested) for part in value)
    if isinstance(value, dict):
        return {k: _respelled(part, change, nested=nested) for k, part in value.items()}
    return respelled(value, change) if nested and value is not None else value


@cache
def _sentences(shape: Any) -> tuple[tuple[str, bool], ...]:
    """Name the fields that hold sentences, or shapes that may hold some."""
    from milkit.activities.shape import slots_of

    return tuple(
        (slot.name, slot.nested)
        for slot in slots_of(shape)
        if slot.nested or (slot.holds is str and slot.says.role == "text")
    )
