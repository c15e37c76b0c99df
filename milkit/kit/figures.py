"""The pictures of one page: each stands in it once and is shown wherever it is used."""

from __future__ import annotations

import re
import struct
from base64 import b64encode
from typing import TYPE_CHECKING, NamedTuple

from milkit.activities.printed import plain
from milkit.ground.errors import PictureMissing
from milkit.packs.pictures import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.ground.words import Words

    Read = Callable[[str, str], bytes]
    Slim = Callable[[bytes], bytes]

_SHOWN = re.compile(r'<img src="([^"/]+)/([^"]+)" alt="([^"]*)">')
_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD})


class _Figure(NamedTuple):
    id: str
    width: int
    height: int
    address: str


class Figures:
    """
    Gathers pictures while a page is written.

    A data address in every place would make a lesson three times as large, and filling
    them in by script would leave a page without pictures where scripts are off: so
    each is drawn from one store by SVG's `use`, which browsers know since 2011. *read*
    gives a lesson's picture by its name, *slim* makes its bytes fewer.
    """

    def __init__(self, read: Read, slim: Slim, words: Words) -> None:
        self._read, self._slim, self._words = read, slim, words
        self._known: dict[tuple[str, str], _Figure | None] = {}

    def shown(self, html: str) -> str:
        """Give *html* with each `<img src="lesson/name">` drawn from the store."""
        return _SHOWN.sub(lambda m: self._drawn(m[1], m[2], m[3]), html)

    def store(self) -> str:
        """Give the pictures themselves, for the end of the page."""
        held = "\n".join(
            f'<image id="{f.id}" width="{f.width}" height="{f.height}"'
            f' xlink:href="{f.address}"/>'
            for f in self._known.values()
            if f is not None
        )
        space = 'xmlns="http://www.w3.org/2000/svg"'
        link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
        marks = f'{space} {link} class="store" width="0" height="0"'
        return f'<svg {marks} aria-hidden="true"><defs>\n{held}\n</defs></svg>'

    def _drawn(self, lesson: str, name: str, alt: str) -> str:
        figure = self._figure(lesson, name)
        if figure is None:  # alt is HTML already
            said = plain(self._words.t("In the picture: {words}", words="\0"))
            return f'<p class="small">{said}</p>'.replace("\0", alt)
        size = f'width="{figure.width}" height="{figure.height}"'
        box = f'viewBox="0 0 {figure.width} {figure.height}"'
        link = f'<use xlink:href="#{figure.id}"/>'
        marks = f'class="pic" {size} {box} role="img" aria-label="{alt}"'
        return f"<svg {marks}>{link}</svg>"

    def _figure(self, lesson: str, name: str) -> _Figure | None:
        key = (lesson, name)
        if key not in self._known:
            number = len(self._known) + 1
            self._known[key] = self._made(f"pic{number}", lesson, name)
        return self._known[key]

    def _made(self, name_on_page: str, lesson: str, name: str) -> _Figure | None:
        try:
            content = self._slim(self._read(lesson, name))
        except PictureMissing:
            return None
        size = size_of(content)
        if not size:
            return None
        data = b64encode(content).decode("ascii")
        address = f"data:image/{kind_of(content)};base64,{data}"
        return _Figure(name_on_page, *size, address)


def size_of(content: bytes) -> tuple[int, int] | None:
    """
    Give width and height of a PNG or JPEG in px; None for anything else.

    WebP is none: browsers of 2015 do not show it.
    """
    kind = kind_of(content)
    try:
        if kind == "png":
            width, height = struct.unpack_from(">II", content, 16)
            return width, height
        return _of_jpeg(content) if kind == "jpeg" else None
    except struct.error:
        return None


def _of_jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at < len(content):
        mark, length = struct.unpack_from(">xBH", content, at)
        if mark in _SIZES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length
    return None
