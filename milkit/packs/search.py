"""Ask an index: whole lessons, their parts, and inside words when nothing is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from milkit.packs.query import ZWSP
from milkit.packs.row import PartLine
from milkit.packs.snippet import InsideMarker, Marker

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from milkit.packs.query import Query

    Span = tuple[int, int]

_WEIGH = "bm25(20.0, 1.0)"  # one match in the title beats many in the text

_LESSONS = """
SELECT rowid, rank, title, body FROM found
WHERE found MATCH :match AND rowid BETWEEN :first AND :last AND rank MATCH :weigh
ORDER BY rank LIMIT :limit"""

# Ten times more parts than lessons: they come in the order of the pack, unranked.
_PARTS = """
SELECT found_part.rowid, 0.0, title, body, lesson, id, what, kind, step
FROM found_part JOIN part ON part.number = found_part.rowid
WHERE found_part MATCH :match AND found_part.rowid BETWEEN :first AND :last
LIMIT :limit"""

_INSIDE = """
SELECT rowid, 0.0, replace(title, :zwsp, ''), replace(body, :zwsp, '')
FROM found WHERE rowid BETWEEN :first AND :last
AND (instr(lower(replace(title, :zwsp, '')), :text)
  OR instr(lower(replace(body, :zwsp, '')), :text)) LIMIT :limit"""


@dataclass(frozen=True, slots=True)
class Found:
    """
    One hit: *number* of the lesson or part; a lower *rank* is better.

    Parts have no rank. In *title* and *snippet* MATCH_ON and MATCH_OFF stand around
    what matched.
    """

    number: int
    rank: float
    title: str
    snippet: str
    part: PartLine | None = None


def lessons(
    db: sqlite3.Connection, query: Query, span: Span, limit: int
) -> Iterator[Found]:
    """
    Give the best lessons whose numbers lie in *span*.

    Two letters, open, ask half the texts: first titles that go on from them and texts
    that have them as a word, and the rest only when that finds nothing.
    """
    marker = Marker(query.words)
    for match in _ways(query):
        values = {"match": match, "weigh": _WEIGH, **_range(span, limit)}
        found = list(_shown(db.execute(_LESSONS, values), marker))
        if found:
            yield from found
            return


def _ways(query: Query) -> list[str]:
    if query.titles:
        return [f"title : ({query.match})"]
    if query.short:
        return [f"title : ({query.match}) OR {query.short}", query.match]
    return [query.match]


def parts(
    db: sqlite3.Connection, query: Query, span: Span, limit: int
) -> Iterator[Found]:
    """Give parts whose titles match, else some whose texts do."""
    marker = Marker(query.words)
    in_title = f"title : ({query.match})"
    for match in (in_title, *([] if query.titles else [query.match])):
        values = {"match": match, **_range(span, limit)}
        found = list(_shown(db.execute(_PARTS, values), marker))
        if found:
            yield from found
            return


def inside(
    db: sqlite3.Connection, query: Query, span: Span, limit: int
) -> Iterator[Found]:
    """Look for the letters anywhere, also across and inside words; slow."""
    values = {"zwsp": ZWSP, "text": query.plain, **_range(span, limit)}
    yield from _shown(db.execute(_INSIDE, values), InsideMarker(query.plain))


def _shown(rows: sqlite3.Cursor, marker: Marker) -> Iterator[Found]:
    for number, rank, title, body, *part in rows:
        shown = marker.marked(title), marker.snippet(body)
        yield Found(number, rank, *shown, PartLine(*part) if part else None)


def _range(span: Span, limit: int) -> dict[str, Any]:
    return {"first": span[0], "last": span[1], "limit": limit}
