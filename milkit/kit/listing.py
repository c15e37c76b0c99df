"""KIT.json: what is on a stick and who put it there, signed."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from milkit.ground.kit_errors import KitChanged, KitForeign, NoKit
from milkit.kit import names

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.trust.key import PublicKey, SigningKey

FORMAT = 1
_LARGEST = 8 << 20  # bytes of a list
_KEY = re.compile(rb'"key": ?"([A-Za-z0-9+/]{56})"')
_SHA256 = re.compile("[0-9a-f]{64}")
_LANG = re.compile("[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a kit: its size in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What KIT.json says; *made* is a day like 2026-11-24, *files* go by path."""

    maker: str
    key: str
    made: str
    title: str
    languages: tuple[str, ...]
    files: dict[str, Listed]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(each.size for each in self.files.values())

    @property
    def day(self) -> dt.date:
        """The day it was made."""
        return dt.date.fromisoformat(self.made)


@dataclass(frozen=True, slots=True)
class Signed:
    """A list with its bytes and its signature, ready to be written."""

    listing: Listing
    content: bytes
    signature: bytes

    @property
    def pair(self) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
        """The two files at the root of a stick."""
        return (names.LIST, self.content), (names.SIGNATURE, self.signature)


def sign(listing: Listing, key: SigningKey) -> Signed:
    """Sign a list; its key becomes that of *key*."""
    from milkit.trust.signature import sign as signed

    content = _content(listing, key.public.text)
    comment = f"MIL Kit, made {listing.made}"
    signature = signed(content, key, comment).encode()
    return Signed(parse(content), content, signature)


def read(folder: Path) -> Signed:
    """
    Read the list of the kit in *folder*; nothing in it counts before its signature.

    Raises NoKit, KitChanged or KitForeign.
    """
    from milkit.trust.signature import Unsigned, verify

    path = folder / names.LIST
    content, signature = _bytes(path), _bytes(folder / names.SIGNATURE)
    if content is None:
        raise NoKit(folder)
    key = _key(content, path)
    try:
        verify(content, signature or b"", key)
    except Unsigned as e:
        raise KitChanged(path) from e
    try:
        listing = parse(content)
    except ValueError as e:
        raise KitForeign(path, str(e)) from e
    if listing.key != key.text:
        raise KitForeign(path, "two keys")
    return Signed(listing, content, signature or b"")


def parse(content: bytes) -> Listing:
    """Read the content of KIT.json; ValueError says what is wrong."""
    try:
        table = json.loads(content)
        listing = _listing(table)
    except (LookupError, TypeError, AttributeError, RecursionError) as e:
        raise ValueError(f"not a list: {e}") from e
    seen: set[str] = set()
    for path, each in listing.files.items():
        _hold_file(path, each, seen)
    if not all(_LANG.fullmatch(lang) for lang in listing.languages):
        raise ValueError("an odd language")
    listing.day  # noqa: B018 - raises ValueError when it is no day
    return listing


def _listing(table: dict[str, Any]) -> Listing:
    if table["format"] != FORMAT:
        raise ValueError("a list of a later format")
    files = {
        path: Listed(entry["bytes"], entry["sha256"])
        for path, entry in table["files"].items()
    }
    texts = table["maker"]["name"], table["key"], table["made"], table["title"]
    if not all(isinstance(text, str) and text.isprintable() for text in texts):
        raise ValueError("odd texts")
    return Listing(*texts, tuple(table["languages"]), files)


def _hold_file(path: str, each: Listed, seen: set[str]) -> None:
    if not names.fits(path):
        raise ValueError(f"an odd name: {path!r}")
    folded = names.folded(path)
    if folded in seen:
        raise ValueError(f"twice: {path!r}")
    seen.add(folded)
    if type(each.size) is not int or not 0 <= each.size <= names.LARGEST:
        raise ValueError(f"an odd size: {path!r}")
    if not _SHA256.fullmatch(each.sha256):
        raise ValueError(f"an odd sum: {path!r}")


def _content(listing: Listing, key: str) -> bytes:
    table = {
        "format": FORMAT,
        "maker": {"name": listing.maker},
        "key": key,
        "made": listing.made,
        "title": listing.title,
        "languages": list(listing.languages),
        "files": {
            path: {"bytes": each.size, "sha256": each.sha256}
            for path, each in sorted(listing.files.items())
        },
    }
    return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()


def _bytes(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError:
        return None
    if len(content) > _LARGEST:
        raise KitForeign(path, "too long")
    return content


def _key(content: bytes, path: Path) -> PublicKey:
    """Find the key in a list that is not yet trusted, without parsing it."""
    from milkit.trust.key import parse_public

    found = _KEY.findall(content)
    if len(found) != 1:
        raise KitForeign(path, "no key, or several")
    try:
        return parse_public(found[0].decode())
    except ValueError as e:
        raise KitForeign(path, str(e)) from e
