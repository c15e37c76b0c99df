"""What a shape is: the fields of a frozen dataclass, as people write them in TOML."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

Role = Literal["text", "value", "id", "picture", "activity"]
At = tuple[str | int, ...]

_SKIN = {Union, UnionType}


@dataclass(frozen=True, slots=True)
class Says:
    """
    What a field is for, and what it may hold.

    *letters* is the most an English text may have (0: as many as it needs). *role*
    says what a string is: a text that is translated, a value that is not, an id, the
    name of a picture, or the id of an activity. *least* and *most* count a list.
    """

    text: str
    letters: int = 0
    one_of: tuple[str, ...] = ()
    role: Role = "text"
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a shape, made ready for reading; *size* > 0 is a fixed list."""

    name: str
    key: str
    holds: Any
    many: bool
    size: int
    table: bool
    required: bool
    says: Says

    @property
    def nested(self) -> bool:
        """Tell whether it holds a shape of its own."""
        return is_dataclass(self.holds)


_NOTHING_SAID = Says("")


def slots_of(shape: type[Any]) -> tuple[Slot, ...]:
    """Give the fields of a *shape* that people write: those that say what they are."""
    return _slots_of(cast("Any", shape))


@cache
def _slots_of(shape: Any) -> tuple[Slot, ...]:
    hints = get_type_hints(shape, include_extras=True)
    every = (
        _slot(f.name, hints[f.name], required=_is_required(f)) for f in fields(shape)
    )
    return tuple(slot for slot in every if slot.says.text)


def _is_required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _slot(name: str, hint: Any, *, required: bool) -> Slot:
    said = next(
        (m for m in getattr(hint, "__metadata__", ()) if isinstance(m, Says)), None
    )
    if said is not None:
        hint = hint.__origin__
    if get_origin(hint) in _SKIN:
        hint = next(a for a in get_args(hint) if a is not type(None))
    inner, many, size, table = hint, False, 0, False
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        inner, many = parts[0], True
        size = 0 if parts[-1] is Ellipsis else len(parts)
    elif get_origin(hint) is dict:
        inner, table = get_args(hint)[1], True
    return Slot(
        name,
        name.rstrip("_"),
        inner,
        many,
        size,
        table,
        required,
        said or _NOTHING_SAID,
    )


def letters(text: str) -> int:
    """Count the letters of *text* as the eye does: marks above or below are none."""
    if text.isascii():
        return len(text)
    from unicodedata import category

    return sum(category(c) not in {"Mn", "Me", "Cf"} for c in text)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value inside a shape: where it stands, what its field says, and itself."""

    at: At
    says: Says
    value: Any


def leaves(data: Any, at: At = ()) -> list[Leaf]:
    """List every value inside *data*, an instance of a shape, in order."""
    found: list[Leaf] = []
    for slot in slots_of(type(data)):
        value = getattr(data, slot.name)
        here = (*at, slot.key)
        if slot.many and value is not None:
            pairs = [((*here, i), v) for i, v in enumerate(value)]
        elif slot.table:
            pairs = [((*here, k), v) for k, v in value.items()]
        else:
            pairs = [(here, value)]
        for place, part in pairs:
            if slot.nested and part is not None:
                found += leaves(part, place)
            else:
                found.append(Leaf(place, slot.says, part))
    return found
