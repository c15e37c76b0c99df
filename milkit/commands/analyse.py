"""The command that computes the statistics of a check from a table of answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from milkit.assessment.sheet_file import Table

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE)
@click.option("--true", "true", help="The true items by number, as 1-4 or 1,3,5.")
@click.option("--check", "check", help="The id of a check that says what is true.")
@click.option("--json", "as_json", is_flag=True, help="Write every figure as JSON.")
def analyse(file: Path, true: str | None, check: str | None, *, as_json: bool) -> None:
    """
    Compute what a class knew before and after, and how sure that is.

    FILE is a CSV with the columns learner, phase (pre or post) and one an item: R
    (called real) and F (called false), or 1 (right) and 0 (wrong); empty is not
    answered. For R and F say which items are true.

    Example: milkit analyse answers.csv --true 1-4
    """
    from milkit.assessment.analysis import analyse as compute
    from milkit.assessment.plain import plain
    from milkit.assessment.sheet_file import read_sheets

    table = read_sheets(file)
    found = plain(compute(table.sheets, _truth(file, table, true, check)))
    found["flags"] += [
        f"line {line} ends early: what is missing was not answered"
        for line in table.short
    ]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False))
    else:
        click.echo("\n".join(_lines(found)))


def _truth(
    file: Path, table: Table, true: str | None, check: str | None
) -> Mapping[str, bool]:
    from milkit.ground.errors import AnswersUnclear

    if true is not None and check is not None:
        raise click.UsageError("Use --true or --check, not both.")
    if not table.letters:
        return {}
    if check is not None:
        return _of_check(file, table.items, check)
    if true is None:
        raise AnswersUnclear(file, 1, "truth")
    chosen = _chosen(true, table.items)
    return {item: item in chosen for item in table.items}


def _of_check(file: Path, items: tuple[str, ...], check: str) -> Mapping[str, bool]:
    """Say what is true by a check: its items by name, else in its order."""
    from milkit.commands.telling import data_of
    from milkit.content.instrument import TWO_SIDED
    from milkit.ground.errors import AnswersUnclear
    from milkit.library.checks import opened
    from milkit.library.open import open_library
    from milkit.widgets.drawing import draw_svg

    with open_library(data_of(click.get_current_context()), draw_svg) as library:
        found = opened(library, check)
    sided = [item for item in found.items if item.kind in TWO_SIDED]
    truth = {item.id: bool(item.true) for item in sided}
    if set(items) <= set(truth):
        return {item: truth[item] for item in items}
    for asked in (sided, [item for item in sided if item.short]):
        if len(asked) == len(items):
            pairs = zip(items, asked, strict=True)
            return {name: bool(item.true) for name, item in pairs}
    raise AnswersUnclear(file, 1, "items")


def _chosen(text: str, items: tuple[str, ...]) -> set[str]:
    """Read "1-4", "1,3" or the items' own names."""
    chosen: set[str] = set()
    for part in filter(None, (each.strip() for each in text.split(","))):
        if part in items:
            chosen.add(part)
            continue
        first, _, last = part.partition("-")
        if not first.strip().isdecimal() or not (last or first).strip().isdecimal():
            raise click.UsageError(f"--true: “{part}” is no number of an item.")
        low, high = int(first), int(last or first)
        if not 1 <= low <= high <= len(items):
            raise click.UsageError(f"--true: the items are 1-{len(items)}.")
        chosen.update(items[low - 1 : high])
    return chosen


def _lines(found: dict[str, Any]) -> Iterator[str]:
    n = found["n"]
    yield (
        f"{n['pre']} pupils before, {n['post']} after, {n['matched']} in both."
        f" Reading: {found['reading'] or 'none'}."
    )
    yield from _sides(found)
    for name in ("V", "d_prime", "c"):
        change = found["change"][name]
        yield (
            f"change of {name}: {_n(change['diff'])} {_ci(change['ci'])},"
            f" t({_n(change['df'], 0)}) = {_n(change['t'])}, p = {_n(change['p'], 4)},"
            f" d_av {_n(change['d_av'])} {_ci(change['d_av_ci'])}"
        )
    yield f"class gain (Hake): {_n(found['change']['hake'])}"
    yield from _items(found)
    yield from (f"note: {flag}" for flag in found["flags"])
    yield from (f"not given: {one['what']}: {one['why']}" for one in found["refused"])


def _sides(found: dict[str, Any]) -> Iterator[str]:
    for phase in ("pre", "post"):
        side = found[phase]
        yield (
            f"{phase}: V {_n(side['V']['mean'])} {_ci(side['V']['ci'])},"
            f" right {_n(side['percent_correct'], 1)} %,"
            f" d' {_n(side['d_prime']['mean'])} {_ci(side['d_prime']['ci'])},"
            f" c {_n(side['c'])} {_ci(side['c_ci'])},"
            f" alpha {_n(side['alpha'])} {_ci(side['alpha_ci'])}"
        )


def _items(found: dict[str, Any]) -> Iterator[str]:
    for phase in ("pre", "post"):
        for item in found[phase]["by_item"]:
            flag = f"  {item['flag']}" if item["flag"] else ""
            yield (
                f"{phase} {item['id']}: p {_n(item['p'])} {_ci(item['p_ci'])},"
                f" with the rest {_n(item['item_rest_r'])}{flag}"
            )


def _n(value: float | None, places: int = 3) -> str:
    return "-" if value is None else f"{value:.{places}f}"


def _ci(ci: list[float] | None) -> str:
    return "" if ci is None else f"[{_n(ci[0])}, {_n(ci[1])}]"
