"""Bring lesson files into one form; stamp translations with what they are made from."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from milkit.content.check import SOURCE, lesson_files
from milkit.content.outline import outline
from milkit.content.stale import stamps
from milkit.content.text import decode
from milkit.ground.errors import LessonBroken
from milkit.ground.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SOURCE = re.compile(r"^\[source\][^\n]*\n(?:(?!\[)[^\n]*(?:\n|$))*", re.MULTILINE)
_BUILT_IN = "\u200b"  # put in when a pack is built, never written


def format_paths(paths: Iterable[Path], *, stamp: bool = False) -> list[Path]:
    """Bring the lessons at or under *paths* into form; give the files that changed."""
    changed = []
    for path in dict.fromkeys(f for p in paths for f in lesson_files(p)):
        raw = path.read_bytes()
        text, flaws = decode(raw)
        if flaws:
            raise LessonBroken(path, tuple((f.line, f.what, f.mend) for f in flaws))
        text = formatted(text)
        source = path.with_name(f"{SOURCE}.md")
        if stamp and path != source and source.is_file():
            text = stamped(text, formatted(decode(source.read_bytes())[0]))
        if text.encode() != raw:
            write_whole(path, text.encode())
            changed.append(path)
    return changed


def formatted(text: str) -> str:
    """Use composed letters, no spaces at line ends, one empty line between parts."""
    text = unicodedata.normalize("NFC", text).replace(_BUILT_IN, "")
    lines = [line.rstrip() for line in text.split("\n")]
    text = "\n".join(lines).strip("\n") + "\n"
    return re.sub(r"\n{3,}", "\n\n", text)


def stamped(text: str, source: str) -> str:
    """Write into *text* which state of the *source* each of its parts was made from."""
    front = outline(text).front
    if not front:
        return text
    have = stamps(outline(source))
    lines = "".join(f'{name} = "{stamp}"\n' for name, stamp in have.items())
    bare = _SOURCE.sub("", front).rstrip("\n")
    return text.replace(front, f"{bare}\n\n[source]\n{lines}", 1)
