"""Commands for the key that signs packs and kits."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from milkit.trust.key import PublicKey, SigningKey

PASSPHRASE = "MILKIT_PASSPHRASE"  # noqa: S105 - the name of a variable
_FILE = click.Path(dir_okay=False, path_type=Path)
_SHORTEST = 8  # letters of a pass phrase


@click.group()
def key() -> None:
    """Make and show the key that signs packs and kits."""


@key.command()
@click.option("--to", "to", type=_FILE, required=True, help="The key file to write.")
@click.option("--name", default="", help="Your name as a publisher, for the sheet.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def new(to: Path, name: str, *, as_json: bool) -> None:
    """
    Make a key, and the next key for the day this one is lost.

    Beside the key file stand its public half (.pub), the next key (.next.key) and a
    recovery sheet to print (.recovery.html). The pass phrase is asked for, or taken
    from MILKIT_PASSPHRASE. Keep the sheet and the next key away from the computer.

    Example: milkit key new --to centre.key --name "Teacher Education Centre"
    """
    from milkit.packs.listed import plain
    from milkit.trust import recovery

    try:
        name = plain(name, 120) if name else ""
    except ValueError as e:
        raise click.UsageError("a name is one line without < and >") from e
    if to.exists():
        raise click.UsageError(f"{to} is there already: a key is never replaced")
    made = recovery.make(to, name, asked(confirm=True))
    if name:
        _begin(to, name)
    if as_json:
        click.echo(json.dumps(_table(made.key.public) | {"file": str(to)}))
        return
    _show(made.key.public)
    click.echo(f"\nKey file: {to}")
    click.echo(f"Next key: {made.next_key}\nRecovery sheet: {made.sheet}")
    click.echo("Print the sheet, then keep it and the next key in another place.")


@key.command()
@click.argument("file", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def show(file: Path, *, as_json: bool) -> None:
    """
    Show a key: its public half, its six words and the text of its QR code.

    FILE is a key file or a public key (.pub); a key file asks for its pass phrase
    when no .pub is beside it.

    Example: milkit key show centre.key
    """
    public = public_in(file)
    if as_json:
        click.echo(json.dumps(_table(public)))
    else:
        _show(public)


def public_in(file: Path) -> PublicKey:
    """Give the public half of a key file or of a public-key file."""
    from milkit.ground.trust_errors import KeyUnreadable
    from milkit.trust.key import read_public
    from milkit.trust.key_file import public_beside

    try:
        return read_public(file)
    except KeyUnreadable:
        beside = public_beside(file)
        if beside != file and beside.is_file():
            return read_public(beside)
        return opened(file).public


def opened(file: Path) -> SigningKey:
    """Open a key file with the pass phrase from the terminal or the environment."""
    from milkit.trust.key_file import open_key

    return open_key(file, asked())


def asked(*, confirm: bool = False) -> str:
    """Give the pass phrase: MILKIT_PASSPHRASE, else what is typed on the terminal."""
    given = os.environ.get(PASSPHRASE)
    if given is None:
        given = click.prompt(
            "Pass phrase", hide_input=True, confirmation_prompt=confirm, err=True
        )
    if confirm and len(given) < _SHORTEST:
        raise click.UsageError(f"a pass phrase has {_SHORTEST} letters or more")
    return str(given)


def plain_name(name: str) -> str:
    """Hold a publisher's name to what may be shown; "" is none."""
    from milkit.packs.listed import plain

    try:
        return plain(name, 120) if name else ""
    except ValueError as e:
        raise click.UsageError("a name is one line without < and >") from e


def _begin(to: Path, name: str) -> None:
    """Note the publisher's name in the list that packs will be put on."""
    from datetime import datetime

    from milkit.packs import publishing
    from milkit.trust.key import read_public
    from milkit.trust.key_file import public_beside
    from milkit.trust.recovery import next_of

    public, today = read_public(public_beside(to)), datetime.now().astimezone().date()
    listed = publishing.first_list(name, public, today, next_of(to))
    publishing.write_notes(to, listed)


def _table(public: PublicKey) -> dict[str, object]:
    from milkit.trust.six_words import six_words

    return {
        "id": public.name,
        "key": public.text,
        "words": list(six_words(public)),
        "qr": public.text,
    }


def _show(public: PublicKey) -> None:
    from milkit.trust.six_words import six_words

    click.echo(public.file, nl=False)
    click.echo(f"six words: {' '.join(six_words(public))}")
    click.echo(f"QR text: {public.text}")
