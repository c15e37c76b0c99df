"""Which pictures the kit keeps and shows, told by their bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 20 << 20  # bytes
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}/[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_PNG = b"\x89PNG\r\n\x1a\n"
_NOTES = {b"eXIf", b"iTXt", b"tEXt", b"zTXt", b"\xff\xe1", b"\xff\xed", b"\xff\xfe"}
_SCAN = b"\xff\xda"  # from here on a JPEG is picture


def kind_of(content: bytes) -> str:
    """Give png, jpeg or webp; "" for what is no picture that the kit shows."""
    if content.startswith(_PNG):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return ""


def plain_name(name: object) -> bool:
    """Tell whether a *name* in a pack is `lesson/picture.png` in plain letters."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def without_notes(content: bytes) -> bytes:
    """
    Take out what a camera or a program noted in a picture, such as the place.

    Gives b"" for what is no png or jpeg.
    """
    kind = kind_of(content)
    if kind == "png":
        head, pieces = _PNG, _of_png(content)
    elif kind == "jpeg":
        head, pieces = content[:2], _of_jpeg(content)
    else:
        return b""
    return head + b"".join(piece for name, piece in pieces if name not in _NOTES)


def _of_png(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 8 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], content[at:end]
        at = end


def _of_jpeg(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 2
    while at + 4 <= len(content) and content[at : at + 2] != _SCAN:
        end = at + 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))
        yield content[at : at + 2], content[at:end]
        at = end
    yield b"", content[at:]
