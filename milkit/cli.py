"""The command line: one group, and the commands of each room under it."""

from __future__ import annotations

from pathlib import Path

import click

from milkit.commands import lessons


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Use another data folder.",
)
@click.pass_context
def main(context: click.Context, data: Path | None) -> None:
    """
    Teach media and information literacy without a network.

    Without a command the window opens. Example: milkit check lessons
    """
    context.obj = data


main.add_command(lessons.check)
main.add_command(lessons.format_)
