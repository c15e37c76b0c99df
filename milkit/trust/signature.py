"""Signatures in minisign's files, of its prehashed kind (`ED`): made and held."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from milkit.trust.key import blob_in

if TYPE_CHECKING:
    from milkit.trust.key import PublicKey, SigningKey

_KIND = b"ED"
_TRUSTED = "trusted comment: "
LARGEST = 4096  # bytes of a signature file: four lines


class Unsigned(Exception):
    """The signature does not hold, or is none; *why* is for the log."""


def sign(data: bytes, key: SigningKey, comment: str) -> str:
    """Give the content of a signature file; the one-line *comment* is signed too."""
    from nacl.signing import SigningKey as Signer

    signer = Signer(key.seed)
    signature = signer.sign(hashlib.blake2b(data).digest()).signature
    whole = signer.sign(signature + comment.encode()).signature
    lines = (
        "untrusted comment: signature from minisign secret key",
        base64.b64encode(_KIND + key.public.id + signature).decode(),
        _TRUSTED + comment,
        base64.b64encode(whole).decode(),
    )
    return "\n".join(lines) + "\n"


def signer_of(signature: bytes) -> bytes:
    """Give the 8 bytes of the key id that a signature names; raises Unsigned."""
    return _parts(signature)[0]


def verify(data: bytes, signature: bytes, key: PublicKey) -> str:
    """Hold *data* to its signature file; give the signed comment or raise Unsigned."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    signer, made, comment, whole = _parts(signature)
    if signer != key.id:
        raise Unsigned("signed with another key")
    holder = VerifyKey(key.raw)
    try:
        holder.verify(hashlib.blake2b(data).digest(), made)
        holder.verify(made + comment.encode(), whole)
    except (CryptoError, ValueError) as e:
        raise Unsigned(str(e)) from e
    return comment


def _parts(signature: bytes) -> tuple[bytes, bytes, str, bytes]:
    """Give key id, signature, comment and the signature over both."""
    if len(signature) > LARGEST:
        raise Unsigned("too long for a signature")
    try:
        text = signature.decode()
        blob = blob_in(text, 1, 74)
        comment = text.replace("\r\n", "\n").split("\n")[2]
        whole = blob_in(text, 3, 64)
    except (ValueError, LookupError) as e:
        raise Unsigned("not a signature file") from e
    if blob[:2] != _KIND or not comment.startswith(_TRUSTED):
        raise Unsigned("a signature of another kind")
    return blob[2:10], blob[10:], comment.removeprefix(_TRUSTED), whole
