"""Commands for people who write lessons: check and format."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from milkit.content.finding import Finding

_PATHS = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
@click.option("--stale", is_flag=True, help="List translations that are out of date.")
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
def check(paths: tuple[Path, ...], *, stale: bool, as_json: bool) -> None:
    """
    Check lessons and say how to mend them.

    PATHS are lesson files, lesson folders or folders of them. Ends with 1 when
    something must be mended; hints stop nothing.

    Example: milkit check lessons/core/find-the-first-photo
    """
    from milkit.content.check import check_paths

    if stale:
        _stale(paths, as_json=as_json)
        return
    findings = check_paths(paths)
    if as_json:
        click.echo(
            json.dumps([_row(f) for f in findings], ensure_ascii=False, indent=1)
        )
    else:
        for finding in findings:
            click.echo(str(finding))
    if any(not finding.hint for finding in findings):
        sys.exit(1)


def _stale(paths: tuple[Path, ...], *, as_json: bool) -> None:
    from milkit.content.check import stale_paths

    parts = stale_paths(paths)
    if as_json:
        rows = [
            {
                "file": str(part.file),
                "line": part.line,
                "lang": part.lang,
                "section": part.section,
                "title": part.title,
            }
            for part in parts
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for part in parts:
        click.echo(
            f"{part.file}:{part.line}: {part.lang}: #{part.section} {part.title}"
        )


def _row(finding: Finding) -> dict[str, object]:
    return {
        "file": str(finding.file),
        "line": finding.line,
        "what": finding.what,
        "mend": finding.mend,
        "hint": finding.hint,
    }


@click.command(name="format")
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
@click.option(
    "--stamp",
    is_flag=True,
    help="Also write into translations which English text they were made from.",
)
def format_(paths: tuple[Path, ...], *, stamp: bool) -> None:
    """
    Bring lesson files into one form.

    Line ends, spaces, empty lines and letters become the same everywhere; no word
    changes. Use --stamp only when the translation says what the English says.

    Example: milkit format --stamp lessons/core/find-the-first-photo
    """
    from milkit.content.format import format_paths

    for path in format_paths(paths, stamp=stamp):
        click.echo(str(path))
