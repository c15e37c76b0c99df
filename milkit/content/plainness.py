"""See that the text is plain: no HTML, no links out, no addresses one could visit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from milkit.content.draft import Draft

_HTML = re.compile(
    r"<(?:[A-Za-z/!?][^<>\n]*>|/?(?:script|iframe|object|img|style)\b)", re.IGNORECASE
)
_SCHEME = re.compile(
    r"\b(javascript|vbscript|data|file|ftp|smb)\s*:(?=\S)", re.IGNORECASE
)
_LINK = re.compile(
    r"!?\[[^\]\n]*\]\s?(?:\(([^)\n]*)\)|\[[^\]\n]*\])|^\s{0,3}\[[^\]\n]+\]:\s*(\S+)"
)
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s\"'”\u2019)>\]]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|edu|gov|biz|news|asia|online|site|"
    r"xyz|app|dev|io|me|tv|co|id|my|ph|th|vn|sg|bn|kh|la|mm|tl)\b(?:/\S*)?",
    re.IGNORECASE | re.ASCII,
)
_MAYBE = re.compile(r"[./@]\S")  # stands in every address, and in few lines
_EXAMPLE = re.compile(r"(?:^|[/@.])[a-z0-9-]+\.example(?:[/:?#].*)?$", re.IGNORECASE)
_SOURCES = re.compile(r"""\s*source\s*=\s*["']https?://""")


def look(draft: Draft) -> None:
    """Look through every line of the file, front matter and data included."""
    for number, line in _lines(draft):
        for match in _HTML.finditer(line):
            draft.add(
                number,
                f"HTML stands in the text: {match[0][:40]}",
                "take it out; write Markdown: **bold**, *stress*, - list",
            )
        for match in _SCHEME.finditer(line):
            draft.add(
                number,
                f"an address begins with {match[1]}:",
                "take it out; a lesson opens nothing outside itself",
            )
        _links(draft, number, line)
        if _MAYBE.search(line):
            _addresses(draft, number, line)


def _lines(draft: Draft) -> Iterator[tuple[int, str]]:
    """Give each line of the file with its number, but not the sources of facts."""
    for offset, line in enumerate(draft.outline.front.split("\n")):
        if not _SOURCES.match(line):
            yield draft.outline.front_line + offset, line
    for part in draft.outline.parts:
        yield part.line, part.title
        for offset, line in enumerate(part.raw.split("\n")):
            yield part.line + 1 + offset, line


def _links(draft: Draft, number: int, line: str) -> None:
    for match in _LINK.finditer(line):
        target = (match[1] or match[2] or "").strip()
        if match[0].startswith("!"):
            draft.add(
                number,
                "a picture stands in the text",
                "name it in an activity, with its [pictures.…] in the front matter",
            )
        elif match[1] is None and match[2] is None:
            continue  # two brackets side by side are no link without a definition
        elif not target.startswith("#"):
            draft.add(
                number,
                f"a link leads out of the lesson: {target[:60]}",
                "link to a place of this lesson, like (#know), or take it out",
            )
        elif target[1:] not in draft.ids:
            draft.add(
                number,
                f"the link {target} leads nowhere",
                "write the id of a section of this lesson",
            )


def _addresses(draft: Draft, number: int, line: str) -> None:
    for match in _WEB.finditer(line):
        address = match[0].rstrip(".,;:!?")
        if not _EXAMPLE.search(address):
            draft.add(
                number,
                f"this may be a real address: {address[:60]}",
                "write an invented one that ends in .example",
            )
