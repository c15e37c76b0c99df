"""Commands for the records: made-up runs, exports, copies, a look for damage."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from milkit.commands.telling import data_of, tell_all, words_of
from milkit.ground import paths
from milkit.ground.errors import NoLessons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from milkit.records.backups import Snapshot
    from milkit.records.check_sample import CheckOutline
    from milkit.records.sample import Outline
    from milkit.records.store import Records

_FILE = click.Path(dir_okay=False, path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


def _folder() -> Path:
    return data_of(click.get_current_context())


@contextlib.contextmanager
def _opened() -> Iterator[Records]:
    from milkit.ground.clock import Clock
    from milkit.records.opening import open_records

    opened = open_records(_folder(), Clock())
    with contextlib.closing(opened.records):
        if opened.mishap is not None:
            tell_all((opened.mishap,), words_of(_folder()))
        yield opened.records


def _say(text: str, plain: object, *, as_json: bool) -> None:
    click.echo(json.dumps(plain, ensure_ascii=False) if as_json else text)


@click.group()
def records() -> None:
    """Keep, copy and export what was taught."""


@records.command()
@click.option("--runs", type=click.IntRange(1, 100_000), default=40, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
@_JSON
def sample(runs: int, seed: int, *, as_json: bool) -> None:
    """
    Add made-up runs and checks to the data folder, to try reports with.

    They say that they are made up. The same seed makes the same runs: to add them
    twice adds nothing.

    Example: milkit --data try records sample --runs 40
    """
    from milkit.records.sample import sample as made_up

    with _opened() as opened:
        done = opened.merge(made_up(_outlines(), runs, seed, _check()))
    _say(
        f"{done.added} events added, {done.known} were there.",
        {"runs": runs, "added": done.added, "known": done.known},
        as_json=as_json,
    )


def _outlines() -> list[Outline]:
    from milkit.content.read import read_lesson
    from milkit.packs.pack import open_pack
    from milkit.records.sample import outline

    bundled = paths.bundled_lessons()
    found = [
        outline(read_lesson(path), path.parents[1].name)
        for path in sorted(bundled.glob("*/*/en.md"))
    ]
    for path in sorted(bundled.glob("*.pack")):  # a frozen program
        with open_pack(path) as pack:
            english = [n for n, row in pack.rows.items() if row.lang == "en"]
            found += [outline(pack.lesson(n), pack.about.id) for n in english]
    if not found:
        raise NoLessons(bundled)
    return found


def _check() -> CheckOutline:
    from milkit.content.instrument_file import FOLDER, read_instrument
    from milkit.packs.pack import open_pack
    from milkit.records.check_sample import outline

    core = paths.bundled_lessons() / "core"
    ready = core.with_suffix(".pack")  # a frozen program
    if not ready.is_file():
        return outline(read_instrument(core / FOLDER / "I1" / "en.toml"))
    with open_pack(ready) as pack:
        inside = pack.check_in("I1", "en")
    if inside is None:
        raise NoLessons(ready)
    return outline(inside)


@records.command()
@click.option("--to", "to", type=_FILE, required=True, help="The file to write.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx", "jsonl", "zip"]),
    default="csv",
    show_default=True,
    help="csv: a row a count; xlsx: lessons, checks, a codebook; jsonl: the whole log; "
    "zip: everything you have, with your private lines and your own lessons.",
)
@click.option("--with-notes", is_flag=True, help="jsonl: your private lines too.")
@_JSON
def export(to: Path, form: str, *, with_notes: bool, as_json: bool) -> None:
    """
    Write the records into a file for other programs.

    Example: milkit records export --to lessons.xlsx --format xlsx
    """
    from milkit.records.export import export as write

    with _opened() as opened:
        if form == "zip":
            from milkit.library.everything import export_everything

            done = export_everything(opened, _folder(), to)
        else:
            done = write(opened, to, form, private=with_notes)
    _say(
        f"{done.rows} rows written to {to}.",
        {"file": str(to), "format": form, "rows": done.rows},
        as_json=as_json,
    )


@records.command(name="import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@_JSON
def import_(files: tuple[Path, ...], *, as_json: bool) -> None:
    """
    Take in logs that were exported as jsonl, in any order, any number of times.

    Example: milkit records import monday.jsonl tuesday.jsonl
    """
    from milkit.records.export import read_log

    added = known = 0
    with _opened() as opened:
        for file in files:
            done = opened.merge(read_log(file))
            added, known = added + done.added, known + done.known
        conflicts = len(opened.conflicts())
    _say(
        f"{added} events added, {known} were there; {conflicts} conflicts are kept.",
        {"added": added, "known": known, "conflicts": conflicts},
        as_json=as_json,
    )


@records.command()
@_JSON
def backup(*, as_json: bool) -> None:
    """
    Copy the records now; old copies go by days and weeks.

    Example: milkit records backup
    """
    from milkit.ground.clock import Clock
    from milkit.records.backups import take

    with _opened():
        copy = take(_folder(), Clock().now())
    _say(f"Copied to {copy.path}.", _row(copy), as_json=as_json)


@records.command()
@click.argument("copy", required=False)
@click.option("--list", "show", is_flag=True, help="List the copies, newest first.")
@_JSON
def restore(copy: str | None, *, show: bool, as_json: bool) -> None:
    """
    Put a copy in the place of the records.

    COPY is a number or a file of the list; without it the newest. The records of
    today are copied first, and the copy stays.

    Example: milkit records restore 12
    """
    from milkit.ground.clock import Clock
    from milkit.records import backups, lock

    copies = backups.snapshots(_folder())
    if show:
        lines = "\n".join(f"{one.number}  {one.path}" for one in copies)
        _say(lines, [_row(one) for one in copies], as_json=as_json)
        return
    chosen = _chosen(copies, copy)
    held = lock.take(_folder())
    try:
        today = backups.restore(_folder(), chosen, Clock().now())
    finally:
        held.release()
    kept = f" The records of today are kept as {today.path}." if today else ""
    _say(
        f"Restored from {chosen.path}.{kept}",
        {"restored": _row(chosen), "kept": _row(today) if today else None},
        as_json=as_json,
    )


def _chosen(copies: list[Snapshot], wanted: str | None) -> Snapshot:
    from milkit.ground.errors import FileUnreadable
    from milkit.records.backups import folder_of

    for one in copies:
        if _is(one, wanted):
            return one
    raise FileUnreadable(Path(wanted or folder_of(_folder())))


def _is(one: Snapshot, wanted: str | None) -> bool:
    if wanted is None:
        return not one.kept
    return wanted in {str(one.number), one.path.name, str(one.path)}


def _row(copy: Snapshot) -> dict[str, object]:
    return {
        "number": copy.number,
        "file": str(copy.path),
        "day": copy.day.isoformat(),
        "time": copy.time.isoformat(timespec="minutes"),
        "before_a_restore": copy.kept,
    }


@records.command()
@_JSON
def check(*, as_json: bool) -> None:
    """
    Look through the records for damage; nothing is changed. Ends with 1 on damage.

    Example: milkit records check
    """
    from milkit.records.opening import faults

    found = faults(_folder())
    _say(
        "\n".join(found) or "The records are good.",
        {"good": not found, "faults": found},
        as_json=as_json,
    )
    if found:
        sys.exit(1)
