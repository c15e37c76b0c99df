"""The hub's key on paper: wrapped with a pass phrase, in lines that can be typed in."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from milkit.ground.hub_errors import SheetMistyped, SheetPhraseWrong

_PLACE = re.compile(r"\d{1,2}/\d{1,2}\Z")
HEAD = "MIL-KIT-HUB-RECOVERY 1"
_MEMORY = 64 << 20  # bytes: a 4 GB laptop has them
_PASSES = 3
_SALT = 16
_ROW, _GROUP = 32, 4  # letters of a line and of a group in it
_SIGN = 4  # letters at a line's end that tell a slip of the finger


def wrap(secret: str, phrase: str) -> str:
    """
    Write *secret* as a sheet that only *phrase* opens.

    The key is Argon2id (RFC 9106, 64 MiB, 3 passes), the box XSalsa20-Poly1305.
    """
    from nacl.secret import SecretBox
    from nacl.utils import random

    salt = random(_SALT)
    sealed = SecretBox(_key(phrase, salt)).encrypt(secret.encode())
    letters = base64.b32encode(salt + bytes(sealed)).decode().rstrip("=")
    rows = [letters[at : at + _ROW] for at in range(0, len(letters), _ROW)]
    lines = [_line(f"{n}/{len(rows)}", row) for n, row in enumerate(rows, 1)]
    return "\n".join([HEAD, *lines, ""])


def unwrap(sheet: str, phrase: str) -> str:
    """
    Read a sheet that was typed in or loaded.

    Raises SheetMistyped with the number of the wrong line, or SheetPhraseWrong.
    """
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    letters = "".join(_rows(sheet))
    try:
        whole = base64.b32decode(letters + "=" * (-len(letters) % 8))
        key = _key(phrase, whole[:_SALT])
        return SecretBox(key).decrypt(whole[_SALT:]).decode()
    except (binascii.Error, TypeError) as e:
        raise SheetMistyped(0) from e
    except (CryptoError, ValueError) as e:
        raise SheetPhraseWrong from e


def _key(phrase: str, salt: bytes) -> bytes:
    from nacl.pwhash import argon2id

    return bytes(argon2id.kdf(32, phrase.encode(), salt, _PASSES, _MEMORY))


def _sign(row: str) -> str:
    return base64.b32encode(hashlib.sha256(row.encode()).digest()).decode()[:_SIGN]


def _line(place: str, row: str) -> str:
    groups = [row[at : at + _GROUP] for at in range(0, len(row), _GROUP)]
    return f"{place}  {' '.join(groups)}  {_sign(place + row)}"


def _rows(sheet: str) -> list[str]:
    """Read the lines with letters, whatever else was written around them."""
    lines = [line.upper().split() for line in sheet.splitlines()]
    lines = [line for line in lines if line and _PLACE.match(line[0])]
    if not lines:
        raise SheetMistyped(0)
    many = int(lines[0][0].partition("/")[2])
    if len(lines) < many:
        raise SheetMistyped(len(lines) + 1)
    return [_row(f"{n}/{many}", n, line) for n, line in enumerate(lines, 1)]


def _row(place: str, number: int, line: list[str]) -> str:
    """Read one line; 0 and 1 were meant as O and I, which they look like."""
    row = "".join(line[1:]).replace("0", "O").replace("1", "I")
    row, sign = row[:-_SIGN], row[-_SIGN:]
    if line[0] != place or sign != _sign(place + row):
        raise SheetMistyped(number)
    return row
