"""Make a kit ready on this computer: packs, edition, programs, list, signature."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.files import make_folder, write_whole
from milkit.ground.kit_errors import NothingToWrite
from milkit.kit import chosen, contents, listing, programs, publish
from milkit.kit.edition import Edition, Lessons
from milkit.kit.listing import Listing
from milkit.packs.pack import open_pack

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from milkit.ground.errors import Mishap
    from milkit.kit.contents import Source
    from milkit.kit.edition import Press
    from milkit.kit.listing import Signed
    from milkit.kit.stock import Lot, Stock
    from milkit.library.library import Library
    from milkit.packs.pack import Pack
    from milkit.trust.key import SigningKey

    Step = Callable[[str, int, int], None]

FOLDER = "kit-made"  # in the data folder: what the next kit need not make again
EDITION, PACKS = "edition", "packs"
_NOTES = "edition.json"


class Wish(NamedTuple):
    """
    What a maker wants: *lessons* in *langs*, a *title*, and the *maker*'s name.

    *own* takes the maker's own versions and examples along. *programs* is a folder
    laid out like a stick, with the programs of some systems; None = none. With
    *pages* the edition for browsers and printers is made.
    """

    maker: str
    title: str
    lessons: frozenset[str]
    langs: tuple[str, ...]
    own: bool = True
    programs: Path | None = None
    pages: bool = True


class Made(NamedTuple):
    """A signed kit and where its files are; *left_out* says what stayed behind."""

    signed: Signed
    sources: dict[str, Source]
    left_out: tuple[Mishap, ...]
    systems: tuple[str, ...]


class Maker(NamedTuple):
    """What making needs beside the wish: the library, its *stock*, and a press."""

    library: Library
    stock: Stock
    data: Path
    press: Press
    now: dt.datetime


def make(wish: Wish, maker: Maker, key: SigningKey, key_file: Path, step: Step) -> Made:
    """
    Make everything of a kit that is not made yet, list it, and sign it.

    *step* gets what is done ("lessons", "pages", "sums") and how far. Raises
    NothingToWrite, and what reading packs and writing files may raise.
    """
    lots = maker.stock.chosen(wish.lessons, wish.langs)
    if not lots:
        raise NothingToWrite
    stage = make_folder(maker.data / FOLDER)
    mine = [lot for lot in lots if not lot.handed_on]
    sources: list[Source] = []
    if mine:
        built = chosen.build(
            maker.library, mine, stage, wish.title, maker.now, own=wish.own,
            step=lambda done, total: step("lessons", done, total),
        )  # fmt: skip
        publish.mine(stage / PACKS, built, key, key_file, wish.maker, maker.now.date())
        sources += contents.tree(stage / PACKS / key.public.name, _below(key))
    sources += publish.handed_on(
        maker.data, {lot.pack for lot in lots if lot.handed_on}
    )
    systems = programs.systems(wish.programs)
    if wish.pages:
        _pages(wish, maker, stage, lots, systems, step)
        sources += contents.tree(stage / EDITION)
    sources += programs.files(wish.programs)
    found = contents.gather(sources)
    found, sums = contents.hashed(found, lambda d, t: step("sums", d, t))
    about = Listing(
        wish.maker, "", maker.now.date().isoformat(), wish.title, wish.langs, sums
    )
    return Made(listing.sign(about, key), found.sources, found.left_out, systems)


def _below(key: SigningKey) -> str:
    return f"{PACKS}/{key.public.name}"


def _pages(
    wish: Wish,
    maker: Maker,
    stage: Path,
    lots: Sequence[Lot],
    systems: tuple[str, ...],
    step: Step,
) -> None:
    """Write the edition into the stage, unless the very same stands there."""
    packs = list(_packs(maker, stage, lots))
    try:
        langs = [lang for lang in maker.stock.languages if lang in wish.langs]
        edition = Edition(Lessons(packs), langs, maker.press, systems)
        whole = _sum(packs, wish.langs, systems)
        folder = stage / EDITION
        if _stands(stage, whole):
            return
        shutil.rmtree(folder, ignore_errors=True)
        paths = []
        for number, file in enumerate(edition.files(), 1):
            write_whole(folder / file.path, file.content)
            paths.append(file.path)
            step("pages", number, edition.total)
        notes = json.dumps({"sum": whole, "files": paths})
        write_whole(stage / _NOTES, notes.encode())
    finally:
        for pack in packs:
            pack.close()


def _packs(maker: Maker, stage: Path, lots: Sequence[Lot]) -> Iterator[Pack]:
    """Open the pack that was built, and those of others that go along."""
    last = chosen.last(stage)
    if last is not None and any(not lot.handed_on for lot in lots):
        yield open_pack(last.path)
    others = {lot.pack for lot in lots if lot.handed_on}
    for pack in maker.library.packs:
        if pack.about.id in others:
            yield open_pack(pack.path)


def _sum(packs: Sequence[Pack], langs: Sequence[str], systems: Sequence[str]) -> str:
    """Tell one edition from another: by packs, languages, programs, and our version."""
    import milkit

    names = [f"{pack.about.id} {pack.about.version}" for pack in packs]
    version = getattr(milkit, "__version__", "")
    whole = json.dumps([names, list(langs), list(systems), version])
    return hashlib.sha256(whole.encode()).hexdigest()


def _stands(stage: Path, whole: str) -> bool:
    try:
        notes = json.loads((stage / _NOTES).read_bytes())
        there = all((stage / EDITION / path).is_file() for path in notes["files"])
        return bool(notes["sum"] == whole and there)
    except (OSError, ValueError, LookupError, TypeError):
        return False
