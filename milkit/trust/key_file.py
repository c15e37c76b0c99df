"""
A signing key in a minisign secret-key file, locked with a pass phrase.

The format is minisign's (https://jedisct1.github.io/minisign/); its own files ask for
1 GiB of memory to open, ours for 64 MiB: our computers have 4 GB.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import struct
from typing import TYPE_CHECKING

from milkit.ground.files import write_whole
from milkit.ground.trust_errors import KeyUnreadable, PassphraseWrong
from milkit.trust.key import blob_in, of_seed, small_text

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.trust.key import SigningKey

_OPS, _MEMORY = 2**22, 2**26  # scrypt's work, and 64 MiB
_HEAD = b"EdScB2"
_SIZE = 158  # bytes of all
_LOCKED = 104  # of them behind the pass phrase: id, seed, public key, check


def write_key(path: Path, key: SigningKey, passphrase: str) -> None:
    """Write a key file that opens with *passphrase*, and `.pub` beside it."""
    write_secret(path, locked(key, passphrase).encode())
    write_whole(public_beside(path), key.public.file.encode())


def write_secret(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, where the system knows owners."""
    write_whole(path, content)
    with contextlib.suppress(OSError):  # a FAT stick knows none
        path.chmod(0o600)


def public_beside(path: Path) -> Path:
    """Say where the public half of the key file *path* stands."""
    return path.with_suffix(".pub")


def open_key(path: Path, passphrase: str) -> SigningKey:
    """Open a key file; raises PassphraseWrong, KeyUnreadable, FileUnreadable."""
    try:
        key = unlocked(small_text(path), passphrase)
    except ValueError as e:
        raise KeyUnreadable(path) from e
    if key is None:
        raise PassphraseWrong(path)
    return key


def locked(key: SigningKey, passphrase: str) -> str:
    """Give the content of a key file."""
    body = key.public.id + key.seed + key.public.raw
    salt = os.urandom(32)
    mask = _mask(passphrase, salt, _OPS, _MEMORY)
    blob = _HEAD + salt + struct.pack("<QQ", _OPS, _MEMORY)
    blob += _masked(body + _check(body), mask)
    comment = "untrusted comment: minisign encrypted secret key"
    return f"{comment}\n{base64.b64encode(blob).decode()}\n"


def unlocked(text: str, passphrase: str) -> SigningKey | None:
    """Open the content of a key file: None for a wrong pass phrase, or ValueError."""
    blob = blob_in(text, 1, _SIZE)
    ops, memory = struct.unpack("<QQ", blob[38:54])
    if blob[:6] != _HEAD or not (0 < ops <= _OPS and 0 < memory <= _MEMORY):
        raise ValueError("a key file of another kind")
    body = _masked(blob[54:], _mask(passphrase, blob[6:38], ops, memory))
    if _check(body[:72]) != body[72:]:
        return None
    key = of_seed(body[8:40], body[:8])
    if key.public.raw != body[40:72]:
        raise ValueError("the two halves do not belong together")
    return key


def _check(body: bytes) -> bytes:
    return hashlib.blake2b(b"Ed" + body, digest_size=32).digest()


def _masked(body: bytes, mask: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(body, mask, strict=True))


def _mask(passphrase: str, salt: bytes, ops: int, memory: int) -> bytes:
    from nacl.pwhash import scrypt

    secret = passphrase.encode()
    return scrypt.kdf(_LOCKED, secret, salt, opslimit=ops, memlimit=memory)
