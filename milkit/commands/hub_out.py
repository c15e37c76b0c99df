"""Commands of a hub that give something: receipts, Parquet, an LRS, a drop box."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click

from milkit.commands.hub import HUB, JSON, hub_of, opened, say

if TYPE_CHECKING:
    from milkit.hub.receipts import Receipt

_DIR = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)
_PORT = 8090


@click.command()
@click.option("--to", "to", type=_DIR, required=True, help="Where to write them.")
@click.option("--print", "pdf", type=_FILE, help="A PDF to print and cut apart.")
@HUB
@JSON
def receipts(to: Path, pdf: Path | None, place: Path | None, *, as_json: bool) -> None:
    """
    Write a receipt for each school: a file that its MIL Kit takes back, and paper.

    Example: milkit hub receipts --to receipts --print receipts.pdf
    """
    from milkit.ground.clock import Clock
    from milkit.ground.files import make_folder
    from milkit.hub import receipts as making

    here = hub_of(place)
    at = Clock().now().isoformat(timespec="seconds")
    with opened(here) as db:
        made = making.receipts(db, here.name, at)
    make_folder(to)
    rows = [
        {
            "install": one.sender.install,
            "name": one.sender.name,
            "number": one.number,
            "files": len(one.names),
            "statements": one.sender.statements,
            "receipt": str(making.write(one, here, to)),
        }
        for one in made
    ]
    if pdf is not None and made:
        _print(made, pdf)
    say(f"{len(rows)} receipts in {to}.", rows, as_json=as_json)


def _print(made: list[Receipt], pdf: Path) -> None:
    from datetime import datetime

    from milkit.commands.print import letters_ready
    from milkit.commands.telling import data_of, words_of
    from milkit.ground import settings
    from milkit.ground.paths import resources
    from milkit.hub.receipts import sheet
    from milkit.press.receipts import write_receipts
    from milkit.widgets.type import Type

    data = data_of(click.get_current_context())
    w, chosen = words_of(data), settings.read(data)
    ready = letters_ready()
    day = datetime.fromisoformat(made[0].at).date()
    codes = [one.picture for one in made]
    letters = Type(w.lang, resources() / "fonts")
    write_receipts(pdf, sheet(made, day, w), codes, letters, w, chosen.paper)
    del ready


@click.command()
@click.option("--to", "to", type=_DIR, help="Another folder than the hub's.")
@HUB
@JSON
def compact(to: Path | None, place: Path | None, *, as_json: bool) -> None:
    """
    Write all statements as Parquet, a file for each country and month.

    Example: milkit hub compact --to lake
    """
    from milkit.hub.parquet import compact as write

    here = hub_of(place)
    folder = to or here.folder / "parquet"
    with opened(here) as db:
        done = write(db, folder)
    say(
        f"{done.statements} statements in {done.files} files in {folder}.",
        {"folder": str(folder), "files": done.files, "statements": done.statements},
        as_json=as_json,
    )


@click.command()
@click.argument("address")
@click.option("--user", default="", help="Who may write there.")
@click.option("--password", default="", envvar="MILKIT_LRS_PASSWORD")
@HUB
@JSON
def publish(
    address: str, user: str, password: str, place: Path | None, *, as_json: bool
) -> None:
    """
    Hand the statements on to a learning record store (xAPI 1.0.3), one way.

    Each statement goes once, also when this runs twice. The password is best given
    in MILKIT_LRS_PASSWORD.

    Example: milkit hub publish https://lrs.example/xAPI --user kampong
    """
    from milkit.hub.publishing import lrs_of
    from milkit.hub.publishing import publish as send

    with opened(hub_of(place)) as db:
        done = send(db, lrs_of(address, user, password))
    say(
        f"{done.sent} sent, {done.there} were there, {done.refused} refused.",
        done._asdict(),
        as_json=as_json,
    )


@click.command()
@click.option("--folder", type=_DIR, help="Where files land; else in the hub's folder.")
@click.option("--host", default="0.0.0.0", show_default=True)  # noqa: S104 - the room's network
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True)
@click.option("--user", default="sender", show_default=True)
@click.option("--password", default="", envvar="MILKIT_DROP_SECRET")
@click.option("--reader-password", default="", help="Lets the user hub read.")
@HUB
def serve(
    *,
    folder: Path | None,
    host: str,
    port: int,
    user: str,
    password: str,
    reader_password: str,
    place: Path | None,
) -> None:
    """
    Open a drop box on the local network (WebDAV), until Ctrl+C.

    Senders can put results files in and do nothing else: not read, not list, not
    delete. Then: milkit hub collect FOLDER

    Example: milkit hub serve --port 8090
    """
    from milkit.hub.serving import Door
    from milkit.hub.serving import serve as make

    here = hub_of(place)
    word = password or secrets.token_urlsafe(12)
    reader = "hub" if reader_password else ""
    box = folder or here.folder / "drop"
    server = make(box, Door(user, word, reader, reader_password), host, port)
    click.echo(f"Drop box at http://{host}:{server.bind_addr[1]}/ into {box}")
    if not password:
        click.echo(f"Senders come in as {user} with {word}")
    with contextlib.suppress(KeyboardInterrupt):
        server.serve()
    server.stop()


COMMANDS = (receipts, compact, publish, serve)
