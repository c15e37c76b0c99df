"""Commands for kits: write one on a stick, check one, mend one from another."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from milkit.commands.edition import langs_of
from milkit.commands.telling import data_of, sentence, tell_all, words_of

if TYPE_CHECKING:
    from milkit.ground.errors import Mishap
    from milkit.kit.listing import Listing
    from milkit.kit.make import Made
    from milkit.kit.stock import Stock
    from milkit.kit.verify import Checked
    from milkit.kit.write import Written
    from milkit.library.library import Library
    from milkit.trust.key import SigningKey

_FOLDER = click.Path(file_okay=False, path_type=Path)
_THERE = click.Path(file_okay=False, exists=True, path_type=Path)
_KEY = click.Path(dir_okay=False, path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


@click.group()
def kit() -> None:
    """Write kits on sticks, check them, mend them."""


@kit.command()
@click.option("--to", type=_FOLDER, required=True, help="The stick, or any folder.")
@click.option("--key", "key_file", type=_KEY, required=True, help="Your key file.")
@click.option("--packs", default="", metavar="IDS", help="Only these, with commas.")
@click.option(
    "--langs", default="", metavar="CODES", callback=langs_of, help="Only these."
)
@click.option("--name", default="", help="Who makes the kit, as teachers see it.")
@click.option("--title", default="", help="The title of the kit.")
@click.option("--programs", type=_THERE, help="A folder with the programs.")
@click.option("--no-pages", is_flag=True, help="Without pages and PDFs to print.")
@_JSON
def write(  # noqa: PLR0913 - each is an option
    to: Path,
    key_file: Path,
    packs: str,
    langs: tuple[str, ...],
    name: str,
    title: str,
    programs: Path | None,
    *,
    no_pages: bool,
    as_json: bool,
) -> None:
    """
    Write a signed kit, or renew one: only what is missing or differs is written.

    Nothing in the folder that is not a kit's is changed. The pass phrase of the key
    is asked for, or taken from MILKIT_PASSPHRASE.

    Example: milkit kit write --to /media/stick --key centre.key --langs en,th
    """
    from milkit.commands.key import opened
    from milkit.kit import write as writing

    key = opened(key_file)
    wish = {"name": name, "title": title, "programs": programs, "pages": not no_pages}
    made = _made(key, key_file, packs, langs, wish)
    tell_all(made.left_out, words_of(_data()))
    done = writing.write(made.signed, made.sources, to)
    table = _written(done) | _about(made.signed.listing)
    table |= {"systems": list(made.systems), "left_out": len(made.left_out)}
    _say(_tell_written(done, made), table, as_json=as_json)
    _end(done.failed)


@kit.command()
@click.argument("folder", type=_FOLDER)
@_JSON
def verify(folder: Path, *, as_json: bool) -> None:
    """
    Check every file of a kit against what was signed. Ends with 1 on damage.

    Example: milkit kit verify /media/stick
    """
    from milkit.kit.verify import verify as checked

    found = checked(folder)
    table = _about(found.signed.listing) | {
        "folder": str(found.folder),
        "good": found.good,
        "files": found.files,
        "bytes": found.signed.listing.size,
        "faults": [{"path": each.path, "what": each.what} for each in found.faults],
        "others": found.others,
        "unfinished": found.begun,
    }
    _say("\n".join(_tell_checked(found)), table, as_json=as_json)
    if not found.good:
        sys.exit(1)


@kit.command()
@click.argument("folder", type=_FOLDER)
@click.option(
    "--from", "source", type=_THERE, required=True, help="Another stick or folder."
)
@_JSON
def repair(folder: Path, source: Path, *, as_json: bool) -> None:
    """
    Mend a kit with files of another one that have the signed bytes.

    What this computer has is used too. Ends with 1 when something is still missing.

    Example: milkit kit repair /media/stick --from /media/other
    """
    from milkit.kit import at_home, listing, place
    from milkit.kit.repair import repair as mended

    done = mended(folder, [source, *at_home.folders(_data())])
    found = listing.read(place.home(folder)) if done.whole else None
    table = _written(done) | (_about(found.listing) if found else {})
    count = f"{done.good} files are good, {done.wrote} bytes were written."
    _say(count, table, as_json=as_json)
    _end(done.failed)


def _made(
    key: SigningKey,
    key_file: Path,
    packs: str,
    langs: tuple[str, ...],
    wish: dict[str, Any],
) -> Made:
    from milkit.commands.print import letters_ready
    from milkit.library.open import open_library
    from milkit.widgets.drawing import draw_svg

    data = _data()
    letters = letters_ready()
    with open_library(data, draw_svg) as library:
        tell_all(library.mishaps, words_of(data))
        made = _make(library, key, key_file, set(packs.replace(",", " ").split()),
                     langs, wish)  # fmt: skip
    del letters
    return made


def _make(
    library: Library,
    key: SigningKey,
    key_file: Path,
    packs: set[str],
    langs: tuple[str, ...],
    wish: dict[str, Any],
) -> Made:
    from datetime import datetime

    from milkit.ground import settings
    from milkit.kit import make, programs, stock
    from milkit.press.for_edition import EditionPress

    data, now = _data(), datetime.now().astimezone()
    have = stock.stock(library, data)
    _known(packs, have)
    wanted = make.Wish(
        wish["name"] or _maker(key_file, key),
        wish["title"] or f"MIL Kit, {words_of(data).date(now.date())}",
        frozenset(lot.lesson for lot in have.lots if not packs or lot.pack in packs),
        langs or have.languages,
        programs=wish["programs"] or programs.beside(),
        pages=wish["pages"],
    )
    press = EditionPress(settings.read(data).paper)
    maker = make.Maker(library, have, data, press, now)
    return make.make(wanted, maker, key, key_file, _quiet)


def _known(packs: set[str], have: Stock) -> None:
    there = {lot.pack for lot in have.lots}
    for pack in sorted(packs - there):
        known = ", ".join(sorted(there - {""}))
        raise click.UsageError(f"there is no pack {pack}; these are here: {known}")


def _maker(key_file: Path, key: SigningKey) -> str:
    """Give the name the maker signed with before, else the name of the key file."""
    from milkit.packs.publishing import read_notes

    before = read_notes(key_file, key.public)
    return before.publisher if before else key_file.stem


def _quiet(_what: str, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def _data() -> Path:
    return data_of(click.get_current_context())


def _about(listing: Listing) -> dict[str, object]:
    from milkit.packs.known import read_known
    from milkit.trust.key import parse_public
    from milkit.trust.six_words import six_words

    key = parse_public(listing.key)
    known = read_known(_data()).get(key.id)
    sure = known is not None and known.key == key and known.confirmed and not known.out
    return {
        "title": listing.title,
        "maker": listing.maker,
        "key": listing.key,
        "words": list(six_words(key)),
        "confirmed": sure,
        "made": listing.made,
        "languages": list(listing.languages),
    }


def _written(done: Written) -> dict[str, object]:
    return {
        "folder": str(done.folder),
        "whole": done.whole,
        "files": done.good,
        "bytes": done.size,
        "written": done.wrote,
        "removed": done.removed,
        "failed": [str(getattr(each, "path", each)) for each in done.failed],
    }


def _tell_written(done: Written, made: Made) -> str:
    if not done.whole:
        return f"{done.good} files are good; the kit is not finished."
    systems = ", ".join(made.systems) or "no system: it is read in a browser"
    return (
        f"Written and checked: {done.good} files, {done.size / 1e6:.1f} MB, of which "
        f"{done.wrote / 1e6:.1f} MB were written now.\nPrograms for {systems}."
    )


def _tell_checked(found: Checked) -> list[str]:
    about = _about(found.signed.listing)
    words = about["words"]
    lines = [
        f"{about['title']}, made {about['made']}",
        f"signed by someone who calls themselves “{about['maker']}”",
        f"six words: {' '.join(words if isinstance(words, list) else [])}",
    ]
    if found.good:
        lines.append(f"{found.files} of {found.files} files are as they were signed.")
    else:
        lines += [f"{each.path}: {each.what}" for each in found.faults]
        bad = len(found.faults)
        lines.append(f"{bad} of {found.files} files are not as they were signed.")
    if found.begun:
        lines.append("A newer kit was begun here and not finished.")
    if found.others:
        lines.append(f"{found.others} other files were not opened.")
    return lines


def _say(text: str, table: object, *, as_json: bool) -> None:
    click.echo(
        json.dumps(table, ensure_ascii=False, allow_nan=False) if as_json else text
    )


def _end(failed: tuple[Mishap, ...]) -> None:
    """End with 1 when something failed, each told in a sentence."""
    w = words_of(_data())
    for mishap in failed:
        click.echo(sentence(mishap, w), err=True)
    if failed:
        sys.exit(1)
