"""Cut the text of a lesson file into front matter, sections, paragraphs and fences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from milkit.content.finding import Flaw

_MARK = "+++"
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*$")
_ATTRIBUTES = re.compile(r"^(.*?)\s*\{([^{}]*)\}$")
_FENCE = re.compile(r"(`{3,}|~{3,})\s*(.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of Markdown with no empty line between them."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Fence:
    """A block of data: *kind* and *attributes* stand after the three back-quotes."""

    kind: str
    attributes: dict[str, str]
    text: str
    line: int  # of the first line inside


@dataclass(frozen=True, slots=True)
class Beat:
    """A heading with minutes inside a step."""

    title: str
    attributes: dict[str, str]
    line: int


Piece = Paragraph | Fence | Beat


@dataclass(frozen=True, slots=True)
class Part:
    """A section: what stands under one heading of level 2. *raw* is all of its body."""

    title: str
    id: str
    attributes: dict[str, str]
    line: int
    raw: str
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Outline:
    """A file cut up; *front_line* is the line of the first line of front matter."""

    front: str = ""
    front_line: int = 2
    parts: list[Part] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)


def outline(text: str) -> Outline:
    r"""Cut *text* (line ends are \\n); everything that cannot be cut becomes a flaw."""
    found = Outline()
    lines = text.split("\n")
    start = _front(lines, found)
    heads = _heads(lines, start, found)
    first = heads[0] if heads else len(lines)
    _before(lines, start, first, found)
    for head, end in pairwise([*heads, len(lines)]):
        found.parts.append(_part(lines, head, end, found))
    return found


def _front(lines: list[str], found: Outline) -> int:
    opens = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[opens].rstrip() != _MARK:
        found.flaws.append(
            Flaw(
                opens + 1,
                "the file does not begin with front matter",
                "begin it with a line of +++",
            )
        )
        return opens
    found.front_line = opens + 2
    for n in range(opens + 1, len(lines)):
        if lines[n].rstrip() == _MARK:
            found.front = "\n".join(lines[opens + 1 : n]) + "\n"
            return n + 1
    found.flaws.append(
        Flaw(opens + 1, "the front matter has no end", "add a second line of +++")
    )
    return len(lines)


def _heads(lines: list[str], start: int, found: Outline) -> list[int]:
    """Find the lines of the sections' headings, outside of fences."""
    heads = []
    inside = ""
    opened = 0
    for n in range(start, len(lines)):
        fence = _FENCE.match(lines[n])
        if inside:
            inside = "" if _closes(lines[n], inside) else inside
        elif fence:
            inside, opened = fence[1], n + 1
        elif lines[n].startswith("## "):
            heads.append(n)
    if inside:
        found.flaws.append(
            Flaw(
                opened,
                "this block of data has no end",
                f"close it with a line of {inside}",
            )
        )
    return heads


def _closes(line: str, inside: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(inside) and set(bare) == {inside[0]}


def _before(lines: list[str], start: int, first: int, found: Outline) -> None:
    stray = next((n for n in range(start, first) if lines[n].strip()), None)
    if stray is not None:
        found.flaws.append(
            Flaw(
                stray + 1,
                "text stands before the first section",
                "put it under a heading that begins with ##",
            )
        )


def _part(lines: list[str], head: int, end: int, found: Outline) -> Part:
    title, attributes = _heading(lines[head], head + 1, found)
    pieces = tuple(_pieces(lines, head + 1, end, found))
    name = attributes.pop("id", "")
    raw = "\n".join(lines[head + 1 : end])
    return Part(title, name, attributes, head + 1, raw, pieces)


def _heading(line: str, number: int, found: Outline) -> tuple[str, dict[str, str]]:
    match = _HEADING.match(line)
    text = match[2] if match else ""
    written = _ATTRIBUTES.match(text)
    if not written:
        return text, {}
    return written[1], attributes(written[2], number, found.flaws)


def attributes(text: str, line: int, flaws: list[Flaw]) -> dict[str, str]:
    """Read `#id key=value`, as it stands behind a heading or a fence."""
    read: dict[str, str] = {}
    for word in text.split():
        key, equals, value = word.partition("=")
        if word.startswith("#") and len(word) > 1:
            key, value = "id", word[1:]
        elif not equals or not key or not value:
            flaws.append(
                Flaw(
                    line,
                    f"“{word}” is not understood here",
                    "write #id and key=value, without spaces in a value",
                )
            )
            continue
        if key in read:
            flaws.append(Flaw(line, f"`{key}` stands twice", "take one of them out"))
        read[key] = value.strip('"')
    return read


def _pieces(lines: list[str], start: int, end: int, found: Outline) -> list[Piece]:
    pieces: list[Piece] = []
    n = start
    while n < end:
        if not lines[n].strip():
            n += 1
            continue
        piece, n = _piece(lines, n, end, found)
        pieces.append(piece)
    return pieces


def _piece(lines: list[str], n: int, end: int, found: Outline) -> tuple[Piece, int]:
    fence = _FENCE.match(lines[n])
    if fence:
        return _fence(lines, n, end, found)
    heading = _HEADING.match(lines[n])
    if heading and heading[1] == "###" and _ATTRIBUTES.match(heading[2]):
        title, read = _heading(lines[n], n + 1, found)
        return Beat(title, read, n + 1), n + 1
    stop = n + 1
    while stop < end and lines[stop].strip() and not _FENCE.match(lines[stop]):
        stop += 1
    return Paragraph("\n".join(lines[n:stop]), n + 1), stop


def _fence(lines: list[str], n: int, end: int, found: Outline) -> tuple[Fence, int]:
    match = _FENCE.match(lines[n])
    mark, info = (match[1], match[2]) if match else ("```", "")
    stop = n + 1
    while stop < end and not _closes(lines[stop], mark):
        stop += 1
    kind, _, rest = info.partition(" ")
    read = attributes(rest, n + 1, found.flaws)
    return Fence(kind, read, "\n".join(lines[n + 1 : stop]) + "\n", n + 2), stop + 1
