"""What may leave the laptop: some fields of some events, as codes and numbers."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_ADL = "http://adlnet.gov/expapi/verbs/"
_OWN = "https://milkit.example/xapi/verbs/"
_CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:/+-]{0,63}\Z")
_WITHHELD = frozenset({"title", "name", "class_name", "text", "line", "note"})
_HIGHEST = 1 << 53
_MOST = 200  # members of a list or a table
_DEEPEST = 4


class Shared(NamedTuple):
    """The xAPI verb that tells a kind of event, and the fields of it that go."""

    verb: str
    fields: tuple[str, ...]


KINDS: dict[str, Shared] = {
    "run_started": Shared(
        _ADL + "initialized",
        (
            "lesson",
            "lang",
            "pack",
            "version",
            "topic",
            "class_id",
            "students",
            "period",
            "steps",
            "sample",
        ),
    ),
    "step_finished": Shared(_ADL + "progressed", ("step", "seconds", "then", "lost")),
    "counts_changed": Shared(
        _ADL + "answered", ("activity", "question", "option", "by", "again")
    ),
    "counts_set": Shared(
        _ADL + "answered", ("activity", "question", "counts", "again")
    ),
    "run_resumed": Shared(_ADL + "resumed", ("seconds", "gap", "sitting")),
    "minutes_changed": Shared(_OWN + "replanned", ("step", "minutes")),
    "step_left_out": Shared(_OWN + "replanned", ("step", "out")),
    "students_counted": Shared(_OWN + "counted", ("present",)),
    "slips_counted": Shared(
        _OWN + "counted", ("activity", "not_yet", "nearly", "reached")
    ),
    "run_ended": Shared(_ADL + "completed", ("step", "seconds", "finished")),
    "undone": Shared(_OWN + "took-back", ("event",)),
    "check_given": Shared(
        _OWN + "given",
        (
            "check",
            "lang",
            "class_id",
            "students",
            "phase",
            "way",
            "forms",
            "short",
            "items",
            "true_items",
            "sample",
        ),
    ),
    "check_answered": Shared(_ADL + "answered", ("code", "item", "answer", "again")),
    "check_absent": Shared(_OWN + "counted", ("code", "absent")),
    "check_settled": Shared(_ADL + "answered", ("code", "item", "answer")),
    "check_hands": Shared(_ADL + "answered", ("item", "answer", "by")),
    "check_totals": Shared(_ADL + "answered", ("item", "counts")),
    "check_put_away": Shared(_OWN + "took-back", ("away",)),
    "check_undone": Shared(_OWN + "took-back", ("event",)),
    "class_saved": Shared(_OWN + "described", ("students", "ages", "lang", "minutes")),
}


def shares(kind: str) -> bool:
    """Tell whether events of a kind may leave the laptop at all."""
    return kind in KINDS


def verb_of(kind: str) -> str:
    """Give the IRI of a kind's verb; a kind of a later program has one of its own."""
    known = KINDS.get(kind)
    return known.verb if known else f"{_OWN}{kind.replace('_', '-')}"


def part(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Give the part of an event's data that may go; ValueError when it is too much."""
    known = KINDS.get(kind)
    names = known.fields if known else tuple(data)
    return {
        name: _coded(data[name], _DEEPEST)
        for name in names
        if name in data and name not in _WITHHELD
    }


def whole(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Put "" where names were withheld, so that the records can read the event."""
    filled = dict(data)
    if kind == "run_started":
        steps = data.get("steps", [])
        filled["steps"] = [{**step, "title": ""} for step in steps]
        filled |= {"title": "", "class_name": ""}
    if kind == "check_given":
        filled |= {"title": "", "class_name": ""}
    if kind == "class_saved":
        filled["name"] = ""
    return filled


def code(text: str) -> str:
    """
    Give a text that is a code as it is, and of any other only a short SHA-256.

    What a person typed in words cannot leave this way, and still adds up.
    """
    if not text or _CODE.match(text):
        return text
    import hashlib

    return f"x{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _coded(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return code(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _number(value)
    if depth and len(value) <= _MOST:
        return _members(value, depth - 1)
    raise ValueError("too much for a statement")


def _number(value: float) -> float:
    if not math.isfinite(value) or abs(value) > _HIGHEST:
        raise ValueError("no number for a statement")
    return value


def _members(value: Any, depth: int) -> Any:
    if isinstance(value, dict):
        return {
            code(str(name)): _coded(one, depth)
            for name, one in value.items()
            if name not in _WITHHELD
        }
    if isinstance(value, list | tuple):
        return [_coded(one, depth) for one in value]
    raise ValueError("not for a statement")
