"""Publish packs: put them on the signed list, write a folder or a share file."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.errors import FileUnreadable, PackForeign, of_writing
from milkit.ground.files import keep, make_folder, sha256, write_whole
from milkit.ground.trust_errors import KeyUnreadable, PackTooLarge, VersionTaken
from milkit.packs.catalogue import (
    NAME,
    PUBLISHER,
    SIGNATURE,
    Catalogue,
    dump,
    parse,
)
from milkit.packs.listed import (
    LARGEST_PACK,
    File,
    Listed,
    file_name,
    order,
    read_listed,
)
from milkit.packs.pack import open_pack
from milkit.trust.signature import sign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from milkit.trust.key import PublicKey, SigningKey

_KEPT = 2  # older versions that stay on the list


class Published(NamedTuple):
    """The three *small* files by name, and the list that is in them."""

    listed: Catalogue
    small: dict[str, bytes]


def first_list(
    name: str, key: PublicKey, made: date, next_key: PublicKey | None = None
) -> Catalogue:
    """Give the empty list of a publisher who begins."""
    return Catalogue(name, key, 0, made.isoformat(), next_key)


def with_pack(listed: Catalogue, pack: Path) -> tuple[Catalogue, Listed]:
    """
    Put a built *pack* on the list; the version before it is kept.

    Raises VersionTaken when this version is on the list with other content or a
    higher one is, PackTooLarge, and the mishaps of opening a pack.
    """
    entry = _entry(pack)
    had = listed.packs.get(entry.id)
    if had is not None:
        if had.now.sha256 == entry.now.sha256:
            return listed, had
        if order(had.now.version) >= order(entry.now.version):
            raise VersionTaken(entry.id, entry.now.version)
        entry = entry._replace(kept=(had.now, *had.kept)[:_KEPT])
    return listed._replace(packs={**listed.packs, entry.id: entry}), entry


def signed(listed: Catalogue, key: SigningKey, made: date) -> Published:
    """Sign the next list: one number higher than *listed*."""
    following = listed._replace(serial=listed.serial + 1, made=made.isoformat())
    content = dump(following)
    comment = f"serial:{following.serial} made:{following.made}"
    small = {
        PUBLISHER: key.public.file.encode(),
        NAME: content,
        SIGNATURE: sign(content, key, comment).encode(),
    }
    return Published(following, small)


def write_folder(root: Path, published: Published, packs: dict[str, Path]) -> Path:
    """
    Write a publisher's folder below *root*, on this computer's disk.

    *packs* are the files by their names on the list. The list comes last: a reader
    never finds a list whose packs are still being written.
    """
    folder = make_folder(root / published.listed.key.name)
    for name, pack in packs.items():
        _copy(pack, folder / name)
    for name, content in published.small.items():
        write_whole(folder / name, content)
    return folder


def write_share(to: Path, published: Published, pack: Path, name: str) -> None:
    """Write one pack as a share file; *name* is that of the pack on the list."""
    from milkit.packs import share

    make_folder(to.parent)
    part = to.with_name(f"{to.name}.{os.getpid()}.part")
    with _told(to, part), part.open("w+b") as file:
        share.write_share(file, published.small, pack, name)
        file.flush()
        os.fsync(file.fileno())
    with _told(to, part):
        keep(part, to)


def notes_beside(key_file: Path) -> Path:
    """Say where a publisher keeps their own copy of the newest list."""
    return key_file.with_name(f"{key_file.stem}.list.json")


def read_notes(key_file: Path, key: PublicKey) -> Catalogue | None:
    """Read the list that was signed last with a key; None when there was none."""
    path = notes_beside(key_file)
    if not path.exists():
        return None
    try:
        found = parse(path.read_bytes(), least=0)
    except OSError as e:
        raise FileUnreadable(path) from e
    except ValueError as e:
        raise KeyUnreadable(path) from e
    return found if found.key == key else None


def write_notes(key_file: Path, listed: Catalogue) -> None:
    """Keep the list that was signed last: its number must never be used again."""
    write_whole(notes_beside(key_file), dump(listed))


def _entry(pack: Path) -> Listed:
    size = pack.stat().st_size
    if size > LARGEST_PACK:
        raise PackTooLarge(pack)
    with open_pack(pack) as made:
        about, languages = made.about, tuple(made.spans)
    name = file_name(about.id, about.version)
    file = File(about.version, name, size, sha256(pack))
    found = Listed(about.id, file, about.title, languages)
    try:
        return read_listed(about.id, found.table)
    except ValueError as e:  # no reader would take it
        raise PackForeign(pack, str(e)) from e


def _copy(pack: Path, to: Path) -> None:
    """Copy a pack of ours; one that is there already with these bytes stands."""
    if to.exists() and sha256(to) == sha256(pack):
        return
    part = to.with_name(f"{to.name}.{os.getpid()}.part")
    with _told(to, part), pack.open("rb") as source, part.open("wb") as out:
        while piece := source.read(1 << 20):
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    with _told(to, part):
        keep(part, to)


@contextlib.contextmanager
def _told(path: Path, part: Path) -> Iterator[None]:
    try:
        yield
    except OSError as e:
        with contextlib.suppress(OSError):
            part.unlink()
        raise of_writing(e, path) from e
