"""The words around checks: phases, ways, how far one is, and a class in a sentence."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from milkit.content.instrument import JUDGE
from milkit.records import checks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.ground.words import Words
    from milkit.records.checks import GivenRow

MARKS = ("yes", "no", "unsure")


def phase(name: str, w: Words) -> str:
    """Name a phase."""
    names = {
        checks.BEFORE: w.t("Before"),
        checks.AFTER: w.t("After"),
        checks.ONCE: w.t("Once"),
    }
    return names.get(name, name)


def way(name: str, w: Words) -> str:
    """Name the way in which a check is given."""
    names = {
        checks.PAPER: w.t("On paper"),
        checks.BY_HANDS: w.t("By hands"),
        checks.TYPED: w.t("Type totals"),
    }
    return names.get(name, name)


def item(kind: str, number: int, w: Words) -> str:
    """Name an item by its number on the paper."""
    if kind == JUDGE:
        return w.t("Post {n}", n=w.number(number))
    return w.t("Question {n}", n=w.number(number))


def answer(word: str, w: Words) -> str:
    """Give the word of an answer; nothing is "Left empty"."""
    return word or w.t("Left empty")


def title(row: GivenRow, w: Words) -> str:
    """Give a check and its phase, like "News Judgement Check, before"."""
    return f"{row.title} · {phase(row.phase, w)}"


def facts(row: GivenRow, w: Words) -> str:
    """Say when and in which way a check was given."""
    day = datetime.fromisoformat(row.begun).date()
    parts = [w.date(day), way(row.way, w), questions(row, w)]
    return " · ".join(parts)


def questions(row: GivenRow, w: Words) -> str:
    """Say how many items it asks."""
    return w.n("{count} question", "{count} questions", len(row.items))


def far(row: GivenRow, w: Words) -> str:
    """Say how far a check is."""
    if row.way != checks.PAPER:
        return w.t("Counted for the whole class")
    if not row.class_id:
        return w.t("Filled in") if row.done else w.t("Not filled in yet")
    return w.t(
        "{n} of {all} sheets keyed",
        n=w.number(row.done),
        all=w.number(row.students),
    )


def in_a_sentence(rows: Sequence[GivenRow], w: Words) -> str:
    """Say in a sentence where a class stands with its newest check."""
    if not rows:
        return w.t("No check yet. A check before and one after show what changed.")
    newest = rows[0]
    phases: dict[str, GivenRow] = {}
    for row in rows:
        if row.check == newest.check:
            phases.setdefault(row.phase, row)
    said = [
        f"{phase(name, w)}: {far(phases[name], w)}"
        if name in phases
        else f"{phase(name, w)}: {w.t('not yet')}"
        for name in (checks.BEFORE, checks.AFTER)
    ]
    if checks.BEFORE not in phases and checks.AFTER not in phases:
        said = [far(newest, w)]
    return " · ".join(said)
