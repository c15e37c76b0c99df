"""The pictures of a teacher's own examples, told by their names."""

from __future__ import annotations

MADE_UP, REAL = "own:", "own-real:"  # no name in a pack holds a colon


def name_of(lang: str, slot: str, content: bytes, *, real: bool) -> str:
    """Give the picture of an example its name; another picture has another one."""
    from zlib import crc32

    return f"{REAL if real else MADE_UP}{lang}:{slot}:{crc32(content):08x}"


def place_of(name: str) -> tuple[str, str] | None:
    """Give language and slot of the example a picture belongs to; None = of a pack."""
    if not name.startswith((MADE_UP, REAL)):
        return None
    _, lang, slot, *_rest = name.split(":")
    return lang, slot


def is_real(name: str) -> bool:
    """Tell whether it is no invention: then nothing may say "Made up for class"."""
    return name.startswith(REAL)
