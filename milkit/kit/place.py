"""Where on a stick a kit stands, and which of the files there are the kit's own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap
from milkit.ground.kit_errors import KitUnfinished, NoKit
from milkit.kit import listing, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from milkit.kit.listing import Listing

TREE = ("packs/", "static/", "windows/", "linux/", "macos/")  # a kit's own folders
OWN = "MIL-Kit"  # the kit's folder on a stick that holds other files
_SYSTEM = {
    "system volume information", "$recycle.bin", "lost+found", "desktop.ini",
    "thumbs.db", "found.000",
}  # fmt: skip
_ENOUGH = 5000  # files that are counted before we stop


def begun(folder: Path) -> bool:
    """Say whether the writing of a kit was begun in *folder* and not ended."""
    return (folder / f"{names.LIST}.part").is_file()


def has_kit(folder: Path) -> bool:
    """Say whether a kit, finished or not, stands right in *folder*."""
    return (folder / names.LIST).is_file() or begun(folder)


def home(stick: Path) -> Path:
    """
    Say where a kit stands or belongs on a stick: at its root, or in its own folder.

    On a stick with other files the kit has a folder of its own.
    """
    for folder in (stick, stick / OWN):
        if has_kit(folder):
            return folder
    return stick / OWN if others(stick, most=1) else stick


def find(folder: Path) -> Path:
    """Give the folder of the kit in *folder*; raise NoKit or KitUnfinished."""
    found = home(folder)
    if (found / names.LIST).is_file():
        return found
    raise KitUnfinished(folder) if begun(found) else NoKit(folder)


def others(folder: Path, known: Listing | None = None, most: int = _ENOUGH) -> int:
    """Count the files in *folder* that are not a kit's, up to *most*."""
    ours = {names.folded(path) for path in known.files} if known else set()
    ours |= {names.folded(n) for n in (names.LIST, names.SIGNATURE)}
    count = 0
    for path in _files(folder):
        folded = names.folded(path)
        if folded not in ours and not folded.startswith(f"{names.RESULTS}/"):
            count += 1
            if count >= most:
                break
    return count


def written_by_us(folder: Path) -> set[str]:
    """Give the folded paths of what a kit has written in *folder*, now or before."""
    found: set[str] = set()
    for name in (names.LIST, f"{names.LIST}.part"):
        try:
            content = (folder / name).read_bytes()
            found |= {names.folded(path) for path in listing.parse(content).files}
        except (OSError, ValueError):
            continue
    return found


def older(folder: Path) -> Listing | None:
    """Give the list of the kit that stands in *folder*, if its signature holds."""
    try:
        return listing.read(folder).listing
    except Mishap:
        return None


def _files(folder: Path, below: str = "") -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith(".") or entry.name.casefold() in _SYSTEM:
            continue
        path = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder / entry.name, f"{path}/")
        else:
            yield path
