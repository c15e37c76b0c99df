"""What somebody offers: a publisher's folder or a share file, read with limits."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from milkit.ground.errors import FileUnknown, FileUnreadable, PackForeign
from milkit.packs import catalogue
from milkit.packs.catalogue import NAME, PUBLISHER, SIGNATURE
from milkit.packs.listed import plain_file
from milkit.trust.signature import LARGEST as LARGEST_SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIMITS = {
    PUBLISHER: LARGEST_SIGNATURE,
    NAME: catalogue.LARGEST,
    SIGNATURE: LARGEST_SIGNATURE,
}
SUFFIX = ".milpack"


class Offer(NamedTuple):
    """
    The three small files of a publisher at *path*, not yet believed.

    *open* gives a pack by its file name, or None when it did not come along.
    """

    path: Path
    public: bytes
    listed: bytes
    signature: bytes
    open: Callable[[str], BinaryIO | None]


def offers(path: Path) -> list[Offer]:
    """
    Find what is offered at *path*: a share file, a publisher's folder, or a stick.

    Raises FileUnknown when nothing is, and FileUnreadable, PackForeign, SignatureBad.
    """
    if path.is_dir():
        folders = publishers_in(path)
        if not folders:
            raise FileUnknown(path)
        return [of_folder(folder) for folder in folders]
    from milkit.packs.share import of_share

    return [of_share(path)]


def publishers_in(path: Path) -> list[Path]:
    """List the publishers' folders at *path*: itself, or below it, or in its packs/."""
    if (path / NAME).is_file():
        return [path]
    for root in (path, path / "packs"):
        if root.is_dir():
            found = [each for each in sorted(root.iterdir()) if (each / NAME).is_file()]
            if found:
                return found
    return []


def of_folder(folder: Path) -> Offer:
    """Read a publisher's folder; a file that is not of the three is not looked at."""
    from milkit.ground.trust_errors import SignatureBad

    if not (folder / SIGNATURE).exists():
        raise SignatureBad(folder / NAME)
    public = (
        _limited(folder / PUBLISHER, LIMITS[PUBLISHER])
        if (folder / PUBLISHER).exists()
        else b""
    )
    listed, signature = (
        _limited(folder / name, LIMITS[name]) for name in (NAME, SIGNATURE)
    )

    def give(name: str) -> BinaryIO | None:
        path = folder / name
        return plain_open(path) if plain_file(name) and path.exists() else None

    return Offer(folder, public, listed, signature, give)


def plain_open(path: Path) -> BinaryIO:
    """Open a plain file to read: no link, no pipe, no device waits for us here."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise PackForeign(path, "not a plain file")
        file = path.open("rb")
        now = os.fstat(file.fileno())
        if (now.st_ino, now.st_dev) != (found.st_ino, found.st_dev):
            file.close()
            raise PackForeign(path, "changed while it was opened")
    except OSError as e:
        raise FileUnreadable(path) from e
    return file


def _limited(path: Path, most: int) -> bytes:
    with plain_open(path) as file:
        try:
            content = file.read(most + 1)
        except OSError as e:
            raise FileUnreadable(path) from e
    if len(content) > most:
        raise PackForeign(path, "endless")
    return content
