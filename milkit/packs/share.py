"""
One pack as one file to hand on (.milpack): a stored zip with exactly four entries.

The reader is our own and knows one layout only, byte after byte without a gap (APPNOTE
6.3.10): what zip libraries forgive is what attacks are made of.
"""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from milkit.ground.errors import FileUnreadable, PackForeign
from milkit.packs.catalogue import NAME, PUBLISHER, SIGNATURE
from milkit.packs.listed import LARGEST_PACK, plain_file
from milkit.packs.offer import LIMITS, Offer, plain_open

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LOCAL = struct.Struct("<4s5H3L2H")  # signature … sizes, lengths of name and extra
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ENTRIES = 4
_LONGEST = 80  # letters of a name
_LINK = 0o120000
_DAY = (1980, 1, 1, 0, 0, 0)  # the same pack gives the same bytes


class _Entry(NamedTuple):
    name: str
    at: int  # where its header begins
    size: int


def write_share(
    file: BinaryIO, small: Mapping[str, bytes], pack: Path, name: str
) -> None:
    """Write the three *small* files and a *pack* under its *name*; raises OSError."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as zipped:
        for each in (PUBLISHER, NAME, SIGNATURE):
            zipped.writestr(zipfile.ZipInfo(each, _DAY), small[each])
        with pack.open("rb") as source:
            info = zipfile.ZipInfo(name, _DAY)
            info.file_size = pack.stat().st_size
            with zipped.open(info, "w") as to:
                while piece := source.read(1 << 20):
                    to.write(piece)


def of_share(path: Path) -> Offer:
    """Read a share file as an offer; raises PackForeign and FileUnreadable."""
    with plain_open(path) as file:
        try:
            entries = {entry.name: _place(file, entry) for entry in _entries(file)}
            small = {name: _read(file, *entries[name]) for name in LIMITS}
        except (struct.error, ValueError, LookupError) as e:
            raise PackForeign(path, f"{e}"[:200]) from e
        except OSError as e:
            raise FileUnreadable(path) from e

    def give(name: str) -> BinaryIO | None:
        if name not in entries or not plain_file(name):
            return None
        return _Part(plain_open(path), *entries[name])

    return Offer(path, small[PUBLISHER], small[NAME], small[SIGNATURE], give)


class _Part(io.RawIOBase, BinaryIO):
    """A part of a file, read like a file of its own."""

    def __init__(self, file: BinaryIO, at: int, size: int) -> None:
        super().__init__()
        self._file, self._left = file, size
        file.seek(at)

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes, b"" at the end."""
        content = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(content)
        return content

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
        super().close()


def _entries(file: BinaryIO) -> list[_Entry]:
    """Read the list at the end; raises ValueError unless all is as we write it."""
    size = file.seek(0, io.SEEK_END)
    most = _END.size + _ENTRIES * (_ENTRY.size + _LONGEST)
    start = max(0, size - most)
    tail = _read(file, start, size - start)
    kind, disk, other, here, all_, length, at, comment = _END.unpack(tail[-_END.size :])
    if kind != b"PK\5\6" or (disk, other, comment) != (0, 0, 0):
        raise ValueError("no zip as we write it")
    if (here, all_) != (_ENTRIES, _ENTRIES) or at + length + _END.size != size:
        raise ValueError("not four entries")
    listed = tail[at - start : -_END.size] if at >= start else b""
    found, place = [], 0
    for _ in range(_ENTRIES):
        entry, used = _entry(listed[place:])
        found.append(entry)
        place += used
    if place != len(listed):
        raise ValueError("more than four entries")
    _hold_close(found, at)
    return found


def _entry(listed: bytes) -> tuple[_Entry, int]:
    """Read an entry of the list, and how many bytes it took."""
    head = _ENTRY.unpack(listed[: _ENTRY.size])
    kind, flags, method = head[0], head[3], head[4]
    packed, size, named, extra, comment = head[8], head[9], *head[10:13]
    disk, mode, at = head[13], head[15] >> 16, head[16]
    if kind != b"PK\1\2" or flags or method or packed != size:
        raise ValueError("packed, locked, or with a false size")
    if extra or comment or disk or named > _LONGEST:
        raise ValueError("more than a name")
    if mode & 0o170000 == _LINK:
        raise ValueError("a link")
    end = _ENTRY.size + named
    return _Entry(listed[_ENTRY.size : end].decode("ascii"), at, size), end


def _hold_close(entries: list[_Entry], end: int) -> None:
    """Hold that the entries have the right names and lie side by side to the end."""
    names = [entry.name for entry in entries]
    odd = [name for name in names if name not in LIMITS]
    if set(LIMITS) - set(names) or len(odd) != 1 or not plain_file(odd[0]):
        raise ValueError(f"odd names {names}")
    here = 0
    for entry in entries:
        if entry.at != here or entry.size > LIMITS.get(entry.name, LARGEST_PACK):
            raise ValueError(f"{entry.name} is out of place or too large")
        here += _LOCAL.size + len(entry.name) + entry.size
    if here != end:
        raise ValueError("something lies between")


def _place(file: BinaryIO, entry: _Entry) -> tuple[int, int]:
    """Say where the bytes of an entry lie; its own header must say the same."""
    head = _LOCAL.unpack(_read(file, entry.at, _LOCAL.size))
    name = _read(file, entry.at + _LOCAL.size, len(entry.name))
    wanted = (entry.size, entry.size, len(entry.name), 0)
    if head[0] != b"PK\3\4" or head[2] or head[3] or head[7:] != wanted:
        raise ValueError(f"{entry.name} has two headers")
    if name != entry.name.encode():
        raise ValueError(f"{entry.name} has two names")
    return entry.at + _LOCAL.size + len(entry.name), entry.size


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    content = file.read(size)
    if len(content) != size:
        raise ValueError("cut off")
    return content
