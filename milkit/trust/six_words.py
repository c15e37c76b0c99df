"""
Six words that two people read to each other to compare a key.

2048 plain English words, 11 bits each: 66 bits of the SHA-256 of the key's 42 bytes.
To make a key whose six words are another's, 2^66 keys must be tried.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from milkit.ground import paths

if TYPE_CHECKING:
    from milkit.trust.key import PublicKey

_BITS = 11
_COUNT = 6


def six_words(key: PublicKey) -> tuple[str, ...]:
    """Give the six words of a key, always the same."""
    number = int.from_bytes(hashlib.sha256(key.blob).digest(), "big")
    rest = 256 - _BITS * _COUNT
    number >>= rest  # the first 66 bits
    words = _list()
    places = (number >> _BITS * at & (1 << _BITS) - 1 for at in reversed(range(_COUNT)))
    return tuple(words[place] for place in places)


@cache
def _list() -> tuple[str, ...]:
    path = paths.resources() / "words" / "six.txt"
    return tuple(path.read_text("ascii").split())
