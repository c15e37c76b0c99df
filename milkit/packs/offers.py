"""Find what is offered: a share file, a publisher's folder, or a stick of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from milkit.ground.errors import FileUnknown, FileUnreadable, PackForeign
from milkit.ground.trust_errors import SignatureBad
from milkit.packs.catalogue import NAME, PUBLISHER, SIGNATURE
from milkit.packs.listed import plain_file
from milkit.packs.offer import LIMITS, Offer, plain_open
from milkit.packs.share import of_share

if TYPE_CHECKING:
    from pathlib import Path


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


def _limited(path: Path, most: int) -> bytes:
    with plain_open(path) as file:
        try:
            content = file.read(most + 1)
        except OSError as e:
            raise FileUnreadable(path) from e
    if len(content) > most:
        raise PackForeign(path, "endless")
    return content
