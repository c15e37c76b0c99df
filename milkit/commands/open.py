"""The command that opens a file of the kit in the window."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command(name="open")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.pass_context
def open_(context: click.Context, file: Path) -> None:
    """
    Open a file of the kit in the window: .milpack, .milr, .milhub.

    A double click on such a file does the same.

    Example: milkit open core.milpack
    """
    from milkit.app import main as window

    sys.exit(window(context.find_root().params.get("data"), file.absolute()))
