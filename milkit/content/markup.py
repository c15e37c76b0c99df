"""Printed blocks as plain HTML, so that paper, PDF and HTML say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.activities import paper
from milkit.activities.printed import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from milkit.activities.paper import Block
    from milkit.ground.words import Words

    Source = Callable[[str], str]

SIGNS = {"yes": "○", "no": "□", "unsure": "◇"}


def html_of(blocks: Iterable[Block], w: Words, source: Source) -> str:
    """
    Write *blocks* as HTML without scripts or styles; *source* addresses a picture.

    Lines to write on and page ends are left out: they mean nothing on a screen.
    """
    return "\n".join(filter(None, (_one(block, w, source) for block in blocks)))


def _one(block: Block, w: Words, source: Source) -> str:
    if isinstance(block, paper.Picture):
        return f'<img src="{_quoted(source(block.name))}" alt="{_quoted(block.alt)}">'
    if isinstance(block, paper.Cards):
        held = "".join(f"<li>{html_of(card, w, source)}</li>" for card in block.cards)
        return f'<ul class="cards">{held}</ul>'
    if held := html_of(paper.inside(block), w, source):
        return _around(block, held, w)
    return _plain(block)


def _around(block: Block, held: str, w: Words) -> str:
    """Put around what a block holds what the block is."""
    if isinstance(block, paper.Specimen):
        caption = f"<figcaption>{plain(w.t('Made up for class'))}</figcaption>"
        return f'<figure class="specimen">{caption}\n{held}\n</figure>'
    if isinstance(block, paper.Tongue):
        return f'<div lang="{block.lang}">{held}</div>'
    if isinstance(block, paper.Bar):
        return f"<blockquote>{held}</blockquote>"
    return f'<div class="side">{held}</div>'


def _plain(block: Any) -> str:
    writer = _WRITERS.get(type(block))
    return writer(block) if writer else ""


def _quoted(text: str) -> str:
    return plain(text).replace('"', "&quot;")


def _heading(block: paper.Heading) -> str:
    level = min(block.level + 2, 6)
    return f"<h{level}>{plain(block.text)}</h{level}>"


def _text(block: paper.Text) -> str:
    name = "study" if block.study or block.large else "small" if block.small else ""
    return f'<p class="{name}">{block.html}</p>' if name else f"<p>{block.html}</p>"


def _bullets(block: paper.Bullets) -> str:
    tag = "ol" if block.ordered else "ul"
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in block.items)}</{tag}>"


def _lines(block: paper.Lines) -> str:
    return f"<p>{plain(block.label)}</p>" if block.label else ""


def _ticks(block: paper.Ticks) -> str:
    options = "".join(
        f"<li>{SIGNS.get(mark, plain(mark)) or '□'} {plain(text)}</li>"
        for mark, text in block.options
    )
    return f'<ul class="ticks">{options}</ul>'


def _timed(block: paper.Timed) -> str:
    rows = tuple(
        (
            str(m.minutes),
            f"<b>{m.title}</b><br>{m.you}",
            f"{m.grouping}<br>{m.students}",
        )
        for m in block.moments
    )
    return _table(paper.Table(tuple(map(plain, block.header)), rows))


def _table(block: paper.Table) -> str:
    head = "".join(f"<th>{cell}</th>" for cell in block.header)
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in block.rows
    )
    return f"<table><tr>{head}</tr>{rows}</table>"


_WRITERS: dict[type, Callable[[Any], str]] = {
    paper.Heading: _heading,
    paper.Text: _text,
    paper.Bullets: _bullets,
    paper.Lines: _lines,
    paper.Ticks: _ticks,
    paper.Table: _table,
    paper.Timed: _timed,
}
