"""The table that shows how the items of a check were matched, for `docs/checks.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.content.instrument_rules import length, pairs

if TYPE_CHECKING:
    from milkit.content.instrument import Instrument


def matching(check: Instrument) -> list[str]:
    """Give the lines of a Markdown table: a pair a line, its letters, means last."""
    matched = pairs(check)
    heads = [f"{side} {form}" for form in check.forms for side in ("true", "false")]
    names = ["pair", "topic", "surprise", "tone", "short", *heads]
    lines = [_row(names), _row(["---"] * len(names))]
    for true, false in matched:
        own = [
            f"{true.id}, {false.id}",
            true.topic,
            str(true.surprise or "–"),
            true.tone or "–",
            "yes" if true.short else "",
        ]
        sizes = [
            str(length(one, form)) for form in check.forms for one in (true, false)
        ]
        lines.append(_row([*own, *sizes]))
    means = [
        f"{sum(length(pair[side], form) for pair in matched) / len(matched):.1f}"
        for form in check.forms
        for side in (0, 1)
    ]
    return [*lines, _row(["mean", "", "", "", "", *means])]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
