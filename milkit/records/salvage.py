"""Find the events in a damaged file by reading its pages, without SQLite's help."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from milkit.records import log
from milkit.records.event import Event, from_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# https://www.sqlite.org/fileformat2.html
_LEAF = 0x0D
_HEAD = 100
_WAL_HEAD, _FRAME_HEAD = 32, 24
_USUAL = 4096
_SIZES = {1 << power for power in range(9, 17)}
_NINE_BYTES = 9
_CHAIN = 1 << 12  # no event is longer than this many pages
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_EVENT, _META = 9, 2  # columns
_TEXT_FROM = 13


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: whole events, each true to its hash, and the installation."""

    events: tuple[Event, ...]
    install: str


def read(path: Path) -> Found:
    """
    Read every page of *path* and of the WAL beside it.

    An event's row holds the hash of its content, so what is given is what was
    written. Damaged rows are passed over; raises OSError only.
    """
    events: dict[tuple[str, str], Event] = {}
    install = ""
    for row in _rows(path):
        if len(row) == _EVENT:
            event = _event(row)
            if event:
                events[event.id, str(row[2])] = event
        elif row[0] == "install" and isinstance(row[1], str):
            install = row[1]
    return Found(tuple(events.values()), install)


def _event(row: tuple[Any, ...]) -> Event | None:
    _, event_id, sha256, install, n, at, kind, about, data = row
    if not isinstance(sha256, str):
        return None
    raw = Event(event_id, install, n, at, kind, about, data)
    if not log.intact(raw, sha256):
        return None
    from json import loads

    try:
        return from_line(log.line(raw._replace(data=loads(data))))
    except ValueError:
        return None


def _rows(path: Path) -> Iterator[tuple[Any, ...]]:
    wal = path.with_name(f"{path.name}-wal")
    with _mapped(path) as file, _mapped(wal) as log_file:
        size = _page_size(file[16:18], log_file[8:12])
        frames = dict(_frames(log_file, size))

        def page(number: int) -> bytes:
            if number in frames:
                return frames[number]
            return bytes(file[(number - 1) * size : number * size])

        for number in range(1, len(file) // size + 1):
            yield from _cells(
                bytes(file[(number - 1) * size : number * size]),
                _HEAD if number == 1 else 0,
                page,
            )
        for number, content in _frames(log_file, size):
            yield from _cells(content, _HEAD if number == 1 else 0, page)


class _mapped:  # noqa: N801 - reads as a verb, like open
    """A file as bytes without reading it whole; an empty or missing one is b""."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> mmap.mmap | bytes:
        if not self._path.exists() or not self._path.stat().st_size:
            return b""
        self._file = self._path.open("rb")
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        return self._map

    def __exit__(self, *_: object) -> None:
        for open_one in ("_map", "_file"):
            if hasattr(self, open_one):
                getattr(self, open_one).close()


def _page_size(of_file: bytes, of_wal: bytes) -> int:
    written = int.from_bytes(of_file, "big")
    if written == 1:
        written = 1 << 16
    for size in (written, int.from_bytes(of_wal, "big")):
        if size in _SIZES:
            return size
    return _USUAL


def _frames(wal: mmap.mmap | bytes, size: int) -> Iterator[tuple[int, bytes]]:
    at = _WAL_HEAD
    while at + _FRAME_HEAD + size <= len(wal):
        number = int.from_bytes(wal[at : at + 4], "big")
        yield number, bytes(wal[at + _FRAME_HEAD : at + _FRAME_HEAD + size])
        at += _FRAME_HEAD + size


def _cells(
    page: bytes, head: int, other: Callable[[int], bytes]
) -> Iterator[tuple[Any, ...]]:
    if page[head : head + 1] != bytes([_LEAF]):
        return
    many = int.from_bytes(page[head + 3 : head + 5], "big")
    for place in range(many):
        pointer = head + 8 + 2 * place
        at = int.from_bytes(page[pointer : pointer + 2], "big")
        try:
            row = _record(_payload(page, at, other))
        except (IndexError, ValueError):
            continue
        if len(row) in {_EVENT, _META}:
            yield row


def _payload(page: bytes, at: int, other: Callable[[int], bytes]) -> bytes:
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    usable = len(page)
    least = (usable - 12) * 32 // 255 - 23
    local = least + (length - least) % (usable - 4)
    if length <= usable - 35:
        local = length
    elif local > usable - 35:
        local = least
    content = page[at : at + local]
    follow = int.from_bytes(page[at + local : at + local + 4], "big")
    for _ in range(_CHAIN):
        if len(content) >= length or not follow:
            break
        more = other(follow)
        follow = int.from_bytes(more[:4], "big")
        content += more[4 : 4 + length - len(content)]
    if len(content) != length:
        raise ValueError("cut short")
    return content


def _record(payload: bytes) -> tuple[Any, ...]:
    ends, at = _varint(payload, 0)
    types = []
    while at < ends:
        kind, at = _varint(payload, at)
        types.append(kind)
    if len(types) not in {_EVENT, _META}:
        return ()
    values = []
    for kind in types:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind in {8, 9}:
        return kind - 8, at
    if kind >= _TEXT_FROM and kind % 2:
        end = at + (kind - _TEXT_FROM) // 2
        return payload[at:end].decode(), end
    if kind == 0:
        return None, at
    raise ValueError("no column of ours")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(_NINE_BYTES):
        byte = data[at + place]
        if place == _NINE_BYTES - 1:
            return value << 8 | byte, at + _NINE_BYTES
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the high bit says that more follows
            return value, at + place + 1
    raise ValueError("no number")
