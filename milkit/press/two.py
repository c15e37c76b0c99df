"""Two languages on one sheet, side by side where there is room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from milkit.activities import paper as p

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.activities.paper import Block, Sheet


def side_by_side(sheet: Sheet, other: Sheet, lang: str) -> Sheet:
    """
    Put *other*, the same sheet in *lang*, beside the words of *sheet*.

    Pictures and lines to write on stand once. Sheets that are not built alike follow
    each other, each whole.
    """
    if not _alike(sheet.blocks, other.blocks):
        second = p.Tongue(lang, (p.Heading(other.title, 1), *other.blocks))
        return replace(sheet, blocks=(*sheet.blocks, p.Break(), second))
    title = p.Tongue(lang, (p.Heading(other.title, 2),))
    return replace(sheet, blocks=(title, *_merged(sheet.blocks, other.blocks, lang)))


def _alike(some: Sequence[Block], others: Sequence[Block]) -> bool:
    if [type(block) for block in some] != [type(block) for block in others]:
        return False
    return all(
        _alike(mine, theirs)
        for one, other in zip(some, others, strict=True)
        for mine, theirs in zip(_held(one), _held(other), strict=False)
    )


def _held(block: Block) -> list[Sequence[Block]]:
    """Give the columns of blocks inside a block."""
    if isinstance(block, p.Specimen | p.Bar | p.Tongue):
        return [block.blocks]
    if isinstance(block, p.Side):
        return [block.left, block.right]
    return list(block.cards) if isinstance(block, p.Cards) else []


def _merged(
    some: Sequence[Block], others: Sequence[Block], lang: str, *, narrow: bool = False
) -> tuple[Block, ...]:
    made: list[Block] = []
    for one, other in zip(some, others, strict=True):
        made += _pair(one, other, lang, narrow=narrow)
    return tuple(made)


def _pair(one: Block, other: Block, lang: str, *, narrow: bool) -> list[Block]:
    """Give one block in both languages."""
    if isinstance(one, p.Picture | p.Break):
        return [one]
    if isinstance(one, p.Ticks) and isinstance(other, p.Ticks):
        pairs = zip(one.options, other.options, strict=False)
        return [p.Ticks(tuple((mark, f"{a} / {b}") for (mark, a), (_, b) in pairs))]
    if isinstance(one, p.Lines) and isinstance(other, p.Lines):
        return _lines(one, other, lang, narrow=narrow)
    return _holding(one, other, lang) or _words(one, other, lang, narrow=narrow)


def _holding(one: Block, other: Block, lang: str) -> list[Block]:
    """Give a block that holds others; inside narrow ones the languages are stacked."""
    if isinstance(one, p.Specimen) and isinstance(other, p.Specimen):
        return [p.Specimen(_merged(one.blocks, other.blocks, lang))]
    if isinstance(one, p.Side) and isinstance(other, p.Side):
        left = _merged(one.left, other.left, lang, narrow=True)
        right = _merged(one.right, other.right, lang, narrow=True)
        return [p.Side(left, right, one.share)]
    if isinstance(one, p.Cards) and isinstance(other, p.Cards):
        pairs = zip(one.cards, other.cards, strict=False)
        held = tuple(_merged(a, b, lang, narrow=True) for a, b in pairs)
        return [p.Cards(held, one.columns)]
    return []


def _words(one: Block, other: Block, lang: str, *, narrow: bool) -> list[Block]:
    second = p.Tongue(lang, (other,))
    if one == other:  # a letter, a date: it says the same in both
        return [one]
    return [one, second] if narrow else [p.Side((one,), (second,), 0.5)]


def _lines(one: p.Lines, other: p.Lines, lang: str, *, narrow: bool) -> list[Block]:
    """Give lines to write on once, their label in both languages."""
    if not one.label:
        return [one]
    label = p.Text(f"<b>{one.label}</b>"), p.Text(f"<b>{other.label}</b>")
    return [*_words(label[0], label[1], lang, narrow=narrow), p.Lines(one.count)]
