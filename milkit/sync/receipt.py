"""
A hub's receipt (.milreceipt): the files that it has, so that they count as received.

A JSON object like the enrolment file, signed with the hub's key: `format` 1, `hub`,
`install` (who sent, UUID), `at` (the hub's local time), `files` (SHA-256 names, hex),
`statements` (how many are in them), `key`, `signature`.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import FileUnreadable, ReceiptBroken
from milkit.records.event import data_text

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".milreceipt"
_LARGEST = 4 << 20  # bytes: about 50,000 files
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


class Receipt(NamedTuple):
    """What the hub says that it has of one installation."""

    hub: str
    install: str
    at: str
    files: tuple[str, ...]
    statements: int


def write(receipt: Receipt, seed: bytes) -> bytes:
    """Give the bytes of the file, signed with the hub's secret *seed* (32 bytes)."""
    from nacl.signing import SigningKey

    key = SigningKey(seed)
    body: dict[str, Any] = {"format": 1, **receipt._asdict()}
    body["files"] = sorted(receipt.files)
    body["key"] = base64.b64encode(bytes(key.verify_key)).decode()
    signature = key.sign(data_text(body).encode()).signature
    body["signature"] = base64.b64encode(signature).decode()
    return json.dumps(body, ensure_ascii=False, indent=1).encode() + b"\n"


def read(path: Path, key: str) -> Receipt:
    """
    Read a receipt of the hub with the public *key* (base64).

    Raises FileUnreadable and ReceiptBroken.
    """
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as e:
        raise FileUnreadable(path) from e
    try:
        found = json.loads(content)
        signature = base64.b64decode(found.pop("signature"), validate=True)
        VerifyKey(base64.b64decode(key, validate=True)).verify(
            data_text(found).encode(), signature
        )
        return _receipt(found)
    except (
        KeyError, TypeError, ValueError, AttributeError, RecursionError,
        binascii.Error, BadSignatureError,
    ) as e:  # fmt: skip
        raise ReceiptBroken(path) from e


def _receipt(found: dict[str, Any]) -> Receipt:
    files = tuple(str(one) for one in found["files"])
    if found["format"] != 1 or not all(_SHA256.match(one) for one in files):
        raise ValueError("not a receipt that this program knows")
    return Receipt(
        str(found["hub"]),
        str(found["install"]),
        str(found["at"]),
        files,
        int(found["statements"]),
    )
