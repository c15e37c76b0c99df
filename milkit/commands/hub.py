"""Commands of a hub: set one up, collect results, report, and hand them on."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from milkit.commands.telling import data_of, sentence, words_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from milkit.hub.collecting import Collected
    from milkit.hub.place import Hub
    from milkit.hub.reporting import Report
    from milkit.hub.sources import Source

_DIR = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)
JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")
HUB = click.option("--hub", "place", type=_DIR, help="Another hub's folder.")
_SHORTEST = 8  # letters of a pass phrase


def _data() -> Path:
    return data_of(click.get_current_context())


def hub_of(place: Path | None) -> Hub:
    """Give the hub that was named, or the one of this computer; HubMissing."""
    from milkit.hub import place as places

    return places.read(place) if place else places.here(_data())


@contextlib.contextmanager
def opened(hub: Hub) -> Iterator[sqlite3.Connection]:
    """Open the hub's file for this command."""
    from milkit.hub.tables import open_tables

    with contextlib.closing(open_tables(hub.folder)) as db:
        yield db


def say(text: str, plain: object, *, as_json: bool) -> None:
    """Say it to a person, or write strict JSON."""
    told = json.dumps(plain, ensure_ascii=False, allow_nan=False)
    click.echo(told if as_json else text)


@click.group()
def hub() -> None:
    """Collect results of many schools, and report on them."""


@hub.command()
@click.option("--to", "to", type=_DIR, required=True, help="The hub's folder.")
@click.option("--name", required=True, help="The name that senders read.")
@click.option("--drop", default="", help="A folder, WebDAV or S3 address.")
@click.option("--drop-user", default="", help="Who may only write there.")
@click.option("--drop-secret", default="", envvar="MILKIT_DROP_SECRET")
@click.option("--endpoint", default="", help="S3: the address of the server.")
@click.option("--region", default="", help="S3: the region.")
@click.option("--country", default="ZZ", help="Two letters, like KH.")
@click.option("--district", default="", help="A code of a district.")
@click.option("--recover", type=_FILE, help="Make it again from a recovery sheet.")
@JSON
def init(  # noqa: PLR0913 - what a hub is made of
    *,
    to: Path,
    name: str,
    drop: str,
    drop_user: str,
    drop_secret: str,
    endpoint: str,
    region: str,
    country: str,
    district: str,
    recover: Path | None,
    as_json: bool,
) -> None:
    """
    Set up a hub: its keys, a .milhub file for senders, and a recovery sheet.

    Print recovery-sheet.txt, keep it in another place, then delete the file. The
    pass phrase that opens it is asked for, or taken from MILKIT_PASSPHRASE.

    Example: milkit hub init --to hub --name "Kampong hub" --country KH
    """
    from milkit.hub import invite, place
    from milkit.sync.enrolment import Drop

    kept = Drop(drop, drop_user, drop_secret, region, endpoint)
    wish = invite.wish(name, country, district, kept)
    phrase = _phrase()
    if recover is None:
        made = place.make(to, wish, phrase)
    else:
        made = place.recover(to, wish, _read(recover), phrase)
    place.remember(_data(), made)
    plain = {
        "folder": str(made.folder),
        "name": made.name,
        "public": made.public,
        "key": str(made.folder / place.KEY),
        "milhub": str(made.invitation),
        "recovery_sheet": str(made.folder / place.SHEET),
    }
    say(
        f"The hub is in {to}. Give {made.invitation.name} to those who send results. "
        f"Print {place.SHEET} and keep it in another place.",
        plain,
        as_json=as_json,
    )


def _read(path: Path) -> str:
    from milkit.ground.errors import FileUnreadable

    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as e:
        raise FileUnreadable(path) from e


def _phrase() -> str:
    import os

    from milkit.ground.hub_errors import PhraseMissing

    phrase = os.environ.get("MILKIT_PASSPHRASE", "")
    if not phrase and sys.stdin is not None and sys.stdin.isatty():
        phrase = click.prompt("Pass phrase", hide_input=True, confirmation_prompt=True)
    if len(phrase) < _SHORTEST:
        raise PhraseMissing
    return phrase


@hub.command()
@click.argument("sources", nargs=-1)
@HUB
@JSON
def collect(sources: tuple[str, ...], place: Path | None, *, as_json: bool) -> None:
    """
    Take in results from folders, sticks and drop boxes, in any order, any often.

    SOURCE is a folder, a file, or an address; none = the hub's own drop box. Nothing
    in it is changed. Damaged files are named; they do not stop the others.

    Example: milkit hub collect /media/stick results-november
    """
    from milkit.ground.clock import Clock
    from milkit.hub.collecting import collect as take_in

    here = hub_of(place)
    at = Clock().now().isoformat(timespec="seconds")
    with opened(here) as db:
        done = take_in(db, _sources(here, sources), here.secret(), at)
    say(_told(done), _plain(done), as_json=as_json)


def _sources(here: Hub, sources: tuple[str, ...]) -> list[Source]:
    from milkit.ground.hub_errors import HubMissing
    from milkit.hub import drops

    wanted = sources or ((here.drop,) if here.drop else ())
    if not wanted:
        raise HubMissing(here.folder)
    return [drops.source(one, here) for one in wanted]


def _told(done: Collected) -> str:
    from milkit.hub.collecting import DAMAGED, NEW, SEEN

    w = words_of(_data())
    first = (
        f"{done.count(NEW)} new, {done.count(SEEN)} seen before, "
        f"{done.count(DAMAGED)} damaged; {done.merged.added} statements added, "
        f"{done.merged.known} were there, {done.merged.conflicts} conflicts."
    )
    lines = [first]
    lines += [
        f"{file.name}: {sentence(file.why, w)}" for file in done.files if file.why
    ]
    return "\n".join(lines)


def _plain(done: Collected) -> dict[str, object]:
    from milkit.hub.collecting import NEW, SEEN

    w = words_of(_data())
    return {
        "new": done.count(NEW),
        "seen": done.count(SEEN),
        "damaged": [
            {
                "name": file.name,
                "source": file.source,
                "kind": type(file.why).__name__,
                "reason": sentence(file.why, w),
            }
            for file in done.files
            if file.why
        ],
        "conflicts": done.merged.conflicts,
        "added": done.merged.added,
        "known": done.merged.known,
    }


@hub.command()
@HUB
@JSON
def report(place: Path | None, *, as_json: bool) -> None:
    """
    Say what all schools did, by country and month.

    Groups under ten learners are hidden, and as many others as it takes that no
    hidden figure can be worked out.

    Example: milkit hub report --json
    """
    from milkit.hub.reporting import report as read

    with opened(hub_of(place)) as db:
        found = read(db)
    say(_table(found), _report_plain(found), as_json=as_json)


def _report_plain(found: Report) -> dict[str, object]:
    plain: dict[str, object] = found._asdict()
    del plain["cells"]
    return {**plain, "by": [cell._asdict() for cell in found.cells]}


def _table(found: Report) -> str:
    w = words_of(_data())
    first = (
        f"{found.installations} installations, {found.runs} runs of {found.lessons} "
        f"lessons, {found.classes} classes, {_many(found.learners)} learners, "
        f"{found.checks} checks, {found.conflicts} conflicts"
    )
    lines = [first]
    if found.made_up:
        lines.append(f"{found.made_up} of the runs are made up, for trying out")
    lines += [
        f"{cell.country} {cell.month or '?':7} {cell.runs:7} runs "
        f"{cell.classes:6} classes {_many(cell.learners):>8} learners "
        f"{cell.checks:6} checks"
        for cell in found.cells
    ]
    if found.hidden:
        lines.append(
            w.t("Figures of groups under {count} are hidden.", count=w.number(10))
        )
    return "\n".join(lines)


def _many(count: int | None) -> str:
    return "hidden" if count is None else str(count)
