"""Search all packs and own lessons at once, and merge what they found by rank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from milkit.ground.errors import PackDamaged
from milkit.packs.snippet import MATCH_OFF, MATCH_ON

if TYPE_CHECKING:
    from milkit.library.shelf import Shelf
    from milkit.packs.pack import Pack
    from milkit.packs.row import PartLine, Row
    from milkit.packs.search import Found

_ENOUGH = 5  # hits in the wanted language, before others are asked
_MOST_PARTS = 8
_PARTS_ASKED = 12
_LAST = 2**40  # more than any lesson's number


@dataclass(frozen=True, slots=True)
class Hit:
    """
    One line of search results: *what* is lesson, activity or handout.

    *title* is that of the lesson or part. MATCH_ON and MATCH_OFF stand around what
    matched in *title* and *snippet*.
    """

    row: Row
    title: str
    snippet: str
    what: str = "lesson"
    part: PartLine | None = None


def bare(text: str) -> str:
    """Take the match marks out of a title or snippet."""
    return text.replace(MATCH_ON, "").replace(MATCH_OFF, "")


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A hit with its place: *far* is 0 for the wanted language, 1 for others."""

    far: int
    rank: float
    hit: Hit


def find(shelf: Shelf, text: str, lang: str, limit: int, *, inside: bool) -> list[Hit]:
    """Give lessons, then parts; see `Library.find`."""
    asked = [(pack, pack.query(text)) for pack in shelf.packs]
    asked = [(pack, query) for pack, query in asked if query.match]
    own_rows = shelf.own_rows()
    lessons = _own(shelf, own_rows, text, lang, limit) if own_rows else []
    parts: list[_Ranked] = []
    for pack, query in asked:
        for far, span in _spans(pack, lang):
            if far and len(lessons) >= _ENOUGH:
                break
            found = _ranked(pack, pack.find(query, span, limit), far)
            lessons += found
            if found and not query.titles:  # what a part says, its lesson says too
                more = pack.find_parts(query, span, _PARTS_ASKED)
                parts += _ranked(pack, more, far)
    if inside and not lessons:
        for pack, query in asked:
            for far, span in _spans(pack, lang):
                lessons += _ranked(pack, pack.find_inside(query, span, limit), far)
    best = _lessons(own_rows, lessons)
    return [*best[:limit], *_parts(parts, best)]


def _spans(pack: Pack, lang: str) -> list[tuple[int, tuple[int, int]]]:
    """Give the span of the wanted language (0), then those of the others (1)."""
    span = pack.spans.get(lang)
    if span is None:
        return [(0, each) for each in pack.spans.values()]
    before, behind = (0, span[0] - 1), (span[1] + 1, _LAST)
    return [(0, span), *([(1, before), (1, behind)] if len(pack.spans) > 1 else [])]


def _ranked(pack: Pack, found: list[Found], far: int) -> list[_Ranked]:
    return [_Ranked(far, each.rank, _hit(pack, each)) for each in found]


def _hit(pack: Pack, found: Found) -> Hit:
    part = found.part
    row = pack.rows.get(part.lesson if part else found.number)
    if row is None:
        raise PackDamaged(pack.path)
    what = part.what if part else "lesson"
    return Hit(row, found.title, found.snippet, what, part)


def _own(
    shelf: Shelf, own_rows: list[Row], text: str, lang: str, limit: int
) -> list[_Ranked]:
    found = shelf.overlay.lessons.find(text, limit)
    rows = {row.number: row for row in own_rows}
    return [
        _Ranked(
            int(lang not in ("", rows[each.number].lang)),
            each.rank,
            Hit(rows[each.number], each.title, each.snippet),
        )
        for each in found
        if each.number in rows
    ]


def _lessons(own_rows: list[Row], ranked: list[_Ranked]) -> list[Hit]:
    """Sort, and give each lesson once, in the teacher's version where there is one."""
    mine = {(row.id, row.lang): row for row in own_rows}
    hits: dict[str, Hit] = {}
    for each in sorted(ranked, key=_order):
        shown = mine.get((each.hit.row.id, each.hit.row.lang))
        hit = replace(each.hit, row=shown) if shown else each.hit
        hits.setdefault(hit.row.id, hit)
    return list(hits.values())


def _parts(ranked: list[_Ranked], lessons: list[Hit]) -> list[Hit]:
    """Give each part once: those of the best lessons first, activities first."""
    best = {hit.row.id: place for place, hit in enumerate(lessons)}
    hits: dict[tuple[str, str], Hit] = {}
    for each in sorted(
        ranked, key=lambda r: (r.far, best.get(r.hit.row.id, len(best)))
    ):
        if each.hit.part is not None:
            hits.setdefault((each.hit.row.id, each.hit.part.id), each.hit)
    return sorted(list(hits.values())[:_MOST_PARTS], key=lambda hit: hit.what)


def _order(each: _Ranked) -> tuple[int, float]:
    return each.far, each.rank
