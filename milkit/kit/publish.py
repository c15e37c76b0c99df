"""Put packs into a kit: the maker's own, signed now, and those of other publishers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.kit.contents import Source
from milkit.packs import known, publishing
from milkit.packs.catalogue import NAME, PUBLISHER, SIGNATURE, dump

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from milkit.kit.chosen import Chosen
    from milkit.packs.known import Publisher
    from milkit.trust.key import SigningKey


def mine(
    root: Path,
    built: Chosen,
    key: SigningKey,
    key_file: Path,
    maker: str,
    day: dt.date,
) -> None:
    """
    Put a built pack on the maker's list, sign that, and write both below *root*.

    The same pack under the same name is not signed twice: its list stands.
    """
    from milkit.trust.recovery import next_of

    before = publishing.read_notes(key_file, key.public)
    if before is None:
        before = publishing.first_list(maker, key.public, day, next_of(key_file))
    listed, entry = publishing.with_pack(before, built.path)
    folder = root / key.public.name
    if (
        listed == before
        and before.publisher == maker
        and _whole(folder, entry.now.file)
        and _bytes(folder / NAME) == dump(before)
    ):
        return
    listed = listed._replace(publisher=maker)
    published = publishing.signed(listed, key, day)
    publishing.write_notes(key_file, published.listed)
    for old in folder.glob("*.pack") if folder.is_dir() else ():
        if old.name != entry.now.file:
            old.unlink()
    publishing.write_folder(root, published, {entry.now.file: built.path})


def handed_on(data: Path, packs: Collection[str]) -> Iterator[Source]:
    """List the files of other publishers whose packs go along, as they signed them."""
    for publisher in known.read_known(data).values():
        going = [pack for id_, pack in publisher.packs.items() if id_ in packs]
        if not going or publisher.out:
            continue
        names = [PUBLISHER, NAME, SIGNATURE, *(pack.now.file for pack in going)]
        yield from _files(known.folder_of(data, publisher.key), publisher, names)


def _files(folder: Path, publisher: Publisher, names: list[str]) -> Iterator[Source]:
    for name in names:
        file = folder / name
        if file.is_file():
            place = f"packs/{publisher.key.name}/{name}"
            yield Source(place, file, file.stat().st_size)


def _whole(folder: Path, pack: str) -> bool:
    names = (PUBLISHER, NAME, SIGNATURE, pack)
    return all((folder / name).is_file() for name in names)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
