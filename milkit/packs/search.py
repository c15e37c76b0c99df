"""Ask an index: whole lessons, their parts, and inside words when nothing is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.packs.query import ZWSP

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from milkit.packs.query import Query

# Around what matched, in titles and snippets; no text of a pack holds them.
MATCH_ON, MATCH_OFF = "\x02", "\x03"

_TITLE_WEIGHS = 5.0
_AROUND = 60  # letters before and after, when looking inside words

_ASK = """
SELECT rowid, rank, highlight({index}, 0, :on, :off),
  snippet({index}, 1, :on, :off, '…', 14)
FROM {index}
WHERE {index} MATCH :match AND rowid BETWEEN :first AND :last AND rank MATCH :weigh
ORDER BY rank LIMIT :limit"""

_INSIDE = """
SELECT rowid, title, body FROM found WHERE rowid BETWEEN :first AND :last
AND (instr(lower(replace(title, :zwsp, '')), :text)
  OR instr(lower(replace(body, :zwsp, '')), :text)) LIMIT :limit"""


@dataclass(frozen=True, slots=True)
class Found:
    """
    One hit: *number* of the lesson or part; a lower *rank* is better.

    *title* and *snippet* hold MATCH_ON and MATCH_OFF around what matched.
    """

    number: int
    rank: float
    title: str
    snippet: str


def ask(
    db: sqlite3.Connection, index: str, query: Query, span: tuple[int, int], limit: int
) -> Iterator[Found]:
    """Give the best hits of *index* (found, found_part) whose numbers lie in *span*."""
    values = {
        "match": query.match,
        "on": MATCH_ON,
        "off": MATCH_OFF,
        "weigh": f"bm25({_TITLE_WEIGHS}, 1.0)",
        "first": span[0],
        "last": span[1],
        "limit": limit,
    }
    for row in db.execute(_ASK.format(index=index), values):
        yield Found(*row)


def inside(
    db: sqlite3.Connection, query: Query, span: tuple[int, int], limit: int
) -> Iterator[Found]:
    """Look for the letters anywhere, also across and inside words; slow."""
    values = {
        "zwsp": ZWSP,
        "text": query.plain,
        "first": span[0],
        "last": span[1],
        "limit": limit,
    }
    for number, title, body in db.execute(_INSIDE, values):
        yield Found(
            number, 0.0, _marked(title, query.plain), _around(body, query.plain)
        )


def _marked(text: str, plain: str) -> str:
    bare = text.replace(ZWSP, "")
    at = bare.lower().find(plain)
    if at < 0:
        return text
    end = at + len(plain)
    return f"{bare[:at]}{MATCH_ON}{bare[at:end]}{MATCH_OFF}{bare[end:]}"


def _around(text: str, plain: str) -> str:
    bare = text.replace(ZWSP, "")
    at = bare.lower().find(plain)
    if at < 0:
        return text[: 2 * _AROUND]
    first, last = max(0, at - _AROUND), at + len(plain) + _AROUND
    cut = _marked(bare[first:last], plain)
    return ("…" if first else "") + cut + ("…" if last < len(bare) else "")
