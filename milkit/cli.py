"""The command line: one group, and the commands of each room under it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from milkit.commands import (
    analyse,
    doctor,
    edition,
    hub,
    hub_out,
    key,
    kit,
    lessons,
    library,
    pack,
    records,
)
from milkit.commands import open as opening
from milkit.commands import print as printing
from milkit.commands import results as sharing
from milkit.ground.errors import LessonBroken, Mishap


class Door(click.Group):
    """Says a mishap in a sentence and ends with 1, whatever command it came from."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except Mishap as mishap:
            for sentence in _said(mishap, ctx.params.get("data")):
                click.echo(sentence, err=True)
            ctx.exit(1)


def _said(mishap: Mishap, data: Path | None) -> list[str]:
    """Tell a mishap in the user's language; a broken lesson line by line."""
    from milkit.ground import paths, settings
    from milkit.ground.mishap_words import explain
    from milkit.ground.words import words

    if isinstance(mishap, LessonBroken) and mishap.problems:
        lines = mishap.problems
        return [f"{mishap.path}:{line}: {what}: {mend}" for line, what, mend in lines]
    chosen = settings.read(paths.data_folder(data))
    told = explain(mishap, words(chosen.language, chosen.own_digits))
    return [f"{told.title}. {told.happened} {told.safe} {told.now}"]


@click.group(
    cls=Door,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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
    if context.invoked_subcommand is None:
        from milkit.app import main as window

        context.exit(window(data and data.absolute()))


main.add_command(library.lessons)
main.add_command(doctor.doctor)
main.add_command(lessons.check)
main.add_command(lessons.format_)
main.add_command(records.records)
main.add_command(printing.print_)
main.add_command(sharing.results)
main.add_command(sharing.sync)
main.add_command(key.key)
main.add_command(analyse.analyse)
for command in hub_out.COMMANDS:
    hub.hub.add_command(command)
main.add_command(hub.hub)
main.add_command(edition.edition)
main.add_command(pack.pack)
main.add_command(opening.open_)
main.add_command(kit.kit)
