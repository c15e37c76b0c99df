"""Commands for results: join a hub, send, save to a stick, see what would go."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from milkit.commands.telling import data_of, tell_all, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from milkit.records.store import Records
    from milkit.sync.enrolment import Enrolment

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


def _data() -> Path:
    return data_of(click.get_current_context())


@contextlib.contextmanager
def _opened() -> Iterator[Records]:
    from milkit.ground.clock import Clock
    from milkit.records.opening import open_records

    opened = open_records(_data(), Clock())
    with contextlib.closing(opened.records):
        if opened.mishap is not None:
            tell_all((opened.mishap,), words_of(_data()))
        yield opened.records


def _say(text: str, plain: object, *, as_json: bool) -> None:
    click.echo(json.dumps(plain, ensure_ascii=False) if as_json else text)


@click.group()
def results() -> None:
    """Save results for a hub, sealed, on a stick."""


@results.command()
@click.option("--to", "to", type=_FOLDER, required=True, help="The folder to fill.")
@click.option("--hub", type=_FILE, help="The hub's .milhub file, for sticks only.")
@_JSON
def save(to: Path, hub: Path | None, *, as_json: bool) -> None:
    """
    Save sealed results files into a folder on a stick, and read them back.

    Only the hub that you agreed to can open them. Receipts of the hub that lie in the
    folder are taken in. With --hub, a first hub is kept for sticks: nothing is sent.

    Example: milkit results save --to E:/results
    """
    from milkit.ground.clock import Clock
    from milkit.sync import agreement, sending

    if hub is not None:
        content = _content(hub)
        if agreement.read(_data()) is None:
            agreement.agree(
                _data(), content, Clock().now(), way=agreement.STICK, research=False
            )
    with _opened() as records:
        done = sending.save(_data(), records, Clock(), to)
    _say(
        f"{done.done} results files are in {to}, read back; "
        f"{done.received} more are confirmed by the hub.",
        {
            "folder": str(to),
            "files": done.done,
            "sealed": done.sealed,
            "received": done.received,
        },
        as_json=as_json,
    )


@click.command()
@click.option("--join", type=_FILE, help="A hub's .milhub file.")
@click.option("--agree", is_flag=True, help="You have read what goes, and agree.")
@click.option("--research", is_flag=True, help="Researchers may use the counts too.")
@click.option("--see", is_flag=True, help="Write what would be sent; send nothing.")
@click.option("--stop", is_flag=True, help="Forget the hub; nothing is sent any more.")
@_JSON
def sync(
    join: Path | None,
    *,
    agree: bool,
    research: bool,
    see: bool,
    stop: bool,
    as_json: bool,
) -> None:
    """
    Send results to the hub that you agreed to. Without a yes nothing is ever sent.

    Example: milkit sync --join kampong.milhub --agree
    """
    if stop:
        _stop(as_json=as_json)
        return
    asked = _asked(join)
    if see:
        _see(asked)
        return
    if join is not None:
        _join(join, agree=agree, research=research)
    _send(as_json=as_json)


def _stop(*, as_json: bool) -> None:
    from milkit.sync import agreement

    agreement.forget(_data())
    _say("Stopped. Nothing is sent.", {"hub": None}, as_json=as_json)


def _asked(join: Path | None) -> Enrolment:
    from milkit.sync import agreement, enrolment

    return enrolment.read(join) if join else agreement.held(_data()).enrolment


def _see(asked: Enrolment) -> None:
    from milkit.sync import agreement, news, statement

    known: set[str] = set()
    held = agreement.read(_data())
    with _opened() as records:
        if held is not None and held.enrolment.id == asked.id:
            from milkit.sync.sending import opened

            with opened(_data()) as (_, outbox):
                known = outbox.known()
        for one in news.told(records, asked.where, known):
            click.echo(statement.canonical(one).decode())


def _join(path: Path, *, agree: bool, research: bool) -> None:
    from milkit.ground.clock import Clock
    from milkit.sync import agreement

    content = _content(path)
    if agree:
        agreement.agree(_data(), content, Clock().now(), research=research)
        return
    asked = _asked(path)
    told = asked.told(words_of(_data()).lang)
    lines = (
        f"{asked.hub} would like your results. Its six words: {' '.join(asked.words)}.",
        "Sent: which lesson, the day, minutes, how many students, and their counts.",
        "Sent: the answers of checks, by code.",
        "Never sent: names, notes, your own examples, places below the district.",
        *(text for text in told if text),
        "Nothing was sent. To agree, add --agree.",
    )
    click.echo("\n".join(lines), err=True)
    sys.exit(1)


def _content(path: Path) -> bytes:
    from milkit.ground.errors import FileUnreadable
    from milkit.sync import enrolment

    enrolment.read(path)
    try:
        return path.read_bytes()
    except OSError as e:
        raise FileUnreadable(path) from e


def _send(*, as_json: bool) -> None:
    from milkit.ground.clock import Clock
    from milkit.sync import agreement, sending

    agreed = agreement.held(_data())
    if not agreed.enrolment.drop.url:
        hub = agreed.enrolment.hub
        text = f"{hub} takes results on a stick: milkit results save --to DIR"
        _say(text, {"hub": hub, "drop": None}, as_json=as_json)
        return
    with _opened() as records:
        done = sending.send(_data(), records, Clock())
        state = sending.state(_data(), records)
    plain: dict[str, Any] = {
        "hub": agreed.enrolment.hub,
        "sealed": done.sealed,
        "sent": done.done,
        "waiting": done.waiting,
        "records": state._asdict() if state else None,
    }
    text = f"{done.done} results files sent to {agreed.enrolment.hub}, "
    _say(f"{text}{done.waiting} waiting.", plain, as_json=as_json)
