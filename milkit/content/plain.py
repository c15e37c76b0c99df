"""A lesson as JSON: what a pack holds of it, and the way back, in milliseconds."""

from __future__ import annotations

import json
from typing import Any

from milkit.activities.plain import from_plain, plain
from milkit.activities.table import KINDS
from milkit.content.lesson import (
    Activity,
    Block,
    Booster,
    Fact,
    Handout,
    Lesson,
    Local,
    Note,
    Paper,
    Picture,
    Plan,
    Section,
    Step,
)

_HOLDING = {
    "steps": Step,
    "sections": Section,
    "boosters": Booster,
    "handouts": Handout,
}
_LISTS = ("unesco", "competencies", "sdg", "needs", "outcomes", "ready", "ages")


def to_json(lesson: Lesson) -> str:
    """Write *lesson* as JSON; what is as usual is left out."""
    table = plain(lesson)
    for name in _HOLDING:
        parts = getattr(lesson, name)
        table[name] = [_part(part) for part in parts]
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _part(part: Step | Section | Booster | Handout) -> dict[str, Any]:
    table: dict[str, Any] = plain(part)
    table["blocks"] = [_block(block) for block in part.blocks]
    return table


def _block(block: Block) -> dict[str, Any]:
    """Write a block with what it is; a note is told by its label."""
    table: dict[str, Any] = plain(block)
    if isinstance(block, Note):
        return table
    return {"is": type(block).__name__.lower(), **table}


def from_json(text: str) -> Lesson:
    """
    Read a lesson that `to_json` has written.

    Raises ValueError, TypeError or LookupError when it was not.
    """
    table: dict[str, Any] = json.loads(text)
    try:
        return _lesson(table)
    except AttributeError as error:  # something else than a table
        raise TypeError(str(error)) from error


def _lesson(table: dict[str, Any]) -> Lesson:
    for name, shape in _HOLDING.items():
        table[name] = tuple(_read_part(shape, part) for part in table[name])
    for name in _LISTS:
        if name in table:
            table[name] = tuple(table[name])
    table["plan"] = from_plain(Plan, table["plan"])
    table["facts"] = tuple(from_plain(Fact, fact) for fact in table["facts"])
    table["pictures"] = {
        n: from_plain(Picture, p) for n, p in table["pictures"].items()
    }
    return Lesson(**table)


def _read_part(shape: type[Any], table: dict[str, Any]) -> Any:
    blocks = tuple(_read_block(block) for block in table.pop("blocks"))
    if "outcomes" in table:
        table["outcomes"] = tuple(table["outcomes"])
    return shape(**table, blocks=blocks)


def _read_block(table: dict[str, Any]) -> Block:
    what = table.pop("is", "note")
    if what == "activity":
        data = from_plain(KINDS[table["kind"]].shape, table.pop("data"))
        return Activity(**table, data=data)
    shape: type[Note | Paper | Local] = {"note": Note, "paper": Paper, "local": Local}[
        what
    ]
    return from_plain(shape, table)
