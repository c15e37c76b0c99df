"""Commands for packs: build and sign, verify, show, install."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from milkit.commands.key import opened, plain_name, public_in
from milkit.commands.telling import data_of, words_of
from milkit.ground.trust_errors import PublisherUnknown

if TYPE_CHECKING:
    from milkit.packs.believing import Signed
    from milkit.packs.catalogue import Catalogue
    from milkit.packs.installing import Done
    from milkit.packs.known import Publisher
    from milkit.packs.offer import Offer
    from milkit.trust.key import PublicKey, SigningKey

_PATH = click.Path(path_type=Path)
_FOUND = click.argument("path", metavar="FILE|DIR", type=click.Path(path_type=Path))
_TRUST = click.option(
    "--trust", is_flag=True, help="You compared the six words: they are the same."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


@click.group()
def pack() -> None:
    """Build, verify and install packs of lessons."""


@pack.command()
@click.argument(
    "folder",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option("--key", "key_file", type=_PATH, required=True, help="Your key file.")
@click.option("--to", "to", type=_PATH, required=True, help="FILE.milpack or a folder.")
@click.option("--name", default="", help="Your name as a publisher.")
@click.option(
    "--revokes",
    "revoked",
    type=_PATH,
    multiple=True,
    help="A public key of yours that is lost or stolen.",
)
@_JSON
def build(
    folder: Path,
    key_file: Path,
    to: Path,
    name: str,
    revoked: tuple[Path, ...],
    *,
    as_json: bool,
) -> None:
    """
    Build the lessons in DIR into a pack, sign it and write it.

    DIR has a pack.toml and a folder for each lesson. What you signed before stays on
    your list, which is kept beside your key file.

    Example: milkit pack build lessons/core --key centre.key --to core.milpack
    """
    import tempfile

    from milkit.packs import publishing
    from milkit.packs.build import build as build_pack
    from milkit.widgets.drawing import draw_svg

    key = opened(key_file)
    before = _before(key_file, key, plain_name(name))
    known = (*before.revoked, *(public_in(each).text for each in revoked))
    before = before._replace(revoked=tuple(dict.fromkeys(known)))
    with tempfile.TemporaryDirectory() as passing:
        built = build_pack(folder, Path(passing) / "made.pack", draw_svg)
        listed, entry = publishing.with_pack(before, built)
        made = publishing.signed(listed, key, _today())
        publishing.write_notes(key_file, made.listed)
        if to.suffix == ".milpack":
            publishing.write_share(to, made, built, entry.now.file)
        else:
            root = to if to.name == "packs" else to / "packs"
            to = publishing.write_folder(root, made, {entry.now.file: built})
    table = {"file": str(to), "pack": entry.id, "serial": made.listed.serial}
    more = {"version": entry.now.version, "bytes": entry.now.bytes}
    text = f"{entry.id} {entry.now.version}, signed as “{made.listed.publisher}”: {to}"
    click.echo(json.dumps(table | more) if as_json else text)


@pack.command()
@_FOUND
@_TRUST
@_JSON
@click.pass_context
def verify(context: click.Context, path: Path, *, trust: bool, as_json: bool) -> None:
    """
    Hold packs to their signatures, byte for byte; nothing is installed.

    Example: milkit pack verify core.milpack
    """
    from milkit.packs.verifying import look_through

    _look(context, path, look_through, trust=trust, as_json=as_json)


@pack.command()
@_FOUND
@_TRUST
@_JSON
@click.pass_context
def show(context: click.Context, path: Path, *, trust: bool, as_json: bool) -> None:
    """
    Show who signed packs, their six words, and what is in them.

    Example: milkit pack show core.milpack
    """
    _look(context, path, None, trust=trust, as_json=as_json)


@pack.command()
@_FOUND
@_TRUST
@_JSON
@click.pass_context
def install(context: click.Context, path: Path, *, trust: bool, as_json: bool) -> None:
    """
    Install packs from a share file, a folder or a stick.

    Who signed them must be known here, or --trust says that you compared their six
    words with them.

    Example: milkit pack install core.milpack --trust
    """
    from milkit.packs.installing import Trust
    from milkit.packs.installing import install as put
    from milkit.packs.offers import offers

    said = Trust.CONFIRMED if trust else Trust.ASK
    data = data_of(context)
    if trust:
        _one_by_one(path, data)
    done = [put(offer, data, said) for offer in offers(path)]
    if as_json:
        click.echo(json.dumps([_installed(each) for each in done], ensure_ascii=False))
        return
    for each in done:
        for added in each.added:
            click.echo(f"{added.id} {added.now.version}: installed")
        for stood in each.stand:
            click.echo(f"{stood}: is here already")


def _one_by_one(path: Path, data: Path) -> None:
    """One word of trust is for one publisher: the words of others were not compared."""
    from milkit.packs.believing import believed
    from milkit.packs.judging import judge
    from milkit.packs.known import read_known
    from milkit.packs.offers import offers

    known = read_known(data)
    found = [judge(believed(offer, known), known).publisher for offer in offers(path)]
    new = [each.name for each in found if not each.confirmed]
    if len(new) > 1:
        raise click.ClickException(
            f"{', '.join(new)} are new here. Compare the words of each, and install "
            "each folder in packs/ by itself."
        )


def _look(
    context: click.Context, path: Path, check: Any, *, trust: bool, as_json: bool
) -> None:
    """Tell of what is offered; refuse who is not confirmed, after the words."""
    from milkit.packs.believing import believed
    from milkit.packs.judging import judge
    from milkit.packs.known import read_known
    from milkit.packs.offers import offers

    data = data_of(context)
    known = read_known(data)
    tables, unknown = [], []
    for offer in offers(path):
        signed = believed(offer, known)
        publisher = judge(signed, known).publisher
        if check is not None:
            check(signed)
        tables.append(_table(signed, offer, publisher))
        if not publisher.confirmed and not trust:
            unknown.append(PublisherUnknown(publisher.name, tuple(tables[-1]["words"])))
    if as_json:
        click.echo(json.dumps(tables, ensure_ascii=False, indent=1))
    else:
        for table in tables:
            _tell(table, words_of(data).lang)
    if unknown:
        raise unknown[0]


def _table(signed: Signed, offer: Offer, publisher: Publisher) -> dict[str, Any]:
    from milkit.trust.six_words import six_words

    listed = signed.listed
    packs = []
    for each in listed.packs.values():
        found = offer.open(each.now.file)
        if found is not None:
            found.close()
        packs.append({"id": each.id, **each.table, "here": found is not None})
    return {
        "publisher": listed.publisher,
        "confirmed": publisher.confirmed,
        "key": listed.key.text,
        "words": list(six_words(listed.key)),
        "serial": listed.serial,
        "made": listed.made,
        "packs": packs,
    }


def _tell(table: dict[str, Any], lang: str) -> None:
    click.echo(f"signed by someone who calls themselves “{table['publisher']}”")
    click.echo(f"six words: {' '.join(table['words'])}")
    click.echo("confirmed" if table["confirmed"] else "not confirmed")
    click.echo(f"made {table['made']}, list {table['serial']}")
    for each in table["packs"]:
        titles = each["title"]
        title = titles.get(lang) or titles.get("en") or each["id"]
        away = "" if each["here"] else " (did not come along)"
        click.echo(f"  {each['id']} {each['version']}: {title}{away}")


def _installed(done: Done) -> dict[str, Any]:
    return {
        "publisher": done.publisher.name,
        "confirmed": done.publisher.confirmed,
        "added": [{"id": p.id, "version": p.now.version} for p in done.added],
        "stand": list(done.stand),
    }


def _before(key_file: Path, key: SigningKey, name: str) -> Catalogue:
    """Give the list that was signed last, else an empty one."""
    from milkit.packs import publishing

    before = publishing.read_notes(key_file, key.public)
    if before is None:
        if not name:
            raise click.UsageError("say who publishes this: --name NAME")
        before = publishing.first_list(name, key.public, _today())
    following = _next(key_file) if before.next_key is None else before.next_key
    return before._replace(publisher=name or before.publisher, next_key=following)


def _next(key_file: Path) -> PublicKey | None:
    from milkit.trust.recovery import next_of

    return next_of(key_file)


def _today() -> date:
    return datetime.now().astimezone().date()
