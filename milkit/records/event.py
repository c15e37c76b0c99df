"""An event: one thing that happened, kept for good under a UUID made at its birth."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
_KIND = re.compile(r"[a-z][a-z_]{1,40}\Z")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?([+-]\d\d:\d\d|Z)\Z")
_HIGHEST = 1 << 53  # above it, other programs' JSON readers lose digits
_LONGEST = 256 * 1024


class Event(NamedTuple):
    """
    What happened, to what, and in which place of the order.

    *about* is the id of the run, class or programme that it changes. *n* is the
    installation's sequence number: more than every number its log held before, own
    or received, so (n, install, id) puts cause before effect without any clock. *at*
    is the local time as the computer believed it, for people only.
    """

    id: str
    install: str
    n: int
    at: str
    kind: str
    about: str
    data: Mapping[str, Any]

    @property
    def place(self) -> tuple[int, str, str]:
        """Its place in the order, the same on every machine."""
        return (self.n, self.install, self.id)


def new_id() -> str:
    """Make a random UUID (version 4, RFC 9562)."""
    chance = bytearray(os.urandom(16))
    chance[6] = chance[6] & 0x0F | 0x40
    chance[8] = chance[8] & 0x3F | 0x80
    text = chance.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


_WRITER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


def data_text(data: Mapping[str, Any]) -> str:
    """Write an event's data in its canonical form."""
    return _WRITER.encode(data)


def canonical(event: Event, data: str = "") -> bytes:
    """
    Write an event in the one way that its SHA-256 is taken of.

    It is JSON with sorted keys and without spaces; *data* is `data_text` of its data
    when that is at hand.
    """
    quote = json.encoder.encode_basestring
    return (
        f'{{"about":{quote(event.about)},"at":{quote(event.at)},'
        f'"data":{data or data_text(event.data)},"id":{quote(event.id)},'
        f'"install":{quote(event.install)},"kind":{quote(event.kind)},"n":{event.n}}}'
    ).encode()


def digest(event: Event, data: str = "") -> str:
    """Give the SHA-256 of the canonical bytes in hex; *data* as in `canonical`."""
    import hashlib

    return hashlib.sha256(canonical(event, data)).hexdigest()


def from_line(line: str) -> Event:
    """Read one JSON line; ValueError says what is wrong with a broken one."""
    if len(line) > _LONGEST:
        raise ValueError("too long")
    try:
        found = json.loads(line)
    except RecursionError as e:
        raise ValueError("nested too deeply") from e
    if not isinstance(found, dict) or set(found) != set(Event._fields):
        raise ValueError("not an event")
    event = Event(**found)
    check(event)
    canonical(event)  # ValueError for a NaN, UnicodeEncodeError for half a letter
    return event


def check(event: Event) -> None:
    """Look whether all fields have their shapes; ValueError names those that do not."""
    faults = [name for name, good in _claims(event) if not good]
    if faults:
        raise ValueError(f"bad {', '.join(faults)}")


def _claims(event: Event) -> list[tuple[str, bool]]:
    return [
        ("id", _fits(_UUID, event.id)),
        ("install", _fits(_UUID, event.install)),
        ("about", _fits(_UUID, event.about)),
        ("kind", _fits(_KIND, event.kind)),
        ("at", _fits(_TIME, event.at)),
        ("n", type(event.n) is int and 0 < event.n < _HIGHEST),
        ("data", isinstance(event.data, dict)),
    ]


def _fits(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.match(value) is not None
