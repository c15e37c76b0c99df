"""How wide and high a picture is, told by its first bytes without unpacking it."""

from __future__ import annotations

import struct

from milkit.packs.pictures import kind_of

MOST_PX = 8000  # a side of a picture
MOST_AREA = 16 << 20  # pixels: more is not unpacked to be shown (64 MB)
NONE = (0, 0)
_MARK = 0xFF
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # JPEG: markers that tell the size


def sides_of(content: bytes) -> tuple[int, int]:
    """
    Give width and height of a png, jpeg or webp in pixels, (0, 0) when it does not say.

    The first 32 bytes are enough for all but jpeg. (PNG 3rd edition 11.2.1; ITU T.81
    B.2.2; RFC 9649 2.5 to 2.7.)
    """
    kind = kind_of(content)
    try:
        found = _SIDES[kind](content) if kind else NONE
    except (struct.error, IndexError):
        return NONE
    return found if min(found) > 0 else NONE


def _png(content: bytes) -> tuple[int, int]:
    name, wide, high = struct.unpack_from(">4sLL", content, 12)
    return (wide, high) if name == b"IHDR" else NONE


def _jpeg(content: bytes) -> tuple[int, int]:
    at = 2
    while content[at] == _MARK:
        marker = content[at + 1]
        if marker == _MARK:  # filling
            at += 1
            continue
        if marker in _FRAMES:
            high, wide = struct.unpack_from(">HH", content, at + 5)
            return wide, high
        (length,) = struct.unpack_from(">H", content, at + 2)
        at += 2 + max(2, length)  # a length counts itself: never a loop
    return NONE


def _webp(content: bytes) -> tuple[int, int]:
    kind = content[12:16]
    if kind == b"VP8X":
        wide, more, high, most = struct.unpack_from("<HBHB", content, 24)
        return (more << 16 | wide) + 1, (most << 16 | high) + 1
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<L", content, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        start, wide, high = struct.unpack_from("<3sHH", content, 23)
        return (wide & 0x3FFF, high & 0x3FFF) if start == b"\x9d\x01\x2a" else NONE
    return NONE


_SIDES = {"png": _png, "jpeg": _jpeg, "webp": _webp}
