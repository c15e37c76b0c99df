"""Share a sheet out over pages, with its head, its foot and its page numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from milkit.activities import paper as p
from milkit.press.copies import several
from milkit.press.ink import MARGIN, MM, NOTE
from milkit.press.lay import lay
from milkit.widgets.lines import fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.activities.paper import Sheet
    from milkit.press.copies import Cut, Placed
    from milkit.press.ink import Ink, Paper
    from milkit.press.item import Item

HEAD = 14 * MM
SMALLER, SMALLEST = (0.85, 0.7), 0.55  # pictures that may save a page
LEAST, LEAST_WITH_PICTURES = 0.78, 0.55  # of the height, at the very best
FEW = 4  # pages: on more of them nobody minds one
FOOT_LINES = 6  # credits are not cut off


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands around a sheet: *left* and *right* above it, *credit* below."""

    left: str = ""
    right: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what stands on it, where, and what its head and foot say."""

    items: tuple[Placed, ...]
    cuts: tuple[Cut, ...]
    head: tuple[str, str]
    foot: tuple[str, ...]
    number: str
    teacher_only: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet on its pages; *up* copies of it really stand on each."""

    pages: tuple[Page, ...]
    up: int = 1


def pages(sheet: Sheet, head: str, credit: str, size: Paper, ink: Ink) -> list[Page]:
    """Lay out *sheet*; *head* stands above, *credit* at the foot of each page."""
    return list(laid(sheet, Margin(head, "", credit), size, ink).pages)


def laid(sheet: Sheet, margin: Margin, size: Paper, ink: Ink) -> Laid:
    """
    Lay out *sheet* on paper of this *size*.

    Small sheets stand several on a page, as many as fit; on others pictures become
    smaller where that saves a page.
    """
    foot = _foot(margin.credit, size, ink)
    room = size.height - 2 * MARGIN - HEAD - (len(foot) + 1) * ink.foot_step
    ink = replace(ink, room=room)
    copies = several(sheet, size, MARGIN + HEAD, room, ink)
    if copies is not None:
        up, items, cuts = copies
        return Laid(_numbered([items], cuts, sheet, margin, foot, ink), up)
    top = MARGIN + HEAD
    made = [_placed(part, MARGIN, top) for part in _fewest(sheet, size, ink)]
    return Laid(_numbered(made, [], sheet, margin, foot, ink))


def _fewest(sheet: Sheet, size: Paper, ink: Ink) -> list[list[Item]]:
    """Break the sheet into pages; smaller pictures, closer lines only to save one."""
    blocks = (p.Heading(sheet.title, 1), *_opened(sheet, ink))

    def tried(shrink: float, *, tight: bool = False) -> list[list[Item]]:
        closer = replace(ink, shrink=shrink, tight=tight)
        return parted(lay(blocks, size.room, closer), ink.room)

    best = tried(1.0)
    pictured = _has_picture(sheet.blocks)
    if not _may_save(best, ink.room, pictured=pictured):
        return best
    shares = (1.0, *SMALLER, SMALLEST) if pictured else (1.0,)
    fewest = tried(shares[-1], tight=True)
    if len(fewest) == len(best):
        return best
    for tight in (False, True):
        for shrink in shares[0 if tight else 1 :]:
            made = tried(shrink, tight=tight)
            if len(made) == len(fewest):
                return made
    return fewest


def _may_save(made: list[list[Item]], room: float, *, pictured: bool) -> bool:
    """Tell whether a page could be saved at all, before that is tried."""
    used = sum(item.height for page in made for item in page)
    least = LEAST_WITH_PICTURES if pictured else LEAST
    return 1 < len(made) <= FEW and used * least <= (len(made) - 1) * room


def _has_picture(blocks: Sequence[p.Block]) -> bool:
    held = {p.Specimen: "blocks", p.Tongue: "blocks", p.Bar: "blocks"}
    for block in blocks:
        if isinstance(block, p.Picture):
            return True
        if type(block) in held and _has_picture(getattr(block, held[type(block)])):
            return True
        if isinstance(block, p.Side) and _has_picture((*block.left, *block.right)):
            return True
        if isinstance(block, p.Cards) and any(_has_picture(c) for c in block.cards):
            return True
    return False


def _opened(sheet: Sheet, ink: Ink) -> tuple[p.Block, ...]:
    """Put name and class to fill in beside the first words of a student's sheet."""
    to_write = any(isinstance(block, (p.Lines, p.Ticks)) for block in sheet.blocks)
    if sheet.per == "class" or sheet.teacher_only or not (to_write or sheet.coded):
        return sheet.blocks
    w = ink.words
    blanks: tuple[p.Lines, ...] = (p.Lines(1, w.t("Name")), p.Lines(1, w.t("Class")))
    if sheet.coded:
        blanks = (p.Lines(1, w.t("Number of your slip")),)
    first, rest = sheet.blocks[0], sheet.blocks[1:]
    if isinstance(first, p.Text):
        return (p.Side((first,), blanks, 0.62), *rest)
    across = p.Side(blanks[:1], blanks[1:], 0.62)
    if isinstance(first, p.Tongue):  # the title in a second language
        return (first, across, *rest)
    return (across, *sheet.blocks)


def parted(items: Sequence[Item], room: float) -> list[list[Item]]:
    """Break a column into pages; what must stay with the next one moves along."""
    out: list[list[Item]] = [[]]
    used = 0.0
    for item in items:
        page = out[-1]
        full = not item.empty and used + item.height > room
        if item.new_page or (full and page):
            moved = [] if item.new_page else _moving(page)
            page = [*(item.head if full and not moved else ()), *moved]
            out.append(page)
            used = sum(i.height for i in page)
        if item.empty and not page:
            continue
        page.append(item)
        used += item.height
    return [page for page in out if any(not i.empty for i in page)] or [[]]


def _moving(page: list[Item]) -> list[Item]:
    """Take off the page's end what stays with the next; not if that is all of it."""
    at = len(page)
    while at and page[at - 1].stay:
        at -= 1
    if not any(not item.empty for item in page[:at]):
        return []
    moved = page[at:]
    del page[at:]
    while moved and moved[0].empty:
        moved.pop(0)
    return moved


def _placed(items: Sequence[Item], x: float, y: float) -> list[Placed]:
    out: list[Placed] = []
    for item in items:
        out.append((x, y, item))
        y += item.height
    return out


def _foot(credit: str, size: Paper, ink: Ink) -> tuple[str, ...]:
    room = size.room - 30 * MM  # beside the page number
    lines = fill(ink.ready(credit), ink.font(NOTE, serif=False), room, FOOT_LINES)
    return tuple(lines)


def _numbered(
    made: list[list[Placed]],
    cuts: list[Cut],
    sheet: Sheet,
    margin: Margin,
    foot: tuple[str, ...],
    ink: Ink,
) -> tuple[Page, ...]:
    w = ink.words
    head = (ink.ready(margin.left), ink.ready(margin.right))
    return tuple(
        Page(
            tuple(items),
            tuple(cuts),
            head,
            foot,
            w.t("Page {n} of {all}", n=w.number(i), all=w.number(len(made))),
            sheet.teacher_only,
        )
        for i, items in enumerate(made, 1)
    )
