r"""
A results file (.milr): statements signed by the installation, sealed for the hub.

Sealed with age (age-encryption.org/v1, X25519, one stanza for each key of the hub).
What `age -d -i KEY FILE` gives is one line of ASCII and then an .xz file:

    milkit results 1 <install UUID> <public key, base64> <signature, base64>\n
    xz(statement as canonical JSON, "\n", …)          1 to 100 lines

The signature is ed25519 over the line up to the key, with its "\n", and all that
follows the line, so nothing is unpacked before it holds. With plain tools:
`age -d -i KEY FILE | tail -n +2 | xz -d`. The file is called
`v1/<country>/<first 2 hex digits>/<SHA-256 of its bytes in hex>.milr`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import lzma
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import (
    ResultsDamaged,
    ResultsForeign,
    ResultsNewer,
    ResultsNotOurs,
    ResultsTooLarge,
    ResultsUnsigned,
)
from milkit.sync import statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIX = ".milr"
MOST = 100  # statements in a file
LARGEST = 32 * 1024  # bytes of a file
_UNPACKED = 1 << 20  # bytes of its lines
_MEMORY = 16 << 20  # bytes that unpacking may take
_DICTIONARY = 1 << 18
# Measured on fifty statements: a quarter of preset 9's time for 5 % more bytes. Text
# has no alignment: pb 0.
_FILTERS = [
    {
        "id": lzma.FILTER_LZMA2,
        "preset": 3,
        "dict_size": _DICTIONARY,
        "nice_len": 273,
        "depth": 64,
        "pb": 0,
    }
]
_MARK = "milkit results"
_AGE = b"age-encryption.org/v1\n"
_AGE_ANY = b"age-encryption.org/"
_LINE = 300  # bytes that the first line may have


class Sealed(NamedTuple):
    """A results file: its *name* below the drop box's root, its bytes, its ids."""

    name: str
    content: bytes
    ids: tuple[str, ...]


class Opened(NamedTuple):
    """What was in a results file; *install* sealed it, and *key* (base64) signed it."""

    install: str
    key: str
    statements: tuple[dict[str, Any], ...]


def seal(
    told: Sequence[dict[str, Any]], install: str, seed: bytes, recipients: Sequence[str]
) -> Iterator[Sealed]:
    """
    Seal statements into as many files as they need.

    *seed* is the installation's ed25519 secret (32 bytes); *recipients* are age public
    keys. A statement that fits into no file alone raises ResultsTooLarge.
    """
    for start in range(0, len(told), MOST):
        yield from _seal(told[start : start + MOST], install, seed, recipients)


def name_of(content: bytes, country: str) -> str:
    """Give the name that a file has in every drop box and on every stick."""
    wanted = hashlib.sha256(content).hexdigest()
    return f"v1/{country}/{wanted[:2]}/{wanted}{SUFFIX}"


def unseal(content: bytes, identities: Sequence[str], path: Path) -> Opened:
    """
    Open a results file with the hub's age secret keys.

    *path* is for the words of a refusal, and when it is called by its SHA-256 the
    bytes are held against it. Raises ResultsTooLarge, ResultsForeign (no results
    file), ResultsNotOurs (for another hub), ResultsDamaged (cut or changed),
    ResultsUnsigned, ResultsNewer. The statements are JSON objects: `event_of` looks
    whether they are ours.
    """
    if len(content) > LARGEST:
        raise ResultsTooLarge(path)
    if _named(path) not in {"", hashlib.sha256(content).hexdigest()}:
        raise ResultsDamaged(path)
    if not content.startswith(_AGE):
        later = content.startswith(_AGE_ANY)
        raise (ResultsNewer if later else ResultsForeign)(path)
    plain = _decrypt(content, identities, path)
    line, _, packed = plain.partition(b"\n")
    install, key = _signed(line, packed, path)
    return Opened(install, key, tuple(_lines(packed, path)))


def _seal(
    told: Sequence[dict[str, Any]], install: str, seed: bytes, recipients: Sequence[str]
) -> Iterator[Sealed]:
    import pyrage

    lines = b"\n".join(statement.canonical(one) for one in told) + b"\n"
    plain = _sign(lzma.compress(lines, lzma.FORMAT_XZ, filters=_FILTERS), install, seed)
    keys = [pyrage.x25519.Recipient.from_str(one) for one in recipients]
    content = pyrage.encrypt(plain, keys)
    if len(content) <= LARGEST and len(lines) <= _UNPACKED:
        country = statement.where(told[0]).country
        ids = tuple(one["id"] for one in told)
        yield Sealed(name_of(content, country), content, ids)
    elif len(told) == 1:
        raise ResultsTooLarge(Path(told[0]["id"]))
    else:
        half = len(told) // 2
        yield from _seal(told[:half], install, seed, recipients)
        yield from _seal(told[half:], install, seed, recipients)


def _sign(packed: bytes, install: str, seed: bytes) -> bytes:
    from nacl.signing import SigningKey

    key = SigningKey(seed)
    public = base64.b64encode(bytes(key.verify_key)).decode()
    head = f"{_MARK} 1 {install} {public}"
    signature = key.sign(f"{head}\n".encode() + packed).signature
    return f"{head} {base64.b64encode(signature).decode()}\n".encode() + packed


def _named(path: Path) -> str:
    """Give the SHA-256 in a file's name, or "" when it has another name."""
    stem = path.stem.lower()
    hexadecimal = len(stem) == hashlib.sha256().digest_size * 2 and not stem.strip(
        "0123456789abcdef"
    )
    return stem if hexadecimal else ""


def _decrypt(content: bytes, identities: Sequence[str], path: Path) -> bytes:
    import pyrage

    keys = [pyrage.x25519.Identity.from_str(one) for one in identities]
    try:
        return bytes(pyrage.decrypt(content, keys))
    except pyrage.DecryptError as e:
        wrong_key = "matching keys" in str(e)
        raise (ResultsNotOurs if wrong_key else ResultsDamaged)(path) from e


def _signed(line: bytes, packed: bytes, path: Path) -> tuple[str, str]:
    """Hold the signature; give the installation and its key."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    words = line[:_LINE].decode("ascii", "replace").split(" ")
    if words[:2] != _MARK.split(" "):
        raise ResultsForeign(path)
    if words[2:3] != ["1"]:
        raise ResultsNewer(path)
    try:
        install, key, signature = words[3:]
        head = line[: line.rindex(b" ")] + b"\n"
        VerifyKey(base64.b64decode(key, validate=True)).verify(
            head + packed, base64.b64decode(signature, validate=True)
        )
    except (ValueError, TypeError, binascii.Error, BadSignatureError) as e:
        raise ResultsUnsigned(path) from e
    return install, key


def _lines(packed: bytes, path: Path) -> Iterator[dict[str, Any]]:
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY)
    try:
        text = unpacker.decompress(packed, max_length=_UNPACKED + 1)
    except lzma.LZMAError as e:
        # The signature held: what takes too much memory was made so.
        raise ResultsTooLarge(path) from e
    if len(text) > _UNPACKED:
        raise ResultsTooLarge(path)
    if not unpacker.eof or unpacker.unused_data:
        raise ResultsDamaged(path)
    lines = text.split(b"\n")
    if lines.pop() or not 0 < len(lines) <= MOST:
        raise ResultsTooLarge(path)
    try:
        for line in lines:
            yield statement.read(line)
    except ValueError as e:
        raise ResultsDamaged(path) from e
