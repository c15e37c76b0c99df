"""Keys of publishers and kit makers: the public half, and the half that signs."""

from __future__ import annotations

import base64
import binascii
import os
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.errors import FileUnreadable
from milkit.ground.trust_errors import KeyUnreadable

if TYPE_CHECKING:
    from pathlib import Path

_KIND = b"Ed"
_PUBLIC = 42  # bytes: kind, key id, key
_LARGEST = 4096  # bytes of a key file: two lines


class PublicKey(NamedTuple):
    """What anyone may know of a key: its 8 *id* bytes and its 32 bytes *raw*."""

    id: bytes
    raw: bytes

    @property
    def name(self) -> str:
        """The key id as minisign prints it: 16 hexadecimal digits."""
        return self.id[::-1].hex().upper()

    @property
    def blob(self) -> bytes:
        """All 42 bytes."""
        return _KIND + self.id + self.raw

    @property
    def text(self) -> str:
        """The key in one line, as minisign prints it (base64)."""
        return base64.b64encode(self.blob).decode()

    @property
    def file(self) -> str:
        """The content of a minisign public-key file."""
        return f"untrusted comment: minisign public key {self.name}\n{self.text}\n"


class SigningKey(NamedTuple):
    """A key that signs: the 32 bytes of its *seed* and the *public* half."""

    seed: bytes
    public: PublicKey


def new_key() -> SigningKey:
    """Make a key nobody has."""
    return of_seed(os.urandom(32), os.urandom(8))


def of_seed(seed: bytes, key_id: bytes) -> SigningKey:
    """Give the key of a 32-byte *seed* and its 8-byte id."""
    from nacl.signing import SigningKey as Maker

    return SigningKey(seed, PublicKey(key_id, bytes(Maker(seed).verify_key)))


def parse_public(text: str) -> PublicKey:
    """Read a key from one line of base64; raises ValueError."""
    blob = decoded(text, _PUBLIC)
    if blob[:2] != _KIND:
        raise ValueError("a key of another kind")
    return PublicKey(blob[2:10], blob[10:])


def read_public(path: Path) -> PublicKey:
    """Read a minisign public-key file; raises KeyUnreadable or FileUnreadable."""
    try:
        return public_of(small_text(path))
    except ValueError as e:
        raise KeyUnreadable(path) from e


def public_of(text: str) -> PublicKey:
    """Read the content of a minisign public-key file; raises ValueError."""
    return parse_public(_line(text, 1))


def small_text(path: Path) -> str:
    """Read a file of a few lines; raises ValueError and FileUnreadable."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as e:
        raise FileUnreadable(path) from e
    if len(content) > _LARGEST:
        raise ValueError("too long for a key")
    return content.decode("ascii")


def blob_in(text: str, line: int, size: int) -> bytes:
    """Give the *size* bytes in base64 in a line of a minisign file, or ValueError."""
    return decoded(_line(text, line), size)


def decoded(text: str, size: int) -> bytes:
    """Give the *size* bytes that *text* is in base64, written in the one way."""
    try:
        blob = base64.b64decode(text, validate=True)
    except binascii.Error as e:
        raise ValueError("not base64") from e
    if len(blob) != size or base64.b64encode(blob).decode() != text:
        raise ValueError("of another length")
    return blob


def _line(text: str, number: int) -> str:
    lines = text.replace("\r\n", "\n").split("\n")
    if number >= len(lines):
        raise ValueError("a line is missing")
    return lines[number]
