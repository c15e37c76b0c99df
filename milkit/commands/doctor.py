"""The command that looks at this machine."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from milkit.commands.telling import data_of, words_of

if TYPE_CHECKING:
    from milkit.commands.looked import Check

_SIGNS = {"well": "+", "look": "~", "wrong": "-"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
@click.option("--self-test", is_flag=True, help="Load and use every library.")
@click.option("--screens", is_flag=True, hidden=True)
@click.pass_context
def doctor(
    context: click.Context, /, *, as_json: bool, self_test: bool, screens: bool
) -> None:
    """
    Say what is wrong with this machine, and what to do.

    Looks at the system, the data folder, records, lessons, fonts, projector,
    sticks, clock and network; sends nothing. Ends with 1 when something is wrong.

    Example: milkit doctor
    """
    if screens:
        from milkit.commands import attached

        click.echo(json.dumps(attached.screens()))
        return
    checks = _checks(context, self_test=self_test)
    if as_json:
        rows = [
            {"name": c.name, "state": c.state, "found": c.found, "now": c.now}
            for c in checks
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, allow_nan=False, indent=1))
    else:
        for check in checks:
            click.echo(f"{_SIGNS[check.state]} {check.name}: {check.found}")
            if check.now:
                click.echo(f"    {check.now}")
    if any(check.state == "wrong" for check in checks):
        sys.exit(1)


def _checks(context: click.Context, *, self_test: bool) -> list[Check]:
    if self_test:
        from milkit.commands.self_test import self_test as libraries

        return libraries()
    from milkit.commands.examining import examine

    data = data_of(context)
    return examine(data, words_of(data))
