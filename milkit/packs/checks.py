"""Checks in a pack: how one is written into its table, and read again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.activities.plain import from_plain, plain
from milkit.content.breaks import with_word_ends
from milkit.content.instrument import Instrument, Item, Wording
from milkit.packs.tables import OddTypes

if TYPE_CHECKING:
    import sqlite3


class CheckLine(NamedTuple):
    """A check in one language, as lists show it."""

    id: str
    lang: str
    title: str
    review: str


def row(check: Instrument) -> tuple[str, str, str, str, str]:
    """Give the row of a check, with word ends marked where its script has none."""
    shown = _ready(check)
    data = json.dumps(
        plain(shown), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    return check.lang, check.id, shown.title, check.review, data


def lines(db: sqlite3.Connection) -> list[CheckLine]:
    """List the checks of a pack; raise OddTypes."""
    found = db.execute(
        'SELECT id, lang, title, review FROM "check" ORDER BY id, lang LIMIT 1000'
    )
    listed = [CheckLine(*cells) for cells in found]
    if not all(isinstance(cell, str) for line in listed for cell in line):
        raise OddTypes
    return listed


def read(db: sqlite3.Connection, check: str, lang: str) -> Instrument | None:
    """
    Open a check; None when it is not there in this language.

    Raises ValueError, TypeError or LookupError for what `row` has not written.
    """
    found = db.execute(
        'SELECT data FROM "check" WHERE lang = ? AND id = ?', (lang, check)
    ).fetchone()
    if found is None:
        return None
    table: dict[str, Any] = json.loads(found[0])
    if not isinstance(table, dict):
        raise TypeError
    items = tuple(_item(one) for one in table.pop("items"))
    order = {form: tuple(ids) for form, ids in table.pop("order").items()}
    answers = {kind: tuple(said) for kind, said in table.pop("answers").items()}
    return Instrument(**table, items=items, order=order, answers=answers)


def _item(table: dict[str, Any]) -> Item:
    forms = {
        form: from_plain(Wording, held) for form, held in table.pop("forms").items()
    }
    return Item(**table, forms=forms)


def _ready(check: Instrument) -> Instrument:
    def said(text: str) -> str:
        return with_word_ends(text, check.lang)

    def worded(wording: Wording) -> Wording:
        return Wording(
            said(wording.text),
            said(wording.why),
            said(wording.look),
            tuple(map(said, wording.levels)),
        )

    items = tuple(
        replace(item, forms={form: worded(one) for form, one in item.forms.items()})
        for item in check.items
    )
    answers = {kind: tuple(map(said, words)) for kind, words in check.answers.items()}
    return replace(
        check,
        title=said(check.title),
        about=said(check.about),
        say=said(check.say),
        items=items,
        answers=answers,
    )
